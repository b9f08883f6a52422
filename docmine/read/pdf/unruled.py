"""Tables without rules: told from columns of prose by the shape of what stands side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from docmine.read.pdf.lines import Segment, may_mark, whole
from docmine.read.pdf.parts import Flow, Part, Rows, Unit

_END = re.compile(r"[.!?:;…][”’\"')\]]*$")
_PROSE = 5
"""Words: cells that are longer on average are lines of prose."""


def rows_of(left: Sequence[Unit], right: Sequence[Unit], panel: bool) -> list[Part]:
    """What stands left and right of a gutter as the rows of a table, with what stands above it; [] for columns."""
    segments = [u.segment for u in (*left, *right) if u.segment is not None]
    if len(segments) != len(left) + len(right):
        return []
    rows = _side_by_side(segments)
    paired = [row for row in rows if len(row) > 1]
    if len(paired) < 2 or sum(map(len, paired)) < len(segments) * 0.6:
        return []
    if any(may_mark(s.words[0]) for s in segments) or _wraps([u.segment for u in right if u.segment]):
        return []
    words = sum(len(s.words) for row in paired for s in row) / sum(map(len, paired))
    if words >= _PROSE or (len(paired) > 4 and words >= _PROSE - 1 and _wraps([u.segment for u in left if u.segment])):
        return []
    start = next(i for i, row in enumerate(rows) if len(row) > 1)
    above: list[Part] = [Flow(tuple(whole(s for row in rows[:start] for s in row)), panel)] if start else []
    return [*above, Rows(tuple(tuple((s,) for s in row) for row in rows[start:]))]


def _side_by_side(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments by the line on which they stand, each line from left to right."""
    by_row: dict[int, list[Segment]] = {}
    for segment in segments:
        by_row.setdefault(segment.row, []).append(segment)
    rows = [sorted(row, key=lambda s: s.x0) for row in by_row.values()]
    return sorted(rows, key=lambda r: (r[0].middle, r[0].x0))


def _wraps(column: Sequence[Segment]) -> bool:
    """Whether the lines of a column are prose: some break off at its right edge and go on below."""
    lines = sorted(column, key=lambda s: s.middle)
    if len(lines) < 2:
        return False
    right = max(s.x1 for s in lines)
    broken = sum(
        a.x1 > right - a.size * 4
        and not _END.search(a.text)
        and b.text[:1].islower()
        and b.middle - a.middle < a.size * 2
        for a, b in pairwise(lines)
    )
    return broken >= max(1, len(lines) * 0.15)
