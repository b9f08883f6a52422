"""What a reply makes of what a letter asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from docmine.records import Span

Outcome = Literal["answered", "partly", "deflected", "unanswered", "unsure"]
Manner = Literal["promise", "report", "refusal", "figure", "general"]
"""How a sentence speaks: what it binds itself to, reports as done, declines or counts; "general" is none of these."""
OUTCOMES: tuple[str, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Span):
    """A sentence of a reply that touches what was asked."""

    published: str | None = None
    score: float
    """0 to 1: the share of the ask's telling words that it has, and its nearness in meaning."""
    manner: Manner
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Span):
    """An ask of a letter, and what the replies say to it. `text` is the ask."""

    kind: ClassVar[str] = "answer"
    published: str | None = None
    """Of the letter."""
    topic: str | None = None
    verdict: Outcome
    score: float
    reasons: tuple[str, ...]
    searched: tuple[str, ...]
    """The replies that were read, each with the number of its sentences: "reply.docx (41 sentences)"."""
    replies: tuple[Reply, ...] = ()
    """The sentences that the verdict rests on, best first; of an ask that is not answered the nearest ones."""
