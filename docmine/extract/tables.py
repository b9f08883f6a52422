"""A table's row → the cells of the row that heads it, whether its reader marked one or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby

from spacy.tokens import Doc

from docmine.extract.context import Sent, layout
from docmine.extract.numerals import Quantity
from docmine.records import Block

_NO_HEADER = re.compile(
    r"$|N/A$|-$|(?!(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?$|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2}|\d{1,2}/\d)[\d£<>~(]",
    re.I,
)
"""A cell that holds a count, or nothing: its row heads no table."""
_SHORT = 30
"""Characters of a cell that can head a column of text."""
_PERCENT = re.compile(r"\(\s*%|%\s*\)|^\s*%|%\s*$|\bpercentage\s+of\b", re.I)
_TARGET = re.compile(r"(?:(?:our|national)\s+)?(?:target|standard|limit|goal)", re.I)
_POUNDS = re.compile(r"\(\s*£\s*(?P<scale>0?00s?|k|m|bn|million|thousands?)?\s*\)|^£(?P<short>0?00s?|k|m|bn)?$", re.I)
_TIME = re.compile(
    r"\((?:in\s+|working\s+)?(weeks|days|months|years|hours|minutes)\)|^(weeks|days|months|years|hours|minutes)$"
    r"|^(?!.*\d)(?:[\w-]+\s+){0,3}(weeks|days|months|hours|minutes)\s+(?:lost|taken|waited|waiting|per|to)\b",
    re.I,
)
_SCALES = {"k": 1000, "000": 1000, "00": 1000, "thousand": 1000, "m": 10**6, "million": 10**6, "bn": 10**9}


@dataclass(frozen=True, slots=True)
class Row:
    """A row's place in its table, by the indices of the table's first and last block, and the cells that head it."""

    first: int
    last: int
    header: tuple[tuple[int, int], ...] = ()


def rows(doc: Doc) -> dict[int, Row]:
    """The rows of a document's tables by the index of their block; computed once a document."""
    cached: dict[int, Row] | None = doc.user_data.get("docmine_rows")
    if cached is not None:
        return cached
    blocks = layout(doc).blocks
    found: dict[int, Row] = {}
    for is_row, run in groupby(range(len(blocks)), key=lambda i: blocks[i].kind == "table_row"):
        indices = list(run)
        if not is_row:
            continue
        inferred: tuple[tuple[int, int], ...] = ()
        written: dict[str, tuple[tuple[int, int], ...]] = {}
        for i in indices:
            block = blocks[i]
            above = written.get("\t".join(block.headers), ()) if block.headers else inferred
            found[i] = Row(indices[0], indices[-1], above)
            written.setdefault(block.text, _cells(block))
            if _heads(block):
                inferred = _cells(block)
    doc.user_data["docmine_rows"] = found
    return found


def header_cells(doc: Doc, sent: Sent) -> tuple[tuple[int, int], ...]:
    """Where the cells of the row stand that heads the table of a sentence; none where no row does."""
    row = rows(doc).get(sent.block_index)
    return row.header if row is not None else ()


def _heads(row: Block) -> bool:
    cells = row.text.split("\t")
    if len(cells) == 2:
        return not re.search(r"\d", cells[1]) and len(cells[1]) <= _SHORT
    return len(cells) > 2 and not any(_NO_HEADER.match(c.strip()) for c in cells[1:])


def _cells(row: Block) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = row.start
    for cell in row.text.split("\t"):
        found.append((at, at + len(cell)))
        at += len(cell) + 1
    return tuple(found)


def column_name(doc: Doc, sent: Sent, start: int) -> str:
    """What the column of the cell at `start` is headed; empty outside a table, and where no row heads it."""
    cell = sent.block.text[: start - sent.block.start].count("\t")
    if cell < len(sent.block.headers):
        return sent.block.headers[cell]
    cells = header_cells(doc, sent) if "\t" in sent.block.text else ()
    return layout(doc).text[slice(*cells[cell])] if cell < len(cells) else ""


def in_units_of(doc: Doc, sent: Sent, start: int, end: int, q: Quantity) -> Quantity:
    """A bare number of a cell in the units that its column or row is headed with: "(%)", "Spend (£000)", "(weeks)"."""
    text, at = sent.block.text, start - sent.block.start
    if "\t" not in text or q.unit != "count" or q.of is not None:
        return q
    low, high = text.rfind("\t", 0, at) + 1, text.find("\t", at)
    if low == 0 or text[low : high if high >= 0 else None].strip() != text[at : end - sent.block.start]:
        return q
    column = column_name(doc, sent, start).strip()
    if _TARGET.fullmatch(column) and text.count("\t", 0, low) > 1:  # in the units of the column beside it
        column = column_name(doc, sent, sent.block.start + low - 1).strip()
    for name in (column, text[: text.find("\t")].strip()):
        if _PERCENT.search(name):
            return replace(q, unit="percent")
        if pounds := _POUNDS.search(name):
            scale = (pounds["scale"] or pounds["short"] or "").lower().rstrip("s")
            return replace(q, unit="gbp", value=q.value * _SCALES.get(scale, 1), form="money")
        if time := _TIME.search(name):
            return replace(q, unit=(time[1] or time[2] or time[3]).lower(), form="duration")
    return q
