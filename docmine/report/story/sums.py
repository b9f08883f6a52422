"""Checks → each sum that a document states, with the sum shown; asks of letters with what the reply said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.report.answers import british_in
from docmine.report.checks import spot
from docmine.report.story.nouns import Cite
from docmine.report.story.sources import Sources
from docmine.report.verdicts import CHECKS, OUTCOMES, Plain
from docmine.report.words import sentence

if TYPE_CHECKING:
    from docmine.compare import Check
    from docmine.compare.answers import Answer, Reply
    from docmine.index.account import Exchange

TOLD = ("does not agree", "agrees if truncated")
"""Outcomes that are shown one by one; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    verdict: Plain
    stated: str
    text: str
    marks: tuple[tuple[int, int], ...]
    """Where the number and the counts stand in the text."""
    shown: str
    """The sum: "121 ÷ 132 = 91.67%."."""
    tolerance: str
    cite: Cite
    others: tuple[str, ...]
    """The other rows, bullets or sentences that a value was taken from."""

    @property
    def anchor(self) -> str:
        return f"s-{self.cite.id}"


def sums(checks: Sequence[Check], sources: Sources, told: Sequence[str] = TOLD) -> tuple[Sum, ...]:
    """Those that came out so, worst first, then by date of the document."""
    order = list(CHECKS)
    found = [
        Sum(
            verdict=CHECKS[check.verdict],
            stated=check.stated,
            text=check.text,
            marks=_marks(check.text, (check.stated, *check.counts)),
            shown=sentence(check.sum),
            tolerance=sentence(check.tolerance[:1].upper() + check.tolerance[1:]),
            cite=sources.cite(spot(check)),
            others=tuple(other.text for other in check.evidence),
        )
        for check in checks
        if check.verdict in told
    ]
    return tuple(sorted(found, key=lambda s: order.index(s.verdict.key)))


def outcomes(checks: Sequence[Check]) -> tuple[tuple[Plain, int], ...]:
    """How many sums came out how."""
    counts = Counter[str](check.verdict for check in checks)
    return tuple((plain, counts[key]) for key, plain in CHECKS.items() if counts[key])


def _marks(text: str, parts: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Places of the parts, in order, none within another."""
    found: list[tuple[int, int]] = []
    for part in sorted(dict.fromkeys(parts), key=len, reverse=True):
        match = re.search(rf"(?<![\w.]){re.escape(part)}(?!\w)", text) if part else None
        if match and all(match.end() <= start or end <= match.start() for start, end in found):
            found.append(match.span())
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence of a reply."""

    text: str
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An ask, and what the reply made of it."""

    verdict: Plain
    text: str
    cite: Cite
    why: str
    replies: tuple[Said, ...]
    nearest: bool
    """Whether these are no answers, only the nearest sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter with the replies to it."""

    title: str
    cite: Cite
    replies: tuple[str, ...]
    because: tuple[str, ...]
    sure: bool
    asks: tuple[Asked, ...]

    @property
    def counts(self) -> tuple[tuple[Plain, int], ...]:
        found = Counter(ask.verdict.key for ask in self.asks)
        return tuple((plain, found[key]) for key, plain in OUTCOMES.items() if found[key])


def letter(exchange: Exchange, sources: Sources) -> Letter:
    """An exchange as it is told."""
    asks = tuple(_asked(answer, sources) for answer in exchange.answers)
    order = list(OUTCOMES)
    return Letter(
        title=sources.named(exchange.letter.name),
        cite=_document(exchange.letter.name, sources),
        replies=tuple(sources.named(reply.name) for reply in exchange.replies),
        because=tuple(sentence(reason[:1].upper() + reason[1:]) for reason in exchange.because),
        sure=exchange.sure,
        asks=tuple(sorted(asks, key=lambda a: order.index(a.verdict.key))),
    )


def _document(name: str, sources: Sources) -> Cite:
    from docmine.records import DocumentRecord

    return sources.cite(DocumentRecord(doc=name, text="", start=0, end=0))


def _asked(answer: Answer, sources: Sources) -> Asked:
    from docmine.records import Ask

    ask = Ask(doc=answer.doc, text=answer.text, start=answer.start, end=answer.end, page=answer.page)
    why = " ".join(sentence(r[:1].upper() + r[1:]) for r in map(british_in, answer.reasons))
    return Asked(
        verdict=OUTCOMES[answer.verdict],
        text=answer.text,
        cite=sources.cite(ask),
        why=why,
        replies=tuple(_said(reply, sources) for reply in answer.replies),
        nearest=answer.verdict == "unanswered",
    )


def _said(reply: Reply, sources: Sources) -> Said:
    from docmine.records import Sentence

    place = Sentence(doc=reply.doc, text=reply.text, start=reply.start, end=reply.end, page=reply.page, block=0)
    return Said(text=reply.text, cite=sources.cite(place, reply.published))
