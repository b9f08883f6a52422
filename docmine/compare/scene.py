"""All that is compared, read from the index and brought into one order once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from docmine import embed
from docmine.compare import cues
from docmine.compare.landscape import Landscape
from docmine.compare.later import added_after, is_later
from docmine.compare.nearness import Rows, Sides
from docmine.compare.terms import terms
from docmine.records import ASIDE, SENTENCE_WORDS, BlockKind, Commitment, DateMention, Passage, Sentence, Span
from docmine.settings import Settings
from docmine.store import Store, StoredDocument, text_hash

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_ADDRESS = re.compile(r"\w@\w|https?://|www\.|\b0\d{4,}")
_OF_A_DATE = re.compile(
    r"\W*(?:\d+(?:st|nd|rd|th)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept(?:ember)?"
    r"|oct(?:ober)?|(?:nov|dec)(?:ember)?|spring|summer|autumn|winter)?\W*"
)
R = TypeVar("R", Commitment, DateMention)


@dataclass(frozen=True)
class Scene:
    """The documents that some threads may touch, with their sentences in one order."""

    land: Landscape
    sides: Sides
    under: Sequence[str | None]
    """Of each sentence the words above the list that it is a bullet of."""
    rows: Mapping[str, range]
    """Document → its sentences' rows."""
    promises: Mapping[str, Sequence[Commitment]]
    dates: Mapping[str, Sequence[DateMention]]
    passed: frozenset[int]
    """Rows that say nothing of a subject: headings, the words above a list, addresses, who publishes it."""
    starts: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, store: Store, settings: Settings, land: Landscape, names: Sequence[str]) -> Scene:
        """Of the documents called `names`, in this order."""
        sentences: list[Sentence] = []
        rows: dict[str, range] = {}
        position = 0
        for name in names:
            own = land.sentences[name]
            rows[name] = range(position, position + len(own))
            position += len(own)
            sentences.extend(own)
        layout = store.layout(names)
        under = [words for name in names for words in _above(layout[name], land.sentences[name])]
        told, reported = _told(sentences, under)
        sides = Sides(
            sentences=sentences,
            vectors=_vectors(store, settings.embedding_model, [s.text for s in sentences], SENTENCE_WORDS),
            topics=_topics(store, settings.embedding_model, sentences, names),
            terms=terms(sentences),
            told=told,
            reported=reported,
        )
        return cls(
            land=land,
            sides=sides,
            under=under,
            rows=rows,
            promises=_by_doc(store.found_in(names, Commitment)),
            dates=_by_doc(store.found_in(names, DateMention)),
            passed=_passed(land, rows, sentences),
            starts={name: [sentences[r].start for r in own] for name, own in rows.items()},
        )

    @cached_property
    def promised(self) -> tuple[Rows, Rows]:
        """The rows of the sentences that promise something, by the day (ordinal) that they came out; and these days."""
        import numpy as np

        found = [
            (((home.published_to or date.max) if home else date.max).toordinal(), row)
            for doc, own in self.promises.items()
            for home in (self.land.homes.get(doc),)
            for row in {self.row_of(promise) for promise in own} - {None}
        ]
        days, rows = np.array(sorted(found), dtype=np.intp).reshape(-1, 2).T
        return rows, days

    def rows_after(self, home: StoredDocument, other: StoredDocument) -> list[int]:
        """The rows of `other` that came out after `home`: all, or those of its later additions; without headings."""
        rows = self.rows[other.name]
        if is_later(home, other):
            return [r for r in rows if r not in self.passed]
        added = ((r, self.land.when.added(self.sides.sentences[r])) for r in rows if r not in self.passed)
        return [r for r, day in added if day is not None and added_after(home, day)]

    def row_of(self, promise: Span) -> int | None:
        """The row of the sentence that a commitment, or another record, stands in."""
        i = bisect_right(self.starts[promise.doc], promise.start) - 1
        if i < 0:
            return None
        row = self.rows[promise.doc][i]
        return row if promise.start < self.sides.sentences[row].end else None


