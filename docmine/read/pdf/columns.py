"""The reading order of a page: boxes, columns, parts that span them.

A page is cut along the longest white gutter that has text on both sides; what stands above the gutter is read first,
then the left column, the right one, and what stands below. Each part is cut again in the same way.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docmine.read.pdf import aligned
from docmine.read.pdf.groups import ENDED
from docmine.read.pdf.lines import Segment, may_mark, whole
from docmine.read.pdf.parts import Area, Cells, Flow, Note, Part, Table, Unit
from docmine.read.pdf.unruled import rows_of

_GUTTER = 7.0
"""Points: nothing narrower parts two columns."""


@dataclass(frozen=True, slots=True)
class _Gutter:
    """`x`: where the right column begins. `top`, `bottom`: between what spans both columns."""

    x: float
    top: float
    bottom: float
    left: list[Unit]
    right: list[Unit]


def order(segments: Sequence[Segment], tables: Sequence[Table | Cells], panels: Sequence[Area]) -> list[Part]:
    """The parts of a page in reading order."""
    aside, loose = aligned.taken_out(segments)
    units = [*aside, *(Unit(s.x0, s.top, s.x1, s.bottom, 1, segment=s) for s in loose)]
    units += [Unit(t.area.x0, t.area.top, t.area.x1, t.area.bottom, _height(t), table=t) for t in tables]
    for panel in sorted(panels, key=lambda p: p.size):
        inside = [u for u in units if panel.holds(u.x0, u.top, u.x1, u.bottom)]
        outside = [u for u in units if not panel.holds(u.x0, u.top, u.x1, u.bottom)]
        if sum(u.count for u in inside) < 2 or not outside or any(_overlap(panel, u) for u in outside):
            continue
        if any(_runs_out(panel, u) for u in inside):
            continue
        units = outside
        box = Unit(
            min(u.x0 for u in inside),
            min(u.top for u in inside),
            max(u.x1 for u in inside),
            max(u.bottom for u in inside),
            sum(u.count for u in inside),
            inside=inside,
        )
        units.append(box)
    return _cut(units, panel=False)


def _height(table: Table | Cells) -> int:
    return len(table.rows) if isinstance(table, Table) else len(table.cells)


def title_first(parts: Sequence[Part]) -> list[Part]:
    """A first page with the box that holds its largest type in front: a masthead beside the text is read before it."""
    sizes = [max((line.size for line in p.lines), default=0.0) if isinstance(p, Flow) else 0.0 for p in parts]
    top = max(sizes, default=0.0)
    if not top:
        return list(parts)
    found = parts[sizes.index(top)]
    if not isinstance(found, Flow) or not found.panel:
        return list(parts)
    if min(s.top for s in found.lines) > min(_top(p) for p in parts) + 1:
        return list(parts)
    column = [p for p in parts if isinstance(p, Flow) and p.panel and _beside(p, found)]
    return [*column, *(p for p in parts if p not in column)]


def _top(part: Part) -> float:
    if isinstance(part, Flow):
        return min(s.top for s in part.lines)
    if isinstance(part, Note):
        return min(w.top for w in part.words)
    return min(s.top for row in part.rows for cell in row for s in cell)


def _beside(part: Flow, title: Flow) -> bool:
    """Whether a box's part stands over or under the title in the same box."""
    box = (min(s.x0 for s in title.lines), max(s.x1 for s in title.lines))
    across = min(box[1], max(s.x1 for s in part.lines)) - max(box[0], min(s.x0 for s in part.lines))
    apart = min(abs(a.middle - b.middle) for a in part.lines for b in title.lines)
    return part is title or (across > 0 and apart < 120)


def _overlap(panel: Area, unit: Unit) -> bool:
    """Whether a line that does not belong to the box runs through it."""
    across = min(panel.x1, unit.x1) - max(panel.x0, unit.x0) > 3
    return across and panel.top < unit.middle < panel.bottom


def _runs_out(panel: Area, unit: Unit) -> bool:
    """Whether a line or a box in the box reaches out of it above or below: what is drawn there lies behind the text."""
    slack = 0.35 * (unit.bottom - unit.top) if unit.segment is not None else 3.0
    return unit.top < panel.top - slack or unit.bottom > panel.bottom + slack


def _cut(units: list[Unit], *, panel: bool, right: float = 0.0) -> list[Part]:
    gutter = _gutter(units)
    if gutter is None:
        return _leaf(units, panel, right)
    gutter = _trimmed(_headless(gutter, units), units)
    beside = {id(u) for u in (*gutter.left, *gutter.right)}
    above = [u for u in units if id(u) not in beside and u.middle < gutter.top]
    below = [u for u in units if id(u) not in beside and u.middle >= gutter.top]
    cards = _cards(gutter)
    rows = rows_of(gutter.left, gutter.right, panel)
    between = rows or [part for card in cards for part in _cut(card.inside or [], panel=True)]
    between = between or [
        *_cut(gutter.left, panel=panel, right=gutter.x - _GUTTER),
        *_cut(gutter.right, panel=panel, right=right),
    ]
    parts: list[Part] = []
    if above:
        parts.extend(_cut(above, panel=panel, right=right))
    parts.extend(between)
    if below:
        parts.extend(_cut(below, panel=panel, right=right))
    return parts


