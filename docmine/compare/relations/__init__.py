"""How a later statement stands to a commitment: one small file a relation, asked in this order; the first that holds.

Each takes a `Pair` and answers with a score and the sentence that says why, or with None.
"""

from __future__ import annotations

from docmine.compare.relations.contradicted import contradicted
from docmine.compare.relations.delivered import delivered
from docmine.compare.relations.pair import Pair, Signal, about
from docmine.compare.relations.progressed import progressed
from docmine.compare.relations.repeated import repeated
from docmine.compare.relations.slipped import likely_slipped, slipped
from docmine.compare.relations.weakened import weakened
from docmine.records import Verdict

__all__ = ["Pair", "Signal", "about", "relation"]

_ASKED = (
    ("contradicted", contradicted),
    ("slipped", slipped),
    ("weakened", weakened),
    ("slipped", likely_slipped),
    ("repeated", repeated),
    ("delivered", delivered),
)


def relation(pair: Pair) -> tuple[Verdict, Signal]:
    """The relation of the statement to the commitment, and what speaks for it."""
    for name, ask in _ASKED:
        signal = ask(pair)
        if signal is not None:
            return name, signal  # type: ignore[return-value]
    return "progressed", progressed(pair)
