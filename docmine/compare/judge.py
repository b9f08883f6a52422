"""Signals → how a statement stands to a commitment; all statements → a verdict, or none where they carry none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docmine.compare import signals
from docmine.compare.later import due_passed
from docmine.compare.numbers import values
from docmine.compare.signals import Pair
from docmine.records import Verdict

MENTION = 0.34
"""Score from which a statement that shares telling words speaks of the commitment rather than of something near it."""

SHARED = 0.20
"""Share of the commitment's telling words that a statement must have for that: meaning alone is too wide."""

STRONG = 0.66
"""Score from which a verdict may rest on one statement alone. Judged by reading the verdicts on two
real collections, not measured against labels."""

SILENT = 0.40
"""Score under which nothing speaks of the commitment; a statement above it may, whatever words it uses."""

SAME_WORDS = 0.80
"""Likeness from which a statement repeats the commitment rather than reporting on it."""

TELLING = 3
"""Telling words that a commitment must have for a verdict: "it will be sent out" matches whatever is sent out."""

_WEIGHTS = {"meaning": 0.50, "subject": 0.35, "wording": 0.15}


@dataclass(frozen=True, slots=True)
class Judged:
    """One later statement, weighed."""

    pair: Pair
    relation: Verdict | None
    """None: it is about something else."""
    score: float
    reasons: tuple[str, ...]
    sure: bool = False
    """Whether the statement's own words show the relation."""

    @property
    def carries(self) -> bool:
        """Whether a verdict may rest on it alone."""
        return self.relation is not None and self.sure and self.score >= STRONG


def weigh(pair: Pair) -> Judged:
    """How the statement stands to the commitment."""
    near, about, alike = signals.meaning(pair), signals.subject(pair), signals.wording(pair)
    score = _WEIGHTS["meaning"] * near.score + _WEIGHTS["subject"] * about.score + _WEIGHTS["wording"] * alike.score
    if alike.score > 0.97:
        score = 1.0
    score = round(min(1.0, score), 4)
    said = [about.because, near.because]
    if score < MENTION or about.score < SHARED:
        return Judged(pair, None, score, tuple(said))
    relation, because, sure = _relation(pair, alike.score)
    return Judged(pair, relation, score, (because, *said), sure)


def _relation(pair: Pair, alike: float) -> tuple[Verdict, str, bool]:
    later = signals.later_due(pair)
    # Another number is another promise: 500 reviews by July are not all of them by March.
    same_numbers = values(pair.promise.text) <= values(pair.statement.text)
    if (
        later.score
        and same_numbers
        and (alike >= 0.5 or signals.subject(pair).score >= 0.6)
        and signals.to_come(pair).score
    ):
        return "slipped", later.because, True
    if alike >= SAME_WORDS:
        return "repeated", signals.wording(pair).because, True
    done, going_on = signals.done(pair), signals.going_on(pair)
    if done.score == 1.0:
        return "delivered", done.because, _same_act(pair)
    if done.score:
        return "progressed", done.because, _same_act(pair)
    if going_on.score:
        return "progressed", going_on.because, _same_act(pair)
    if signals.to_come(pair).score and alike >= 0.6:
        return "repeated", signals.wording(pair).because, True
    return "progressed", "it speaks of the same matter again, without saying that it is done", False


def verdict(judged: Sequence[Judged], ages: Mapping[str, int]) -> tuple[Verdict, float, str] | None:
    """What the strong statements together say; None where none is strong. `ages`: documents by date, 0 the oldest.

    A report that it is done outweighs a date that moved before it; a date that moved after it, the report. What only
    repeats or goes on says least.
    """
    strong = [j for j in judged if j.carries and len(signals.telling(j.pair.promise.text)) >= TELLING]
    slipped, delivered = ([j for j in strong if j.relation == name] for name in ("slipped", "delivered"))

    def newest(statements: Sequence[Judged]) -> int:
        return max((ages[j.pair.statement.doc] for j in statements), default=-1)

    decisive = delivered if newest(delivered) >= newest(slipped) else slipped
    if not (decisive or strong):
        return None
    best = max(decisive or strong, key=lambda j: j.score)
    assert best.relation is not None
    notes = []
    if best.relation == "delivered" and slipped:
        notes.append("its date had moved before")
    if best.relation == "delivered" and best.pair.done_on and due_passed(best.pair.promise.due, best.pair.done_on):
        notes.append(f"that is late: it was due {best.pair.promise.due}")
    return best.relation, best.score, "; ".join((_sentence(best), *notes))


def _same_act(pair: Pair) -> bool:
    """A report carries a verdict where it shares most of what the promise names, not only its neighbourhood."""
    return signals.subject(pair).score >= 0.5


def _sentence(judged: Judged) -> str:
    return f"{judged.pair.statement.doc}: {judged.reasons[0]}; {judged.reasons[1]}"
