"""What might answer a question, from the store, each with its score."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docmine.records import Commitment, Passage, Span
from docmine.search.meanings import Own, as_read_in
from docmine.search.question import Concept, Question
from docmine.search.rank import KIND_BONUS, RECORD_BONUS, Zone, closeness, echo, fuse, named, occurrences, unnamed

if TYPE_CHECKING:
    from docmine.embed import Vectors
    from docmine.store import Store

POOL = 300
"""Passages taken from each ranking: far more than is shown, so that a text found by one only is weighed too."""

NEAR_ENOUGH = 0.30
"""Cosine below which a passage must name much of the question to be about it."""

NAMED_ENOUGH = 0.30
"""Fused score from which on a passage is about the question though its meaning seems far."""

NEAR_BEST, NEAR_BEST_NAMED = 0.60, 0.30
"""Share of the best score below which nothing is shown: fillers of a list help nobody. Less is asked of evidence that
names what was asked."""

RECORDS_WANTED = ("owner", "date", "figure", "ask")

_ENDING = re.compile(r"[.!?…][\"'”’)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit before ranks are given."""

    score: float
    about: bool
    """Whether it is near enough to the question in words or meaning, whatever kind of answer was asked for."""
    doc: str
    kind: str
    text: str
    start: int
    end: int
    page: int | None
    published: str | None
    headings: tuple[str, ...]
    missing: tuple[str, ...] = ()
    owner: str | None = None
    due: str | None = None
    also_in: tuple[str, ...] = ()


def gather(store: Store, asked: Question, vector: Vectors, model: str, own: Own) -> list[Candidate]:
    """Commitments and passages that are about the question, best first; `own`: what documents define for themselves.

    What the question names must be named by the evidence, in its text, its paragraph, its headings or its document's
    title. Where nothing names all of it, what names most of it stays, and says what it does not name.
    """
    words = _normalised(dict(store.bm25(asked.lexical, POOL)))
    naming = store.bm25(" ".join(c.name for c in asked.names if c.name), POOL) if asked.names else []
    dense = dict(store.nearest(vector, POOL, model))
    ids = sorted({*words, *dense, *(key for key, _ in naming)})
    passages = dict(zip(ids, store.passages_by_id(ids), strict=True))
    rarity = _rarity(asked, passages.values())
    documents = store.documents()
    published = store.when().published
    titles = {d.name: d.title.value if d.title else "" for d in documents}
    docs = sorted({p.doc for p in passages.values()})
    promised = _within(store.records("commitment"), docs)
    wanted = [_within(store.records(kind), docs) for kind in RECORDS_WANTED if kind in asked.intents]
    found: list[Candidate] = []
    for key, passage in passages.items():
        here = as_read_in(asked, passage.doc, own)
        rarity |= {c: rarity[before] for c, before in zip(here.concepts, asked.concepts, strict=True)}
        near, lexical = dense.get(key, 0.0), words.get(key, 0.0)
        around = [*_heading_zones(passage.headings), Zone(titles.get(passage.doc, ""), 0.3)]
        zones = [Zone(passage.text, 1.0), *around]
        fused = fuse(closeness(near), named(zones, here, rarity), lexical)
        about_it = near >= NEAR_ENOUGH or fused >= NAMED_ENOUGH
        score = fused + RECORD_BONUS * sum(bool(_inside(records[passage.doc], passage)) for records in wanted)
        score *= echo(passage.text, asked)
        found.append(_candidate(passage, score, about_it, published, passage.headings, unnamed(zones, here)))
        for promise in _inside(promised[passage.doc], passage):
            assert isinstance(promise, Commitment)
            zones = [*_zones(promise, passage), *around]
            fused = fuse(closeness(near), named(zones, here, rarity), lexical)
            about_it = near >= NEAR_ENOUGH or fused >= NAMED_ENOUGH
            score = fused + KIND_BONUS * ("commitment" in asked.intents)
            score += RECORD_BONUS * ("owner" in asked.intents and promise.owner is not None)
            score += RECORD_BONUS * ("date" in asked.intents and promise.due is not None)
            found.append(_candidate(promise, score, about_it, published, passage.headings, unnamed(zones, here)))
    top = 1.0 + (KIND_BONUS if "commitment" in asked.intents else 0.0) + RECORD_BONUS * len(wanted)
    scaled = [replace(c, score=round(min(1.0, c.score / top), 4)) for c in relevant(found, asked)]
    return sorted(scaled, key=lambda c: (-c.score, c.doc, c.start, c.kind))


def relevant(found: Sequence[Candidate], asked: Question) -> list[Candidate]:
    """Those that name what the question names, and of the others those that are near enough to the best."""
    fewest = min((len(c.missing) for c in found), default=0)
    left = [c for c in found if len(c.missing) == fewest]
    if fewest == len(asked.names):  # no name, or none that is known here: words and meaning must do
        left = [c for c in left if c.about]
        share = NEAR_BEST
    else:
        share = NEAR_BEST_NAMED
    best = max((c.score for c in left), default=0.0)
    return [c for c in left if c.score >= share * best]


def _zones(promise: Commitment, passage: Passage) -> list[Zone]:
    """What may name a promise's subject: its own words, its stem, the sentence before, the rest of its paragraph."""
    before = passage.text[: max(0, promise.start - passage.start)]
    previous = [s for s in _ENDING.split(before) if s.strip()]
    return [
        Zone(promise.text, 1.0),
        Zone(promise.stem or "", 1.0),
        Zone(previous[-1] if previous else "", 0.9),
        Zone(passage.text, 0.6),
    ]


def _heading_zones(headings: Sequence[str]) -> list[Zone]:
    """The nearest heading names the subject nearly as well as the sentence; the ones above it less."""
    return [Zone(text, 0.9 if i == len(headings) - 1 else 0.5) for i, text in enumerate(headings)]


def _rarity(asked: Question, passages: Iterable[Passage]) -> dict[Concept, float]:
    """The weight of each concept among these passages: what half of them name tells little."""
    texts = [p.context for p in passages]
    return {
        c: c.weight * math.log(1 + (1 + len(texts)) / (1 + sum(bool(occurrences(t, c)) for t in texts)))
        for c in asked.concepts
    }


def _normalised(scores: dict[str, float]) -> dict[str, float]:
    top = max(scores.values(), default=0.0)
    return {key: score / top for key, score in scores.items()} if top > 0 else {}


def _within(records: Iterable[Span], docs: Iterable[str]) -> dict[str, list[Span]]:
    """The records by document, for these documents only."""
    by_doc: dict[str, list[Span]] = {doc: [] for doc in docs}
    for record in records:
        if record.doc in by_doc:
            by_doc[record.doc].append(record)
    return by_doc


def _inside(records: Sequence[Span], passage: Passage) -> list[Span]:
    return [r for r in records if passage.start <= r.start < passage.end]


def _candidate(
    span: Passage | Commitment,
    score: float,
    about: bool,
    published: Callable[[Passage | Commitment], str | None],
    headings: tuple[str, ...],
    missing: tuple[str, ...],
) -> Candidate:
    promise = span if isinstance(span, Commitment) else None
    return Candidate(
        score=score,
        about=about,
        doc=span.doc,
        kind=span.kind,
        text=span.text,
        start=span.start,
        end=span.end,
        page=span.page,
        published=published(span),
        headings=headings,
        missing=missing,
        owner=promise.owner if promise else None,
        due=promise.due if promise else None,
    )
