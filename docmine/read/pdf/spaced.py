"""Titles whose letters stand apart ("S T R E E T") → whole words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from docmine.read.pdf.words import Word


def unspaced(row: Sequence[Word]) -> list[Word]:
    """The words of one line, those joined that are single letters one after the other, four at least."""
    found: list[Word] = []
    i = 0
    while i < len(row):
        end = i + 1
        while end < len(row) and _is_letter(row[i]) and _is_letter(row[end]) and _follows(row[end - 1], row[end]):
            end += 1
        if end - i >= 4:
            found.extend(_joined(row[i:end]))
        else:
            found.extend(row[i:end])
        i = end
    return found


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalpha() and not word.bullet


def _follows(a: Word, b: Word) -> bool:
    return abs(a.middle - b.middle) < a.size * 0.2 and 0 < b.x0 - a.x1 < a.size * 2


def _joined(letters: Sequence[Word]) -> list[Word]:
    gaps = sorted(b.x0 - a.x1 for a, b in itertools.pairwise(letters))
    wide = gaps[len(gaps) // 2] * 1.8
    groups: list[list[Word]] = [[letters[0]]]
    for a, b in itertools.pairwise(letters):
        if b.x0 - a.x1 > wide:
            groups.append([])
        groups[-1].append(b)
    return [replace(g[0], text="".join(w.text for w in g), x1=g[-1].x1) for g in groups]
