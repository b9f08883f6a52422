"""Delivered: reported as done, with all that was promised."""

from __future__ import annotations

import re

from docmine.compare.cues import finished
from docmine.compare.numbers import numbers, reached, unsaid
from docmine.compare.parts import before, ended, part
from docmine.compare.relations.pair import KEPT_FROM, Pair, Signal, later_date
from docmine.compare.terms import telling
from docmine.compare.turns import beyond, counts, late, negated
from docmine.words import stem

_IS_DONE = re.compile(r"\b(?:is|are|['’]re) (?:now |all |fully |already )*(?P<act>\w{3,}ed)\b", re.IGNORECASE)
_ING = re.compile(
    r"\b(?:is|are|['’]re|['’]s) (?:\w+ly |now |already )*(?!being|going|working|planning|looking|trying|hoping"
    r"|preparing|waiting|writing|making|still)\w{3,}ing\b",
    re.IGNORECASE,
)


def delivered(pair: Pair) -> Signal | None:
    state, words = pair.said.state, pair.said.words
    if (pair.keeps_on and not ended(pair.clause)) or (late(pair.statement.text) and not finished(pair.statement.text)):
        return None
    if state in ("begun", "done") and pair.opens and not pair.only_begun and not (state == "done" and _first(pair)):
        return Signal(0.8, f"what was to begin has begun (“{words}”)")
    if state == "going on" and pair.starts and pair.both:
        return Signal(0.6, f"what was to begin is under way (“{words}”)")
    if state in ("begun", "so", "unsaid", "done") and pair.in_post and reached(pair.promise.text, pair.statement.text):
        return Signal(0.8, f"who was to come has started (“{words}”)")
    if KEPT_FROM.search(pair.promise.text) and not negated(pair.clause) and not numbers(pair.promise.text):
        return None  # what is done of what was not to be done is no delivery
    more = beyond(pair.statement.text)
    if more and pair.both:
        return Signal(0.8, f"it says “{more}”")
    whole = not part(pair.sentence, pair.clause) and reached(pair.promise.text, pair.statement.text)
    fact = state == "so" or (pair.due_had_passed and state == "unsaid") or _as_was_to_be(pair)
    fact = fact and not negated(pair.clause) and later_date(pair) is None
    ongoing = pair.promise.strength == "ongoing" and not pair.due_had_passed and words.lower() != "can"
    result = _result(pair) if state in ("so", "done") and whole and not negated(pair.clause) else None
    if result and (state == "so" or ongoing):
        return Signal(0.6, f"it speaks of the outcome (“{result}”)")
    if fact and not ongoing and whole and not _first(pair):
        return Signal(0.4, f"it speaks of the matter as a fact{f' (“{words}”)' if words else ''}")
    if state != "done" or part(pair.sentence, pair.clause) or _first(pair):
        return None
    ends = ((pair.closes and pair.both) or finished(pair.statement.text)) and not counts(pair.statement.text)
    if pair.promise.strength == "ongoing" and not ends:
        return None
    told = f" (“{words}”)" if words else ""
    if not reached(pair.promise.text, pair.statement.text):
        if not unsaid(pair.promise.text, pair.statement.text):
            return None
        return Signal(0.6, f"it reports the matter as done, without the number that was promised{told}")
    return Signal(1.0, f"it reports the matter as done{told}")


def _as_was_to_be(pair: Pair) -> bool:
    """Whether what was to be so from a day on is going on, and is not just being made."""
    return pair.said.state == "going on" and pair.lasts and pair.one_thing and _ING.search(pair.clause) is not None


def _result(pair: Pair) -> str | None:
    """The words that say that something is as the commitment's act leaves it: "are trained" of "training"."""
    acts = telling(pair.promise.text)
    return next((m.group() for m in _IS_DONE.finditer(pair.clause) if stem(m["act"].lower()) in acts), None)


def _first(pair: Pair) -> bool:
    """Whether the statement tells only of what comes before the thing itself."""
    return before(pair.sentence, pair.clause) is not None
