"""What a page is made of: areas, flows of lines, tables."""

from __future__ import annotations

from dataclasses import dataclass

from docmine.read.pdf.lines import Segment
from docmine.read.pdf.words import Word


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x0: float, top: float, x1: float, bottom: float) -> bool:
        """Whether the middle of the other rectangle lies inside."""
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        return self.x0 - 1 <= x <= self.x1 + 1 and self.top - 1 <= y <= self.bottom + 1

    @property
    def size(self) -> float:
        return (self.x1 - self.x0) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was found by its rules; it is read as one thing."""

    area: Area
    rows: tuple[tuple[tuple[Segment, ...], ...], ...]
    """Rows of cells of lines."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A ruled grid that holds prose or bullets: cell after cell, row by row, each a column by itself."""

    area: Area
    cells: tuple[tuple[Segment, ...], ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines of one column, top to bottom, between which a paragraph may run on. `panel`: they stand in a box."""

    lines: tuple[Segment, ...]
    panel: bool
    right: float = 0.0
    """How far the column reaches where another stands on its right, else 0."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines that are a table without rules: rows of cells of lines."""

    rows: tuple[tuple[tuple[Segment, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; its marker is not among its words."""

    words: tuple[Word, ...]
    marker: str

    @property
    def page(self) -> int:
        return self.words[0].page


Part = Flow | Rows | Table | Note


@dataclass(slots=True)
class Unit:
    """What a cut may not divide: a stretch of a line, a table, or a box with all that is in it. `count`: its lines."""

    x0: float
    top: float
    x1: float
    bottom: float
    count: int
    segment: Segment | None = None
    table: Table | Cells | Rows | None = None
    inside: list[Unit] | None = None

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def row(self) -> int | None:
        return self.segment.row if self.segment is not None else None
