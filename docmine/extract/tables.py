"""A table's row → the cells of the row that heads it, whether its reader marked one or not."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract.context import Sent, layout
from docmine.records import Block

_NO_HEADER = re.compile(
    r"$|N/A$|-$|(?!(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?$|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2}|\d{1,2}/\d)[\d£<>~(]",
    re.I,
)
"""A cell that holds a count, or nothing: its row heads no table."""
_SHORT = 30
"""Characters of a cell that can head a column of text."""


def header_cells(doc: Doc, sent: Sent) -> list[tuple[int, int]]:
    """Where the cells of the row stand that heads a row's table; none where no row does."""
    blocks, index = layout(doc).blocks, sent.block_index
    if sent.block.headers:
        wanted = list(sent.block.headers)
        while index > 0 and blocks[index - 1].kind == "table_row":
            index -= 1
            if blocks[index].text.split("\t") == wanted:
                return _cells(blocks[index])
        return []
    while index > 0 and blocks[index - 1].kind == "table_row":
        index -= 1
        row = blocks[index].text.split("\t")
        if len(row) > 2 and not any(_NO_HEADER.match(c.strip()) for c in row[1:]):
            return _cells(blocks[index])
        if len(row) == 2 and not re.search(r"\d", row[1]) and len(row[1]) <= _SHORT:
            return _cells(blocks[index])
    return []


def _cells(row: Block) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = row.start
    for cell in row.text.split("\t"):
        found.append((at, at + len(cell)))
        at += len(cell) + 1
    return found


def column_name(doc: Doc, sent: Sent, start: int) -> str:
    """What the column of the cell at `start` is headed; empty outside a table, and where no row heads it."""
    cell = sent.block.text[: start - sent.block.start].count("\t")
    if cell < len(sent.block.headers):
        return sent.block.headers[cell]
    cells = header_cells(doc, sent) if "\t" in sent.block.text else []
    return layout(doc).text[slice(*cells[cell])] if cell < len(cells) else ""
