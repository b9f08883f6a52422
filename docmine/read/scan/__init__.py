"""A picture of a page → its words, with their place and their look.

picture ─ upright ─▶ straight ─ lines, polarity ─▶ plain print ─ tesseract ─▶ readings ─ looks ─▶ words, sizes, bullets
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from docmine.read.scan import cells, lines, looks, polarity, tesseract, upright
from docmine.read.scan.tesseract import Failed, Missing, Reading, version
from docmine.read.scan.upright import Turn

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFilter import Filter

__all__ = ["SECONDS_A_PAGE", "Failed", "Missing", "Scanned", "Seen", "Turn", "grey", "recognise", "version"]

SECONDS_A_PAGE = 120.0
"""A full page takes one to four on a computer at rest, a poor one ten."""
_GOOD = 0.7
"""Mean confidence from which a page is taken to stand upright. Upright pages have 0.85 to 0.96, others below 0.5."""
_CLEAR = 0.9
"""Mean confidence below which the page is tried again with its grain smoothed out."""
_PAPER = 170
"""Steps of grey from which a pixel shows paper."""
_GRAIN = 1.0
"""Steps of grey by which paper is uneven, on average, before it counts as grainy."""
_POOR_LINE = 0.5
"""A line of lower mean confidence is junk: a logo, a map, a face."""
_POOR_WORD = 0.3
"""So is a word below this, unless it has two letters in a row or more: "what's" may be as low, a smudge is no word."""
_INK = 40
"""Steps of grey that a page's darkest spots differ from its lightest, unless it is empty."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word on the upright picture. `top` and `bottom` are those of its type, `size` pixels apart, like in a PDF."""

    text: str
    confidence: float
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    bullet: bool


@dataclass(frozen=True, slots=True)
class Scanned:
    """The words of a page in the order in which Tesseract reads them, on the upright picture of `width` × `height`."""

    words: tuple[Seen, ...]
    lines: tuple[lines.Line, ...]
    """The ruled lines, and the edges of boxes."""
    width: int
    height: int
    turn: Turn


def recognise(picture: Image, dpi: float, seconds: float = SECONDS_A_PAGE) -> Scanned:
    """The words in a picture of a page of `dpi` pixels an inch, whichever way up it lies and a little askew.

    Raises Missing without Tesseract, Failed where it fails or takes longer than `seconds`.
    """
    picture = grey(picture)
    low, high = picture.getextrema()
    if float(high) - float(low) < _INK:  # type: ignore[arg-type]
        return Scanned((), (), *picture.size, Turn(0, 0.0, *picture.size))
    until = time.monotonic() + seconds

    def left() -> float:
        if (rest := until - time.monotonic()) <= 0:
            raise Failed("took longer than it may")
        return rest

    first = 1 if upright.is_sideways(picture) else 0
    tries: list[_Try] = []
    for quarters in (first, first + 2, 1 - first, 3 - first):
        tries.append(_try(picture, Turn(quarters, upright.tilt(picture, quarters), *picture.size), dpi, left))
        if _confidence(tries[-1].readings) >= _GOOD:
            break
    best = max(tries, key=_sureness)
    if best.readings and (_confidence(best.readings) < _CLEAR or _is_grainy(picture)):
        for smoothing in _smoothings():
            tries.append(_try(picture.filter(smoothing), best.turn, dpi, left))
        best = max(tries, key=_sureness)
    words = _words(best.pixels, best.readings)
    height, width = best.pixels.shape
    return Scanned(words, tuple(best.lines), width, height, best.turn)


@dataclass(frozen=True, slots=True)
class _Try:
    """What was read in a picture after one turn."""

    turn: Turn
    pixels: looks.Pixels
    lines: list[lines.Line]
    readings: list[Reading]


