"""Scanned pages that somebody typed on: a stamp, a fax line, a number.

A page with pictures over most of it and few words is recognised too. Where the picture holds words that were not typed,
what was recognised is the page, and typed lines that were not recognised stand aside; else it is a background, and the
page is what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docmine.read import watch
from docmine.read.pdf import scans
from docmine.read.pdf.lines import segments, whole
from docmine.read.pdf.scans import Scan
from docmine.read.pdf.words import Word

_MOST = 0.8
"""Of the page's area. A scanner's picture covers all of it but for a margin."""
_FEW = 30
"""Typed words: a stamp has a dozen, a page of print two hundred and more."""
_PRINT = 5
"""Words of a picture from which it holds print; a photograph gives one or two by chance."""
_SURE = 0.7


def is_one(page: Any, typed: Sequence[Word]) -> bool:
    """Whether a pdfplumber page is mostly picture and has few `typed` words."""
    wide, high = float(page.width), float(page.height)
    covered = sum(
        max(0.0, min(i["x1"], wide) - max(i["x0"], 0.0)) * max(0.0, min(i["bottom"], high) - max(i["top"], 0.0))
        for i in page.images
    )
    return len(typed) <= _FEW and covered >= _MOST * wide * high


def of_page(page: Any, typed: Sequence[Word], time: watch.Watch) -> tuple[Scan | None, list[Sequence[Word]]]:
    """What the page says, None where that is what was typed; and the typed lines that stand aside."""
    found = scans.of_page(page, time)
    if found.unread:
        return replace(found, words=tuple(typed), height=float(page.height)), []
    known = {_plain(word) for word in typed}
    others = [w for w in found.words if (w.confidence or 0) >= _SURE and len(_plain(w)) > 2 and _plain(w) not in known]
    if len(others) < _PRINT:
        return None, []
    read = {_plain(word) for word in found.words}
    lines = [line.words for line in whole(segments(typed))]
    return found, [line for line in lines if any(_plain(word) not in read for word in line)]


def _plain(word: Word) -> str:
    return "".join(c for c in word.text.lower() if c.isalnum())
