"""Rows of a table → pieces whose cells keep their headers; the bullets of a cell follow its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docmine.read import markers
from docmine.read.pdf import rules
from docmine.read.pdf.groups import Group, grouped
from docmine.read.pdf.lines import Segment
from docmine.read.pdf.parts import Flow, Rows, Table
from docmine.read.pdf.text import Joiner
from docmine.read.pdf.words import Word
from docmine.read.pieces import Piece


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[list[Word]]
    bold: bool
    below: list[Group]
    """Bullets of one cell, and what follows them."""


def rows(table: Table | Rows, joiner: Joiner, before: tuple[str, ...], leading: dict[int, float]) -> list[Piece]:
    """The pieces of a table. `before`: the headers of the table just before, which may go on here."""
    found = [_row(row, leading, ruled=isinstance(table, Table)) for row in table.rows]
    texts = [tuple(joiner.join(cell).text for cell in row.cells) for row in found]
    header: tuple[str, ...] = ()
    ruled = isinstance(table, Table)
    if len(texts[0]) > 1 and (ruled or found[0].bold) and rules.is_header(texts[0], texts[1:], found[0].bold):
        header = texts[0]
    elif len(before) == len(texts[0]) and (ruled or markers.is_number(texts[0][0])):
        header = before
    # Where some rows are bold and others not, each bold one is the header of those below it.
    parted = bool(header) and found[0].bold and not all(row.bold for row in found[1:])
    pieces: list[Piece] = []
    for row, text in zip(found, texts, strict=True):
        if parted and row.bold and all(text):
            header = text
        if any(row.cells):
            pieces.append(_piece(row, joiner, header if len(header) == len(row.cells) else ()))
        pieces.extend(_below(group, joiner) for group in row.below)
    return pieces


def _row(row: Sequence[Sequence[Segment]], leading: dict[int, float], *, ruled: bool) -> _Row:
    bold = all(line.bold for cell in row for line in cell)
    listed = [i for i, cell in enumerate(row) if any(line.words[0].bullet for line in cell)]
    cells = [[w for line in cell for w in line.words] for cell in row]
    if len(listed) != 1 or not ruled:
        return _Row(cells, bold, [])
    groups = grouped(Flow(tuple(row[listed[0]]), panel=False), 0, leading)
    first = next((i for i, g in enumerate(groups) if g.marker is not None), len(groups))
    cells[listed[0]] = [w for g in groups[:first] for w in g.words]
    return _Row(cells, bold, groups[first:])


def _piece(row: _Row, joiner: Joiner, header: tuple[str, ...]) -> Piece:
    joined = joiner.cells(row.cells)
    page = next(w.page for cell in row.cells for w in cell)
    return Piece(kind="table_row", text=joined.text, headers=header, page=page, boxes=joined.boxes, links=joined.links)


def _below(group: Group, joiner: Joiner) -> Piece:
    joined = joiner.join(group.words)
    if group.marker is None:
        return Piece(kind="paragraph", text=joined.text, page=group.page, boxes=joined.boxes, links=joined.links)
    return Piece(
        kind="list_item",
        text=joined.text,
        level=1,
        marker=group.marker,
        page=group.page,
        boxes=joined.boxes,
        links=joined.links,
    )
