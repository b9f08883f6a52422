"""What a figure stands under or beside: a row and a column, a tile's label, the words over a list, a heading."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract.context import layout
from docmine.extract.facts import Found
from docmine.extract.tables import column_name
from docmine.records import Block

_OF_TIME = re.compile(
    r"(?:by|in|during|between|over|since|from|within|for|as\s+(?:at|of))\b.*(?:\d|\b(?:weeks?|months?|years?|terms?|quarters?|half\s+term|now)\b)",
    re.I,
)
"""Words over a list that only say when."""
_SAYS_NOTHING = re.compile(
    r".*\?\s*$|(?:\d+(?:\.\d+)*\.?\s+)?(?:how|what|why|where|who|when|do|does|can|will|are|is|you|we|our\s+plans|next\s+steps|now|done|in\s+this|dear|re)\b|.*\b(?:you|we|I)\b",
    re.I,
)
"""A heading that is a question, or speaks to the reader: it names no subject."""
_FIGURES_ONLY = re.compile(
    r"(?:[\W\d_]|\b(?:from|to|up|down|in|of|out|per|cent|m|s|k|bn|million|weeks?|days?|months?|years?|mins?|hours?)\b)+",
    re.I,
)
_LABEL_CHARACTERS = 90
_BRACKETED = re.compile(r"\([^()]*\)")


def lead(doc: Doc, f: Found, above: str | None) -> str | None:
    """In a table a row's first cell and the cell's column; of a bare number its label; elsewhere what is `above` it."""
    block = f.sent.block
    if block.kind != "table_row" and "\t" not in block.text:
        return _label(layout(doc).blocks, f.sent.block_index) or above
    cells = block.text.split("\t")
    index = block.text[: f.start - block.start].count("\t")
    column = column_name(doc, f.sent, f.start) if len(cells[index].split()) <= 4 else ""
    return " ".join(filter(None, (cells[0] if index else f.sent.heading, column)))


def above(doc: Doc, f: Found) -> str | None:
    """The words over a list, what the sentence before ends on, or the heading, unless they name no subject."""
    stem = f.sent.stem if f.sent.stem and not _OF_TIME.match(f.sent.stem) else None
    heading = f.sent.heading if f.sent.heading and not _SAYS_NOTHING.match(f.sent.heading) else None
    return stem or _said_before(doc, f) or heading


def _said_before(doc: Doc, f: Found) -> str | None:
    """What the sentence before ends on: "You have joined our mailing list. We now have 90 members." """
    low = f.sent.span.start
    if low == 0 or f.sent.block.start >= f.sent.span.start_char:
        return None
    previous = doc[low - 1].sent
    if previous.start_char < f.sent.block.start:
        return None
    last = next((t for t in reversed(list(previous)) if t.pos_ in ("NOUN", "PROPN")), None)
    if last is None or last.lemma_.lower() in ("day", "week", "month", "year", "today"):
        return None
    return doc[last.left_edge.i : last.i + 1].text


def _label(blocks: tuple[Block, ...], index: int) -> str | None:
    """The line beside a line of nothing but numbers: under it where the last such line has one there, else over it."""
    if not _FIGURES_ONLY.fullmatch(blocks[index].text):
        return None
    last = index
    while last + 2 < len(blocks) and _is_label(blocks[last + 1]) and _FIGURES_ONLY.fullmatch(blocks[last + 2].text):
        last += 2
    if last + 1 < len(blocks) and _is_label(blocks[last + 1]):
        return blocks[index + 1].text
    return blocks[index - 1].text if index and _is_label(blocks[index - 1]) else None


def _is_label(block: Block) -> bool:
    text = _BRACKETED.sub("", block.text)
    short = len(block.text) <= _LABEL_CHARACTERS and "\t" not in block.text
    return short and not re.search(r"\d|[.:;]\s*$", text) and re.search(r"[A-Za-z]{3}", text) is not None
