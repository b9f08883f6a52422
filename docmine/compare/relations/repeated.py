"""Repeated: promised again, in the same words or in others."""

from __future__ import annotations

import re

from docmine.compare.numbers import values
from docmine.compare.relations.pair import Pair, Signal
from docmine.compare.turns import continues, negated

EVERY = re.compile(r"\b(?:all|every|each)\b", re.IGNORECASE)
_ON_COURSE = re.compile(r"\b(?:still|remains?|stands?|as planned|on (?:course|track|schedule))\b", re.IGNORECASE)
SAME_WORDS = 0.80
"""Likeness from which a statement repeats the commitment rather than reporting on it, whatever its tense."""

ALIKE = 0.5
SHARED = 0.5
MOST = 0.75
LIKELY = 0.28
"""Nearness from which what is still to come may be what was promised."""
LONGER = 1.3
"""What is under way and is told in more words is told with news."""


def repeated(pair: Pair) -> Signal | None:
    same = pair.later is not None or pair.wording >= 0.9 or pair.said.state != "done"
    if pair.wording >= SAME_WORDS and same:
        worded = "the same words" if pair.wording == 1.0 else f"worded alike ({pair.wording:.2f})"
        return Signal(1.0, worded)
    if _as_before(pair):
        return Signal(0.9, "it is said to be under way, as before")
    mine, theirs = values(pair.promise.text), values(pair.statement.text)
    another = not mine <= theirs and (bool(theirs) or EVERY.search(pair.statement.text) is not None)
    if _stands(pair):
        return Signal(0.5, "it names the date that was given, which has not passed")
    if not pair.to_come or another:  # another number is another promise: 500 are not all
        return None
    if pair.wording >= ALIKE or pair.words >= SHARED:
        told = f" (“{pair.said.words}”)" if pair.said.words else ""
        return Signal(0.9 if mine <= theirs else 0.6, f"it is promised again{told}")
    if pair.promise.due and not pair.due_had_passed and pair.nearness >= LIKELY and not negated(pair.clause):
        return Signal(0.5, "it is still to come, and its date has not passed")
    return None


def _stands(pair: Pair) -> bool:
    """Whether the statement names the month in which it is due, and tells of nothing done or under way."""
    return (
        (
            pair.said.state in ("so", "unsaid")
            or (pair.said.state == "going on" and _ON_COURSE.search(pair.clause) is not None)
        )
        and not pair.due_had_passed
        and pair.same_month
        and pair.nearness >= LIKELY
        and not negated(pair.clause)
    )


def _as_before(pair: Pair) -> bool:
    """Whether what was under way is said to be so in much the same words, without news of it."""
    return (
        pair.promise.strength == "ongoing"
        and pair.later is not None
        and pair.later.strength == "ongoing"
        and pair.words >= MOST
        and pair.wording >= ALIKE
        and len(pair.statement.text) <= LONGER * len(pair.sentence)
        and not continues(pair.statement.text)
    )
