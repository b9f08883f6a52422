"""The nouns of a flow: a paragraph with what its look says of it, a table as a grid of cells, a note."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from docmine.read.inline import Run
from docmine.read.pieces import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, with what is anchored in it."""

    runs: tuple[Run, ...]
    level: int | None = None
    """Of a heading, as its style says."""
    size: float = 11.0
    """Of most of its characters, in points."""
    strong: bool = False
    """Whether all of its words are bold or underlined."""
    marker: str | None = None
    """Its bullet or number, as the list gives it."""
    depth: int = 1
    """Of a list item, from 1."""
    caption: bool = False
    notes: tuple[Note, ...] = ()
    boxes: tuple[tuple[Item, ...], ...] = ()
    """Text boxes, and pictures that hold text."""
    aside: tuple[Piece, ...] = ()
    """Deletions, comments: ready pieces."""

    @property
    def raw(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or an endnote; its mark stands raised in the text."""

    mark: str
    items: tuple[Item, ...]
    at_end: bool = False
    """An endnote, which stands at the end of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A place in a table's grid."""

    items: tuple[Item, ...] = ()
    merged: Literal["left", "above"] | None = None
    """Covered by the cell to its left or above it, which holds the words."""
    shade: str | None = None
    """The colour behind its words, in any notation; None for none and for white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells. `headed`: how many of the first rows the file marks as its head."""

    rows: tuple[tuple[Cell, ...], ...]
    headed: int = 0


Item = Paragraph | Table


def paragraphs(items: Sequence[Item], *, within: Callable[[Table], bool] = lambda table: True) -> Iterator[Paragraph]:
    """All paragraphs to their depth, those of text boxes too; those of tables only `within` some if so said."""
    for item in items:
        if isinstance(item, Table):
            for row in item.rows if within(item) else ():
                for cell in row:
                    yield from paragraphs(cell.items, within=within)
        else:
            yield item
            for box in item.boxes:
                yield from paragraphs(box, within=within)
