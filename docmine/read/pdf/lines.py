"""Words → the stretches of a line that were drawn together, and whole lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from docmine.read.pdf.words import Colour, Word


@dataclass(frozen=True)
class Segment:
    """Words side by side. Two segments of the same `run` were drawn one after the other on one line."""

    words: tuple[Word, ...]
    run: int

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
        return median(w.middle for w in self.words)

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


def segments(words: Sequence[Word]) -> list[Segment]:
    """Runs of words drawn after one another on one line, cut where the gap is far wider than its other gaps."""
    runs: list[list[Word]] = []
    for word in words:
        last = runs[-1][-1] if runs else None
        if last is not None and _same_line(last, word) and word.x0 >= last.x1 - word.size * 0.5:
            runs[-1].append(word)
        else:
            runs.append([word])
    found: list[Segment] = []
    for number, run in enumerate(runs):
        start = 0
        gaps = [b.x0 - a.x1 for a, b in pairwise(run) if not a.bullet]
        for i, (a, b) in enumerate(pairwise(run)):
            others = sorted(gaps)
            usual = others[len(others) // 2] if len(others) > 1 else b.size * 0.5
            # Gaps of a justified line are wide but alike; after a bullet any gap may stand.
            if b.x0 - a.x1 > max(b.size * 2, usual * 2.5) and not (i == start and _may_mark(a)):
                found.append(Segment(tuple(run[start : i + 1]), number))
                start = i + 1
        found.append(Segment(tuple(run[start:]), number))
    return _joined(_aligned(_unstretched(found)))


def _unstretched(segments: list[Segment]) -> list[Segment]:
    """Segments, with the bullets whole whose few words a justified line pulled apart: no column begins at the gap."""
    found: list[Segment] = []
    for segment in segments:
        last = found[-1] if found else None
        if (
            last is not None
            and last.run == segment.run
            and last.words[0].bullet
            and not segment.words[0].bullet
            and 0 < segment.x0 - last.x1 < segment.size * 6
            and not any(abs(o.x0 - segment.x0) < 3 and o is not segment for o in segments)
        ):
            found[-1] = Segment((*last.words, *segment.words), last.run)
        else:
            found.append(segment)
    return found


def _aligned(segments: list[Segment]) -> list[Segment]:
    """Segments, with those cut that fill their column to the brim: the next column begins where the lines around it do.

    Of a line near by, two at least must be cut at the very same place already.
    """
    sizes: dict[int, int] = {}
    for segment in segments:
        sizes[segment.run] = sizes.get(segment.run, 0) + 1
    firsts = {s.run: s.x0 for s in reversed(segments)}
    edges = [s for s in segments if sizes[s.run] > 1 and s.x0 > firsts[s.run]]
    found: list[Segment] = []
    for segment in segments:
        words = segment.words
        cut = 0
        for i in range(2, len(words) - 1) if edges else ():
            x, near = words[i].x0, segment.size * 3.5
            beside = [e for e in edges if abs(e.x0 - x) < 0.8 and 1 < abs(e.middle - segment.middle) < near]
            if len(beside) > 1 and all(abs(e.size - segment.size) < 0.6 for e in beside):
                cut = i
                break
        if cut:
            found += [Segment(words[:cut], segment.run), Segment(words[cut:], segment.run)]
        else:
            found.append(segment)
    return found


def whole(segments: Iterable[Segment]) -> list[Segment]:
    """Whole lines, top to bottom, out of the segments of one column."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.middle, s.x0)):
        if rows and abs(rows[-1][0].middle - segment.middle) < min(rows[-1][0].size, segment.size) * 0.5:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [
        Segment(tuple(w for s in sorted(row, key=lambda s: s.x0) for w in s.words), row[0].run)
        if len(row) > 1
        else row[0]
        for row in rows
    ]


def _may_mark(word: Word) -> bool:
    return word.bullet or (len(word.text) <= 4 and word.text.endswith((".", ")"))) or word.text in {"-", "–", "o"}


def _same_line(a: Word, b: Word) -> bool:
    return abs(a.middle - b.middle) < max(a.size, b.size) * 0.45


def _joined(segments: list[Segment]) -> list[Segment]:
    """Neighbours on a line that were drawn apart (a link, a word in another font), joined where the gap is a space."""
    found: list[Segment] = []
    for segment in sorted(segments, key=lambda s: (round(s.middle), s.x0)):
        for i in range(len(found) - 1, max(-1, len(found) - 6), -1):
            other = found[i]
            gap = segment.x0 - other.x1
            close = -segment.size * 0.3 < gap < segment.size * 0.7
            if (
                close
                and other.run != segment.run
                and abs(other.middle - segment.middle) < min(other.size, segment.size) * 0.4
            ):
                found[i] = Segment((*other.words, *segment.words), other.run)
                break
        else:
            found.append(segment)
    return found
