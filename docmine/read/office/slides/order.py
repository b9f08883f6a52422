"""The order in which the parts of a slide are read: columns from left to right, each from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

_ALIGNED = 0.03
"""Of a slide's height: tops no farther apart are level."""
_OVERLAP = 0.02
"""Of a slide's width or height: parts that cover each other by no more do not touch."""
_LABEL_WORDS = 5


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A part of a slide with its box, in shares of the slide's width and height, and how many words it has."""

    part: T
    left: float
    top: float
    right: float
    bottom: float
    words: int = 0


def ordered(parts: Sequence[Placed[T]]) -> list[T]:
    """The parts as they are read. Cut where no part crosses: into columns first, for a column's head stands over its
    text; but rows of labels beside their texts row by row."""
    if len(parts) < 2:
        return [p.part for p in parts]
    columns = _cut(parts, lambda p: (p.left, p.right))
    if len(columns) > 1 and not _are_rows(columns):
        return [part for column in columns for part in ordered(column)]
    rows = _cut(parts, lambda p: (p.top, p.bottom))
    if len(rows) > 1:
        return [part for row in rows for part in ordered(row)]
    if len(columns) > 1:
        return [part for column in columns for part in ordered(column)]
    return [p.part for row in _lines(parts) for p in sorted(row, key=lambda p: p.left)]


def _lines(parts: Sequence[Placed[T]]) -> list[list[Placed[T]]]:
    """Parts whose tops are level, from top to bottom."""
    lines: list[list[Placed[T]]] = []
    for part in sorted(parts, key=lambda p: p.top):
        if lines and part.top - lines[-1][0].top <= _ALIGNED:
            lines[-1].append(part)
        else:
            lines.append([part])
    return lines


def _cut(parts: Sequence[Placed[T]], span: Callable[[Placed[T]], tuple[float, float]]) -> list[list[Placed[T]]]:
    """Groups of parts between which there is a gap along one axis."""
    groups: list[list[Placed[T]]] = []
    end, last = float("-inf"), 0.0  # where the group ends, and the width of the part that ends there
    for part in sorted(parts, key=span):
        start, stop = span(part)
        if not groups or start >= end - min(_OVERLAP, (stop - start) / 2, last / 2):
            groups.append([])
        groups[-1].append(part)
        if stop > end:
            end, last = stop, stop - start
    return groups


def _are_rows(columns: Sequence[Sequence[Placed[T]]]) -> bool:
    """Whether columns are those of a table drawn with boxes: three rows or more, level, the first column of labels."""
    count = len(columns[0])
    if count < 3 or any(len(column) != count for column in columns):
        return False
    tops = [sorted(p.top for p in column) for column in columns]
    level = all(max(row) - min(row) <= _ALIGNED for row in zip(*tops, strict=True))
    return level and all(p.words <= _LABEL_WORDS for p in columns[0])
