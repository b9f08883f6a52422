"""Candidates, best first → hits: each one sentence or commitment, none twice, what is said again noted at the first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docmine.search.ground import Candidate

if TYPE_CHECKING:
    from docmine.store.surroundings import Mark

SAME = 95.0
"""Likeness (of 100) from which on two sentences with the same numbers say the same."""
MOST = 0.5
"""Share of its sentence from which on a commitment is shown by its own words: what is left out then is an aside."""
FEWEST_WORDS = 5
"""A commitment with fewer is understood in its sentence only."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit before ranks are given."""

    candidate: Candidate
    weight: float
    missing: tuple[str, ...]
    kind: str
    text: str
    start: int
    end: int
    commitment: Mark | None = None
    also_in: tuple[str, ...] = ()


def shown(candidate: Candidate, weight: float, missing: tuple[str, ...]) -> Found:
    """A candidate by the words that a reader would quote: its commitment where this is most of it, else all of it."""
    line = candidate.line
    promises = candidate.commitments
    promise = max(promises, key=lambda p: (p.end - p.start, -p.start), default=None)
    if promise and len(promises) == 1 and len(promise.text.split()) >= FEWEST_WORDS:
        runs_on = promise.end > line.end
        if runs_on or promise.end - promise.start >= MOST * (line.end - line.start):
            return Found(
                candidate, weight, missing, "commitment", promise.text, promise.start, promise.end, commitment=promise
            )
    return Found(candidate, weight, missing, "sentence", line.text, line.start, line.end, commitment=promise)


def fold(ranked: Iterable[Found], limit: int) -> list[Found]:
    """The first `limit`, without repetition: the same said elsewhere is noted at the best of them."""
    kept: list[Found] = []
    keys: list[tuple[str, list[str]]] = []
    for found in ranked:
        said = plain(found.text)
        key = said, re.findall(r"\d+", said)
        place = next((i for i, other in enumerate(keys) if _same(key, other)), None)
        if place is not None:
            first = kept[place]
            others = {*first.also_in, found.candidate.about.name} - {first.candidate.about.name}
            kept[place] = replace(first, also_in=tuple(sorted(others)))
        elif len(kept) < limit:
            kept.append(found)
            keys.append(key)
    return kept


def plain(text: str) -> str:
    """A text as it is compared with others."""
    return " ".join(text.lower().split()).strip(" .;,:")


def _same(a: tuple[str, list[str]], b: tuple[str, list[str]]) -> bool:
    if a == b or a[1] != b[1]:
        return a == b
    shorter, longer = sorted((len(a[0]), len(b[0])))
    if 200 * shorter < SAME * (shorter + longer):
        return False  # too few letters to be as alike
    from rapidfuzz import fuzz

    return fuzz.ratio(a[0], b[0], score_cutoff=SAME) > 0
