"""An account → the story that a report tells, section by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docmine.report.dates import british
from docmine.report.story import figures, ledger, sums
from docmine.report.story.figures import Change, Course
from docmine.report.story.ledger import Move, Owned
from docmine.report.story.promises import NOT_HEARD, Promise, followed, promise
from docmine.report.story.sources import Sources
from docmine.report.story.subjects import Subject, subjects
from docmine.report.story.sums import Letter, Sum
from docmine.report.verdicts import MOVED, VERDICTS, Plain

if TYPE_CHECKING:
    from docmine.index.account import Account
    from docmine.store import Failure, StoredDocument

SCOPE = {
    "topic": "about",
    "service": "under the heading",
    "owner": "to be done by",
    "publisher": "published by",
    "series": "of the series",
    "doc_type": "of the type",
    "since": "published since",
    "until": "published until",
    "doc": "in the document",
}
"""How each part of a scope is said before its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The promises of one verdict, by date."""

    verdict: Plain
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that was looked at, with what became of its promises."""

    document: StoredDocument
    title: str
    published: str
    promises: tuple[Promise, ...]
    same_issue: tuple[str, ...]

    @property
    def anchor(self) -> str:
        return f"d-{self.document.sha256[:10]}"

    @property
    def silent(self) -> int:
        return sum(p.verdict.key == "dropped" for p in self.promises)

    @property
    def others(self) -> str:
        """What became of the others: "promised again: 11, we cannot tell: 5"."""
        counts = Counter(p.verdict.key for p in self.promises)
        rest = [f"{v.word.lower()}: {counts[k]:,}" for k, v in VERDICTS.items() if counts[k] and k != "dropped"]
        return ", ".join(rest)


@dataclass(frozen=True, kw_only=True)
class Story:
    """Everything that a report tells."""

    scope: str
    """In words: "about “FTB”"; empty for a whole index."""
    title: str
    as_of: str
    made_from: str
    """Name of the index."""
    sources: tuple[Source, ...]
    period: str
    publishers: tuple[str, ...]
    failures: tuple[Failure, ...]
    warnings: tuple[tuple[str, tuple[str, ...]], ...]
    """Title of a document, and what of it could not be read."""
    undated: int
    """Documents without a date: nothing can be said to be later or earlier than they are."""
    groups: tuple[Group, ...]
    subjects: tuple[Subject, ...]
    moves: tuple[Move, ...]
    unowned: tuple[Promise, ...]
    bodies: tuple[tuple[str, tuple[Promise, ...]], ...]
    people: tuple[Owned, ...]
    courses: tuple[Course, ...]
    changes: tuple[Change, ...]
    sums: tuple[Sum, ...]
    outcomes: tuple[tuple[Plain, int], ...]
    letters: tuple[Letter, ...]
    short_forms: tuple[tuple[str, str], ...]
    reviewed: int
    """Promises whose verdict a person has judged."""

    @property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(p for group in self.groups for p in group.promises)

    def of(self, *keys: str) -> tuple[Promise, ...]:
        """The promises with one of these verdicts."""
        return tuple(p for group in self.groups if group.verdict.key in keys for p in group.promises)

    @property
    def moved(self) -> tuple[Promise, ...]:
        return self.of(*MOVED)

    @property
    def unheard(self) -> tuple[Promise, ...]:
        """Of those that we cannot tell of: nothing later was found that may speak of them. It is no finding."""
        return tuple(p for p in self.of("unsure") if NOT_HEARD in p.finding.reasons)

    @property
    def dated(self) -> int:
        return sum(bool(p.due) for p in self.promises)

    @property
    def odd(self) -> tuple[Course, ...]:
        return tuple(sorted((c for c in self.courses if c.odd), key=lambda course: not course.surely_odd))


def story(account: Account) -> Story:
    """What an account tells, in the order in which a newcomer should hear it."""
    where = Sources(account)
    promises = followed([promise(thread, where) for thread in account.threads])
    courses = tuple(figures.course(series, where) for series in account.series)
    told = figures.changes(account.figures, courses, where)
    scope = _scope(account)
    return Story(
        scope=scope,
        title="What was promised, and what became of it",
        as_of=british(account.as_of),
        made_from=Path(account.made_from).name,
        sources=_sources(account, where, promises),
        period=_period(account.documents),
        publishers=tuple(dict.fromkeys(d.publisher.value for d in account.documents if d.publisher)),
        failures=account.failures,
        warnings=tuple((where.named(d.name), d.warnings) for d in account.documents if d.warnings),
        undated=sum(d.published is None for d in account.documents),
        groups=tuple(
            Group(verdict=verdict, promises=found)
            for key, verdict in VERDICTS.items()
            if (found := tuple(p for p in promises if p.verdict.key == key))
        ),
        subjects=subjects(account, promises, courses, told),
        moves=ledger.moves(promises),
        unowned=tuple(p for p in promises if not p.owner),
        bodies=ledger.bodies(promises),
        people=ledger.people(account.people, promises),
        courses=courses,
        changes=told,
        sums=sums.sums(account.checks, where),
        outcomes=sums.outcomes(account.checks),
        letters=tuple(sums.letter(exchange, where) for exchange in account.letters),
        short_forms=tuple(
            (form.short, " or ".join(m.long for m in form.meanings)) for form in account.meanings if form.meanings
        ),
        reviewed=sum(p.finding.review is not None for p in promises),
    )


def _scope(account: Account) -> str:
    return ", ".join(f"{SCOPE[name]} “{value}”" for name, value in account.scope.given.items())


def _sources(account: Account, where: Sources, promises: Sequence[Promise]) -> tuple[Source, ...]:
    of: dict[str, list[Promise]] = {}
    for one in promises:
        of.setdefault(one.finding.doc, []).append(one)
    return tuple(
        Source(
            document=document,
            title=where.title(document.name),
            published=british(document.published.value) if document.published else "no date",
            promises=tuple(of.get(document.name, ())),
            same_issue=account.same_issue.get(document.name, ()),
        )
        for document in account.documents
    )


def _period(documents: Sequence[StoredDocument]) -> str:
    """ "10 May 2016 to 12 February 2024"; a year alone reaches to its end."""
    dates = [(d.published_from, d.published_to, d.published.value) for d in documents if d.published]
    known = [(start, end, value) for start, end, value in dates if start and end]
    if not known:
        return ""
    first, last = min(known)[2], max(known, key=lambda d: (d[1], d[0]))[2]
    return british(first) if first == last else f"{british(first)} to {british(last)}"
