"""Signals → how a statement stands to a commitment; all statements → a verdict, or none where they carry none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docmine.compare import signals
from docmine.compare.signals import Pair
from docmine.records import Verdict

MENTION = 0.50
"""Score from which a statement speaks of the commitment rather than of something near it."""

STRONG = 0.66
"""Score from which a verdict may rest on one statement alone: such pairs that we read were about one thing."""

SILENT = 0.42
"""Score under which nothing speaks of the commitment. Between this and MENTION nobody can be sure."""

SAME_WORDS = 0.80
"""Likeness from which a statement repeats the commitment rather than reporting on it."""

_WEIGHTS = {"meaning": 0.50, "subject": 0.35, "wording": 0.15}


@dataclass(frozen=True, slots=True)
class Judged:
    """One later statement, weighed."""

    pair: Pair
    relation: Verdict | None
    """None: it is about something else."""
    score: float
    reasons: tuple[str, ...]


def weigh(pair: Pair) -> Judged:
    """How the statement stands to the commitment."""
    near, about, alike = signals.meaning(pair), signals.subject(pair), signals.wording(pair)
    score = _WEIGHTS["meaning"] * near.score + _WEIGHTS["subject"] * about.score + _WEIGHTS["wording"] * alike.score
    if alike.score > 0.97:
        score = 1.0
    score = round(min(1.0, score), 4)
    said = [about.because, near.because]
    if score < MENTION:
        return Judged(pair, None, score, tuple(said))
    relation, because = _relation(pair, alike.score)
    return Judged(pair, relation, score, (because, *said))


def _relation(pair: Pair, alike: float) -> tuple[Verdict, str]:
    later = signals.later_due(pair)
    if later.score and (alike >= 0.5 or signals.subject(pair).score >= 0.6) and signals.to_come(pair).score:
        return "slipped", later.because
    if alike >= SAME_WORDS:
        return "repeated", signals.wording(pair).because
    done, going_on = signals.done(pair), signals.going_on(pair)
    if done.score == 1.0:
        return "delivered", done.because
    if going_on.score:
        return "progressed", going_on.because
    if signals.to_come(pair).score and alike >= 0.6:
        return "repeated", signals.wording(pair).because
    return "progressed", "it speaks of the same matter again, without saying that it is done"


def verdict(judged: Sequence[Judged]) -> tuple[Verdict, float, str] | None:
    """What the strong statements together say; None where none is strong.

    A date that moved counts most, then a report that it is done, then the newest of the others.
    """
    strong = [j for j in judged if j.relation is not None and j.score >= STRONG]
    for wanted in ("slipped", "delivered"):
        chosen = [j for j in strong if j.relation == wanted and (wanted == "slipped" or _same_act(j))]
        if chosen:
            best = max(chosen, key=lambda j: j.score)
            return wanted, best.score, _sentence(best)
    rest = [j for j in strong if j.relation in ("repeated", "progressed")]
    if not rest:
        return None
    best = max(rest, key=lambda j: j.score)
    assert best.relation is not None
    return best.relation, best.score, _sentence(best)


def _same_act(judged: Judged) -> bool:
    """To call a promise delivered the report must share most of what the promise names, not only its neighbourhood."""
    return signals.subject(judged.pair).score >= 0.5


def _sentence(judged: Judged) -> str:
    return f"{judged.pair.statement.doc}: {judged.reasons[0]}; {judged.reasons[1]}"
