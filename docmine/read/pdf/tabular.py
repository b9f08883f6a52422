"""Rows of a table → pieces whose cells keep their headers; the bullets of a cell stay in its text, with their signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docmine.read import markers
from docmine.read.pdf import rules
from docmine.read.pdf.lines import Segment
from docmine.read.pdf.parts import Rows, Table
from docmine.read.pdf.text import Joiner
from docmine.read.pdf.words import Word
from docmine.read.pieces import Piece


@dataclass(frozen=True, slots=True)
class Header:
    """The titles of a table's columns, and the page that the table ends on."""

    titles: tuple[str, ...] = ()
    page: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[list[Word]]
    bold: bool

    @property
    def page(self) -> int:
        return next(w.page for cell in self.cells for w in cell)


def rows(table: Table | Rows, joiner: Joiner, before: Header) -> list[Piece]:
    """The pieces of a table. `before`: the header of the table just before, which may go on here."""
    found = [_row(row) for row in table.rows if any(row)]
    texts = [tuple(joiner.join(cell).text for cell in row.cells) for row in found]
    ruled = isinstance(table, Table)
    repeated = texts[0] == before.titles and found[0].page > before.page
    marked = found[0].bold or (ruled and _is_coloured(table.rows))
    header: tuple[str, ...] = ()
    if repeated or (len(texts[0]) > 1 and (ruled or marked) and rules.is_header(texts[0], texts[1:], marked)):
        header = texts[0]
    elif len(before.titles) == len(texts[0]) and (ruled or markers.is_number(texts[0][0])):
        header = before.titles
    # Where some rows are bold and others not, each bold one is the header of those below it.
    parted = bool(header) and found[0].bold and not all(row.bold for row in found[1:])
    pieces: list[Piece] = []
    for i, (row, text) in enumerate(zip(found, texts, strict=True)):
        if parted and row.bold and all(text):
            header = text
        piece = _piece(row, joiner, header if len(header) == len(row.cells) else ())
        # Titles that are repeated where a table goes on overleaf stand outside the reading order.
        pieces.append(replace(piece, kind="furniture", headers=()) if repeated and i == 0 else piece)
    return pieces


def _is_coloured(table: Sequence[Sequence[Sequence[Segment]]]) -> bool:
    """Whether the first row alone is set in a colour of its own, as on a dark band."""
    colours = [{line.colour for cell in row for line in cell} for row in table if any(row)]
    return len(colours) > 1 and len(colours[0]) == 1 and not any(colours[0] & other for other in colours[1:])


def _row(row: Sequence[Sequence[Segment]]) -> _Row:
    bold = all(line.bold for cell in row for line in cell)
    return _Row([[_shown(w) for line in cell for w in line.words] for cell in row], bold)


def _shown(word: Word) -> Word:
    """The word; the sign of a bullet that only its own font can draw as the usual one."""
    private = word.bullet and (not word.text.isprintable() or ord(word.text[0]) >= 0xE000)
    return replace(word, text="•") if private else word


def _piece(row: _Row, joiner: Joiner, header: tuple[str, ...]) -> Piece:
    joined = joiner.cells(row.cells)
    return Piece(
        kind="table_row", text=joined.text, headers=header, page=row.page, boxes=joined.boxes, links=joined.links
    )
