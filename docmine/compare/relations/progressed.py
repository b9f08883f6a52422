"""Progressed: begun, under way, partly done; or spoken of again without being done."""

from __future__ import annotations

from docmine.compare.numbers import reached
from docmine.compare.relations.pair import Pair, Signal


def progressed(pair: Pair) -> Signal:
    told = f" (“{pair.said.words}”)" if pair.said.words else ""
    if pair.said.state in ("begun", "going on"):
        return Signal(1.0, f"it reports the matter as begun or under way{told}")
    if pair.said.state == "done" and pair.keeps_on:
        return Signal(0.9, f"it reports on what was to go on{told}")
    if pair.said.state == "done" and not reached(pair.sentence, pair.statement.text):
        return Signal(0.9, "it reports the matter, but not the number that was promised")
    if pair.said.state == "done":
        return Signal(0.7, f"it reports a part of the work{told}")
    return Signal(0.3, "it speaks of the same matter again, without saying that it is done")
