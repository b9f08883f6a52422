"""The ruled lines of a picture of a page: found, for they make tables, and wiped out, for they are read as letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Mask = NDArray[np.bool_]

_DARKER = 40
"""Steps of grey by which a line is darker than what is on both its sides."""
_LONG = 0.6
"""Inches across the page from which a stroke is a line; print has none as long."""
_HIGH = 0.33
"""Inches down the page: two rows of a table. The strokes of a title are shorter."""
_THICK = 0.03
"""Inches. Thicker ones are bars or letters of a title."""


_NEAR = 14
"""Pixels between ends that meet."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line across or down the page, in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int


def find(pixels: Pixels, dpi: float) -> tuple[list[Line], Pixels]:
    """The ruled lines and the edges of filled boxes in a straight picture, and the picture without the lines."""
    import numpy as np

    thick = max(3, round(_THICK * dpi))
    turned = np.ascontiguousarray(pixels.T)
    across, ruled_across = _strokes(pixels, thick, round(_LONG * dpi))
    down, ruled_down = _strokes(turned, thick, round(_HIGH * dpi))
    lines = _lines(across, thick) + [Line(d.top, d.x0, d.bottom, d.x1) for d in _lines(down, thick)]
    if not ruled_across.any() and not ruled_down.any():
        return lines, pixels
    wiped = pixels.copy()
    _wipe(wiped, ruled_across, thick)
    _wipe(wiped.T, ruled_down, thick)
    return lines, wiped


def completed(lines: Sequence[Line], pixels: Pixels) -> list[Line]:
    """Lines, with those down that end below a filled row of their table carried through it, where they cut no print.

    The rules between the headers of a table are often of the colour of its head, or nearly.
    """
    import numpy as np

    across = sorted((line for line in lines if _is_across(line)), key=lambda line: line.top)
    found = list(lines)
    for line in lines:
        if _is_across(line):
            continue
        at = (line.x0 + line.x1) // 2
        beside = [h for h in across if h.x0 < at < h.x1]
        start = next((h for h in beside if abs(h.top - line.top) <= _NEAR), None)
        above = next((h for h in reversed(beside) if start is not None and h.bottom < start.top - _NEAR), None)
        if start is None or above is None or abs(above.x0 - start.x0) > _NEAR or abs(above.x1 - start.x1) > _NEAR:
            continue
        strip = pixels[above.bottom + _NEAR : start.top - _NEAR, at - 3 : at + 4]
        if strip.size and np.ptp(np.percentile(strip, (5, 95))) < _DARKER:
            found.append(Line(line.x0, above.top, line.x1, line.top))
    return found


def _is_across(line: Line) -> bool:
    return line.x1 - line.x0 > line.bottom - line.top


def _strokes(pixels: Pixels, thick: int, long: int) -> tuple[Mask, Mask]:
    """The pixels of edges and lines across, of `long` pixels or more, and of these the thin lines alone."""
    import numpy as np

    levels = pixels.astype(np.int16) + _DARKER
    middle = levels[thick:-thick]
    edge, ruled = np.zeros(pixels.shape, dtype=np.bool_), np.zeros(pixels.shape, dtype=np.bool_)
    edge[thick:-thick] = (middle < pixels[thick - 3 : -thick - 3]) | (
        middle < pixels[thick + 3 : pixels.shape[0] - thick + 3]
    )
    ruled[thick:-thick] = (middle < pixels[: -2 * thick]) & (middle < pixels[2 * thick :])
    for mask in (edge, ruled):  # A line that slopes by a pixel goes on in the next row.
        mask[1:] |= mask[:-1]
    return _runs(edge, long, thick), _runs(ruled, long, thick)


def _runs(mask: Mask, long: int, thick: int) -> Mask:
    """Only the pixels in runs of at least `long` along their row; where another line crosses, a run goes on."""
    import numpy as np

    edges = np.zeros((mask.shape[0], mask.shape[1] + 2), dtype=np.int8)
    edges[:, 1:-1] = mask
    steps = np.diff(edges, axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    keep = ends - starts >= long // 4
    rows, starts, ends = rows[keep], starts[keep], ends[keep]
    fresh = np.ones(len(rows), dtype=np.bool_)
    fresh[1:] = (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > thick * 1.5)
    first = np.flatnonzero(fresh)
    last = np.append(first[1:], len(rows)) - 1
    rows, starts, ends = rows[first], starts[first], ends[last] if len(rows) else ends
    keep = ends - starts >= long
    marks = np.zeros((mask.shape[0], mask.shape[1] + 1), dtype=np.int16)
    np.add.at(marks, (rows[keep], starts[keep]), 1)
    np.add.at(marks, (rows[keep], ends[keep]), -1)
    return np.asarray(np.cumsum(marks, axis=1)[:, :-1] > 0)


def _lines(mask: Mask, thick: int) -> list[Line]:
    """The lines across that the pixels of `mask` make: rows of pixels that touch are one line."""
    import numpy as np

    open_: list[list[int]] = []
    found: list[Line] = []
    for y in np.flatnonzero(mask.any(axis=1)).tolist():
        edges = np.diff(np.concatenate(([0], mask[y].astype(np.int8), [0])))
        for x0, x1 in zip(np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist(), strict=True):
            near = next((o for o in open_ if y - o[3] <= thick and x0 <= o[2] + thick and x1 >= o[0] - thick), None)
            if near is None:
                open_.append([x0, y, x1, y + 1])
            else:
                near[:] = [min(near[0], x0), near[1], max(near[2], x1), y + 1]
        found += [Line(*o) for o in open_ if y - o[3] > thick]
        open_ = [o for o in open_ if y - o[3] <= thick]
    found += [Line(*o) for o in open_]
    longest = sorted(found, key=lambda f: (f.x0 - f.x1, f.top))
    return [f for i, f in enumerate(longest) if not any(_within(f, other, thick) for other in longest[:i])]


def _within(line: Line, other: Line, thick: int) -> bool:
    """Whether a line is only a ragged edge of a longer one."""
    beside = line.top <= other.bottom + thick and line.bottom >= other.top - thick
    return beside and line.x0 >= other.x0 - thick and line.x1 <= other.x1 + thick


def _wipe(pixels: Pixels, mask: Mask, thick: int) -> None:
    """Put in place of a line across, and of its soft edges, what is lighter above or below it."""
    import numpy as np

    wide = mask.copy()
    for step in (1, 2):
        wide[step:] |= mask[:-step]
        wide[:-step] |= mask[step:]
    rows, columns = np.nonzero(wide)
    above = pixels[np.maximum(rows - thick - 2, 0), columns]
    below = pixels[np.minimum(rows + thick + 2, pixels.shape[0] - 1), columns]
    pixels[rows, columns] = np.maximum(above, below)
