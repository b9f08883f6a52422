"""Every commitment of the index → what later documents say of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias, cast

from docmine.compare.diff import plain
from docmine.compare.finding import findings
from docmine.compare.issues import as_published
from docmine.compare.kept import dumped, fingerprint, loaded
from docmine.compare.landscape import Landscape
from docmine.compare.recycled import also_in, announced, standing
from docmine.compare.scene import Scene
from docmine.records import Commitment, Finding, Verdict, place_id
from docmine.settings import Settings
from docmine.store import FINDINGS, Made, Review, Store, StoredDocument
from docmine.store.partial import asked

Twin: TypeAlias = "tuple[Commitment, Commitment]"
"""A commitment, and the same one in the file that stands for the issue."""


@dataclass(frozen=True)
class Tracked:
    """The findings, and those among them that were not kept from before."""

    findings: tuple[Finding, ...]
    fresh: Made
    """doc_id → what they were made from, and their rows for the index, to be written once."""
    land: Landscape | None = None
    """The documents that were looked at; None where nothing was promised."""


def track(store: Store, settings: Settings, as_of: str | None = None) -> tuple[Finding, ...]:
    """The findings of `follow`."""
    return follow(store, settings, as_of).findings


def follow(store: Store, settings: Settings, as_of: str | None = None) -> Tracked:
    """One finding for each commitment, by date and name of its document, then place.

    Documents published after `as_of` (ISO, may be partial) are left aside; without it the newest document's date is
    the day on which everything is judged. Findings that the index keeps are taken from there, where nothing that they
    depend on has changed. Raises UsageError for an `as_of` that is no date.
    """
    limit = asked(as_of, "--as-of")[1] if as_of else None
    promises = store.records("commitment")
    if not promises:
        return Tracked((), {})
    land = Landscape.of(store, limit)
    by_home: dict[str, list[Commitment]] = {}
    once, twins = _once(land, [p for p in promises if _made_by(land.homes[p.doc], limit)])
    for promise in once:
        by_home.setdefault(promise.doc, []).append(promise)
    marks = {name: fingerprint(land, land.homes[name], own, settings.embedding_model) for name, own in by_home.items()}
    known = store.fingerprints(FINDINGS)
    same = [land.homes[name].doc_id for name, mark in marks.items() if known.get(land.homes[name].doc_id) == mark]
    before = store.kept(FINDINGS, same)
    stale = [name for name in by_home if land.homes[name].doc_id not in before]
    made = _made(store, settings, land, {name: by_home[name] for name in stale})
    fresh = {land.homes[name].doc_id: (marks[name], map(dumped, made[name])) for name in stale}
    found = [
        finding
        for name in by_home
        for finding in (made[name] if name in made else map(loaded, before[land.homes[name].doc_id]))
    ]
    whole = _with_the_rest(store, land, promises, found)
    return Tracked((*whole, *_of_twins(store, land, whole, twins)), fresh, land)


def _made(
    store: Store, settings: Settings, land: Landscape, promises: Mapping[str, Sequence[Commitment]]
) -> dict[str, list[Finding]]:
    """The findings on these commitments, by document; only what they need is read."""
    from threadpoolctl import threadpool_limits

    if not promises:
        return {}
    needed = {*promises, *(d.name for name in promises for d in land.heard.get(name, ()))}
    scene = Scene.of(store, settings, land, [name for name in land.homes if name in needed])
    with threadpool_limits(1, user_api="blas"):  # of matrices this small threads wait longer than they work
        return {name: findings(scene, land.homes[name], own) for name, own in promises.items()}


def _with_the_rest(
    store: Store, land: Landscape, promises: Sequence[Commitment], found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """With what depends on the whole index: where else the same is announced, and what people said of it."""
    known = announced(land, promises)
    reviewed = store.reviews()
    whole = []
    for finding in found:
        sentences = land.sentences[finding.doc]
        at = bisect_right([s.start for s in sentences], finding.start) - 1
        finding = replace(
            finding,
            also_in=also_in(land, known, finding),
            standing=standing(land, known, sentences[at] if at >= 0 else None),
        )
        review = reviewed.get(place_id(land.homes[finding.doc].sha256, "commitment", finding.start, finding.end))
        whole.append(judged(finding, review) if review else finding)
    return tuple(whole)


def judged(finding: Finding, review: Review) -> Finding:
    """The finding as a person judged it; what docmine says now stands beside it."""
    said, reasons = finding.verdict, finding.reasons
    if finding.review:  # it has been judged before
        said, reasons = cast(Verdict, finding.review["said"]), reasons[1:]
    day = review.reviewed.date().isoformat()
    how = "agreed" if review.verdict == review.said else f"called it {review.verdict}, where docmine said {review.said}"
    because = f"on {day} a person {how}" + (f": {review.reason}" if review.reason else "")
    return replace(
        finding,
        verdict=review.verdict,
        reasons=(because, *reasons),
        review={"said": said, "verdict": review.verdict, "reason": review.reason, "reviewed": day},
    )


def _once(land: Landscape, promises: Sequence[Commitment]) -> tuple[list[Commitment], list[Twin]]:
    """The commitments, each once; and those that stand, word for word, in another file of the same issue as well."""
    order = {name: as_published(home) for name, home in land.homes.items()}
    said: dict[tuple[str, str], Commitment] = {}
    for promise in promises:
        said.setdefault((promise.doc, plain(promise.text).lower()), promise)
    once: list[Commitment] = []
    twins: list[Twin] = []
    for promise in promises:
        words = plain(promise.text).lower()
        names = sorted((promise.doc, *land.same_issue.get(promise.doc, ())), key=lambda name: order[name])
        first = next(said[name, words] for name in names if (name, words) in said)
        if first.doc == promise.doc:
            once.append(promise)
        else:
            twins.append((promise, first))
    return once, twins


def _of_twins(store: Store, land: Landscape, found: Sequence[Finding], twins: Sequence[Twin]) -> list[Finding]:
    """What was found of the first of each, at the place of the other."""
    known = {(f.doc, f.start, f.end): f for f in found}
    reviewed = store.reviews() if twins else {}
    whole = []
    for promise, first in twins:
        finding = known.get((first.doc, first.start, first.end))
        if finding is None:
            continue
        finding = replace(
            finding,
            doc=promise.doc,
            text=promise.text,
            start=promise.start,
            end=promise.end,
            page=promise.page,
            same_as=place_id(land.homes[first.doc].sha256, "commitment", first.start, first.end),
        )
        review = reviewed.get(place_id(land.homes[promise.doc].sha256, "commitment", promise.start, promise.end))
        whole.append(judged(finding, review) if review else finding)
    return whole


def _made_by(home: StoredDocument, limit: date | None) -> bool:
    return limit is None or home.published_from is None or home.published_from <= limit
