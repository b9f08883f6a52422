"""Delivered: reported as done, with the number that was promised."""

from __future__ import annotations

from docmine.compare.cues import finished, late
from docmine.compare.numbers import reached, unsaid
from docmine.compare.relations.pair import Pair, Signal


def delivered(pair: Pair) -> Signal | None:
    state = pair.said.state
    if state == "begun" and pair.opens and not pair.keeps_on and "so far" not in pair.said.words.lower():
        return Signal(0.8, f"what was to begin has begun (“{pair.said.words}”)")
    if state == "so" and not late(pair.statement.text) and not pair.keeps_on and pair.promise.strength != "ongoing":
        return Signal(0.4, f"it speaks of the matter as a fact (“{pair.said.words}”)")
    if state != "done" or late(pair.statement.text) or pair.keeps_on:
        return None
    met = reached(pair.sentence, pair.statement.text)
    if not met and not unsaid(pair.sentence, pair.statement.text):
        return None
    if pair.promise.strength == "ongoing" and not (pair.closes or finished(pair.statement.text)):
        return None
    told = f" (“{pair.said.words}”)" if pair.said.words else ""
    if not met:
        return Signal(0.6, f"it reports the matter as done, without the number that was promised{told}")
    return Signal(1.0, f"it reports the matter as done{told}")