def _gutter(units: Sequence[Unit]) -> _Gutter | None:
    """The longest gutter, None where there is but one column."""
    best: _Gutter | None = None
    best_height = 0.0
    ordered = sorted(units, key=lambda u: u.middle)
    for x in _places(ordered):
        # A cell may fill its column to the brim where the next one of its line begins.
        rows = {u.row for u in ordered if u.segment is not None and abs(u.x0 - x) < 0.8}
        brim = {id(u) for u in ordered if u.row in rows and u.segment is not None and u.x1 <= x - 1}
        crossing = [u for u in ordered if u.x0 < x - 0.5 and u.x1 > x - _GUTTER and id(u) not in brim]
        edges = [-1e9, *(u.middle for u in crossing), 1e9]
        for low, high in itertools.pairwise(edges):
            free = [u for u in ordered if low < u.middle < high]
            left = [u for u in free if u.x1 <= x - _GUTTER or id(u) in brim]
            right = [u for u in free if u.x0 >= x - 0.5]
            if not left or not right:
                continue
            height = min(left[-1].bottom, max(u.bottom for u in right)) - max(left[0].top, right[0].top)
            if height > best_height + 0.5 and _parts_columns(left, right):
                best = _Gutter(x, free[0].middle, free[-1].middle, left, right)
                best_height = height
    return best


def _trimmed(gutter: _Gutter, units: Sequence[Unit]) -> _Gutter:
    """The gutter without the lines at its foot that belong to what spans both columns below."""
    beside = sorted((*gutter.left, *gutter.right), key=lambda u: u.top)
    inside = {id(u) for u in beside}
    below = [u.top for u in units if id(u) not in inside and u.middle > gutter.bottom]
    bands = _bands(beside)
    if not below or len(bands) < 2:
        return gutter
    keep = _ends_head(gutter, bands)
    gap = min(below) - max(u.bottom for u in bands[-1])
    if _gap(bands, keep - 1) > gap * 1.3 + 2 and len(bands[-1]) <= 2:
        keep -= 1  # headings that stand nearer to the text below
    while keep > 1 and _heads_below(bands[keep - 1], bands[: keep - 1], min(below)):
        keep -= 1
    left = min(u.x0 for u in beside)
    alone = keep
    while alone > 1 and all(u.x1 < gutter.x and u.x1 - left < (gutter.x - left) * 0.6 for u in bands[alone - 1]):
        alone -= 1
    if alone < keep and _gap(bands, alone) > bands[alone][0].bottom - bands[alone][0].top:
        keep = alone  # short lines on the left with white above them: the start of what follows
    kept = {id(u) for band in bands[:keep] for u in band}
    sides = [u for u in gutter.left if id(u) in kept], [u for u in gutter.right if id(u) in kept]
    if keep == len(bands) or not sides[0] or not sides[1] or not _parts_columns(*sides):
        return gutter
    return replace(gutter, left=sides[0], right=sides[1])


def _headless(gutter: _Gutter, units: Sequence[Unit]) -> _Gutter:
    """The gutter without the line at its head that ends a paragraph over both columns."""
    top = min((u for u in (*gutter.left, *gutter.right)), key=lambda u: u.middle)
    over = [u for u in units if u.middle < gutter.top and u.segment is not None]
    if not over or top.segment is None or not any(top is u for u in gutter.left):
        return gutter
    last, line = max(over, key=lambda u: u.middle).segment, top.segment
    if last is None or last.x1 < gutter.x or abs(last.x0 - line.x0) > 2 or abs(last.size - line.size) > 0.2:
        return gutter
    near = line.top - last.bottom < line.size * 0.5 and line.bold == last.bold and not ENDED.search(last.text)
    left = [u for u in gutter.left if u is not top]
    if not near or min(u.top for u in gutter.right) < line.bottom or not left:
        return gutter
    return replace(gutter, left=left, top=min(u.middle for u in (*left, *gutter.right)))


def _cards(gutter: _Gutter) -> list[Unit]:
    """Boxes of one width that stand in rows of two or more, row by row; [] for anything else."""
    boxes = sorted((*gutter.left, *gutter.right), key=lambda u: u.top)
    if len(boxes) < 4 or any(u.inside is None for u in boxes):
        return []
    rows: list[list[Unit]] = []
    for box in boxes:
        if not rows or box.top - rows[-1][0].top > 4:
            rows.append([])
        rows[-1].append(box)
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows[:-1]) or len(rows[-1]) > len(rows[0]):
        return []
    starts = [box.x0 for box in rows[0]]
    if len(starts) < 2 or any(min(abs(box.x0 - x) for x in starts) > 4 for box in boxes):
        return []
    return [box for row in rows for box in sorted(row, key=lambda u: u.x0)]


