"""A table's cell → the time that its column, its row, or a line over or under the table tells."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc

from docmine.extract.context import Sent, layout, sentences
from docmine.extract.date_roles import role
from docmine.extract.earlier import moved_back
from docmine.extract.frames import SHORT, Frames, dates_in, tells, within
from docmine.extract.tables import column_name, header_cells, rows
from docmine.records import Block

_YEAR_BEFORE = re.compile(
    r"(?:(?:last|previous|prior)\s+(?P<unit>year|quarter|month)|(?:a\s+)?year\s+(?:ago|earlier|before))", re.I
)
"""What a column of older counts is headed."""


def of_table(doc: Doc, all_: Frames, start: int, sent: Sent) -> str | None:
    """The date of a cell's column, of its row, of what stands over or under the table."""
    block = sent.block
    cell = block.text[: start - block.start].count("\t")
    header = header_cells(doc, sent)
    if cell and (older := _YEAR_BEFORE.fullmatch(column_name(doc, sent, start).strip())):
        period = _beside_table(doc, all_, sent.block_index)
        if period and (back := moved_back(period, (older["unit"] or "year").lower())):
            return back
    if 0 < cell < len(header):
        column = within(doc, all_, *header[cell])
        if len(set(column)) == 1:
            return column[0]
    if cell:
        row = within(doc, all_, block.start, block.start + block.text.find("\t"))
        if row:
            return max(row)
    at = block.start + block.text.rfind("\t", 0, start - block.start) + 1
    earlier = [d.value for d in dates_in(doc, all_, at, start) if role(doc, d) == "as_of"]
    if earlier and cell:
        return earlier[-1]
    return _beside_table(doc, all_, sent.block_index)


def stands_beside_dates(doc: Doc, all_: Frames, start: int, sent: Sent) -> bool:
    """Whether other columns are headed with dates and this cell's is not: "England", "Target" beside "2022/23"."""
    if "\t" not in sent.block.text:
        return False
    cell = sent.block.text[: start - sent.block.start].count("\t")
    header = header_cells(doc, sent)
    if not 0 < cell < len(header) or within(doc, all_, *header[cell]):
        return False
    text = layout(doc).text
    dated = any(
        within(doc, all_, *name) for name in header[1:] if not _YEAR_BEFORE.fullmatch(text[slice(*name)].strip())
    )
    return dated and not within(doc, all_, sent.block.start, sent.block.start + sent.block.text.find("\t"))


def _beside_table(doc: Doc, all_: Frames, index: int) -> str | None:
    """The one date in the line under a table, or in what leads into it."""
    blocks = layout(doc).blocks
    row = rows(doc).get(index)
    first, last = (row.first, row.last) if row is not None else (index, index)
    under = blocks[last + 1] if last + 1 < len(blocks) else None
    if under is not None and len(under.text) <= SHORT and under.kind in ("paragraph", "caption", "footnote"):
        found = {d.value for d in dates_in(doc, all_, under.start, under.end) if role(doc, d) in ("as_of", "period")}
        if len(found) == 1:
            return found.pop()
    over = blocks[first - 1] if first else None
    if over is not None and over.kind in ("heading", "caption") and (period := _named(doc, all_, over)):
        return period
    if over is not None and over.kind in ("paragraph", "caption"):
        leads = over.text.rstrip().endswith(":") or over.kind == "caption" or len(over.text) <= SHORT
        sents = sentences(doc)
        at = bisect_right(sents, over.end - 1, key=lambda s: s.span.start_char) - 1
        low = sents[at].span.start_char if at >= 0 else over.start
        found = set(within(doc, all_, max(low, over.start), over.end))
        if leads and len(found) == 1:
            return found.pop()
        counted = {
            d.value
            for d in dates_in(doc, all_, over.start, over.end)
            if role(doc, d) == "as_of" and tells(doc, all_, d)
        }
        if len(counted) == 1:
            return counted.pop()
    return None


def _named(doc: Doc, all_: Frames, title: Block) -> str | None:
    """The one time that a title names outside brackets: "The numbers, April 2024 (last year: April 2023)"."""
    text = layout(doc).text
    dates = dates_in(doc, all_, title.start, title.end)
    fixed = [d for d in dates if d.expression.shift is None]
    values = {d.value for d in fixed if text.count("(", title.start, d.start) == text.count(")", title.start, d.start)}
    return values.pop() if len(values) == 1 else None
