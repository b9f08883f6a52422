"""The reading order of a page: boxes, columns, parts that span them.

A page is cut along the longest white gutter that has text on both sides; what stands above the gutter is read first,
then the left column, the right one, and what stands below. Each part is cut again in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

from docmine.read.pdf import aligned
from docmine.read.pdf.gutters import GUTTER, longest
from docmine.read.pdf.lines import Segment, whole
from docmine.read.pdf.parts import Area, Cells, Flow, Note, Part, Table, Unit
from docmine.read.pdf.unruled import rows_of


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
    gutter = longest(units)
    if gutter is None:
        return _leaf(units, panel, right)
    beside = {id(u) for u in (*gutter.left, *gutter.right)}
    above = [u for u in units if id(u) not in beside and u.middle < gutter.top]
    below = [u for u in units if id(u) not in beside and u.middle >= gutter.top]
    cards = _cards([u for u in (*gutter.left, *gutter.right) if u.inside is not None])
    loose = [u for u in (*gutter.left, *gutter.right) if u.inside is None]
    if cards and all(u.bottom < cards[0].top or u.top > cards[-1].bottom for u in loose):
        above += [u for u in loose if u.bottom < cards[0].top]
        below += [u for u in loose if u.top > cards[-1].bottom]
        between = [part for card in cards for part in _cut(card.inside or [], panel=True)]
    else:
        between = rows_of(gutter.left, gutter.right, panel) or [
            *_cut(gutter.left, panel=panel, right=gutter.x - GUTTER),
            *_cut(gutter.right, panel=panel, right=right),
        ]
    parts: list[Part] = []
    if above:
        parts.extend(_cut(above, panel=panel, right=right))
    parts.extend(between)
    if below:
        parts.extend(_cut(below, panel=panel, right=right))
    return parts


def _cards(boxes: Sequence[Unit]) -> list[Unit]:
    """Boxes of one width that stand in rows of two or more, row by row; [] for others."""
    boxes = sorted(boxes, key=lambda u: u.top)
    if len(boxes) < 4:
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
