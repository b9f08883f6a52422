"""What breaks off at the foot of a column or page and goes on at the head of the next: one paragraph, one row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read.pdf.groups import ENDED, Group
from docmine.read.pdf.lines import Segment
from docmine.read.pdf.parts import Note, Rows, Table

_OPEN = re.compile(r"\b(?:a|an|and|as|at|by|for|from|in|is|of|on|or|that|the|their|to|which|who|with)$", re.I)

Item = Group | Table | Rows | Note
Cell = Sequence[Segment]
"""The lines of one cell of a table."""


def run_on(items: Sequence[Item]) -> list[Item]:
    """The items with their broken parts joined. A footnote, a box or a table between the parts stays behind them."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, Group):
            before = _broken_off(found, item)
            if before is not None:
                before.lines.extend(item.lines)
                continue
        elif isinstance(item, Table):
            at = next((k for k in range(len(found) - 1, -1, -1) if not isinstance(found[k], Note)), -1)
            last = found[at] if at >= 0 else None
            head = 1 if isinstance(last, Table) and _is_repeated(last, item) else 0
            while isinstance(last, Table) and len(item.rows) > head and _row_goes_on(last, item.rows[head]):
                last = found[at] = _with_rest(last, item.rows[head])
                item = Table(item.area, (*item.rows[:head], *item.rows[head + 1 :]))
            if not item.rows:
                continue
            while isinstance(last, Group) and _cell_goes_on(last, item):
                last.lines.extend(line for cell in item.rows[0] for line in cell)
                item = Table(item.area, item.rows[1:])
        found.append(item)
    return found


def _broken_off(found: Sequence[Item], group: Group) -> Group | None:
    """The group that goes on in this one, None where there is none."""
    if not group.first or group.marker is not None:
        return None
    near = True
    for back, item in enumerate(reversed(found)):
        if isinstance(item, Note):
            continue
        if isinstance(item, Group) and (group.panel or not item.panel):
            return item if group.page - item.last.page <= 1 and _goes_on(item, group, near=near) else None
        if isinstance(item, Group) and near and _flows_over(item, group):
            return item
        if group.panel or back > 20:
            return None  # only boxes and tables may stand between the two parts
        near = False
    return None


def _flows_over(before: Group, group: Group) -> bool:
    """Whether a text runs out of its box: the next line stands right below the last, in its type."""
    last, first = before.last, group.lines[0]
    same = last.page == first.page and abs(last.size - first.size) < 0.6 and last.bold == first.bold
    below = abs(last.x0 - first.x0) < 2 and 0 < first.middle - last.middle < last.size * 1.6
    return same and below and not ENDED.search(last.text)


def _goes_on(before: Group, group: Group, *, near: bool) -> bool:
    if before.flow == group.flow:
        return False
    last, first = before.last, group.lines[0]
    if abs(last.size - first.size) > 0.6 or last.bold != first.bold or ENDED.search(last.text):
        return False
    if not near and (before.panel or before.marker is not None):
        return False
    if first.text[:1].islower() or (_OPEN.search(last.text) and first.text[:1].isalnum()):
        return len(before.words) > 2
    if before.panel != group.panel or not near:
        return False
    widest = max(line.x1 for line in before.lines)
    full = len(before.lines) > 1 and last.x1 > widest - last.size * 5
    return full and len(group.words) > 3


def _is_repeated(before: Table, table: Table) -> bool:
    """Whether a table begins with the titles of the one before it: it goes on overleaf."""
    return [_said(cell) for cell in before.rows[0]] == [_said(cell) for cell in table.rows[0]]


def _said(cell: Cell) -> str:
    return " ".join(line.text for line in cell)


def _row_goes_on(before: Table, first: Sequence[Cell]) -> bool:
    """Whether the first row of a table is the rest of a row that the foot of a page cut off."""
    last = before.rows[-1]
    rests = [(cell, rest) for cell, rest in zip(last, first, strict=False) if rest]
    if len(last) != len(first) or len(first) < 2 or not rests or rests[0][1][0].page == _page(last):
        return False
    if any(not cell for cell, _ in rests):
        return False
    if not first[0] and len(rests) == 1 and rests[0][1][0].words[0].bullet:
        return True  # more bullets of the cell
    if any(ENDED.search(cell[-1].text) for cell, _ in rests):
        return False
    return not first[0] or (len(rests) < len(first) and rests[0][1][0].text[:1].islower())


def _page(row: Sequence[Cell]) -> int:
    """The page on which a row begins."""
    return min((line.page for cell in row for line in cell), default=0)


def _cell_goes_on(before: Group, table: Table) -> bool:
    """Whether the one cell of a table's first row is the rest of a bullet or paragraph before it."""
    filled = [cell for cell in table.rows[0] if cell]
    if len(filled) != 1 or len(table.rows) < 2 or table.rows[0][0] or ENDED.search(before.last.text):
        return False
    return filled[0][0].text[:1].islower() and before.page < filled[0][0].page


def _with_rest(before: Table, rest: tuple[tuple[Segment, ...], ...]) -> Table:
    joined = tuple((*cell, *more) for cell, more in zip(before.rows[-1], rest, strict=True))
    return Table(before.area, (*before.rows[:-1], joined))