def _try(picture: Image, turn: Turn, dpi: float, left: Callable[[], float]) -> _Try:
    import numpy as np
    from PIL import Image

    ruled, pixels = lines.find(np.asarray(turn.of(picture)), dpi)
    ruled = lines.completed(ruled, pixels)
    boxed = cells.find(ruled, pixels, dpi)
    rest = Image.fromarray(polarity.righted(cells.without(pixels, boxed)))
    readings = tesseract.words(rest, dpi, left())
    for number, sheet in enumerate(cells.sheets(pixels, boxed), 1):
        inside = tesseract.words(Image.fromarray(sheet.pixels), dpi, left(), columns=False)
        readings += cells.back(sheet, inside, number * 100_000)
    return _Try(turn, pixels, ruled, _worth(readings))


def _sureness(found: _Try) -> float:
    """Of several tries at a page the best has most: letters count for it as far as they are likely, else against."""
    return sum((w.confidence - 0.5) * _letters(w) for w in found.readings)


def _is_grainy(picture: Image) -> bool:
    """Whether the paper itself is uneven from one pixel to the next."""
    import numpy as np
    from PIL import ImageFilter

    smooth = np.asarray(picture.filter(ImageFilter.MedianFilter(3)), dtype=np.int16)
    paper = smooth > _PAPER
    return bool(paper.any() and np.abs(np.asarray(picture)[paper] - smooth[paper]).mean() > _GRAIN)


def _smoothings() -> Sequence[Filter]:
    """Against specks, and against grain. Clear pages lose by either, so that only poor ones are smoothed."""
    from PIL import ImageFilter

    return ImageFilter.MedianFilter(3), ImageFilter.GaussianBlur(1)


def grey(picture: Image) -> Image:
    """The picture in grey; what is transparent is paper."""
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        picture = Image.new("RGBA", layer.size, "white")
        picture.alpha_composite(layer)
    return picture.convert("L")


def _worth(readings: Sequence[Reading]) -> list[Reading]:
    """Readings without those that are no words: lines of low confidence, and lone signs that nobody is sure of."""
    found: list[Reading] = []
    for _, group in groupby(readings, key=lambda w: w.line):
        line = list(group)
        if _confidence(line) >= _POOR_LINE:
            found += [w for w in line if w.confidence >= _POOR_WORD or _has_two_letters(w.text)]
    return found


def _has_two_letters(text: str) -> bool:
    return any(a.isalnum() and b.isalnum() for a, b in pairwise(text))


def _letters(word: Reading) -> int:
    return sum(c.isalnum() for c in word.text)


def _confidence(readings: Sequence[Reading]) -> float:
    """Mean over all letters and digits; 0 where there are none."""
    letters = sum(_letters(w) for w in readings)
    return sum(w.confidence * _letters(w) for w in readings) / letters if letters else 0.0


def _without_bars(word: Reading, size: float) -> str:
    """Its text, with "I" for each bar: Tesseract takes one for the other, and what was ruled is wiped out already."""
    return word.text.replace("|", "I") if word.bottom - word.top < size else word.text.replace("|", "")


def _words(pixels: looks.Pixels, readings: Sequence[Reading]) -> tuple[Seen, ...]:
    rows = [list(group) for _, group in groupby(readings, key=lambda w: w.line)]
    found: list[Seen] = []
    thickness: list[tuple[float, int]] = []
    for line, size in zip(rows, looks.sizes(rows), strict=True):
        foot = looks.baseline(line, size)
        bottom = foot + size * looks.BELOW
        bullets = [looks.is_bullet(pixels, w, size) for w in line]
        if not bullets[0] and (spot := looks.spot_before(pixels, line[0], foot, size)) is not None:
            line, bullets = [spot, *line], [True, *bullets]
        for word, bullet in zip(line, bullets, strict=True):
            text = "•" if bullet else _without_bars(word, size)
            found.append(
                Seen(text, word.confidence, word.x0, bottom - size, word.x1, bottom, size, bold=False, bullet=bullet)
            )
            thickness.append((looks.strokes(pixels, word) / size, 0 if bullet else _letters(word)))
    heavy = looks.bold(thickness)
    return tuple(replace(word, bold=bold) for word, bold in zip(found, heavy, strict=True))
