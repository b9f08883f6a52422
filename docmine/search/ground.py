"""Where to look: the sentences that might answer a question, each with what stands around it.

BM25 and vectors name passages, records name more; their sentences are the candidates. Only these are read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from docmine.records import ASIDE, Verdict
from docmine.search.question import Question, narrows
from docmine.store import text_hash

if TYPE_CHECKING:
    import numpy as np

    from docmine.store import Store
    from docmine.store.near import About
    from docmine.store.surroundings import Held, Line, Mark, Surroundings

POOL = 200
"""Passages taken from each ranking."""
LOOKED_AT = 90
"""Passages whose sentences are read: the first by words and meaning together."""
WEIGHED = 150
"""Sentences of these that are weighed."""
BY_RECORDS = 60
"""Passages that come in because of what was found in them, whatever their words."""


@dataclass(slots=True)
class Candidate:
    """A sentence that might answer, and what stands around it."""

    line: Line
    about: About
    published: str | None
    passage: Held | None
    before: str = ""
    """The sentence before it in its block."""
    after: str = ""
    intro: str = ""
    """Of a bullet: the words above its list."""
    section: str = ""
    """What stands under the same headings close by."""
    records: tuple[Mark, ...] = ()
    """What was found in it."""
    verdicts: tuple[Verdict, ...] = ()
    own: float = 0.0
    """Cosine of the sentence's own text and the question; that of its passage where it is too short to have one."""
    around: float = 0.0
    """Cosine of its passage with the headings above."""
    subject: float = 0.0
    """Cosine of its text and the subject of the question alone."""
    words: float = 0.0
    """BM25 of its passage, as a share of the best."""
    near: float = 0.0
    """The best cosine among the sentences beside it."""
    heading: float = 0.0
    """Cosine of the nearest heading, where it is long enough to have one."""
    softly: float = 0.0
    """BM25 of its passage for what else the question's words are called, as a share of the best."""

    @property
    def commitments(self) -> tuple[Mark, ...]:
        return tuple(r for r in self.records if r.kind == "commitment")


@dataclass(frozen=True, slots=True)
class Ground:
    """All candidates, and the passages that they stand in."""

    candidates: tuple[Candidate, ...] = ()
    passages: tuple[Held, ...] = ()


