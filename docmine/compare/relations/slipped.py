"""Slipped: a later date than before, words that say so, or still promised after its date has passed."""

from __future__ import annotations

import re

from docmine.compare.cues import finished, not_yet
from docmine.compare.numbers import values
from docmine.compare.relations.pair import Pair, Signal
from docmine.compare.terms import leans
from docmine.compare.turns import late
from docmine.store.partial import bounds

ALIKE = 0.5
SHARED = 0.45
NEAR = 0.55
CLOSE = 0.35
"""Nearness from which a statement about the same thing is of the same act."""

_HOLDS = re.compile(r"\b(?:free|open|available|in place|remain|keep|stay|continue)\b[^.]{0,40}\buntil\b", re.IGNORECASE)
"""What holds until a day does not slip when it holds for longer."""
_ALL = re.compile(r"\b(?:all|every|each)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:remaining|the rest|the last|the final|outstanding|the other)\b", re.IGNORECASE)


def slipped(pair: Pair) -> Signal | None:
    moved = later_date(pair)
    if not (pair.one_thing or leans(pair.statement.text) or _REST.search(pair.statement.text)):
        return None
    mine, theirs = values(pair.promise.text), values(pair.statement.text)
    same = (
        mine <= theirs
        or _REST.search(pair.statement.text) is not None
        or (not theirs and _ALL.search(pair.statement.text) is None)
    )
    told = bool(mine) and mine <= theirs
    near = (
        told
        or pair.wording >= ALIKE
        or pair.words >= SHARED
        or pair.nearness >= NEAR
        or (pair.one_thing and pair.nearness >= CLOSE)
    )
    # Another number is another promise: 500 reviews by July are not all of them by March.
    if moved and (near or (same and _REST.search(pair.statement.text))) and pair.to_come and same:
        return Signal(1.0, moved)
    words = late(pair.statement.text)
    if moved and words and near and pair.said.state != "done":
        return Signal(1.0, moved)
    if (
        words
        and (pair.words >= SHARED or (pair.one_thing and pair.nearness >= CLOSE))
        and (pair.said.state != "done" or late(pair.said.words) or not finished(pair.clause))
    ):
        return Signal(0.8, f"it says “{words}”")
    waits = not_yet(pair.statement.text)
    if pair.due_had_passed and waits and (pair.words >= SHARED or (pair.one_thing and pair.nearness >= CLOSE)):
        return Signal(
            0.8 if pair.words >= SHARED else 0.6,
            f"it says “{waits}” on {pair.published}, though it was due {pair.promise.due}",
        )
    if pair.due_had_passed and pair.to_come and not pair.later_due and (pair.wording >= 0.6 or pair.words >= 0.6):
        return Signal(0.8, f"still promised on {pair.published}, though it was due {pair.promise.due}")
    return None


def later_date(pair: Pair) -> str | None:
    """That the statement names a date after the one that the commitment had; None where it does not."""
    mine, theirs = bounds(pair.promise.due), bounds(pair.later_due)
    if _HOLDS.search(pair.promise.text):
        return None
    if mine is None or theirs is None or theirs[0] <= mine[1]:
        return None
    year, _, day = (pair.later_due or "").partition("-")
    if day and day == (pair.promise.due or "").partition("-")[2] and year not in pair.statement.text:
        return None  # the same day without a year: the year was only inferred
    return f"due {pair.promise.due}, now {pair.later_due}"
