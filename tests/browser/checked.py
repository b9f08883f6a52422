"""What is looked for in a page: faults that axe-core finds, what is too wide, what cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

STANDARD = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that differs between light and dark."""

_TOO_WIDE = """() => {
    const wide = document.scrollingElement.scrollWidth, room = window.innerWidth
    if (wide <= room) return []
    const over = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > room + 1)
    return [`${wide} px in ${room}`, ...over.slice(0, 5).map(e => e.outerHTML.slice(0, 120))]
}"""

# As far apart as a reader may set letters, words and lines without losing anything (WCAG 1.4.12).
_SPACED = """() => {
    for (const { style } of document.querySelectorAll("body *")) {
        style.setProperty("line-height", "1.5", "important")
        style.setProperty("letter-spacing", "0.12em", "important")
        style.setProperty("word-spacing", "0.16em", "important")
    }
}"""


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    """A line for each fault: the rule, the element, what to do."""
    options = {
        "runOnly": rules,
        "rules": {"target-size": {"enabled": True}} if rules is STANDARD else {},  # axe leaves it off by itself
        "resultTypes": ["violations"],
    }
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:160]} ({node['failureSummary'].splitlines()[-1].strip()})"
        for fault in found
        for node in fault["nodes"][:4]
    ]


def too_wide(page: Page) -> list[str]:
    """What makes the page scroll sideways, as it is or with its text spaced out."""
    found: list[str] = page.evaluate(_TOO_WIDE)
    if not found:
        page.evaluate(_SPACED)
        found = page.evaluate(_TOO_WIDE)
    return found