def ground(store: Store, asked: Question, soft: str, vectors: np.ndarray, model: str) -> Ground:
    """`vectors`: that of the question, and that of its subject; `soft`: what else its words are called."""
    docs = admitted(store, asked)
    words = dict(store.bm25(asked.lexical, POOL, docs)) if asked.lexical else {}
    if asked.names:
        words = {**dict(store.bm25(" ".join(c.name for c in asked.names if c.name), POOL // 2, docs)), **words}
    softly = dict(store.bm25(soft, POOL // 2, docs)) if soft else {}
    dense = dict(store.nearest(vectors[0], POOL, model, docs))
    words, softly = _shares(words), _shares(softly)
    ids = sorted(
        {*words, *dense, *softly},
        key=lambda i: (-(dense.get(i, 0.0) + 0.5 * words.get(i, 0.0) + 0.3 * softly.get(i, 0.0)), i),
    )[:LOOKED_AT]
    due = (asked.period.first, asked.period.last) if asked.period and asked.period.of == "due" else None
    more = store.passages_of_records(due=due, verdicts=asked.verdicts, speakers=asked.people, limit=BY_RECORDS)
    there = store.around({*ids, *more})
    passages = there.passages
    about = store.about({p.doc_id for p in passages})
    passages = tuple(p for p in passages if p.doc_id in about and (docs is None or p.doc_id in docs))
    candidates = _candidates(store, there, passages, about, words, softly)
    _close(store, candidates, vectors, model)
    sure = set(more)
    candidates.sort(
        key=lambda c: (c.passage is None or c.passage.id not in sure, -_promising(c), c.line.doc_id, c.line.start)
    )
    return Ground(tuple(candidates[:WEIGHED]), passages)


def _promising(c: Candidate) -> float:
    """About what the weights would say, from what is known without reading its words."""
    return 3 * max(c.own, c.near, c.around) + 2 * c.own + 2 * c.around + 0.7 * c.subject + c.softly + 0.7 * c.words


def admitted(store: Store, asked: Question) -> set[str] | None:
    """Ids of the documents that the question asks to look in (see `admits`); None where it asks for no special ones,
    or where there are none such."""
    if not narrows(asked):
        return None
    period = asked.period if asked.period and asked.period.of == "published" else None
    return (
        store.documents_like(
            asked.doc_types, asked.numbers, (period.first, period.last) if period is not None else None
        )
        or None
    )


def _candidates(
    store: Store,
    there: Surroundings,
    passages: Sequence[Held],
    about: dict[str, About],
    words: dict[str, float],
    softly: dict[str, float],
) -> list[Candidate]:
    places = {(p.doc_id, p.block) for p in passages}
    lines = there.lines(places)
    records = there.marks(places)
    fates = store.verdicts({p.doc_id for p in passages})
    added = store.additions({p.doc_id for p in passages})
    holding: dict[tuple[str, int], list[Held]] = {}
    for passage in passages:
        holding.setdefault((passage.doc_id, passage.block), []).append(passage)
    sections: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for line in lines:
        sections.setdefault((line.doc_id, line.headings), []).append(line.text)
    found: list[Candidate] = []
    intro = ""
    for i, line in enumerate(lines):
        here = (line.doc_id, line.block)
        if i == 0 or lines[i - 1].doc_id != line.doc_id or line.kind == "heading":
            intro = ""
        if line.kind == "paragraph":
            intro = line.text
        held = next((p for p in holding.get(here, ()) if p.start <= line.start < p.end), None)
        if held is None or line.kind in ASIDE:
            continue
        inside = tuple(r for r in records.get(here, ()) if line.start <= r.start < line.end)
        found.append(
            Candidate(
                line=line,
                about=about[line.doc_id],
                published=added.get(here) or about[line.doc_id].published,
                passage=held,
                before=_beside(lines, i, -1),
                after=_beside(lines, i, 1),
                intro=intro if line.kind in ("list_item", "table_row") else "",
                section="\n".join(sections[line.doc_id, line.headings]),
                records=inside,
                verdicts=tuple(
                    cast("Verdict", fates[(line.doc_id, r.start, r.end)])
                    for r in inside
                    if r.kind == "commitment" and (line.doc_id, r.start, r.end) in fates
                ),
                words=words.get(held.id, 0.0),
                softly=softly.get(held.id, 0.0),
            )
        )
    return found


def _shares(scores: dict[str, float]) -> dict[str, float]:
    best = max(scores.values(), default=0.0)
    return {key: score / best for key, score in scores.items()} if best > 0 else {}


def _beside(lines: Sequence[Line], i: int, step: int) -> str:
    j = i + step
    if not 0 <= j < len(lines):
        return ""
    same = (lines[j].doc_id, lines[j].block) == (lines[i].doc_id, lines[i].block)
    return lines[j].text if same else ""


def _close(
    store: Store, candidates: Sequence[Candidate], vectors: Sequence[np.ndarray] | np.ndarray, model: str
) -> None:
    """Fill in the cosines."""
    texts = {*(c.line.text for c in candidates), *(h for c in candidates for h in c.line.headings[-1:])}
    hashes = {text: text_hash(text) for text in texts}
    known = store.vectors_of(_all(hashes.values(), candidates), model)
    for c in candidates:
        whole = known.get(c.passage.text_hash) if c.passage else None
        bare = known.get(hashes[c.line.text])
        c.around = float(whole @ vectors[0]) if whole is not None else 0.0
        c.own = float(bare @ vectors[0]) if bare is not None else 0.8 * c.around
        text = bare if bare is not None else whole
        above = known.get(hashes[c.line.headings[-1]]) if c.line.headings else None
        c.heading = float(above @ vectors[0]) if above is not None else 0.0
        c.subject = float(text @ vectors[1]) if text is not None else 0.0
    for left, right in pairwise(candidates):
        if (left.line.doc_id, left.line.block) == (right.line.doc_id, right.line.block):
            left.near = max(left.near, right.own)
            right.near = max(right.near, left.own)


def _all(hashes: Collection[str], candidates: Iterable[Candidate]) -> set[str]:
    return {*hashes, *(c.passage.text_hash for c in candidates if c.passage)}


def nearest(store: Store, vector: np.ndarray, model: str) -> list[Candidate]:
    """The sentences of the passages that are nearest to a vector, with what stands around each."""
    there = store.around([key for key, _ in store.nearest(vector, POOL, model)])
    about = store.about({p.doc_id for p in there.passages})
    found = _candidates(store, there, [p for p in there.passages if p.doc_id in about], about, {}, {})
    _close(store, found, vector.reshape(1, -1).repeat(2, axis=0), model)
    return found
