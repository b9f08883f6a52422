"""Words → stretches of a line that belong to one column, and whole lines; by their places alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from docmine.read.pdf.spaced import unspaced
from docmine.read.pdf.words import Colour, Walls, Word, has_wall

_Starts = dict[int, list[tuple[Word, bool]]]
"""The words with which a line begins or that stand behind a gap, by the point at which they begin; is the gap wide?"""


@dataclass(frozen=True)
class Segment:
    """Words side by side. Two segments of the same `row` stand side by side on one line of the page."""

    words: tuple[Word, ...]
    row: int

    @cached_property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(w.x1 for w in self.words)

    @cached_property
    def top(self) -> float:
        return min(w.top for w in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @cached_property
    def middle(self) -> float:
        return median([w.middle for w in self.words])

    @cached_property
    def page(self) -> int:
        return self.words[0].page

    @cached_property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters."""
        counts: dict[float, int] = {}
        for word in self._plain:
            counts[word.size] = counts.get(word.size, 0) + len(word.text)
        return max(counts, key=lambda size: (counts[size], size))

    @cached_property
    def bold(self) -> bool:
        plain = self._plain
        return sum(len(w.text) for w in plain if w.bold) >= 0.9 * sum(len(w.text) for w in plain)

    @cached_property
    def colour(self) -> Colour:
        return self._plain[0].colour

    @cached_property
    def _plain(self) -> Sequence[Word]:
        return [w for w in self.words if not w.bullet] or self.words


def segments(words: Sequence[Word], walls: Walls | None = None) -> list[Segment]:
    """Stretches of lines, cut at upright rules and where a gap is wide and others begin below it in the same place."""
    rows = [unspaced(row) for row in _rows(words)]
    starts = _starts(rows)
    found: list[Segment] = []
    for number, row in enumerate(rows):
        start = 0
        gaps = [b.x0 - a.x1 for a, b in pairwise(row) if not a.bullet]
        for i, (a, b) in enumerate(pairwise(row)):
            if (i > start or not may_mark(a)) and _is_cut(a, b, gaps, starts, walls or {}):
                found.append(Segment(tuple(row[start : i + 1]), number))
                start = i + 1
        found.append(Segment(tuple(row[start:]), number))
    return _unstretched([_unled(segment) for segment in found])


def _unled(segment: Segment) -> Segment:
    """A line of contents without the dots between a title and its page."""
    plain = tuple(w for w in segment.words if w.text.strip(".") or len(w.text) < 5)
    return Segment(plain, segment.row) if 0 < len(plain) < len(segment.words) else segment


def whole(segments: Iterable[Segment], *, far: bool = False) -> list[Segment]:
    """Whole lines, top to bottom, out of the segments of one column; `far`: also of those that stand far apart."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.middle, s.x0)):
        if rows and abs(rows[-1][0].middle - segment.middle) < min(rows[-1][0].size, segment.size) * 0.5:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [line for row in rows for line in _joined(sorted(row, key=lambda s: s.x0), far)]


def _joined(row: Sequence[Segment], far: bool) -> list[Segment]:
    """The segments of one line as one, but for those that stand far apart: two titles, a title and a time."""
    found = [row[0]]
    for segment in row[1:]:
        last = found[-1]
        gap = segment.x0 - last.x1
        if gap > max(last.size, segment.size) * 5 and not far and not last.text.endswith(":"):
            found.append(segment)
        else:
            found[-1] = Segment((*last.words, *segment.words), last.row)
    return found


def may_mark(word: Word) -> bool:
    """Whether a word can be the marker of an item, behind which any gap may stand."""
    return word.bullet or (len(word.text) <= 4 and word.text.endswith((".", ")"))) or word.text in {"-", "–", "o"}


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words side by side on one line of the page, left to right, whatever the gaps between them."""
    rows: list[list[Word]] = []
    # Rows by the height of their last word, in bands of four points, so that few are looked at for each word.
    bands: dict[int, list[int]] = {}
    for word in sorted(words, key=lambda w: (w.x0, w.top)):
        band = int(word.middle // 4)
        reach = int(word.size * 0.5 // 4) + 1
        best, nearest = -1, 0.0
        for key in range(band - reach, band + reach + 1):
            for index in bands.get(key, ()):
                last = rows[index][-1]
                if _beside(last, word) and (best < 0 or last.x0 > nearest):
                    best, nearest = index, last.x0
        if best < 0:
            rows.append([word])
            best = len(rows) - 1
        else:
            bands[int(rows[best][-1].middle // 4)].remove(best)
            rows[best].append(word)
        bands.setdefault(band, []).append(best)
    return sorted(rows, key=lambda r: (r[0].middle, r[0].x0))


def _beside(a: Word, b: Word) -> bool:
    """Whether b stands to the right of a on the same line."""
    gap = b.x0 - a.x1
    size = max(a.size, b.size)
    if gap < -0.5 * min(a.size, b.size):
        return False
    apart = abs(a.middle - b.middle)
    if a.bullet and gap < size * 5 and b.top <= a.middle <= b.bottom:
        return True  # signs stand higher or lower than letters
    if gap > size * 1.5:
        return apart < min(a.size, b.size) * 0.25
    return apart < size * 0.45 or (abs(a.bottom - b.bottom) < size * 0.15 and gap < size)


def _starts(rows: Sequence[Sequence[Word]]) -> _Starts:
    found: _Starts = {}
    for row in rows:
        found.setdefault(round(row[0].x0), []).append((row[0], False))
        for a, b in pairwise(row):
            if b.x0 - a.x1 > b.size * 0.5:
                found.setdefault(round(b.x0), []).append((b, b.x0 - a.x1 > b.size))
    return found


def _is_cut(a: Word, b: Word, gaps: Sequence[float], starts: _Starts, walls: Walls) -> bool:
    gap = b.x0 - a.x1
    if has_wall(walls, a.x1 - 0.5, b.x0 + 0.5, b.middle):
        return True
    if gap > b.size * 6:
        return True
    key = round(b.x0)
    if not any(k in starts for k in (key - 1, key, key + 1)):
        around = []
    else:
        near, exact = b.size * 7, 0.8 if gap > b.size * 0.5 else 0.35
        around = [
            (w, wide)
            for k in (key - 1, key, key + 1)
            for w, wide in starts.get(k, ())
            if abs(w.x0 - b.x0) < exact and 1 < abs(w.middle - b.middle) < near
        ]
    if gap < b.size * 0.5:
        # A cell filled to the brim: the cells around it are further apart, and of the same type.
        return sum(wide and abs(w.size - b.size) < 0.6 for w, wide in around) > 1
    if len(around) > (0 if gap > b.size * 1.2 else 1):
        return True
    # Gaps of a justified line are wide but alike.
    others = sorted(gaps)
    usual = others[len(others) // 2] if len(others) > 1 else b.size * 0.5
    return gap > max(b.size * 2, usual * 2.5)


def _unstretched(segments: list[Segment]) -> list[Segment]:
    """Segments, with the bullets whole whose few words a justified line pulled apart: no column begins at the gap."""
    found: list[Segment] = []
    begins = [w.x0 for s in segments for w in s.words[: 2 if s.words[0].bullet else 1]]
    for segment in segments:
        last = found[-1] if found else None
        if (
            last is not None
            and last.row == segment.row
            and last.words[0].bullet
            and not segment.words[0].bullet
            and 0 < segment.x0 - last.x1 < segment.size * 6
            and sum(abs(x - segment.x0) < 3 for x in begins) == 1
        ):
            found[-1] = Segment((*last.words, *segment.words), last.row)
        else:
            found.append(segment)
    return found
