"""A question → ranked evidence: sentences and commitments, each a verbatim stretch of a document.

question ─ understand ─▶ what, where, when ─ BM25, vectors, records ─▶ passages ─▶ their sentences ─ traits ─ weights
─▶ ranked ─ fold ─▶ hits
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.search.fold import Found, fold, shown
from docmine.search.hits import hit
from docmine.search.judge import Judged, judged, read
from docmine.search.question import Question, told
from docmine.search.rank import adds, matches
from docmine.search.weights import probability, weighed
from docmine.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docmine.records import Hit
    from docmine.store import Store

__all__ = ["Inquiry", "inquire", "search"]

NEAR_ENOUGH = 0.30
"""Cosine below which a sentence, or its passage, must name something of the question to be about it."""

FAR_ENOUGH = 0.15
"""The same where something else names it, or is near enough: the answer itself may be in quite other words."""

NEARLY_NAMED = 0.25
"""How much of a question a sentence, its paragraph and its heading must have in near words to be about it."""

BEHIND = 4.0
"""How far behind the best a hit may weigh: fillers of a list help nobody."""


LIKELY = 0.1
"""Score of a first hit below which it is as often wrong as right, on the open labelled questions."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """How a question was read, and what answers it."""

    question: Question
    hits: tuple[Hit, ...]

    @property
    def sure(self) -> bool:
        """Whether the first hit is likely to be an answer, and not just what comes nearest."""
        return bool(self.hits) and self.hits[0].score >= LIKELY

    @property
    def reading(self) -> tuple[tuple[str, str], ...]:
        """How the question was read: label and words."""
        return told(self.question)


def search(
    store: Store, question: str, settings: Settings, limit: int = 10, *, today: date | None = None
) -> tuple[Hit, ...]:
    """The hits of `inquire`."""
    return inquire(store, question, settings, limit, today=today).hits


def inquire(store: Store, question: str, settings: Settings, limit: int = 10, *, today: date | None = None) -> Inquiry:
    """The best `limit` pieces of evidence, best first; none where nothing in the index is about the question.

    `today`: the day from which "last year" is reckoned, else the calendar's. Raises UsageError for an empty question,
    ModelMissing without the embedding model.
    """
    store.begin_question()
    asked, own = read(store, question, today)
    found = ranked(chosen(judged(store, asked, own, settings), asked))
    first = enumerate(fold(found, limit), 1)
    return Inquiry(asked, tuple(hit(rank, f, probability(f.weight), matches(f.text, asked)) for rank, f in first))


def chosen(candidates: Iterable[Judged], asked: Question) -> list[Judged]:
    """The candidates that are about the question, and say more than it does.

    What the question names must be named by the evidence, in its text, its paragraph, its headings or by its document.
    Where nothing names all of it, what names most of it stays, and says what it does not name. Where it asks what
    became of promises, and some that are known to have fared so are about it, only these answer.
    """
    saying = [j for j in candidates if adds(j.candidate.line.text, asked)]
    sure = [is_about(j, asked) for j in saying]
    about = [j for j, known in zip(saying, sure, strict=True) if known or (any(sure) and may_be(j))]
    fewest = min((len(j.missing) for j in about), default=0)
    about = [j for j in about if len(j.missing) == fewest]
    if asked.verdicts and any(j.traits["wants_verdict"] for j in about):
        about = [j for j in about if j.traits["wants_verdict"]]
    return about


def ranked(about: Iterable[Judged]) -> list[Found]:
    """Best first; without what is far behind the best."""
    found = [shown(j.candidate, weighed(j.traits), j.missing) for j in about]
    # Of two that say the same, the newer one is shown.
    found.sort(key=lambda f: f.candidate.published or "", reverse=True)
    found.sort(key=lambda f: -round(f.weight, 6))
    return [f for f in found if f.weight >= found[0].weight - BEHIND]


def is_about(j: Judged, asked: Question) -> bool:
    """Whether a candidate is near enough in meaning, names something, or is what became of what was asked for."""
    t = j.traits
    near = max(t["own"], t["around"], t["subject"]) >= NEAR_ENOUGH
    named = t["names_best_softly"] > 0.0 or t["nearly_best"] >= NEARLY_NAMED
    return bool(near or named or t["wants_verdict"] or (not asked.concepts and t["in_period"]))


def may_be(j: Judged) -> bool:
    """Whether a candidate is near enough to answer where others show that the index knows of the subject."""
    t = j.traits
    return max(t["own"], t["around"], t["subject"], t["near"]) >= FAR_ENOUGH
