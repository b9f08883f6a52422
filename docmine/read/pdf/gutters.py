"""Where a page is parted into columns: the longest gutter, and what at its head and foot belongs to no column."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docmine.read.pdf.groups import ENDED
from docmine.read.pdf.lines import may_mark
from docmine.read.pdf.parts import Unit

GUTTER = 7.0
"""Points: nothing narrower parts two columns."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """`x`: where the right column begins. `top`, `bottom`: between what spans both columns."""

    x: float
    top: float
    bottom: float
    left: list[Unit]
    right: list[Unit]


def longest(units: Sequence[Unit]) -> Gutter | None:
    """The longest gutter with what belongs to its columns, None where there is but one column."""
    found = _gutter(units)
    return _trimmed(_headless(found, units), units) if found is not None else None


def _gutter(units: Sequence[Unit]) -> Gutter | None:
    """The longest gutter, None where there is but one column."""
    best: Gutter | None = None
    best_height = 0.0
    ordered = sorted(units, key=lambda u: u.middle)
    for x in _places(ordered):
        # A cell may fill its column to the brim where the next one of its line begins.
        rows = {u.row for u in ordered if u.segment is not None and abs(u.x0 - x) < 0.8}
        brim = {id(u) for u in ordered if u.row in rows and u.segment is not None and u.x1 <= x - 1}
        crossing = [u for u in ordered if u.x0 < x - 0.5 and u.x1 > x - GUTTER and id(u) not in brim]
        edges = [-1e9, *(u.middle for u in crossing), 1e9]
        for low, high in itertools.pairwise(edges):
            free = [u for u in ordered if low < u.middle < high]
            left = [u for u in free if u.x1 <= x - GUTTER or id(u) in brim]
            right = [u for u in free if u.x0 >= x - 0.5]
            if not left or not right:
                continue
            height = min(left[-1].bottom, max(u.bottom for u in right)) - max(left[0].top, right[0].top)
            if height > best_height + 0.5 and _parts_columns(left, right):
                best = Gutter(x, free[0].middle, free[-1].middle, left, right)
                best_height = height
    return best


def _trimmed(gutter: Gutter, units: Sequence[Unit]) -> Gutter:
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


def _headless(gutter: Gutter, units: Sequence[Unit]) -> Gutter:
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


def _ends_head(gutter: Gutter, bands: Sequence[Sequence[Unit]]) -> int:
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