def _ends_head(gutter: _Gutter, bands: Sequence[Sequence[Unit]]) -> int:
    """How many bands a letter's head has: lines in line; below it white, then short lines on one side."""
    right = {id(u) for u in gutter.right}
    end = max(i for i, band in enumerate(bands) if any(id(u) in right for u in band)) + 1
    rest = [u.segment for band in bands[end:] for u in band]
    lines = [s for s in rest if s is not None]
    rows = {u.row for u in gutter.left if u.segment is not None}
    if not rest or len(lines) < len(rest) or not all(u.segment is not None and u.row in rows for u in gutter.right):
        return len(bands)
    if _gap(bands, end) < (bands[end][0].bottom - bands[end][0].top) * 0.8 or any(may_mark(s.words[0]) for s in lines):
        return len(bands)
    return end if sum(len(s.words) for s in lines) < len(lines) * 6 else len(bands)


def _heads_below(band: Sequence[Unit], above: Sequence[Sequence[Unit]], top: float) -> bool:
    """Whether a band is but a heading over what spans the columns below, from `top`: no column ends in a heading."""
    if len(band) != 1 or band[0].segment is None:
        return False
    line = band[0].segment
    text = [u.segment for units in above for u in units if u.segment is not None]
    plain = [s for s in text if not s.bold and s.size < line.size * 0.95]
    stands_out = line.bold and (line.size > min((s.size for s in text), default=0.0) * 1.1)
    return stands_out and len(plain) > 1 and 0 < top - line.bottom < line.size * 2


def _bands(units: Sequence[Unit]) -> list[list[Unit]]:
    """Units, ordered from the top, by the white that goes across all of them."""
    bands: list[list[Unit]] = []
    bottom = -1e9
    for unit in units:
        if unit.top >= bottom - 0.5:
            bands.append([])
        bands[-1].append(unit)
        bottom = max(bottom, unit.bottom)
    return bands


def _gap(bands: Sequence[Sequence[Unit]], at: int) -> float:
    """The white over a band."""
    return bands[at][0].top - max(u.bottom for u in bands[at - 1])


def _places(units: Sequence[Unit]) -> list[float]:
    """Where a right column may begin: where something stands to the left of what begins there."""
    left = min((u.x1 for u in units), default=0.0)
    return sorted({round(u.x0, 1) for u in units if u.x0 > left})


def _parts_columns(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether what stands to the left and right of a gutter are columns, not a line or two with a wide gap."""
    if all(u.segment is not None and len(u.segment.words) == 1 and may_mark(u.segment.words[0]) for u in left):
        return False  # the bullets of a list
    facing = [(a, b) for a in left for b in right if _faces(a, b)]
    if not facing:
        return False
    if _is_margin(left, right) or _is_margin(right, left):
        return False
    counts = sorted((sum(u.count for u in left), sum(u.count for u in right)))
    if counts[0] == 1 and counts[1] < 3:
        return False
    if len({id(a) for a, _ in facing}) > 2 and len({id(b) for _, b in facing}) > 2:
        return True
    size = max((u.segment.size for u in (*left, *right) if u.segment is not None), default=10.0)
    gap = min(b.x0 - a.x1 for a, b in facing)
    if counts[0] > 2:
        return True
    # A line or two at the side are a column where the gap is no space of a justified line.
    words = max(len(u.segment.words) if u.segment is not None else 9 for u in right)
    return gap > size * (1.5 if words > 2 else 3)


def _is_margin(side: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether a side holds but a word or two here and there, each at the end of a line of the other side."""
    rows = {u.row for u in other if u.segment is not None}
    if not all(u.segment is not None and u.row in rows and len(u.segment.words) <= 3 for u in side):
        return False
    ordered = sorted(side, key=lambda u: u.top)
    apart = all(b.top - a.bottom > (a.bottom - a.top) * 1.2 for a, b in itertools.pairwise(ordered))
    return apart and len(side) > 1 and len(other) > len(side) * 1.6


def _faces(a: Unit, b: Unit) -> bool:
    """Whether two units stand side by side: parts one under the other are no columns."""
    return min(a.bottom, b.bottom) - max(a.top, b.top) > 0.3 * min(a.bottom - a.top, b.bottom - b.top)


def _leaf(units: list[Unit], panel: bool, right: float) -> list[Part]:
    parts: list[Part] = []
    loose: list[Segment] = []

    def close() -> None:
        if loose:
            parts.append(Flow(tuple(whole(loose)), panel, right))
            loose.clear()

    for unit in sorted(units, key=lambda u: (u.middle if u.segment else u.top, u.x0)):
        if unit.segment is not None:
            loose.append(unit.segment)
            continue
        close()
        if isinstance(unit.table, Cells):
            for cell in unit.table.cells:
                parts.extend(_cut([Unit(s.x0, s.top, s.x1, s.bottom, 1, segment=s) for s in cell], panel=True))
        elif unit.table is not None:
            parts.append(unit.table)
        else:
            parts.extend(_cut(unit.inside or [], panel=True))
    close()
    return parts
