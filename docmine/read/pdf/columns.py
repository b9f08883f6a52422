"""The reading order of a page: boxes, columns, parts that span them.

A page is cut along the longest white gutter that has text on both sides; what stands above the gutter is read first,
then the left column, the right one, and what stands below. Each part is cut again in the same way.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from docmine.read.pdf.lines import Segment, whole


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
class Flow:
    """Lines of one column, top to bottom, between which a paragraph may run on. `panel`: they stand in a box."""

    lines: tuple[Segment, ...]
    panel: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines that are a table without rules: each a row of cells."""

    rows: tuple[tuple[Segment, ...], ...]


@dataclass(slots=True)
class _Unit:
    """What a cut may not divide: a stretch of a line, a table, or a box with all that is in it."""

    x0: float
    top: float
    x1: float
    bottom: float
    count: int
    segment: Segment | None = None
    table: Table | None = None
    inside: list[_Unit] | None = None

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Part = Flow | Rows | Table


def order(segments: Sequence[Segment], tables: Sequence[Table], panels: Sequence[Area]) -> list[Part]:
    """The parts of a page in reading order."""
    units = [_Unit(s.x0, s.top, s.x1, s.bottom, 1, segment=s) for s in segments]
    units += [_Unit(t.area.x0, t.area.top, t.area.x1, t.area.bottom, len(t.rows), table=t) for t in tables]
    for panel in sorted(panels, key=lambda p: p.size):
        inside = [u for u in units if panel.holds(u.x0, u.top, u.x1, u.bottom)]
        outside = [u for u in units if not panel.holds(u.x0, u.top, u.x1, u.bottom)]
        if sum(u.count for u in inside) < 2 or not outside or any(_overlap(panel, u) for u in outside):
            continue
        units = outside
        box = _Unit(
            min(u.x0 for u in inside),
            min(u.top for u in inside),
            max(u.x1 for u in inside),
            max(u.bottom for u in inside),
            sum(u.count for u in inside),
            inside=inside,
        )
        units.append(box)
    return _cut(units, panel=False)


def title_first(parts: Sequence[Part]) -> list[Part]:
    """A first page with the box that holds its largest type in front: a masthead beside the text is read before it."""
    sizes = [max((line.size for line in p.lines), default=0.0) if isinstance(p, Flow) else 0.0 for p in parts]
    top = max(sizes, default=0.0)
    if not top:
        return list(parts)
    found = parts[sizes.index(top)]
    if not isinstance(found, Flow) or not found.panel:
        return list(parts)
    column = [p for p in parts if isinstance(p, Flow) and p.panel and _beside(p, found)]
    return [*column, *(p for p in parts if p not in column)]


def _beside(part: Flow, title: Flow) -> bool:
    """Whether a box's part stands over or under the title in the same box."""
    box = (min(s.x0 for s in title.lines), max(s.x1 for s in title.lines))
    across = min(box[1], max(s.x1 for s in part.lines)) - max(box[0], min(s.x0 for s in part.lines))
    apart = min(abs(a.middle - b.middle) for a in part.lines for b in title.lines)
    return part is title or (across > 0 and apart < 120)


def _overlap(panel: Area, unit: _Unit) -> bool:
    """Whether a line that does not belong to the box runs through it."""
    across = min(panel.x1, unit.x1) - max(panel.x0, unit.x0) > 3
    return across and panel.top < unit.middle < panel.bottom


def _cut(units: list[_Unit], *, panel: bool) -> list[Part]:
    gutter = _gutter(units)
    if gutter is None:
        return _leaf(units, panel)
    x, top, bottom = gutter
    above = [u for u in units if u.middle < top]
    below = [u for u in units if u.middle > bottom]
    left = [u for u in units if top <= u.middle <= bottom and u.x0 < x]
    right = [u for u in units if top <= u.middle <= bottom and u.x0 >= x]
    rows = _rows(left, right)
    between: list[Part] = (
        _below_its_title(rows, panel) if rows else [*_cut(left, panel=panel), *_cut(right, panel=panel)]
    )
    parts: list[Part] = []
    if above:
        parts.extend(_cut(above, panel=panel))
    parts.extend(between)
    if below:
        parts.extend(_cut(below, panel=panel))
    return parts


