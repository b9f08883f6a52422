"""Do two figures measure the same of the same service?"""

from __future__ import annotations

from dataclasses import dataclass

from docmine.compare.series.measures import Measure
from docmine.words import stems

KNOWN = 0.8
"""More than this share of the telling words of each measure must the other know. Judged by reading the series of two
real collections and of the sample publications: with less, what was accepted and what was carried out become one."""

REDEFINED = 0.7
"""What remains of a score where a median follows an average, or another limit counts: the same thing, told
otherwise."""

_QUANTITIES = frozenset(stems("wait time length list cost price"))
"""What is timed or counted, apart from people, who are in every sentence."""


@dataclass(frozen=True, slots=True)
class Alike:
    score: float
    """0 to 1."""
    inferred: bool
    """Whether only the words around them say that it is one measure."""


def alike(a: Measure, b: Measure) -> Alike | None:
    """None where they are not, or where nothing tells that they are.

    A false series is a false finding: where each has a word of its own that the other's place does not know, they are
    two measures, such as one of the north and one of the south.
    """
    if a.key != b.key:
        return None
    told = REDEFINED if a.statistic != b.statistic or (a.limits and b.limits and a.limits != b.limits) else 1.0
    missing_a = [s for s in a.own if not b.knows(s)]
    missing_b = [s for s in b.own if not a.knows(s)]
    if not a.own or not b.own or (missing_a and missing_b):
        return None
    known_a, known_b = 1 - len(missing_a) / len(a.own), 1 - len(missing_b) / len(b.own)
    if min(known_a, known_b) <= KNOWN:
        return None
    shared = a.own.keys() & b.own.keys()
    if shared:
        one_name = len(shared) / len(a.own.keys() | b.own.keys())
        return Alike(round(told * ((known_a + known_b) / 4 + one_name / 2), 4), False)
    same_quantity = bool(a.statistic) and bool(a.weak & b.weak & _QUANTITIES)
    return Alike(round(told * (known_a + known_b) / 4, 4), True) if same_quantity else None
