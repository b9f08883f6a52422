"""What a page marks words with: links, and lines drawn under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docmine.read.pdf.words import Word

_BAND = 12
"""Points: marks are looked up by the band of the page in which they stand."""
_Bands = dict[int, list[tuple[float, float, float, float, str]]]
"""(x0, top, x1, bottom, target) by band."""


def marked(words: Sequence[Word], page: Any) -> list[Word]:
    """The words of a pdfplumber page, with the addresses behind them and whether a line is drawn under them."""
    links = _banded(
        (float(k["x0"]), float(k["top"]), float(k["x1"]), float(k["bottom"]), str(k["uri"]))
        for k in page.hyperlinks
        if k.get("uri")
    )
    under = _banded(
        (s["x0"], s["top"], s["x1"], s["bottom"], "")
        for s in (*page.lines, *page.rects)
        if s["bottom"] - s["top"] < 2.5 and s["x1"] - s["x0"] > 4
    )
    if not links and not under:
        return list(words)
    return [_marked(word, links, under) for word in words]


def _marked(word: Word, links: _Bands, under: _Bands) -> Word:
    x, y = (word.x0 + word.x1) / 2, word.middle
    target = next((t for a, top, b, low, t in links.get(int(y // _BAND), ()) if a <= x <= b and top <= y <= low), None)
    base = word.bottom - word.size * 0.22
    line = any(
        a - 2 <= x <= b + 2 and word.x1 - word.x0 < b - a + 3 and base - 0.5 <= top <= word.bottom + 1
        for a, top, b, _, _ in under.get(int(word.bottom // _BAND), ())
    )
    return replace(word, link=target, underlined=line) if target is not None or line else word


def _banded(marks: Any) -> _Bands:
    found: _Bands = {}
    for mark in marks:
        for band in range(int((mark[1] - 3) // _BAND), int((mark[3] + 3) // _BAND) + 1):
            found.setdefault(band, []).append(mark)
    return found
