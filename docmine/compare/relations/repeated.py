"""Repeated: promised again, in the same words or in others."""

from __future__ import annotations

from docmine.compare.numbers import values
from docmine.compare.relations.pair import Pair, Signal

SAME_WORDS = 0.80
"""Likeness from which a statement repeats the commitment rather than reporting on it, whatever its tense."""

ALIKE = 0.55
SHARED = 0.55


def repeated(pair: Pair) -> Signal | None:
    if pair.wording >= SAME_WORDS:
        same = "the same words" if pair.wording == 1.0 else f"worded alike ({pair.wording:.2f})"
        return Signal(1.0, same)
    # Another number is another promise.
    if (
        pair.to_come
        and values(pair.promise.text) <= values(pair.statement.text)
        and (pair.wording >= ALIKE or pair.words >= SHARED)
    ):
        told = f" (“{pair.said.words}”)" if pair.said.words else ""
        return Signal(0.9, f"it is promised again{told}")
    return None
