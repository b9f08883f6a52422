"""A letter and the replies to it → what became of each ask.

asks of the letter ─ telling words, what stands around them ─┐
sentences of the replies ─ words, short forms, vectors ──────┴▶ nearest ─ does it act, or only talk? ─▶ verdict
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.compare.answers.judge import Candidate, Facts, judged, later
from docmine.compare.answers.manner import manner
from docmine.compare.answers.record import OUTCOMES, Answer, Manner, Outcome, Reply
from docmine.compare.answers.terms import APOLOGY, AROUND, REPLYING, Terms, keys_of, rarity, terms
from docmine.compare.paper import Paper
from docmine.records import (
    SENTENCE_WORDS,
    Acronym,
    Ask,
    Commitment,
    DateMention,
    Figure,
    Owner,
    Sentence,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Encode = Callable[[Sequence[str]], NDArray[np.float32]]

__all__ = ["OUTCOMES", "Answer", "Outcome", "Reply", "answers"]

_GREETING = re.compile(r"(?:dear|yours|(?:kind|best|warm)\s+(?:regards|wishes))\b", re.IGNORECASE)
_NEAR_HEADING = 3
"""Blocks below a heading that it surely still speaks for."""
_SHOWN = 3


def answers(letter: Paper, replies: Sequence[Paper], encode: Encode) -> tuple[Answer, ...]:
    """What the replies say to each ask of the letter, in the order of the letter.

    `encode` gives texts their vectors, of length 1.
    """
    longs = {a.text: a.long for p in (letter, *replies) for a in p.of(Acronym) if a.long}
    common = rarity([s.text for p in (letter, *replies) for s in p.sentences], longs)
    asks = letter.of(Ask)
    places = [_sentence_of(letter, ask) for ask in asks]
    said = list(_said(replies, longs))
    vectors = encode([s.sentence.text for s in said])
    wanted = encode([s.text if s else ask.text for ask, s in zip(asks, places, strict=True)])
    facts = Facts(
        [o for p in replies for o in p.of(Owner)],
        [d for p in replies for d in p.of(DateMention)],
        [f for p in replies for f in p.of(Figure)],
    )
    found = []
    for ask, place, vector in zip(asks, places, wanted, strict=True):
        beside = _around(letter, place) if place else []
        telling = terms(ask.text, place.text if place else ask.text, beside, common, longs)
        by = _asked_by(letter, ask, place)
        if telling.own and telling.own <= REPLYING:
            verdict, reasons, best = _replied(replies, by)
        else:
            near = [_seen(s, telling, float(own @ vector)) for s, own in zip(said, vectors, strict=True)]
            verdict, reasons, best = judged(ask.text, telling, near, facts, by)
        found.append(
            Answer(
                doc=ask.doc,
                text=ask.text,
                start=ask.start,
                end=ask.end,
                page=ask.page,
                published=letter.published,
                topic=ask.topic,
                verdict=verdict,
                score=best[0].score if best else 0.0,
                reasons=reasons,
                searched=tuple(f"{p.name} ({len(p.sentences)} sentences)" for p in replies),
                replies=tuple(_reply(c, {p.name: p.published for p in replies}) for c in best[:_SHOWN]),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a reply with what is the same for every ask."""

    sentence: Sentence
    keys: frozenset[str]
    around: frozenset[str]
    manner: Manner
    shows: str
    due: str | None


def _said(replies: Sequence[Paper], longs: Mapping[str, str]) -> Iterator[_Said]:
    for paper in replies:
        promises, figures = paper.of(Commitment), paper.of(Figure)
        for s in paper.sentences:
            if len(s.text.split()) >= SENTENCE_WORDS and not _GREETING.match(s.text):
                around = keys_of(" ".join(_around(paper, s)), longs)
                yield _Said(s, keys_of(s.text, longs), around, *manner(s, promises, figures))


def _seen(said: _Said, wanted: Terms, cosine: float) -> Candidate:
    total, own = wanted.total, sum(wanted.weights[k] for k in wanted.own)
    have = sum(w for k, w in wanted.weights.items() if k in said.keys)
    have += AROUND * sum(w for k, w in wanted.weights.items() if k in said.around and k not in said.keys)
    sorry = APOLOGY in wanted.own & said.keys
    return Candidate(
        sentence=said.sentence,
        keys=said.keys,
        covered=have / total if total else 0.0,
        own=sum(wanted.weights[k] for k in wanted.own if k in said.keys) / own if own else 0.0,
        cosine=cosine,
        manner="report" if sorry else said.manner,
        shows="it apologises" if sorry else said.shows,
        due=said.due,
    )


def _replied(replies: Sequence[Paper], asked_by: str | None) -> tuple[Outcome, tuple[str, ...], list[Candidate]]:
    """Of an ask for no more than an answer: that there is one, and whether it came in time."""
    dates = [p.published for p in replies if p.published]
    late = [day for day in dates if later(day, asked_by)]
    reason = f"a reply is dated {min(dates)}" if dates else "a reply is at hand; it gives no date"
    if late and len(late) == len(dates):
        return "partly", (reason, f"that is later than asked, {asked_by}"), []
    return "answered", (reason,), []


def _asked_by(letter: Paper, ask: Ask, sentence: Sentence | None) -> str | None:
    """The one date that the ask sets, as in "by the end of May"."""
    start, end = (sentence.start, sentence.end) if sentence else (ask.start, ask.end)
    days = [d.value for d in letter.of(DateMention) if start <= d.start < end and d.role == "deadline"]
    return days[0] if len(days) == 1 and "/" not in days[0] else None


def _reply(candidate: Candidate, dates: Mapping[str, str | None]) -> Reply:
    s = candidate.sentence
    return Reply(
        doc=s.doc,
        text=s.text,
        start=s.start,
        end=s.end,
        page=s.page,
        published=dates[s.doc],
        score=candidate.score,
        manner=candidate.manner,
        reasons=(candidate.shows, f"near in meaning ({max(0.0, candidate.cosine):.2f})"),
    )


def _sentence_of(paper: Paper, ask: Ask) -> Sentence | None:
    return next((s for s in paper.sentences if s.start <= ask.start < s.end), None)


def _around(paper: Paper, sentence: Sentence) -> list[str]:
    """The sentences before it in its paragraph, and the heading if it stands right above."""
    before = [s.text for s in paper.sentences if s.block == sentence.block and s.start < sentence.start]
    above = paper.blocks[max(0, sentence.block - _NEAR_HEADING) : sentence.block]
    return before + [b.text for b in above if b.kind == "heading"][-1:]
