"""What the recognised words look like: their size, whether they are bold, and the bullets that stand before lines."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from docmine.read.scan.tesseract import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Ink = NDArray[np.bool_]

_SMALL = 0.52
"""Height of letters such as "x", of the type size; these are Helvetica's, and Times differs by less than a tenth."""
_TALL = 0.72
"""Of capitals, digits and letters such as "h"."""
BELOW = 0.21
"""How far letters such as "p" reach below the line."""
_COMMA = 0.14
_TALL_LETTERS = frozenset("bdfhijkltß&%/!?()[]{}£$€@#|\\'\"‘’“”")
_LOW_LETTERS = frozenset("gjpqy()[]{}@|/Q")
_COMMAS = frozenset(",;")
_LOWER = 0.35
_CONTRAST = 80
"""Steps of grey between paper and print."""
_ALIKE = 0.08
"""Sizes that differ by less are one size: a scanner and a recogniser are not more exact than that."""
_BOLDER = 1.17
"""Times the strokes of the page's plain words. Measured on pages of which the truth was known: bold ones are 1.24 to
1.75 times as thick as plain ones, and plain ones differ among themselves by 1.09."""


def sizes(lines: Sequence[Sequence[Reading]]) -> list[float]:
    """The type size of each line in pixels; lines that differ by as little as measuring does have the same."""
    found = [_size(line) for line in lines]
    weights = [sum(len(w.text) for w in line) for line in lines]
    settled: dict[int, float] = {}
    while len(settled) < len(found):
        rest = [i for i in range(len(found)) if i not in settled]

        def near(i: int, among: list[int] = rest) -> list[int]:
            return [k for k in among if abs(found[k] - found[i]) <= _ALIKE * found[i]]

        centre = max(rest, key=lambda i: (sum(weights[k] for k in near(i)), -i))
        members = near(centre)
        size = _weighted_median([(found[i], weights[i]) for i in members])
        settled.update(dict.fromkeys(members, size))
    return [settled[i] for i in range(len(found))]


def baseline(line: Sequence[Reading], size: float) -> float:
    """On which row of pixels the letters of a line stand."""
    low = _LOW_LETTERS | _COMMAS
    feet = [w.bottom for w in line if not low & set(w.text) and any(c.isalnum() for c in w.text)]
    return median(feet) if feet else median(w.bottom for w in line) - size * BELOW


def strokes(pixels: Pixels, word: Reading) -> float:
    """How thick the strokes of a word are, in pixels; only the proportion between words counts."""
    ink = _ink(pixels[word.top : word.bottom, word.x0 : word.x1])
    if ink.size == 0:
        return 0.0
    starts = (ink[:, 1:] & ~ink[:, :-1]).sum() + ink[:, 0].sum()
    tops = (ink[1:] & ~ink[:-1]).sum() + ink[0].sum()
    return float(ink.sum() / max(1, starts + tops))


def bold(thickness: Sequence[tuple[float, int]]) -> list[bool]:
    """Whether each word is bold, out of (thickness of its strokes by its size, how many letters) of a whole page."""
    plain = _weighted_median(thickness) if thickness else 0.0
    return [plain > 0 and stroke > plain * _BOLDER for stroke, _ in thickness]


def is_bullet(pixels: Pixels, word: Reading, size: float) -> bool:
    """Whether what was taken for a letter or two is a solid spot, as large as a bullet."""
    high, wide = word.bottom - word.top, word.x1 - word.x0
    if len(word.text) > 2 or not 0.12 * size < high < 0.62 * size or not 0.6 < wide / high < 1.7:
        return False
    ink = _ink(pixels[max(0, word.top - 2) : word.bottom + 2, max(0, word.x0 - 2) : word.x1 + 2])
    return bool(ink.sum() > 0.68 * high * wide)


def spot_before(pixels: Pixels, word: Reading, foot: float, size: float) -> Reading | None:
    """The bullet that the recognition left out before a line's first word: a lone solid spot at half height."""
    import numpy as np

    top, x0 = max(0, round(foot - size * _TALL)), max(0, round(word.x0 - size * 4))
    field = pixels[top : round(foot + size * 0.05), x0 : max(0, round(word.x0 - size * 0.15))]
    if field.size == 0 or int(field.max()) - int(field.min()) < _CONTRAST:
        return None
    ink = _ink(field)
    columns = np.flatnonzero(ink.sum(axis=0) > 1)
    if len(columns) == 0:
        return None
    breaks = np.flatnonzero(np.diff(columns) > size * 0.3)
    last = columns[breaks[-1] + 1 :] if len(breaks) else columns
    rows = np.flatnonzero(ink[:, last[0] : last[-1] + 1].sum(axis=1) > 1)
    if len(rows) == 0 or not 0.15 * size < foot - (top + (rows[0] + rows[-1]) / 2) < 0.55 * size:
        return None
    left, right = x0 + int(last[0]), x0 + int(last[-1]) + 1
    spot = Reading("•", word.confidence, word.line, left, top + int(rows[0]), right, top + int(rows[-1]) + 1)
    return spot if is_bullet(pixels, spot, size) else None


def _size(line: Sequence[Reading]) -> float:
    """Of one line in pixels: what the heights of its words come to, by the letters that are in them."""
    found = []
    for word in line:
        letters = [c for c in word.text if c.isalnum() or c in _TALL_LETTERS]
        if not letters:
            continue
        above = _TALL if any(c.isupper() or c.isdigit() or c in _TALL_LETTERS for c in letters) else _SMALL
        below = BELOW if _LOW_LETTERS & set(word.text) else _COMMA if _COMMAS & set(word.text) else 0.0
        found.append(((word.bottom - word.top) / (above + below), len(letters)))
    # Specks and strokes of other lines make words higher than they are, and nothing makes them lower.
    return _weighted_median(found, _LOWER) if found else float(max(w.bottom - w.top for w in line))


def _ink(pixels: Pixels) -> Ink:
    """Which pixels belong to the letters: dark on light or light on dark, whichever touches the edge less."""
    import numpy as np

    if pixels.size == 0:
        return np.zeros((0, 0), dtype=np.bool_)
    low, high = np.percentile(pixels, (2, 98))
    dark: Ink = pixels < (low + high) / 2
    edge = np.concatenate([dark[0], dark[-1], dark[:, 0], dark[:, -1]])
    return ~dark if edge.mean() > 0.5 else dark


def _weighted_median(values: Sequence[tuple[float, int]], share: float = 0.5) -> float:
    """The value below which half of the weight lies, or another share of it."""
    ordered = sorted(values)
    enough = sum(weight for _, weight in ordered) * share
    seen = 0
    for value, weight in ordered:
        seen += weight
        if seen >= enough:
            return value
    raise ValueError("no values")
