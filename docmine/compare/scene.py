"""All that is compared, read from the index and brought into one order once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from docmine import embed
from docmine.compare import issues
from docmine.compare.later import added_after, adds_after, ages, is_later, searched
from docmine.compare.subjects import names_of
from docmine.records import ASIDE, SENTENCE_WORDS, Block, Commitment, DateMention, Sentence
from docmine.settings import Settings
from docmine.store import Store, StoredDocument, When, text_hash
from docmine.store.partial import bounds
from docmine.words import stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

R = TypeVar("R", Commitment, DateMention)


@dataclass(frozen=True)
class Scene:
    """All that is compared, read and encoded once."""

    homes: Mapping[str, StoredDocument]
    """By name, with days that can be relied on."""
    sentences: Sequence[Sentence]
    under: Sequence[str | None]
    """Of each sentence the words above the list that it is a bullet of."""
    vectors: Matrix
    """One row a sentence, of length 1."""
    rows: Mapping[str, range]
    """Document → its sentences' rows."""
    later: Mapping[str, Sequence[StoredDocument]]
    heard: Mapping[str, Sequence[StoredDocument]]
    """Document → the later ones and those to which something was added after it, by date: these may speak of it, but
    their silence tells nothing."""
    ages: Mapping[str, Mapping[str, int]]
    """Document → of each of its successors, how many issues later it is."""
    same_issue: Mapping[str, Sequence[str]]
    """Document → the other files of its issue."""
    promises: Mapping[str, Sequence[Commitment]]
    dates: Mapping[str, Sequence[DateMention]]
    rarity: Mapping[str, float]
    stems: Sequence[frozenset[str]]
    """Of each sentence."""
    headings: frozenset[int]
    """Rows that are headings: they name a subject and say nothing of it."""
    people: frozenset[str]
    """Words of the names of people, in lower case."""
    when: When
    """The dates of documents, and of what was added to them later."""
    as_of: date

    @classmethod
    def of(cls, store: Store, settings: Settings, limit: date | None) -> Scene:
        by_doc: dict[str, list[Sentence]] = {d.name: [] for d in store.documents()}
        for sentence in store.sentences():
            by_doc[sentence.doc].append(sentence)
        ordered = [s for name in by_doc for s in by_doc[name]]
        rows: dict[str, range] = {}
        position = 0
        for name, own in by_doc.items():
            rows[name] = range(position, position + len(own))
            position += len(own)
        texts = issues.texts(by_doc)
        documents = issues.dated(store.documents(), texts)
        words = {name: " ".join(s.text for s in own) for name, own in by_doc.items()}
        lower = {name: " ".join(text.casefold().split()) for name, text in words.items()}
        names = names_of("\n".join(words.values()))
        when = store.when()
        later = searched(documents, texts, lower, names, limit)
        grown = searched(documents, texts, lower, names, limit, lambda a, b: adds_after(a, b, when, limit))
        homes = {d.name: d for d in documents}
        heard = {
            name: sorted([*after, *grown[name]], key=lambda d, a=homes[name]: _came_out(a, d, when))  # type: ignore[misc]
            for name, after in later.items()
        }
        titles = {name: {h for s in own for h in s.headings} for name, own in by_doc.items()}
        dates = _by_doc(store.records("date"))
        days = [d.published_to for d in documents if d.published_to is not None]
        return cls(
            homes=homes,
            sentences=ordered,
            under=[words for name in by_doc for words in _above(store.blocks(name), by_doc[name])],
            vectors=_vectors(store, settings.embedding_model, [s.text for s in ordered]),
            rows=rows,
            later=later,
            heard=heard,
            ages={name: ages(after, texts) for name, after in heard.items()},
            same_issue=issues.same_issues(documents, texts),
            promises=_by_doc(store.records("commitment")),
            dates=dates,
            rarity=_rarity(ordered),
            stems=[frozenset(stems(s.text)) for s in ordered],
            headings=frozenset(i for i, s in enumerate(ordered) if s.text in titles[s.doc]),
            people=frozenset(word for o in store.records("owner") for word in o.name.lower().split()),
            when=when,
            as_of=limit or max(days, default=date.min),
        )

    def is_last(self, home: StoredDocument) -> bool:
        return not any(
            d.published_to and home.published_to and d.published_to > home.published_to for d in self.homes.values()
        )

    def rows_after(self, home: StoredDocument, other: StoredDocument) -> list[int]:
        """The rows of `other` that came out after `home`: all, or those of its later additions."""
        rows = self.rows[other.name]
        if is_later(home, other):
            return list(rows)
        added = ((r, self.when.added(self.sentences[r])) for r in rows)
        return [r for r, day in added if day is not None and added_after(home, day)]

    def row_of(self, promise: Commitment) -> int | None:
        """The row of the sentence that the commitment stands in."""
        for row in self.rows[promise.doc]:
            if self.sentences[row].start <= promise.start < self.sentences[row].end:
                return row
        return None


def _came_out(home: StoredDocument, other: StoredDocument, when: When) -> tuple[date, str]:
    """When `other` could first speak of what `home` says, for the order: its own day, or that of its first addition."""
    if is_later(home, other):
        return other.published_from or date.min, other.name
    days = [bounds(added) for _, _, added in when.additions.get(other.name, ()) if added_after(home, added)]
    return min((day[0] for day in days if day is not None), default=date.min), other.name


def _rarity(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Stem → 0 to 1: what half of all sentences have says nothing, what one has says all."""
    counts = Counter(s for sentence in sentences for s in set(stems(sentence.text)))
    top = math.log(1 + len(sentences)) or 1.0
    return {s: min(1.0, math.log((1 + len(sentences)) / n) / top) for s, n in counts.items()}


def _by_doc(records: Sequence[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(record.doc, []).append(record)
    return found


def _vectors(store: Store, model: str, texts: Sequence[str]) -> Matrix:
    """One vector a text, as the ingest made them; texts too short to be embedded get zeros, which are near nothing."""
    import numpy as np

    known = store.vectors_of([text_hash(t) for t in texts], model)
    missing = sorted({t for t in texts if text_hash(t) not in known and len(t.split()) >= SENTENCE_WORDS})
    if missing:  # an index of an earlier version, or of another model
        known |= dict(zip(map(text_hash, missing), embed.load(model).encode(missing), strict=True))
    if not known:
        return np.zeros((len(texts), 1), dtype=np.float32)
    nothing = np.zeros_like(next(iter(known.values())))
    return np.array([known.get(text_hash(t), nothing) for t in texts], dtype=np.float32)


def _above(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[str | None]:
    """For each sentence of a list item the paragraph or heading that the list hangs from, else None."""
    hangs: list[str | None] = []
    above: str | None = None
    for block in blocks:
        if block.kind != "list_item" and block.kind not in ASIDE:
            above = block.text
        hangs.append(above if block.kind == "list_item" else None)
    return [hangs[s.block] for s in sentences]
