"""Slipped: a later date than before, words that say so, or still promised after its date has passed."""

from __future__ import annotations

import re

from docmine.compare.cues import finished, not_yet
from docmine.compare.numbers import values
from docmine.compare.relations.pair import Pair, Signal, later_date
from docmine.compare.terms import leans, points_back, telling
from docmine.compare.things import acted_on
from docmine.compare.turns import late, negated

ALIKE = 0.5
SHARED = 0.45
NEAR = 0.55
CLOSE = 0.35
"""Nearness from which a statement about the same thing is of the same act."""
LIKELY = 0.28
A_WORD = 0.07
"""Nearness, or share of words, from which it may be, though no verdict may rest on it."""

_ALL = re.compile(r"\b(?:all|every|each)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:remaining|the rest|the last|the final|outstanding|the other)\b", re.IGNORECASE)


def slipped(pair: Pair) -> Signal | None:
    moved = None if _another_thing(pair) else later_date(pair)
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
    words = late(pair.clause if pair.said.state == "done" else pair.statement.text)
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


def likely_slipped(pair: Pair) -> Signal | None:
    """What may speak of the act: a promise with a later date, or news that it is late, somewhat near."""
    if pair.nearness < LIKELY or not (pair.words >= A_WORD or points_back(pair.statement.text)):
        return None
    moved, mine, theirs = later_date(pair), values(pair.promise.text), values(pair.statement.text)
    promised = pair.to_come or (pair.later is not None and pair.later.due == pair.later_due)
    if moved and promised and (mine <= theirs or not theirs):
        return Signal(0.5, moved)
    words = late(pair.clause) or (not_yet(pair.clause) if pair.due_had_passed else None)
    if words and pair.said.state not in ("done", "begun"):
        return Signal(0.5, f"it says “{words}”")
    present = pair.said.state in ("so", "unsaid") or (pair.said.state == "going on" and pair.due_had_passed)
    if moved and present and (mine <= theirs or not theirs):
        return Signal(0.5, moved)
    if (
        pair.due_had_passed
        and negated(pair.clause)
        and not _ALL.search(pair.clause)
        and pair.said.state in ("so", "unsaid", "going on", "to come")
    ):
        return Signal(0.5, f"it says “not” on {pair.published}, though it was due {pair.promise.due}")
    return None


def _another_thing(pair: Pair) -> bool:
    """Whether the statement promises to act on something else, and does not speak of what this commitment acts on:
    a report on libraries is not the library."""
    if pair.later is None:
        return False
    mine = acted_on(pair.promise.text, pair.promise.action)
    theirs = acted_on(pair.later.text, pair.later.action)
    return None not in (mine, theirs) and mine != theirs and mine not in telling(pair.statement.text)