def _told(sentences: Sequence[Sentence], under: Sequence[str | None]) -> tuple[Matrix, Matrix]:
    import numpy as np

    told, reported = np.zeros(len(sentences), np.float32), np.zeros(len(sentences), np.float32)
    for i, sentence in enumerate(sentences):
        above = setting(sentence, under[i])
        told[i] = cues.said(sentence.text, above).state in ("done", "begun")
        reported[i] = cues.reports(above)
    return told, reported


def setting(sentence: Sentence, under: str | None) -> str | None:
    """What sets the tense of a statement that has none of its own: the words above its list, else its heading."""
    return under or (sentence.headings[-1] if sentence.headings else None)


def _passed(land: Landscape, rows: Mapping[str, range], sentences: Sequence[Sentence]) -> frozenset[int]:
    found: set[int] = set()
    for name, own in rows.items():
        titles = {h for s in land.sentences[name] for h in s.headings}
        publisher = land.homes[name].publisher
        for row in own:
            text = sentences[row].text
            leads_in = text.endswith(":") and len(text.split()) <= 8 and not any(c.isdigit() for c in text)
            signs = publisher is not None and only_a_name(text, publisher.value)
            if text in titles or leads_in or signs or only_an_address(text):
                found.add(row)
    return frozenset(found)


def only_an_address(text: str) -> bool:
    """Whether a line says where to write to or to look, and little else."""
    rest = [word for word in text.split() if not _ADDRESS.search(word)]
    return len(rest) < len(text.split()) and len(rest) < SENTENCE_WORDS


def only_a_name(text: str, name: str) -> bool:
    """Whether a line says a name, and at most a date beside it."""
    before, found, after = text.casefold().partition(name.casefold())
    return bool(found) and all(_OF_A_DATE.fullmatch(word) for word in (*before.split(), *after.split()))


def _by_doc(records: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(record.doc, []).append(record)
    return found


def _topics(store: Store, model: str, sentences: Sequence[Sentence], names: Sequence[str]) -> Matrix:
    """The vector of the passage that each sentence stands in, as the ingest made it."""
    import numpy as np

    passages: dict[str, list[Passage]] = {}
    for passage in store.passages(names):
        passages.setdefault(passage.doc, []).append(passage)
    starts = {name: [p.start for p in own] for name, own in passages.items()}
    texts: list[str] = []
    for sentence in sentences:
        i = bisect_right(starts.get(sentence.doc, ()), sentence.start) - 1
        inside = i >= 0 and sentence.start < passages[sentence.doc][i].end
        texts.append(passages[sentence.doc][i].context if inside else "")
    return np.asarray(_vectors(store, model, texts, 1))


def _vectors(store: Store, model: str, texts: Sequence[str], least: int) -> Matrix:
    """One vector a text, as the ingest made them; those of fewer words than `least` get zeros."""
    import numpy as np

    hashes = [text_hash(t) for t in texts]
    known = store.vectors_of(set(hashes), model)
    missing = sorted({t for t, h in zip(texts, hashes, strict=True) if h not in known and len(t.split()) >= least})
    if missing:  # an index of an earlier version, or of another model
        known |= dict(zip(map(text_hash, missing), embed.load(model).encode(missing), strict=True))
    if not known:
        return np.zeros((len(texts), 1), dtype=np.float32)
    nothing = np.zeros_like(next(iter(known.values())))
    return np.array([known.get(h, nothing) for h in hashes], dtype=np.float32)


def _above(blocks: Sequence[tuple[BlockKind, str]], sentences: Sequence[Sentence]) -> list[str | None]:
    """For each sentence of a list item the paragraph or heading that the list hangs from, else None."""
    hangs: list[str | None] = []
    above: str | None = None
    for kind, text in blocks:
        if kind != "list_item" and kind not in ASIDE:
            above = text
        hangs.append(above if kind == "list_item" else None)
    return [hangs[s.block] for s in sentences]
