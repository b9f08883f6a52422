"""A table as rows whose cells keep their headers; a table made for layout as its cells one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from docmine.read.flow.items import Cell, Item, Paragraph, Table
from docmine.read.inline import Run, line
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
    if table.headed:
        return True
    words = [[len(_text(c).split()) for c in row] for row in rows]
    filled = [n for row in words for n in row if n]
    beside = sum(1 for row, counts in zip(rows, words, strict=True) if _width(row, counts) >= 2)
    return (
        beside >= len(rows) * 0.6 and sum(filled) / len(filled) <= _MEAN_CELL_WORDS and max(filled) <= _MAX_CELL_WORDS
    )


def rows(table: Table, below: Callable[[Sequence[Item]], list[Piece]]) -> list[Piece]:
    """The rows of a data table. The bullets of a cell follow its row, read by `below`, where only one cell has any."""
    found: list[Piece] = []
    above: tuple[str, ...] = ()
    texts: list[tuple[tuple[str, ...], tuple[Link, ...], list[Piece]]] = []
    for row in table.rows:
        listed = [i for i, cell in enumerate(row) if any(p.marker is not None for p in _paragraphs(cell))]
        rest: list[Piece] = []
        parts = [list(cell.items) for cell in row]
        if len(listed) == 1:
            items = parts[listed[0]]
            first = next(i for i, p in enumerate(items) if isinstance(p, Paragraph) and p.marker is not None)
            parts[listed[0]], rest = items[:first], below(items[first:])
        cells: list[str] = []
        links: list[Link] = []
        at = 0
        for i, cell in enumerate(row):
            text, inside = line(_runs(parts[i]))
            text = text.replace("\t", " ")
            if cell.merged == "above" and i < len(above) and len(above[i].split()) <= _LABEL_WORDS:
                text = above[i]
            links += [Link(k.start + at, k.end + at, k.target) for k in inside]
            cells.append(text)
            at += len(text) + 1
        above = tuple(cells)
        texts.append((above, tuple(links), rest))
    header = _header(table, [row_cells for row_cells, _, _ in texts])
    for row_cells, row_links, rest in texts:
        if any(row_cells):
            kept = header if len(header) == len(row_cells) else ()
            found.append(Piece(kind="table_row", text="\t".join(row_cells), headers=kept, links=row_links))
        found.extend(rest)
    return found


def _header(table: Table, texts: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The name of each column: from the rows that the file marks, else from the first row if it reads like names."""
    if table.headed and table.headed < len(texts):
        return _joined(table, texts)
    first = next((i for i, cells in enumerate(texts) if any(cells)), 0)
    cells, row = texts[first], table.rows[first]
    named = [c for c in cells if c]
    if len(named) < max(2, len(cells) - 1) or any(len(c.split()) > 10 for c in named) or not all(cells[1:]):
        return ()
    strong = all(p.strong for cell in row for p in _paragraphs(cell) if p.raw.strip())
    if not strong and (any(re.search(r"\d", c) for c in named) or not all(cells)):
        return ()
    return cells


def _joined(table: Table, texts: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Heads of two or three rows, read downwards; a head that spans columns belongs to each of them."""
    width = max(map(len, texts))
    names: list[list[str]] = [[] for _ in range(width)]
    for row, cells in zip(table.rows[: table.headed], texts, strict=False):
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
    """The words of a cell's paragraphs with white space between them, bullets too where several cells have some."""
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
