"""Every page of the web view, and the report: accessible, never too wide, asking nothing of anybody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docmine.report.download import FORMS
from docmine.web import pages
from docmine.web.api import described
from tests.browser.checked import COLOURS, STANDARD, too_wide, violations
from tests.browser.conftest import Windows
from tests.browser.pages import NO_PAGES, PAGES, addresses

NARROW = {"width": 320, "height": 256}
"""A phone; and a window of 1280 by 1024 at 400 %."""


def test_no_page_of_the_app_is_missing_here() -> None:
    routes = {route.path for route in (*pages.routes(), *described.ROUTES)}
    downloads = {f"{path}.{form}" for path in PAGES for form in FORMS} | {"/api/openapi.json"}
    assert routes - downloads - NO_PAGES == set(PAGES)


@pytest.mark.parametrize("address", addresses())
def test_a_page_in_light_dark_and_narrow(address: str, window: Windows, filled: Callable[[str], str]) -> None:
    page = window(color_scheme="light")
    answer = page.goto(filled(address))
    assert answer is not None
    assert answer.status == 200
    faults = [f"light: {fault}" for fault in violations(page, STANDARD)]
    page.emulate_media(color_scheme="dark")
    faults += [f"dark: {fault}" for fault in violations(page, COLOURS)]
    page.set_viewport_size(NARROW)
    faults += [f"320 px: {fault}" for fault in too_wide(page)]
    assert not faults, "\n".join(faults)
