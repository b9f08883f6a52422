"""Every commitment of the index → what later documents say of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from docmine import embed
from docmine.compare import issues
from docmine.compare.diff import plain
from docmine.compare.issues import weakly_dated
from docmine.compare.judge import MENTION, SILENT, Judged, verdict, weigh
from docmine.compare.later import ages, due_passed, successors
from docmine.compare.signals import Pair, telling
from docmine.compare.silence import NEIGHBOUR, Silence, dropped
from docmine.compare.subjects import names_of
from docmine.records import SENTENCE_WORDS, Block, Commitment, DateMention, Evidence, Finding, Sentence, Verdict
from docmine.settings import Settings
from docmine.store import Store, StoredDocument, text_hash
from docmine.store.partial import asked
from docmine.words import stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

R = TypeVar("R", Commitment, DateMention)

WEIGHED = 40
"""Later sentences weighed for each commitment: enough for every issue of a long series to have one; not yet tuned."""

SHOWN = 5
"""Pieces of evidence shown for each commitment."""

BESIDE = 4
"""Sentences before and after a commitment, under the same heading, that count as its neighbours."""


def track(store: Store, settings: Settings, as_of: str | None = None) -> tuple[Finding, ...]:
    """One finding for each commitment, by date and name of its document, then place.

    Documents published after `as_of` (ISO, may be partial) are left aside; without it the newest document's date is
    the day on which everything is judged. Raises UsageError for an `as_of` that is no date.
    """
    limit = asked(as_of, "--as-of")[1] if as_of else None
    promises = store.records("commitment")
    if not promises:
        return ()
    scene = _Scene.of(store, settings, limit)
    return tuple(_finding(scene, scene.homes[p.doc], p) for p in promises if p.doc in scene.rows)


@dataclass(frozen=True)
class _Scene:
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
    ages: Mapping[str, Mapping[str, int]]
    """Document → of each of its successors, how many issues later it is."""
    promises: Mapping[str, Sequence[Commitment]]
    dates: Mapping[str, Sequence[DateMention]]
    rarity: Mapping[str, float]
    stems: Sequence[frozenset[str]]
    """Of each sentence."""
    headings: frozenset[int]
    """Rows that are headings: they name a subject and say nothing of it."""
    as_of: date

    @classmethod
    def of(cls, store: Store, settings: Settings, limit: date | None) -> _Scene:
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
        later = successors(documents, texts, names_of("\n".join(s.text for s in ordered)), limit)
        titles = {name: {h for s in own for h in s.headings} for name, own in by_doc.items()}
        days = [d.published_to for d in documents if d.published_to is not None]
        return cls(
            homes={d.name: d for d in documents},
            sentences=ordered,
            under=[words for name in by_doc for words in _above(store.blocks(name), by_doc[name])],
            vectors=_vectors(store, settings.embedding_model, [s.text for s in ordered]),
            rows=rows,
            later=later,
            ages={name: ages(after, texts) for name, after in later.items()},
            promises=_by_doc(store.records("commitment")),
            dates=_by_doc(store.records("date")),
            rarity=_rarity(ordered),
            stems=[frozenset(stems(s.text)) for s in ordered],
            headings=frozenset(i for i, s in enumerate(ordered) if s.text in titles[s.doc]),
            as_of=limit or max(days, default=date.min),
        )

    def row_of(self, promise: Commitment) -> int | None:
        """The row of the sentence that the commitment stands in."""
        for row in self.rows[promise.doc]:
            if self.sentences[row].start <= promise.start < self.sentences[row].end:
                return row
        return None


def _finding(scene: _Scene, home: StoredDocument, promise: Commitment) -> Finding:
    later = scene.later.get(home.name, ())
    judged = _judge(scene, promise, later)
    ruling, score, reasons = _rule(scene, home, promise, later, judged)
    shown = _ranked(scene, home, judged)
    spoken = [j for j in shown if j.relation is not None]
    return Finding(
        doc=promise.doc,
        text=promise.text,
        start=promise.start,
        end=promise.end,
        page=promise.page,
        published=home.published.value if home.published else None,
        owner=promise.owner,
        due=promise.due,
        strength=promise.strength,
        topic=promise.topic,
        verdict=ruling,
        score=round(score, 4),
        reasons=reasons,
        searched=tuple(d.name for d in later),
        evidence=tuple(_evidence(j, later) for j in shown[:SHOWN]),
        due_history=_due_history(home, promise, spoken, later),
    )


def _judge(scene: _Scene, promise: Commitment, later: Sequence[StoredDocument]) -> list[Judged]:
    """The nearest sentences of the later documents, weighed."""
    import numpy as np

    row = scene.row_of(promise)
    candidates = [r for d in later for r in scene.rows[d.name] if r not in scene.headings]
    if row is None or not candidates:
        return []
    cosines = scene.vectors[candidates] @ scene.vectors[row]
    shared = np.array(_shared(scene, promise, candidates))
    best = sorted(range(len(candidates)), key=lambda i: (-(cosines[i] + shared[i]), i))[:WEIGHED]
    return [weigh(_pair(scene, promise, row, candidates[i], float(cosines[i]))) for i in best]


def _shared(scene: _Scene, promise: Commitment, rows: Sequence[int]) -> list[float]:
    """For each row the weight of the rare words that it shares, to bring near what the model does not."""
    mine = {s: scene.rarity.get(s, 1.0) for s in telling(promise.text, promise.stem)}
    total = sum(mine.values()) or 1.0
    return [sum(weight for s, weight in mine.items() if s in scene.stems[r]) / total for r in rows]


def _pair(scene: _Scene, promise: Commitment, own_row: int, row: int, cosine: float) -> Pair:
    statement = scene.sentences[row]
    inside = [p for p in scene.promises.get(statement.doc, ()) if statement.start <= p.start < statement.end]
    own = next((p for p in inside if p.due is not None), inside[0] if inside else None)
    deadlines = [
        d.value
        for d in scene.dates.get(statement.doc, ())
        if d.role == "deadline" and statement.start <= d.start < statement.end
    ]
    return Pair(
        promise=promise,
        sentence=scene.sentences[own_row].text,
        statement=statement,
        later=own,
        later_due=(own.due if own else None) or (deadlines[0] if deadlines else None),
        under=scene.under[row],
        cosine=cosine,
        rarity=scene.rarity,
    )


def _rule(
    scene: _Scene,
    home: StoredDocument,
    promise: Commitment,
    later: Sequence[StoredDocument],
    judged: Sequence[Judged],
) -> tuple[Verdict, float, tuple[str, ...]]:
    """The verdict with its score and reasons."""
    if home.published is None:
        return "unsure", 0.0, (f"{home.name} carries no date, so no document is known to be later",)
    if weakly_dated(home):
        return "unsure", 0.0, (f"only the file's own properties date {home.name}, so none is known to be later",)
    if not later:
        if due_passed(promise.due, scene.as_of):
            return "unsure", 0.0, (f"it was due {promise.due}, and no later document here could speak of it",)
        return "open", 0.0, ("no later document here could speak of it",)
    found = verdict(judged)
    if found is not None:
        ruling, score, because = found
        return ruling, score, (because,)
    nearest = max((j.score for j in judged), default=0.0)
    if nearest >= MENTION:
        return "unsure", nearest, ("later statements may speak of it, none for certain",)
    heard = frozenset().union(*(scene.stems[r] for d in later for r in scene.rows[d.name]))
    # What is published after the day when something was due could have spoken of it; a date alone proves nothing.
    spoken_until = max((d.published_from for d in later if d.published_from), default=date.min)
    reporting = _reporting(scene, promise, later)
    age = scene.ages.get(home.name, {})
    silence = Silence(promise, home, later, heard, nearest, age, reporting, min(scene.as_of, spoken_until))
    gone, reasons = dropped(silence, SILENT)
    if gone:
        return "dropped", round(1.0 - nearest, 4), reasons
    return "unsure", nearest, ("nothing later was found that speaks of it", *reasons)


def _reporting(scene: _Scene, promise: Commitment, later: Sequence[StoredDocument]) -> list[str]:
    """The later documents that speak of what stands beside the commitment."""
    row = scene.row_of(promise)
    if row is None:
        return []
    own = scene.sentences[row]
    rows = scene.rows[promise.doc]
    beside = [
        r
        for r in range(max(rows.start, row - BESIDE), min(rows.stop, row + BESIDE + 1))
        if r != row and scene.sentences[r].headings == own.headings and len(scene.sentences[r].text.split()) >= 4
    ]
    if not beside:
        return []
    found = []
    for document in later:
        theirs = scene.rows[document.name]
        if len(theirs) and float((scene.vectors[beside] @ scene.vectors[list(theirs)].T).max()) >= NEIGHBOUR:
            found.append(document.name)
    return found


def _ranked(scene: _Scene, home: StoredDocument, judged: Sequence[Judged]) -> list[Judged]:
    """Best first: what speaks of it before what does not; the same words once, as first published."""
    age = scene.ages.get(home.name, {})
    ranked = sorted(judged, key=lambda j: (j.relation is None, -j.score - _soon(age[j.pair.statement.doc]), *_place(j)))
    first: dict[str, Judged] = {}
    for j in ranked:
        words = plain(j.pair.statement.text).lower()
        kept = first.get(words)
        if kept is None or _earliest(scene, age, j) < _earliest(scene, age, kept):
            first[words] = j
    return [j for j in ranked if first[plain(j.pair.statement.text).lower()] is j]


def _earliest(scene: _Scene, age: Mapping[str, int], judged: Judged) -> tuple[int, bool, str, int]:
    """Of the files of one issue a PDF is what was published."""
    name = judged.pair.statement.doc
    return age[name], scene.homes[name].media_type != "application/pdf", *_place(judged)


def _evidence(judged: Judged, later: Sequence[StoredDocument]) -> Evidence:
    statement = judged.pair.statement
    published = next((d.published.value for d in later if d.name == statement.doc and d.published), None)
    return Evidence(
        doc=statement.doc,
        text=statement.text,
        start=statement.start,
        end=statement.end,
        page=statement.page,
        published=published,
        relation=judged.relation or "other",
        score=judged.score,
        reasons=judged.reasons,
    )


def _due_history(
    home: StoredDocument, promise: Commitment, spoken: Sequence[Judged], later: Sequence[StoredDocument]
) -> tuple[dict[str, str | None], ...]:
    """The date it was given at first, then each that a later statement gives, in order of the documents."""
    history = [{"doc": home.name, "published": home.published.value if home.published else None, "due": promise.due}]
    for document in later:
        dues = {j.pair.later_due for j in spoken if j.pair.statement.doc == document.name and j.pair.later_due}
        published = document.published.value if document.published else None
        history.extend({"doc": document.name, "published": published, "due": due} for due in sorted(dues))
    return tuple(history)


def _soon(age: int) -> float:
    """What counts for a statement in the next document, and less in the one after: that is where reports stand."""
    return 0.2 / (1 + age)


def _place(judged: Judged) -> tuple[str, int]:
    return judged.pair.statement.doc, judged.pair.statement.start


def _rarity(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Stem → 0 to 1: what half of all sentences have says nothing, what one has says all."""
    counts = Counter(s for sentence in sentences for s in set(stems(sentence.text)))
    top = math.log(1 + len(sentences)) or 1.0
    return {s: min(1.0, math.log((1 + len(sentences)) / n) / top) for s, n in counts.items()}


def _above(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[str | None]:
    """For each sentence of a list item the paragraph or heading that the list hangs from, else None."""
    hangs: list[str | None] = []
    above: str | None = None
    for block in blocks:
        if block.kind not in ("list_item", "furniture"):
            above = block.text
        hangs.append(above if block.kind == "list_item" else None)
    return [hangs[s.block] for s in sentences]


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