def _gutter(units: Sequence[_Unit]) -> tuple[float, float, float] | None:
    """(x of the right column's edge, top, bottom) of the best cut, None where there is but one column."""
    best: tuple[float, float, float] | None = None
    best_height = 0.0
    for x in sorted({round(u.x0, 1) for u in units}):
        # A cell may fill its column to the brim where the next one of its line begins.
        runs = {u.segment.run for u in units if u.segment is not None and abs(u.x0 - x) < 0.8}
        brim = {id(u) for u in units if u.segment is not None and u.segment.run in runs and u.x1 <= x - 1}
        crossing = sorted(
            (u for u in units if u.x0 < x - 0.5 and u.x1 > x - 9 and id(u) not in brim), key=lambda u: u.middle
        )
        edges = [-1e9, *(u.middle for u in crossing), 1e9]
        for low, high in itertools.pairwise(edges):
            free = [u for u in units if low < u.middle < high]
            left = [u for u in free if u.x1 <= x - 9 or id(u) in brim]
            right = [u for u in free if u.x0 >= x - 0.5]
            counts = sorted((sum(u.count for u in left), sum(u.count for u in right)))
            if counts[0] < 1 or counts[1] < 3 - (counts[0] > 1) or not _faces(left, right):
                continue
            top = max(min(u.top for u in left), min(u.top for u in right))
            bottom = min(max(u.bottom for u in left), max(u.bottom for u in right))
            height = bottom - top
            if height > best_height + 0.5:
                best, best_height = (x - 0.5, min(u.middle for u in free), max(u.middle for u in free)), height
    return best


def _faces(left: Sequence[_Unit], right: Sequence[_Unit]) -> bool:
    """Whether something on the left stands beside something on the right: parts one under the other are no columns."""
    return any(
        min(a.bottom, b.bottom) - max(a.top, b.top) > 0.3 * min(a.bottom - a.top, b.bottom - b.top)
        for a in left
        for b in right
    )


def _rows(left: Sequence[_Unit], right: Sequence[_Unit]) -> Rows | None:
    """A table without rules: the cells of each line were drawn one after the other, and are too short for prose."""
    segments = [u.segment for u in (*left, *right) if u.segment is not None]
    if len(segments) != len(left) + len(right):
        return None
    by_run: dict[int, list[Segment]] = {}
    for segment in segments:
        by_run.setdefault(segment.run, []).append(segment)
    paired = [sorted(r, key=lambda s: s.x0) for r in by_run.values() if len(r) > 1]
    if len(paired) < 2 or sum(len(r) for r in paired) < len(segments) * 0.6:
        return None
    words = [len(s.words) for r in paired for s in r]
    if len(paired) >= 6 and sum(words) / len(words) >= 5:
        return None
    rows = [sorted(r, key=lambda s: s.x0) for r in by_run.values()]
    rows.sort(key=lambda r: (r[0].middle, r[0].x0))
    return Rows(tuple(tuple(r) for r in rows))


def _below_its_title(table: Rows, panel: bool) -> list[Part]:
    """A table without rules; lines of one cell on top of it are what stands above, not rows."""
    start = next(i for i, row in enumerate(table.rows) if len(row) > 1)
    above: list[Part] = [Flow(tuple(whole(s for row in table.rows[:start] for s in row)), panel)] if start else []
    return [*above, Rows(table.rows[start:])]


def _leaf(units: list[_Unit], panel: bool) -> list[Part]:
    parts: list[Part] = []
    loose: list[Segment] = []

    def close() -> None:
        if loose:
            parts.append(Flow(tuple(whole(loose)), panel))
            loose.clear()

    for unit in sorted(units, key=lambda u: (u.middle if u.segment else u.top, u.x0)):
        if unit.segment is not None:
            loose.append(unit.segment)
            continue
        close()
        if unit.table is not None:
            parts.append(unit.table)
        else:
            parts.extend(_cut(unit.inside or [], panel=True))
    close()
    return parts
