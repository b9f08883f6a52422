"""Pages grow: what was added later, under a date of its own, was not said on the day of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docmine.read import written
from docmine.records import ASIDE, Block, Document

_LABEL = re.compile(r"\b(?:update[ds]?|added|addition|edit(?:ed)?|amended|note|postscript|ps)\b", re.I)
_NO_ADDITION = re.compile(
    r"\b(?:last|next|previous|due|deadline|by|until|from|clos\w+|expir\w+|events?|dates?|review\w*|page|mon|tue|wed|thu|fri|sat|sun)\b"
    r"|day\b|\d[:.]\d\d|\b\d{1,2}\s*(?:am|pm)\b",
    re.I,
)
_DIARY = re.compile(r"\b(?:events?|diary|dates|calendar|what.?s on|coming up|timetable|deadlines?|meetings)\b", re.I)
_LINE = 6
"""Words that the line with the date of an addition has at most."""
_PROSE = 12
"""Words of a paragraph from which it tells something: an addition does, an entry in a list of events need not."""


def dated(document: Document) -> tuple[Block, ...]:
    """Its blocks, those of a later addition to a web page with its date.

    An addition begins with a short line that gives a later date than the page's own, and goes on to the next such line
    or to the end; one that stands above the page's own words ends at the next heading.
    """
    grows = document.doc_type is not None and document.doc_type.value == "web page"
    published = document.published.value if document.published and grows else None
    dates = _dates(document.blocks, published) if published else [None] * len(document.blocks)
    return tuple(
        b if b.kind in ASIDE or b.date == date else replace(b, date=date)
        for b, date in zip(document.blocks, dates, strict=True)
    )


def _dates(blocks: Sequence[Block], published: str) -> list[str | None]:
    found: list[str | None] = []
    current: str | None = None
    begins: Block | None = None
    under = ""
    own_words = False
    for i, block in enumerate(blocks):
        if block.kind in ASIDE:
            found.append(None)
            continue
        date = _date_of_line(block)
        if date and _is_later(date, published) and _tells(blocks[i + 1 :]) and not _DIARY.search(under):
            current, begins = date, block
        elif current and ((date and not _is_later(date, published)) or (not own_words and _ends(block, begins))):
            current, begins = None, None
        if block.kind == "heading":
            under = block.text
        own_words = own_words or (current is None and block.kind == "paragraph" and len(block.text.split()) >= _PROSE)
        found.append(current)
    return found


def is_date(block: Block) -> bool:
    """Whether a line is nothing but a date, perhaps with a word such as "Update"."""
    return _date_of_line(block) is not None


def _date_of_line(block: Block) -> str | None:
    """The date of a line that is nothing but a date, perhaps with a word such as "Update"."""
    if block.kind not in ("heading", "paragraph") or len(block.text.split()) > _LINE:
        return None
    value = written.first(block.text)
    rest = re.sub(r"\W|\b(?:on|of)\b", "", _LABEL.sub("", written.without_date(block.text)))
    return value if value and not rest and not _NO_ADDITION.search(block.text) else None


def _is_later(date: str, published: str) -> bool:
    """Whether every day of `date` lies after every day of `published`."""
    begin, end = date.split("/")[0], published.split("/")[-1]
    length = min(len(begin), len(end))
    return begin[:length] > end[:length]


def _tells(below: Sequence[Block]) -> bool:
    """Whether prose stands under a line before the next but one heading."""
    headings = 0
    for block in below[:4]:
        headings += block.kind == "heading"
        if headings > 1:
            return False
        if len(block.text.split()) >= _PROSE:
            return True
    return False


def _ends(block: Block, begins: Block | None) -> bool:
    return block.kind == "heading" and (
        begins is None or begins.kind != "heading" or (block.level or 6) <= (begins.level or 6)
    )
