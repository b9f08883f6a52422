"""A picture of a page → the same page upright: its tilt measured by how sharply its lines of print stand out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    Points = NDArray[np.int64]

_STEEPEST = 8.0
"""Degrees. Whoever lays a page on the glass by hand seldom exceeds three."""
_LEAST = 0.15
"""Degrees below which a page counts as straight: over a line of 170 mm that is less than half a millimetre."""
_SAMPLE = 800
"""Pixels of the longer side of the copy on which the tilt is measured: a line of print is four to eight high."""
_FEW = 60
"""Dark pixels of that copy below which there is nothing to measure."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How a picture was set upright: by quarter turns against the clock, then by `degrees` against the clock."""

    quarters: int
    degrees: float
    width: int
    """Of the picture as it was, in pixels."""
    height: int

    def of(self, picture: Image) -> Image:
        """The picture set upright, on white, wide enough to lose no corner."""
        from PIL import Image

        methods = {
            1: Image.Transpose.ROTATE_90,
            2: Image.Transpose.ROTATE_180,
            3: Image.Transpose.ROTATE_270,
        }
        if self.quarters:
            picture = picture.transpose(methods[self.quarters])
        if self.degrees:
            picture = picture.rotate(self.degrees, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        return picture

    def back(self, x: float, y: float, width: float, height: float) -> tuple[float, float]:
        """Where a point of the upright picture, which is `width` by `height` pixels, stood before."""
        wide, high = (self.height, self.width) if self.quarters % 2 else (self.width, self.height)
        angle = math.radians(self.degrees)
        dx, dy = x - width / 2, y - height / 2
        x = dx * math.cos(angle) - dy * math.sin(angle) + wide / 2
        y = dx * math.sin(angle) + dy * math.cos(angle) + high / 2
        for _ in range(self.quarters):
            x, y, wide, high = high - y, x, high, wide
        return x, y


def tilt(picture: Image, quarters: int = 0) -> float:
    """Degrees against the clock by which a grey picture, after `quarters` quarter turns, has to be turned."""
    import numpy as np

    points = _ink(picture, quarters)
    if len(points) < _FEW:
        return 0.0
    coarse = np.arange(-_STEEPEST, _STEEPEST + 0.01, 0.5)
    best = max(coarse, key=lambda degrees: (_sharpness(points, degrees), -abs(degrees)))
    fine = best + np.arange(-0.5, 0.51, 0.05)
    best = float(max(fine, key=lambda degrees: (_sharpness(points, degrees), -abs(degrees))))
    return round(best, 2) if abs(best) >= _LEAST else 0.0


def is_sideways(picture: Image) -> bool:
    """Whether lines of print stand out along the columns of a grey picture rather than along its rows."""
    along, across = (_ink(picture, quarters) for quarters in (0, 1))
    if len(along) < _FEW:
        return False
    angles = [a / 2 for a in range(-6, 7)]
    return max(_sharpness(across, a) for a in angles) > max(_sharpness(along, a) for a in angles)


def _ink(picture: Image, quarters: int) -> Points:
    """(x, y) of the dark pixels of a small copy, relative to its middle: shape (n, 2)."""
    import numpy as np
    from PIL import Image

    small = picture.copy()
    small.thumbnail((_SAMPLE, _SAMPLE), Image.Resampling.BOX)
    dark = np.asarray(Turn(quarters, 0.0, *small.size).of(small)) < 144
    y, x = np.nonzero(dark)
    return np.stack([x - dark.shape[1] // 2, y - dark.shape[0] // 2], axis=1)


def _sharpness(points: Points, degrees: float) -> float:
    """How unlike the amounts of ink in neighbouring rows are once the points are turned: highest along the lines."""
    import numpy as np

    angle = math.radians(degrees)
    rows = np.round(points[:, 1] * math.cos(angle) - points[:, 0] * math.sin(angle)).astype(np.int64)
    amounts = np.bincount(rows - rows.min())
    return float(np.square(np.diff(amounts.astype(np.float64))).sum())
