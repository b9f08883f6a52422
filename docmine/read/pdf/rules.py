"""Drawn rules and boxes of a page → tables of data, and panels that hold prose."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from docmine.read.pdf.lines import Segment, segments, whole
from docmine.read.pdf.parts import Area, Cells, Table
from docmine.read.pdf.words import Word

_MAX_CELL_WORDS = 60
"""A cell with more words than this is prose in a layout table."""

_LABEL_WORDS = 25


def find(page: Any, words: Sequence[Word]) -> tuple[list[Table | Cells], list[Area], list[Word]]:
    """(tables, panels, the words that stand in no table) of a pdfplumber page."""
    panels = _boxes(page)
    tables: list[Table | Cells] = []
    rest = list(words)
    if _has_grid(page):
        for found in sorted(page.find_tables(), key=lambda t: _area(t.bbox).size):
            grid = _grid(found, rest)
            area = _area(found.bbox)
            data = not _overlap(found.cells) and _is_data(grid)
            if data or _is_full(found, grid):
                rows = tuple(tuple(_cell(c) for c in row) for row in grid)
                tables.append(
                    Table(area, rows) if data else Cells(area, tuple(cell for row in rows for cell in row if cell))
                )
                inside = {id(w) for row in grid for cell in row for w in cell}
                rest = [w for w in rest if id(w) not in inside]
            elif _columns(found) > 1:
                panels.extend(_area(cell) for cell in found.cells)
    panels = [
        p for p in panels if not any(_same(p, t.area) or t.area.holds(p.x0, p.top, p.x1, p.bottom) for t in tables)
    ]
    return tables, panels, rest


def _boxes(page: Any) -> list[Area]:
    """Drawn rectangles that are high enough for two lines of text and smaller than the page."""
    found: list[Area] = []
    whole = float(page.width) * float(page.height)
    for rect in page.rects:
        if not _shows(rect):
            continue
        area = Area(rect["x0"], rect["top"], rect["x1"], rect["bottom"])
        if area.bottom - area.top > 28 and area.x1 - area.x0 > 60 and area.size < whole * 0.7:
            found.append(area)
    return list(dict.fromkeys(found))


def _shows(rect: dict[str, Any]) -> bool:
    """Whether a rectangle can be seen on white paper."""
    colour = rect["non_stroking_color"]
    white = isinstance(colour, (tuple, list)) and len(colour) in (1, 3) and all(c == 1 for c in colour)
    return bool(rect["stroke"]) or (bool(rect["fill"]) and not white and colour is not None)


def _has_grid(page: Any) -> bool:
    """Enough rules for a table of two rows and two columns: looking for tables costs more than reading the words."""
    across = down = 0
    for shape in (*page.rects, *page.lines):
        width, height = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
        across += width > 20 and height < 4
        down += height > 6 and width < 4
        if width > 20 and height > 10:
            across += 2
            down += 2
    return across >= 3 and down >= 3


def _area(box: tuple[float, float, float, float]) -> Area:
    return Area(*box)


def _same(a: Area, b: Area) -> bool:
    return all(abs(x - y) < 4 for x, y in ((a.x0, b.x0), (a.top, b.top), (a.x1, b.x1), (a.bottom, b.bottom)))


def _is_full(table: Any, grid: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether a grid of prose is read row by row: rows of several cells, each filled, none in another."""
    if _overlap(table.cells) or len(grid) < 2 or len(grid[0]) < 2:
        return False
    return sum(1 for row in grid if all(row)) >= max(2, len(grid) * 0.7)


