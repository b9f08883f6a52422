"""Cells of tables and boxes of text: read each by itself, for Tesseract reads over the gap between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docmine.read.scan.lines import Line
from docmine.read.scan.polarity import DARK
from docmine.read.scan.tesseract import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

_LARGEST = 0.25
"""Of the page: a larger box may have columns of its own, which are found when it is read with the rest."""
_LEAST = 0.12
"""Inches, either way: below it there is no room for a word."""
_INSET = 6
"""Pixels left out along the edges of a cell, where the rules were."""
_CONTRAST = 60
"""Steps of grey between the lightest and the darkest pixel of a cell, unless it is empty."""
_GAP = 50
"""Pixels of white around each cell."""
_TALLEST = 20_000
"""Pixels of the picture that cells are put into, one below the other; Tesseract takes up to 32,767."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells one below the other in a picture of their own, and where on the page each came from."""

    pixels: Pixels
    cells: tuple[tuple[int, Line], ...]
    """(the row of pixels at which it begins here, its place on the page)."""


def find(lines: Sequence[Line], pixels: Pixels, dpi: float) -> list[Line]:
    """The rectangles that ruled lines enclose and that no other line cuts, in the order of the page."""
    from pdfplumber.table import edges_to_intersections, intersections_to_cells

    edges = [_edge(line) for line in lines]
    corners = edges_to_intersections(edges, x_tolerance=12, y_tolerance=12)
    height, width = pixels.shape
    found = [Line(*(int(v) for v in cell)) for cell in intersections_to_cells(corners)]
    least = _LEAST * dpi + 2 * _INSET
    fit = [
        c
        for c in found
        if c.x1 - c.x0 > least
        and c.bottom - c.top > least
        and (c.x1 - c.x0) * (c.bottom - c.top) < _LARGEST * height * width
    ]
    return sorted(set(fit), key=lambda c: (c.top, c.x0))


def without(pixels: Pixels, cells: Sequence[Line]) -> Pixels:
    """The page with its cells empty."""
    rest = pixels.copy()
    for cell in cells:
        rest[cell.top : cell.bottom, cell.x0 : cell.x1] = 255
    return rest


def sheets(pixels: Pixels, cells: Sequence[Line]) -> Iterator[Sheet]:
    """The cells that have anything in them, on as few sheets as will hold them."""
    import numpy as np

    rows: list[Pixels] = []
    placed: list[tuple[int, Line]] = []
    height = 0
    wide = max((c.x1 - c.x0 for c in cells), default=0) + 2 * _GAP
    for cell in cells:
        inner = pixels[cell.top + _INSET : cell.bottom - _INSET, cell.x0 + _INSET : cell.x1 - _INSET]
        if int(inner.max()) - int(inner.min()) < _CONTRAST:
            continue
        if (ground := float(np.median(inner))) < DARK:
            inner = (255 - np.clip(inner - ground, 0, 255)).astype(np.uint8)
        if height + inner.shape[0] + _GAP > _TALLEST and placed:
            yield Sheet(np.concatenate(rows), tuple(placed))
            rows, placed, height = [], [], 0
        row = np.full((inner.shape[0] + _GAP, wide), 255, dtype=np.uint8)
        row[_GAP // 2 : -(_GAP // 2), _GAP : _GAP + inner.shape[1]] = inner
        rows.append(row)
        placed.append((height + _GAP // 2, cell))
        height += row.shape[0]
    if placed:
        yield Sheet(np.concatenate(rows), tuple(placed))


def back(sheet: Sheet, readings: Sequence[Reading], first: int) -> list[Reading]:
    """What was read on a sheet, at its place on the page; its lines are told from others by blocks from `first` on."""
    found = []
    for word in readings:
        middle = (word.top + word.bottom) / 2
        number = max((i for i, (start, _) in enumerate(sheet.cells) if start - _GAP / 2 <= middle), default=0)
        start, cell = sheet.cells[number]
        right, down = cell.x0 + _INSET - _GAP, cell.top + _INSET - start
        block, *line = word.line
        found.append(
            replace(
                word,
                line=(first + number, block * 1000 + line[0], line[1]),
                x0=word.x0 + right,
                x1=word.x1 + right,
                top=word.top + down,
                bottom=word.bottom + down,
            )
        )
    return found


def _edge(line: Line) -> dict[str, object]:
    across = line.x1 - line.x0 > line.bottom - line.top
    x, y = (line.x0 + line.x1) // 2, (line.top + line.bottom) // 2
    return {
        "orientation": "h" if across else "v",
        "x0": line.x0 if across else x,
        "x1": line.x1 if across else x,
        "top": y if across else line.top,
        "bottom": y if across else line.bottom,
    }
