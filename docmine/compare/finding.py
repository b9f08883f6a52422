"""The commitments of one document → a verdict on each, with its reasons and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from docmine.compare.diff import plain
from docmine.compare.evidence import NOTHING, Heard, heard
from docmine.compare.issues import same_series, weakly_dated
from docmine.compare.judge import Judged, speaks, verdict
from docmine.compare.later import due_passed
from docmine.compare.ledger import days_slipped, due_history, owner_history, revisions
from docmine.compare.mention import likeliest, named_again
from docmine.compare.moved import moves
from docmine.compare.scene import Scene
from docmine.compare.silence import Silence, dropped
from docmine.compare.weights import BESIDE_NEAR, MENTION, NEIGHBOUR
from docmine.records import Commitment, Evidence, Finding, Verdict
from docmine.store import StoredDocument

SHOWN = 5
"""Pieces of evidence shown for each commitment."""

FULL = 10
"""Sentences from which an issue may be taken to speak of all that its series is about."""

BESIDE = 4
"""Sentences before and after a commitment, under the same heading, that count as its neighbours."""


def findings(scene: Scene, home: StoredDocument, promises: Sequence[Commitment]) -> list[Finding]:
    """Of the commitments of one document."""
    added = [scene.land.when.added(p) for p in promises]
    later = [p for p, day in zip(promises, added, strict=True) if day is None]
    found = dict(zip(map(id, later), heard(scene, home, later), strict=True))
    return [_finding(scene, home, p, day, found.get(id(p), NOTHING)) for p, day in zip(promises, added, strict=True)]


def _finding(scene: Scene, home: StoredDocument, promise: Commitment, added: str | None, said: Heard) -> Finding:
    later = () if added else scene.land.later.get(home.name, ())
    heard_in = () if added else scene.land.heard.get(home.name, ())
    ruling, score, reasons = _rule(scene, home, promise, added, later, said)
    shown = sorted(said.judged, key=lambda j: j.relation is None)
    dues = due_history(home, promise, shown, heard_in, moves(scene, promise, shown))
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
        searched=tuple(d.name for d in heard_in),
        evidence=tuple(_evidence(j, other=ruling == "dropped") for j in shown[:SHOWN]),
        due_history=dues,
        revisions=revisions(dues),
        days_slipped=days_slipped(dues),
        owner_history=owner_history(home, promise, shown, heard_in),
    )


def _rule(
    scene: Scene,
    home: StoredDocument,
    promise: Commitment,
    added: str | None,
    later: Sequence[StoredDocument],
    said: Heard,
) -> tuple[Verdict, float, tuple[str, ...]]:
    """The verdict with its score and reasons."""
    land = scene.land
    if home.published is None:
        return "unsure", 0.0, (f"{home.name} carries no date, so no document is known to be later",)
    if weakly_dated(home):
        return "unsure", 0.0, (f"only the file's own properties date {home.name}, so none is known to be later",)
    if added is not None:
        return "unsure", 0.0, (f"it stands in an addition of {added} to a page of {home.published.value}",)
    if not later and not any(j.carries for j in said.judged):
        if due_passed(promise.due, land.as_of):
            return "unsure", 0.0, (f"it was due {promise.due}, and no later document here could speak of it",)
        if land.is_last(home):
            return "open", 0.0, ("the index holds no later document",)
        return "open", 0.0, ("no later document here is about the same body and subject",)
    found = verdict(said.judged, land.ages.get(home.name, {}))
    if found is not None:
        ruling, score, because = found
        return ruling, score, (because,)
    # What is published after the day when something was due could have spoken of it; a date alone proves nothing.
    spoken_until = max((d.published_from for d in later if d.published_from), default=date.min)
    silence = Silence(
        promise=promise,
        home=home,
        later=later,
        nearest=said.nearest,
        nearest_three=said.nearest_three,
        named=said.named,
        same_date=said.same_date,
        missing=said.missing,
        ages=land.ages.get(home.name, {}),
        neighbours=_reporting(scene, promise, later),
        sections=[*_sections(scene, promise, later), *_reporting(scene, promise, later, BESIDE_NEAR)],
        full=[d.name for d in later if same_series(home, d) and len(land.sentences[d.name]) >= FULL],
        as_of=min(land.as_of, spoken_until),
        listen=lambda: likeliest(scene, home, promise),
    )
    gone, reasons = dropped(silence)
    news = next((j for j in said.judged[:SHOWN] if speaks(j.pair)), None) if gone else None
    again = named_again(scene, promise, later) if gone and not news else None
    if news:
        reasons = (f"{news.pair.statement.doc}: {news.reasons[0]}",)
    elif again:
        reasons = (f"a later statement names {again[0]} too: “{again[1].text}”",)
    elif gone:
        return "dropped", round(1.0 - said.nearest, 4), reasons
    if said.nearest >= MENTION:
        return "unsure", said.nearest, ("later statements may speak of it, none for certain", *reasons)
    return "unsure", said.nearest, ("nothing later was found that speaks of it", *reasons)


def _reporting(
    scene: Scene, promise: Commitment, later: Sequence[StoredDocument], least: float = NEIGHBOUR
) -> list[str]:
    """The later documents that speak of what stands beside the commitment."""
    row = scene.row_of(promise)
    if row is None:
        return []
    sentences, vectors = scene.sides.sentences, scene.sides.vectors
    own = sentences[row]
    rows = scene.rows[promise.doc]
    beside = [
        r
        for r in range(max(rows.start, row - BESIDE), min(rows.stop, row + BESIDE + 1))
        if r != row and sentences[r].headings == own.headings and len(sentences[r].text.split()) >= 4
    ]
    if not beside:
        return []
    found = []
    for document in later:
        theirs = scene.rows[document.name]
        if len(theirs) and float((vectors[beside] @ vectors[theirs.start : theirs.stop].T).max()) >= least:
            found.append(document.name)
    return found


def _sections(scene: Scene, promise: Commitment, later: Sequence[StoredDocument]) -> list[str]:
    """The later documents that have a section of the heading that the commitment stands under."""
    if not promise.headings:
        return []
    heading = plain(promise.headings[-1]).lower()
    return [d.name for d in later if any(plain(h).lower() == heading for h in _headings(scene, d.name))]


def _headings(scene: Scene, name: str) -> set[str]:
    return {h for s in scene.land.sentences[name] for h in s.headings}


def _evidence(judged: Judged, *, other: bool) -> Evidence:
    """As shown. Of what was dropped the nearest statements are those that were judged to be about something else."""
    statement = judged.pair.statement
    return Evidence(
        doc=statement.doc,
        text=statement.text,
        start=statement.start,
        end=statement.end,
        page=statement.page,
        published=judged.pair.published,
        relation="other" if other or judged.relation is None else judged.relation,
        sure=judged.carries and not other,
        score=judged.score,
        reasons=judged.reasons[-2:] if other else judged.reasons,
    )
