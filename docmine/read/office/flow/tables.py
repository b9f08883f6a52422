"""A table as rows whose cells keep their headers; a table made for layout as its cells one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read.inline import Run, line
from docmine.read.office.flow.items import Cell, Item, Paragraph, Table
from docmine.read.pieces import Piece
from docmine.records import Link

_MAX_CELL_WORDS = 120
"""A cell with more words than this is prose in a layout table."""
_MEAN_CELL_WORDS = 30
_LABEL_WORDS = 8
"""A merged cell of no more words names what its rows are about: it is said of each. A longer one is said once."""


def is_data(table: Table) -> bool:
    """Whether a table holds rows of facts; else it only places text on the page."""
    rows = [row for row in table.rows if any(_text(c).strip() for c in row)]
    if len(rows) < 2 or max(map(len, rows)) < 2 or any(_nested(c) for row in rows for c in row):
        return False
    if table.headed or _shaded_head(table):
        return True
    words = [[len(_text(c).split()) for c in row] for row in rows]
    filled = [n for row in words for n in row if n]
    beside = sum(1 for row, counts in zip(rows, words, strict=True) if _width(row, counts) >= 2)
    return (
        beside >= len(rows) * 0.6 and sum(filled) / len(filled) <= _MEAN_CELL_WORDS and max(filled) <= _MAX_CELL_WORDS
    )


def rows(table: Table, *, names: bool = True) -> list[Piece]:
    """The rows of a data table. All that a cell holds is one text: its paragraphs and its bullets, with their signs.

    A head that is repeated further down is furniture. `names`: whether the first row may name the columns.
    """
    found: list[Piece] = []
    above: tuple[str, ...] = ()
    texts: list[tuple[tuple[str, ...], tuple[Link, ...]]] = []
    for row in table.rows:
        cells: list[str] = []
        links: list[Link] = []
        at = 0
        for i, cell in enumerate(row):
            text, inside = line(_runs(cell.items))
            text = text.replace("\t", " ")
            if cell.merged == "above" and i < len(above) and len(above[i].split()) <= _LABEL_WORDS:
                text = above[i]
            links += [Link(k.start + at, k.end + at, k.target) for k in inside]
            cells.append(text)
            at += len(text) + 1
        above = tuple(cells)
        texts.append((above, tuple(links)))
    header = _header(table, [row_cells for row_cells, _ in texts]) if names else ()
    marked = table.headed or _shaded_head(table) or _is_strong(table.rows[0])
    met = False
    for row_cells, row_links in texts:
        if not any(row_cells):
            continue
        if met and marked and row_cells == header:
            found.append(Piece(kind="furniture", text=" ".join(cell for cell in row_cells if cell)))
            continue
        met = met or row_cells == header
        kept = header if len(header) == len(row_cells) else ()
        found.append(Piece(kind="table_row", text="\t".join(row_cells), headers=kept, links=row_links))
    return found


def _header(table: Table, texts: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The name of each column: from the rows that the file marks, else from the first row if it reads like names."""
    headed = table.headed or int(_shaded_head(table))
    if 0 < headed < len(texts):
        return _joined(table.rows[:headed], texts)
    first = next((i for i, cells in enumerate(texts) if any(cells)), 0)
    cells, row = texts[first], table.rows[first]
    named = [c for c in cells if c]
    if len(named) < max(2, len(cells) - 1) or any(len(c.split()) > 10 for c in named) or not all(cells[1:]):
        return ()
    if not _is_strong(row) and (any(re.search(r"\d", c) for c in named) or not all(cells)):
        return ()
    return cells


def _is_strong(row: Sequence[Cell]) -> bool:
    return all(p.strong for cell in row for p in _paragraphs(cell) if p.raw.strip())


def _shaded_head(table: Table) -> bool:
    """Whether the first row alone is shaded, all of it, or otherwise than the rows below."""
    shades = [{cell.shade for cell in row if cell.merged is None} for row in table.rows]
    first = shades[0] if shades else set()
    if len(first) != 1 or None in first:
        return False
    head = [_text(cell) for cell in table.rows[0]]
    others = [later for row, later in zip(table.rows, shades, strict=True) if [_text(cell) for cell in row] != head]
    return not any(first & later for later in others)


def _joined(heads: Sequence[Sequence[Cell]], texts: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Heads of two or three rows, read downwards; a head that spans columns belongs to each of them."""
    width = max(map(len, texts))
    names: list[list[str]] = [[] for _ in range(width)]
    for row, cells in zip(heads, texts, strict=False):
        last = ""
        for i, (cell, text) in enumerate(zip(row, cells, strict=True)):
            last = last if cell.merged == "left" else text
            if last and last not in names[i]:
                names[i].append(last)
    return tuple(" ".join(name) for name in names)


def _width(row: Sequence[Cell], counts: Sequence[int]) -> int:
    """How many places of a row are filled, by words of their own or from above."""
    return sum(1 for cell, n in zip(row, counts, strict=True) if n or cell.merged == "above")


def _runs(items: Sequence[Item]) -> list[Run]:
    """The words of a cell's paragraphs and bullets, with their signs and white space between them."""
    found: list[Run] = []
    for item in items:
        if isinstance(item, Paragraph) and item.raw.strip():
            found.append(Run(f" {item.marker} " if item.marker else " "))
            found.extend(Run(run.text.replace("\t", " "), run.target) for run in item.runs)
    return found


def _paragraphs(cell: Cell) -> list[Paragraph]:
    return [item for item in cell.items if isinstance(item, Paragraph)]


def _nested(cell: Cell) -> bool:
    return any(isinstance(item, Table) or item.boxes for item in cell.items)


def _text(cell: Cell) -> str:
    return " ".join(p.raw for p in _paragraphs(cell))
