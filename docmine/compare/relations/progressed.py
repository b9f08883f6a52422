"""Progressed: begun, under way, partly done, prepared; or spoken of again without being done."""

from __future__ import annotations

from docmine.compare.numbers import reached
from docmine.compare.parts import before, part
from docmine.compare.relations.pair import Pair, Signal


def progressed(pair: Pair) -> Signal:
    state = pair.said.state
    told = f" (“{pair.said.words}”)" if pair.said.words else ""
    if state in ("begun", "going on"):
        return Signal(1.0, f"it reports the matter as begun or under way{told}")
    if state == "done" and pair.keeps_on:
        return Signal(0.9, f"it reports on what was to go on{told}")
    first = before(pair.sentence, pair.clause) if state == "done" else None
    if first:
        return Signal(0.8, f"it reports what comes before it (“{first}”), not the thing itself")
    some = part(pair.sentence, pair.clause) if state in ("done", "so") else None
    if some:
        return Signal(0.9, f"it reports a part of it (“{some}”)")
    if state == "done" and not reached(pair.promise.text, pair.statement.text):
        return Signal(0.9, "it reports the matter, but not the number that was promised")
    if state == "done":
        return Signal(0.7, f"it reports a part of the work{told}")
    return Signal(0.3, "it speaks of the same matter again, without saying that it is done")
