"""Tables without rules: told from columns of prose by the shape of what stands side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from docmine.read.pdf.lines import Segment, may_mark, whole
from docmine.read.pdf.parts import Flow, Part, Rows, Unit

_END = re.compile(r"[.!?:;…][”’\"')\]]*$")
_PERSON = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Prof)\.? )?(?:[A-Z][\w’'-]+ ){1,3}?[A-Z][\w’'-]+(?:, \w| \(\w)"
)
"""A person and what they are: "Ada Brook, lead inspector"."""
_LABELLED = re.compile(r"^(?:[A-Z][\w-]*\s?){1,3}: \S")
"""A line that says itself what it is ("Date: 3 May"), and needs none to its left."""
_PROSE = 5
"""Words: lines that are longer on average are prose."""
_LONG = 30
"""Words: cells that are longer on average are prose."""

_Row = list[list[Segment]]
"""Cells of lines."""


def rows_of(left: Sequence[Unit], right: Sequence[Unit], panel: bool) -> list[Part]:
    """What stands left and right of a gutter as the rows of a table, with what stands above it; [] for columns."""
    segments = [u.segment for u in (*left, *right) if u.segment is not None]
    if len(segments) != len(left) + len(right) or any(may_mark(s.words[0]) for s in segments):
        return []
    columns = columns_of(segments)
    if len(columns) < 2 or (len(columns) == 2 and all(_LABELLED.match(s.text) for s in columns[1])):
        return []
    rows = _bands(columns) or _lines(columns)
    start = next((i for i, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
    if not rows[start:] or not _is_even(rows[start:]) or are_lists(columns):
        return []
    above: list[Part] = [Flow(tuple(whole(s for row in rows[:start] for c in row for s in c)), panel)] if start else []
    return [*above, Rows(tuple(tuple(tuple(whole(cell)) for cell in row) for row in rows[start:]))]


def columns_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments by the column in which they stand, left to right: columns have white between them."""
    columns: list[list[Segment]] = []
    edge = 0.0
    for segment in sorted(segments, key=lambda s: s.x0):
        if (columns and segment.x0 < edge - 1) or (columns and abs(segment.x0 - columns[-1][0].x0) < 3):
            columns[-1].append(segment)
            edge = max(edge, segment.x1)
        else:
            columns.append([segment])
            edge = segment.x1
    return columns


def _bands(columns: Sequence[Sequence[Segment]]) -> list[_Row]:
    """Rows with white between them, each cell of which begins at the row's top; [] where the columns are not so."""
    lines = sorted((s for column in columns for s in column), key=lambda s: s.top)
    edges = [lines[0].top]
    bottom = lines[0].bottom
    for line in lines[1:]:
        if line.top - bottom > line.size * 0.3:
            edges.append(line.top)
        bottom = max(bottom, line.bottom)
    if len(edges) < 3:
        return []
    rows: list[_Row] = [[[] for _ in columns] for _ in edges]
    for c, column in enumerate(columns):
        for segment in column:
            r = max(i for i, top in enumerate(edges) if top <= segment.top + 0.1)
            rows[r][c].append(segment)
    full = [row for row in rows if sum(map(bool, row)) > 1]
    cells = [cell for row in full for cell in row if cell]
    if len(full) < 3 or len(full) < len(rows) * 0.75 or not all(row[0] for row in full):
        return []
    level = sum(_head(cell) - _head(row[0]) < cell[0].size * 0.4 for row in full for cell in row if cell)
    words = [sum(len(s.words) for s in cell) for cell in cells]
    labels = [sum(len(s.words) for s in row[0]) for row in full]
    if level < len(cells) * 0.9 or sum(words) / len(words) > _LONG or sum(labels) / len(labels) > 8:
        return []
    return rows


def _head(cell: Sequence[Segment]) -> float:
    return min(s.top for s in cell)


def _lines(columns: Sequence[Sequence[Segment]]) -> list[_Row]:
    """Rows of one line each; [] where the lines are those of prose."""
    segments = [s for column in columns for s in column]
    by_row: dict[int, _Row] = {}
    for c, column in enumerate(columns):
        for segment in column:
            by_row.setdefault(segment.row, [[] for _ in columns])[c].append(segment)
    rows = sorted(by_row.values(), key=lambda row: min((s.middle, s.x0) for cell in row for s in cell))
    paired = [row for row in rows if sum(map(bool, row)) > 1]
    inside = [s for row in paired for cell in row for s in cell]
    if len(paired) < 2 or len(inside) < len(segments) * 0.6 or len(paired) < len(rows) * 0.65:
        return []
    words = sum(len(s.words) for s in inside) / len(inside)
    if words >= _PROSE or any(_wraps(column) for column in columns[1:]):
        return []
    if len(paired) > 4 and words >= _PROSE - 1 and _wraps(columns[0]):
        return []
    return rows


def _is_even(rows: Sequence[_Row]) -> bool:
    """Whether all rows but the first are set in one size: figures with their captions below are no rows."""
    sizes = [max(s.size for cell in row for s in cell) for row in rows]
    return max(sizes[1:], default=0) - min(sizes[1:], default=0) < 1.5 and sizes[0] < sizes[-1] * 1.4


def are_lists(columns: Sequence[Sequence[Segment]]) -> bool:
    """Whether two columns are two lists of people side by side, each read by itself."""
    return len(columns) == 2 and all(
        sum(bool(_PERSON.match(s.text)) for s in column) >= max(2, len(column) * 0.4) for column in columns
    )


def _wraps(column: Sequence[Segment]) -> bool:
    """Whether the lines of a column are prose: some break off at its right edge and go on below."""
    lines = sorted(column, key=lambda s: s.middle)
    if len(lines) < 2:
        return False
    right = max(s.x1 for s in lines)
    broken = sum(
        len(a.words) > 2
        and a.x1 > right - a.size * 4
        and not _END.search(a.text)
        and b.text[:1].islower()
        and b.middle - a.middle < a.size * 2
        for a, b in pairwise(lines)
    )
    return broken >= max(1, len(lines) * 0.15)
