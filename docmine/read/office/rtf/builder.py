"""Paragraphs, cells and rows as an RTF file ends them → items of a flow."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from docmine.read.inline import Run, line
from docmine.read.office.flow import Cell, Item, Note, Paragraph, Table
from docmine.read.pieces import Piece

Merge = Literal["left", "above"] | None


@dataclass(slots=True)
class _Rows:
    """A table in the making, at one depth of tables in tables."""

    cell: list[Item] = field(default_factory=list)
    cells: list[tuple[Item, ...]] = field(default_factory=list)
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    headed: int = 0


class Builder:
    """Gathers one text: the body, a note, a text box, a running head."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._tables: list[_Rows] = []
        self._clear()

    def _clear(self) -> None:
        self.runs: list[Run] = []
        self.marker: str | None = None
        self.notes: list[Note] = []
        self.boxes: list[tuple[Item, ...]] = []
        self.aside: list[Piece] = []
        self._gap = ""  # white space at the end of what was deleted last
        self._sizes: Counter[float] = Counter()
        self._strong: bool | None = None

    def add(self, text: str, link: str | None, size: float, strong: bool) -> None:
        """Text in the paragraph that is being made."""
        self.runs.append(Run(text, link))
        if text.strip():
            self._sizes[size] += len(text)
            self._strong = self._strong is not False and strong

    def delete(self, text: str, author: str | None, date: str | None) -> None:
        """Text that a tracked change took out, or that is struck through."""
        last = self.aside[-1] if self.aside else None
        if last is not None and last.kind == "deletion" and (last.author, last.date) == (author, date):
            text, _ = line([Run(last.text + self._gap), Run(text)])
            self.aside[-1] = Piece(kind="deletion", text=text, author=author, date=date)
        elif text.strip():
            self.aside.append(Piece(kind="deletion", text=line([Run(text)])[0], author=author, date=date))
        self._gap = " " if text[-1:].isspace() else ""

    def end_paragraph(self, depth: int, level: int | None, list_depth: int, caption: bool) -> None:
        """The paragraph ends; `depth` of the tables that it stands in, 0 for none."""
        p = Paragraph(
            runs=tuple(self.runs),
            level=level if any(run.text.strip() for run in self.runs) else None,
            size=self._sizes.most_common(1)[0][0] if self._sizes else 0.0,
            strong=bool(self._strong),
            marker=self.marker,
            depth=list_depth,
            caption=caption,
            notes=tuple(self.notes),
            boxes=tuple(self.boxes),
            aside=tuple(self.aside),
        )
        self._close(depth)
        if depth:
            self._tables[depth - 1].cell.append(p)
        else:
            self._items.append(p)
        self._clear()

    def end_cell(self, depth: int) -> None:
        """A cell ends in a table at a depth, from 1."""
        self._close(depth)
        table = self._tables[depth - 1]
        table.cells.append(tuple(table.cell))
        table.cell = []

    def end_row(self, depth: int, merges: list[Merge], *, head: bool) -> None:
        """A row ends; `merges` says of each cell whether another covers it."""
        self._close(depth)
        table = self._tables[depth - 1]
        if table.cells:
            kinds = merges + [None] * (len(table.cells) - len(merges))
            row = tuple(
                Cell(merged=kind) if kind else Cell(items=items)
                for items, kind in zip(table.cells, kinds, strict=False)
            )
            if head and table.headed == len(table.rows):
                table.headed += 1
            table.rows.append(row)
        table.cells = []

    def items(self) -> tuple[Item, ...]:
        """All that was gathered."""
        if any(run.text.strip() for run in self.runs) or self.aside or self.notes or self.boxes:
            self.end_paragraph(0, None, 1, False)
        self._close(0)
        return tuple(self._items)

    def _close(self, depth: int) -> None:
        """Ends the tables deeper than `depth`, and begins those that are missing."""
        while len(self._tables) > depth:
            table = self._tables.pop()
            if table.cell:
                table.cells.append(tuple(table.cell))
            if table.cells:
                table.rows.append(tuple(Cell(items=items) for items in table.cells))
            above = self._tables[-1].cell if self._tables else self._items
            if table.rows:
                above.append(Table(rows=tuple(table.rows), headed=table.headed))
        while len(self._tables) < depth:
            self._tables.append(_Rows())