def _overlap(cells: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether cells lie in one another: boxes over boxes, no table."""
    return any(
        min(a[2], b[2]) - max(a[0], b[0]) > 2 and min(a[3], b[3]) - max(a[1], b[1]) > 2
        for a, b in itertools.combinations(cells[:400], 2)
    )


def _columns(table: Any) -> int:
    """The most cells that any row of the table has."""
    return max(sum(1 for box in row.cells if box) for row in table.rows)


def _grid(table: Any, words: Sequence[Word]) -> list[list[list[Word]]]:
    """Rows of cells of words; a cell that spans several columns is followed by empty ones. Empty rows are left out."""
    areas = [[_area(box) if box else None for box in row.cells] for row in table.rows]
    places = sorted(
        ((area, r, c) for r, row in enumerate(areas) for c, area in enumerate(row) if area), key=lambda p: p[0].size
    )
    every: list[list[list[Word]]] = [[[] for _ in row] for row in areas]
    for word in words:
        # Cells may lie in one another where rules are missing; the word stands in the smallest.
        for area, r, c in places:
            if area.holds(word.x0, word.top, word.x1, word.bottom):
                every[r][c].append(word)
                break
    grid = [row for row in every if any(row)]
    filled = [[cell for cell in row if cell] for row in grid]
    if len({len(row) for row in filled}) == 1:
        return filled
    return _in_columns(places, every)


def _in_columns(
    places: Sequence[tuple[Area, int, int]], every: Sequence[Sequence[list[Word]]]
) -> list[list[list[Word]]]:
    """Cells that hold words, set in columns by where they stand: rules a little out of line make no column."""
    held = [(area, r, every[r][c]) for area, r, c in places if every[r][c]]
    spans: list[list[float]] = []
    for area, _, _ in sorted(held, key=lambda cell: cell[0].x1 - cell[0].x0):
        width = area.x1 - area.x0
        for span in spans:
            if min(span[1], area.x1) - max(span[0], area.x0) > min(width, span[1] - span[0]) * 0.5:
                break
        else:
            spans.append([area.x0, area.x1])
    spans.sort()
    grid: list[list[list[Word]]] = [[[] for _ in spans] for _ in every]
    for area, r, words in sorted(held, key=lambda cell: cell[0].x0):
        overlaps = [min(span[1], area.x1) - max(span[0], area.x0) for span in spans]
        # A cell that spans several columns stands in the first of them.
        c = next(i for i, o in enumerate(overlaps) if o > 0.5 * min(area.x1 - area.x0, spans[i][1] - spans[i][0]))
        grid[r][c].extend(words)
    return [row for row in grid if any(row)]


def _is_data(grid: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Two rows and two columns at least, most cells filled, and no cell that holds prose by the page."""
    if len(grid) < 2 or len(grid[0]) < 2:
        return False
    lengths = [len(c) for row in grid for c in row if c]
    if _is_labelled(grid) and max(lengths) <= _MAX_CELL_WORDS * 2:
        return True
    filled = [sum(1 for c in row if c) for row in grid]
    if len(grid) == 2 and filled[0] == len(grid[0]) and all(w.bold for c in grid[0] for w in c):
        return max(lengths) <= _MAX_CELL_WORDS * 2  # titles, and the rest of a row that began on the page before
    if sum(1 for n in filled if n >= 2) < len(grid) * 0.6:
        return False
    if sum(lengths) / len(lengths) > 25 or max(lengths) > _MAX_CELL_WORDS * 2:
        return False
    bullets = sum(1 for row in grid for c in row for w in c if w.bullet)
    return bullets <= len(lengths) * 0.5


def _is_labelled(grid: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether a table of two columns says in the first, in a few words each time, whom or what the second is about.

    What stands above its first label may be the rest of a row that began on the page before.
    """
    first = next((i for i, row in enumerate(grid) if row[0]), len(grid))
    if len(grid[0]) != 2 or not all(row[1] for row in grid) or not all(row[0] for row in grid[max(first, 1) :]):
        return False
    if max(len(row[1]) for row in grid) <= 15 or sum(len(r[0]) for r in grid) > sum(len(r[1]) for r in grid) * 0.6:
        return False
    return all(len(row[0]) <= _LABEL_WORDS and not any(w.bullet for w in row[0]) for row in grid)


def _cell(words: Sequence[Word]) -> tuple[Segment, ...]:
    return tuple(whole(segments(words)))


def is_header(row: Sequence[str], others: Sequence[Sequence[str]], bold: bool) -> bool:
    """Whether a table's first row names its columns: every cell filled and short, and bold or free of figures.

    In bold, the cells over the column of names or numbers may be empty.
    """
    if not others or any(len(cell.split()) > 10 for cell in row) or not row[-1]:
        return False
    if not all(row):
        named = next(i for i, cell in enumerate(row) if cell)
        return bold and len(row) > 2 and all(row[named:])
    return bold or not any(re.search(r"\d", cell) for cell in row)
