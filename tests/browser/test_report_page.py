"""The report of `docmine report`, as a file on a disk."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser

from tests.browser.checked import COLOURS, STANDARD, too_wide, violations
from tests.browser.conftest import Windows
from tests.browser.test_every_page import NARROW

A4 = (595, 842)
"""Points."""


@pytest.fixture
def windows(browser: Browser, report: str) -> Iterator[Windows]:
    """Windows on the report, which may ask for nothing but itself."""
    windows = Windows(browser, report)
    yield windows
    windows.close()
    assert windows.elsewhere(report) == []
    assert windows.complaints == []


def test_the_report_in_light_dark_and_narrow(windows: Windows, report: str) -> None:
    page = windows(base_url=None, color_scheme="dark")
    page.goto(report)
    faults = [f"dark: {fault}" for fault in violations(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    faults += [f"light: {fault}" for fault in violations(page, STANDARD)]
    page.set_viewport_size(NARROW)
    faults += [f"320 px: {fault}" for fault in too_wide(page)]
    assert not faults, "\n".join(faults)


def test_links_of_the_report_lead_to_its_parts(windows: Windows, report: str) -> None:
    page = windows(base_url=None)
    page.goto(report)
    dead = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(decodeURIComponent(id)))"
    )
    assert dead == []


def test_the_report_is_read_and_unfolded_without_script(windows: Windows, report: str) -> None:
    page = windows(base_url=None, java_script_enabled=False)
    page.goto(report)
    folded = page.locator("details:not([open]):not(details details)").nth(0).element_handle()
    assert folded is not None
    summary, inside = folded.query_selector("summary"), folded.query_selector(":scope > :not(summary)")
    assert summary is not None
    assert inside is not None
    assert not inside.is_visible()
    summary.click()
    assert inside.is_visible()


def test_printed_nothing_is_folded_and_no_page_is_empty(windows: Windows, report: str) -> None:
    page = windows(base_url=None)
    page.goto(report)
    folded = page.locator("details:not([open], .cite) > :not(summary, .cite, script)").all_text_contents()
    wanted = {_letters(text)[:14] for text in folded} - {""}
    assert len(wanted) > 20
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    pages = [_letters(sheet.get_textpage().get_text_bounded()) for sheet in printed]
    assert {tuple(map(round, sheet.get_size())) for sheet in printed} == {A4}
    assert min(len(text) for text in pages[:-1]) > 200
    every = "".join(pages)
    assert {words for words in wanted if words not in every} == set()


def _letters(text: str) -> str:
    """Only these and digits: lines and columns break elsewhere on paper."""
    return "".join(filter(str.isalnum, text))
