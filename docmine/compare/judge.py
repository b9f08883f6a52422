"""A pair → how the statement stands to the commitment; all statements → a verdict, or none where they carry none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docmine.compare.later import due_passed
from docmine.compare.relations import Pair, about, relation
from docmine.compare.terms import is_period, matter, points_back, telling
from docmine.compare.things import things
from docmine.compare.weights import MENTION, SHARED, STRONG, STRONG_SIGNAL, STRONG_WORDS
from docmine.records import Verdict

NEAR_BEST = 0.7
"""Share of the nearest statement's score that a later one must have to overrule it."""

BOTH = 2
"""Telling words that both must have, other than those that everything has; one where they are near enough."""

NEAR_ENOUGH = 0.5
"""Nearness from which a statement speaks of what a commitment only points back to."""

SAME_WORDS = 0.6
MOST_WORDS = 0.45
ENOUGH = 0.4
"""Share of the words of what a commitment is about that a statement must have for a verdict to rest on it."""

TELLING = 3
"""Telling words that a commitment must have for a verdict: "it will be sent out" matches whatever is sent out."""

A_FIFTH = 0.2
CLOSE = 0.3
NAMES = 3
"""Share of a commitment's telling words, nearness, and shared names from which a statement may be news of it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One later statement, weighed."""

    pair: Pair
    relation: Verdict | None
    """None: it is about something else."""
    score: float
    rank: float
    reasons: tuple[str, ...]
    sure: bool = False
    """Whether the statement's own words show the relation."""

    @property
    def carries(self) -> bool:
        """Whether a verdict may rest on it alone."""
        return self.relation is not None and self.sure


def weigh(pair: Pair, rank: float) -> Judged:
    """How the statement stands to the commitment."""
    score = 1.0 if pair.wording > 0.97 else round(pair.nearness, 4)
    matter = about(pair)
    near = f"near in meaning and words ({pair.nearness:.2f})"
    if score < MENTION and pair.words < SHARED and pair.wording < STRONG_WORDS:
        return Judged(pair, None, score, rank, (matter, near))
    name, signal = relation(pair)
    same = pair.wording >= 0.8 or (score >= STRONG and (pair.words >= STRONG_WORDS or pair.wording >= 0.6))
    sure = same and signal.score >= STRONG_SIGNAL and _one_matter(pair)
    return Judged(pair, name, score, rank, (signal.because, matter, near), sure)


def _one_matter(pair: Pair) -> bool:
    """Whether both name one thing: much the same words, or enough of what the commitment is about.

    "city" and "plan" stand in every publication of a city.
    """
    if pair.wording >= SAME_WORDS:
        return True
    promise = pair.promise
    own = {t.stem for t in things(promise.text, promise.action)} - pair.common - telling(promise.owner or "").keys()
    common = len(own & pair.both)
    return common >= ENOUGH * len(own) and (common > 1 or (common == 1 and pair.words >= MOST_WORDS))


def speaks(pair: Pair) -> bool:
    """Whether the statement can be heard as news of the commitment, so that it is not passed over in silence.

    It names the month that was given beside a thing of it, reports the same act on a thing of it, or has several of
    its names.
    """
    if pair.words < A_FIFTH:
        return False
    promise = pair.promise
    act = next(iter(telling(promise.action or "")), None)
    own = {t.stem for t in things(promise.text, promise.action)} & pair.both - pair.common - {act}
    names = [word for word in pair.shared if word[0].isupper() and not is_period(word)]
    acted = act in pair.both and pair.said.state == "done" and pair.nearness >= CLOSE
    return bool(own and (pair.same_month or acted)) or len(names) >= NAMES


def verdict(judged: Sequence[Judged], ages: Mapping[str, int]) -> tuple[Verdict, float, str] | None:
    """What the statements that carry one say together; None where none carries one. `ages`: documents by date.

    What is said last of the matter being done, moved, weakened or given up decides; what only repeats or goes on says
    least.
    """
    strong = [j for j in judged if j.carries and _tells(j.pair)]
    if not strong:
        return None
    ends = [j for j in strong if j.relation in ("delivered", "slipped", "weakened", "contradicted")]
    if ends:
        nearest = max(j.score for j in ends)
        ends = [j for j in ends if j.score >= NEAR_BEST * nearest]
        last = max(ages.get(j.pair.statement.doc, 0) for j in ends)
        best = max(
            (j for j in ends if ages.get(j.pair.statement.doc, 0) == last),
            key=lambda j: (j.relation == "delivered", j.score),
        )
    else:
        best = max(strong, key=lambda j: (j.score, j.rank))
    if best.relation == "delivered":
        best = max((j for j in ends if j.relation == "delivered"), key=lambda j: j.score)
    assert best.relation is not None
    notes = []
    if best.relation != "slipped" and any(j.relation == "slipped" for j in ends):
        notes.append("its date had moved before")
    if (
        best.relation == "delivered"
        and best.pair.done_on
        and not best.pair.opens
        and due_passed(best.pair.promise.due, best.pair.done_on)
    ):
        notes.append(f"that is late: it was due {best.pair.promise.due}")
    because = f"{best.pair.statement.doc}: {best.reasons[0]}; {best.reasons[1]}"
    return best.relation, best.score, "; ".join((because, *notes))


def _tells(pair: Pair) -> bool:
    """Whether the commitment names what it is about, so that another statement can be told to be about the same."""
    alike = pair.wording >= 0.8 or pair.nearness >= NEAR_ENOUGH
    own = [stem for stem in matter(pair.promise.text) if stem not in pair.common]
    both = 1 if pair.nearness >= NEAR_ENOUGH else BOTH
    if pair.wording < 0.8 and (len(own) < TELLING - 1 or len(pair.shared) < both):
        return False
    return len(matter(pair.promise.text)) >= TELLING and (alike or not points_back(pair.promise.text))
