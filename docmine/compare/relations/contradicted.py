"""Contradicted: the statement says that what was promised will not be done, or was not."""

from __future__ import annotations

from docmine.compare.cues import given_up
from docmine.compare.relations.pair import Pair, Signal

SHARED = 0.4


def contradicted(pair: Pair) -> Signal | None:
    words = given_up(pair.clause)
    if words is None or pair.words < SHARED or given_up(pair.sentence) is not None:
        return None
    return Signal(0.9, f"it says “{words}”")
