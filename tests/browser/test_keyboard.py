"""The web view without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Windows

STOPS = 40
"""Presses of Tab on a page."""

# What has the focus: its words, whether a line is drawn about it, and whether something of it can be seen.
_FOCUS = """() => {
    const e = document.activeElement
    if (!e || e === document.body) return null
    const box = e.getBoundingClientRect(), style = getComputedStyle(e)
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2
    const top = document.elementFromPoint(x, y)
    return {
        html: e.outerHTML.slice(0, 120),
        drawn: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && top !== null && (e.contains(top) || top.contains(e)),
    }
}"""


def test_from_the_first_tab_to_the_words_of_a_document(window: Windows) -> None:
    page = window()
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.goto("/")
    _tab_to(page, "input[type=search]")
    page.keyboard.type("waiting times")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=waiting+times")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _tab_to(page, "ol.hits blockquote a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("waiting times")


@pytest.mark.parametrize(
    "address", ["/", "/commitments", "/document/{pdf}", "/thread/{slipped}", "/figures", "/series"]
)
@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, PHONE], ids=["desk", "phone"])
def test_the_focus_is_always_seen(
    address: str, size: dict[str, int], window: Windows, filled: Callable[[str], str]
) -> None:
    page = window(viewport=size)
    page.goto(filled(address))
    faults = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUS)
        if stop is None:
            break
        if not (stop["drawn"] and stop["seen"]):
            faults.append(f"{stop}")
    assert not faults, "\n".join(faults)


def _tab_to(page: Page, what: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"no press of Tab comes to {what}")
