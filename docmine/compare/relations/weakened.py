"""Weakened: still to come, but with less strength, a smaller number, or without the number or the date it had."""

from __future__ import annotations

import re

from docmine.compare.numbers import numbers, seldomer, values
from docmine.compare.parts import fewer
from docmine.compare.relations.pair import Pair, Signal
from docmine.compare.turns import less

_RANK = {"firm": 3, "required": 3, "ongoing": 3, "planned": 2, "aspirational": 1}
"""What is under way is no weaker than what is to come."""
_VAGUE = re.compile(
    r"\b(?:remain committed|committed to|closer to|over the coming|in due course|when (?:possible|resources|funding)"
    r"|where possible|aim(?:s|ing)? to|hope(?:s|d)? (?:to|that)|explor(?:e|ing)|we (?:will |are )?consider(?:ing)?"
    r"|look(?:ing)? (?:at|into)"
    r" (?:what|whether|how|if|options|ways)|in the longer term|subject to|options for|depend(?:s|ing)? on"
    r"|as and when|if (?:we|funding|money)"
    r"|work(?:ing)? towards|ambition|aspir\w+|scal(?:ed|ing) (?:back|down)|would like to (?!thank)"
    r"|as resources allow|try(?:ing)? to|(?:where|if|as) [^.,]{3,40} (?:allows?|lets?|permits?))\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\b(?:once|when|as soon as|only after|until|keep(?:s)? (?:on )?\w+ing|continu\w+ to)\b", re.IGNORECASE
)
"""What stands in place of a date."""
_REST = re.compile(r"\b(?:left|remaining|rest|last|others?|more|further|another)\b", re.IGNORECASE)
"""Words that count what is still to be done, not all of it."""
SHARED = 0.3
NEAR = 0.3
CLOSE = 0.2


def weakened(pair: Pair) -> Signal | None:
    words = less(pair.clause)
    if words and (pair.words >= SHARED or (pair.both and pair.nearness >= NEAR)):
        return Signal(0.8 if pair.words >= SHARED else 0.6, f"it says “{words}”")
    rarer = seldomer(pair.sentence, pair.statement.text)
    if rarer and pair.both and pair.nearness >= CLOSE:
        return Signal(0.6, rarer)
    if pair.said.state in ("done", "begun") or not (pair.to_come or _VAGUE.search(pair.statement.text)):
        return None
    vague = _VAGUE.search(pair.statement.text)
    if vague and _VAGUE.search(pair.sentence):
        vague = None
    strength = "aspirational" if vague else pair.later.strength if pair.later else None
    lower = strength is not None and _RANK[strength] < _RANK[pair.promise.strength]
    lost = _lost(pair)
    if pair.words >= SHARED and lower and (vague or lost):
        return Signal(1.0 if lost else 0.8, f"a {pair.promise.strength} commitment is now {strength}{_also(lost)}")
    some = fewer(pair.sentence, pair.statement.text)
    if some and pair.words >= SHARED:
        return Signal(0.8, f"what was promised to all is now promised to some (“{some}”)")
    if pair.due_had_passed and pair.to_come and "the date is gone" in lost and pair.nearness >= NEAR:
        waits = _WAITS.search(pair.clause)
        if waits:
            return Signal(0.5, f"it says “{waits.group()}”{_also(lost)}")
    if pair.words >= 0.45 and pair.to_come:
        smaller = _smaller(pair)
        if smaller:
            return Signal(0.9, smaller)
        if vague and lost:
            return Signal(0.8, f"it says “{vague.group()}”{_also(lost)}")
    return None


def _lost(pair: Pair) -> list[str]:
    """What the commitment had and the statement has not."""
    lost = []
    if values(pair.sentence) and not values(pair.statement.text):
        lost.append("the number is gone")
    if pair.promise.due and not pair.later_due:
        lost.append("the date is gone")
    return lost


def _smaller(pair: Pair) -> str | None:
    """That the same thing is promised in a smaller number."""
    if _REST.search(pair.statement.text):
        return None
    for mine in numbers(pair.promise.text):
        for theirs in numbers(pair.statement.text):
            if (
                mine.of & theirs.of
                and 0 < theirs.value < mine.value
                and not values(pair.promise.text) <= values(pair.statement.text)
            ):
                return f"{mine.value:g} have become {theirs.value:g}"
    return None


def _also(lost: list[str]) -> str:
    return f", and {' and '.join(lost)}" if lost else ""
