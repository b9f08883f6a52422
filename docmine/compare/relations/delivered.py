"""Delivered: reported as done, with all that was promised."""

from __future__ import annotations

from docmine.compare.cues import finished
from docmine.compare.numbers import reached, unsaid
from docmine.compare.parts import before, part
from docmine.compare.relations.pair import Pair, Signal
from docmine.compare.turns import beyond, counts, late


def delivered(pair: Pair) -> Signal | None:
    state, words = pair.said.state, pair.said.words
    if pair.keeps_on or (late(pair.statement.text) and not finished(pair.statement.text)):
        return None
    if state in ("begun", "done") and pair.opens and not pair.only_begun:
        return Signal(0.8, f"what was to begin has begun (“{words}”)")
    if state == "going on" and pair.starts and pair.both:
        return Signal(0.6, f"what was to begin is under way (“{words}”)")
    if state in ("begun", "so", "unsaid", "done") and pair.in_post and reached(pair.promise.text, pair.statement.text):
        return Signal(0.8, f"who was to come has started (“{words}”)")
    more = beyond(pair.statement.text)
    if more and pair.both:
        return Signal(0.8, f"it says “{more}”")
    whole = not part(pair.sentence, pair.clause) and reached(pair.promise.text, pair.statement.text)
    if state == "so" and pair.promise.strength != "ongoing" and whole and not _first(pair):
        return Signal(0.4, f"it speaks of the matter as a fact (“{words}”)")
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


def _first(pair: Pair) -> bool:
    """Whether the statement tells only of what comes before the thing itself."""
    return before(pair.sentence, pair.clause) is not None
