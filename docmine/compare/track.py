"""Every commitment of the index → what later documents say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from docmine.compare.diff import plain
from docmine.compare.issues import as_published, weakly_dated
from docmine.compare.judge import MENTION, SILENT, Judged, verdict, weigh
from docmine.compare.later import due_passed
from docmine.compare.scene import Scene
from docmine.compare.signals import Pair, telling
from docmine.compare.silence import NEIGHBOUR, Silence, dropped
from docmine.records import Commitment, Evidence, Finding, Sentence, Verdict
from docmine.settings import Settings
from docmine.store import Store, StoredDocument
from docmine.store.partial import asked, bounds

WEIGHED = 40
"""Later sentences weighed for each commitment: enough for every issue of a long series to have one; not yet tuned."""

SHOWN = 5
"""Pieces of evidence shown for each commitment."""

_GIVES_A_DATE = ("slipped", "repeated")
"""Statements of the promise itself; a date in a report may be that of something else."""

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
    scene = Scene.of(store, settings, limit)
    made = [p for p in promises if _made_by(scene.homes[p.doc], limit)]
    return tuple(_finding(scene, scene.homes[p.doc], p) for p in _once(scene, made))


def _once(scene: Scene, promises: Sequence[Commitment]) -> list[Commitment]:
    """The commitments without those that stand, word for word, in another file of the same issue as well."""
    order = {name: as_published(home) for name, home in scene.homes.items()}
    said = {(p.doc, plain(p.text).lower()) for p in promises}
    return [
        p
        for p in promises
        if not any(
            order[twin] < order[p.doc] and (twin, plain(p.text).lower()) in said
            for twin in scene.same_issue.get(p.doc, ())
        )
    ]


def _made_by(home: StoredDocument, limit: date | None) -> bool:
    return limit is None or home.published_from is None or home.published_from <= limit


def _finding(scene: Scene, home: StoredDocument, promise: Commitment) -> Finding:
    added = scene.when.added(promise)
    later = () if added else scene.later.get(home.name, ())
    heard = later if added else scene.heard.get(home.name, ())
    judged = _judge(scene, home, promise, heard)
    ruling, score, reasons = _rule(scene, home, promise, later, judged)
    shown = _ranked(scene, home, judged)
    spoken = [j for j in shown if j.relation is not None]
    return Finding(
        doc=promise.doc,
        text=promise.text,
        start=promise.start,
        end=promise.end,
        page=promise.page,
        published=added or (home.published.value if home.published else None),
        owner=promise.owner,
        due=promise.due,
        strength=promise.strength,
        topic=promise.topic,
        verdict=ruling,
        score=round(score, 4),
        reasons=reasons,
        searched=tuple(d.name for d in heard),
        evidence=tuple(_evidence(scene, j) for j in shown[:SHOWN]),
        due_history=_due_history(home, promise, spoken, heard),
    )


def _judge(scene: Scene, home: StoredDocument, promise: Commitment, later: Sequence[StoredDocument]) -> list[Judged]:
    """The nearest sentences of the later documents, weighed."""
    import numpy as np

    row = scene.row_of(promise)
    candidates = [r for d in later for r in scene.rows_after(home, d) if r not in scene.headings]
    if row is None or not candidates:
        return []
    cosines = scene.vectors[candidates] @ scene.vectors[row]
    shared = np.array(_shared(scene, promise, candidates))
    best = sorted(range(len(candidates)), key=lambda i: (-(cosines[i] + shared[i]), i))[:WEIGHED]
    return [weigh(_pair(scene, promise, row, candidates[i], float(cosines[i]))) for i in best]


def _shared(scene: Scene, promise: Commitment, rows: Sequence[int]) -> list[float]:
    """For each row the weight of the rare words that it shares, to bring near what the model does not."""
    mine = {s: scene.rarity.get(s, 1.0) for s in telling(promise.text, promise.stem)}
    total = sum(mine.values()) or 1.0
    return [sum(weight for s, weight in mine.items() if s in scene.stems[r]) / total for r in rows]


def _pair(scene: Scene, promise: Commitment, own_row: int, row: int, cosine: float) -> Pair:
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
        done_on=_done_on(scene, statement),
        under=scene.under[row],
        cosine=cosine,
        rarity=scene.rarity,
    )


def _done_on(scene: Scene, statement: Sentence) -> date | None:
    """The day since or on which something is so, as the statement dates it."""
    for mention in scene.dates.get(statement.doc, ()):
        if statement.start <= mention.start < statement.end and mention.role in ("event", "as_of"):
            days = bounds(mention.value)
            return days[0] if days else None
    return None


def _rule(
    scene: Scene,
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
    added = scene.when.added(promise)
    if added is not None:
        return "unsure", 0.0, (f"it stands in an addition of {added} to a page of {home.published.value}",)
    if not later and not any(j.carries for j in judged):
        if due_passed(promise.due, scene.as_of):
            return "unsure", 0.0, (f"it was due {promise.due}, and no later document here could speak of it",)
        if scene.is_last(home):
            return "open", 0.0, ("the index holds no later document",)
        return "open", 0.0, ("no later document here is about the same body and subject",)
    found = verdict(judged, scene.ages.get(home.name, {}))
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
    silence = Silence(
        promise, home, later, heard, scene.people, nearest, age, reporting, min(scene.as_of, spoken_until)
    )
    gone, reasons = dropped(silence, SILENT)
    if gone:
        return "dropped", round(1.0 - nearest, 4), reasons
    return "unsure", nearest, ("nothing later was found that speaks of it", *reasons)


def _reporting(scene: Scene, promise: Commitment, later: Sequence[StoredDocument]) -> list[str]:
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


def _ranked(scene: Scene, home: StoredDocument, judged: Sequence[Judged]) -> list[Judged]:
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


def _earliest(scene: Scene, age: Mapping[str, int], judged: Judged) -> tuple[int, bool, str, int]:
    name = judged.pair.statement.doc
    return age[name], *as_published(scene.homes[name]), judged.pair.statement.start


def _evidence(scene: Scene, judged: Judged) -> Evidence:
    statement = judged.pair.statement
    published = scene.homes[statement.doc].published
    return Evidence(
        doc=statement.doc,
        text=statement.text,
        start=statement.start,
        end=statement.end,
        page=statement.page,
        published=scene.when.added(statement) or (published.value if published else None),
        relation=judged.relation or "other",
        sure=judged.carries,
        score=judged.score,
        reasons=judged.reasons,
    )


def _due_history(
    home: StoredDocument, promise: Commitment, spoken: Sequence[Judged], later: Sequence[StoredDocument]
) -> tuple[dict[str, str | None], ...]:
    """The date it was given at first, then each that a later statement gives, in order of the documents."""
    history = [{"doc": home.name, "published": home.published.value if home.published else None, "due": promise.due}]
    for document in later:
        said = (j for j in spoken if j.pair.statement.doc == document.name and j.relation in _GIVES_A_DATE)
        dues = {j.pair.later_due for j in said if j.pair.later_due}
        published = document.published.value if document.published else None
        history.extend({"doc": document.name, "published": published, "due": due} for due in sorted(dues))
    return tuple(history)


def _soon(age: int) -> float:
    """What counts for a statement in the next document, and less in the one after: that is where reports stand."""
    return 0.2 / (1 + age)


def _place(judged: Judged) -> tuple[str, int]:
    return judged.pair.statement.doc, judged.pair.statement.start
