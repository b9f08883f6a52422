"""An index → its account: everything that was found in it, gathered in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from docmine.compare.issues import as_published, same_issues, texts
from docmine.compare.meanings import gathered as short_forms
from docmine.compare.posts import gathered as persons
from docmine.compare.spellings import Named
from docmine.index import comparing, following
from docmine.index.account import Account, Thread
from docmine.index.exchanges import exchanges
from docmine.index.narrowing import within
from docmine.index.scope import Scope
from docmine.index.standing import ground
from docmine.records import Acronym, Ask, Commitment, DateMention, Figure, Finding, Owner, Quote, Record, Sentence, Span
from docmine.search.narrow import last_day
from docmine.store.partial import asked

if TYPE_CHECKING:
    from docmine.compare import Person, Series
    from docmine.compare.landscape import Landscape
    from docmine.index.access import Access
    from docmine.index.ground import Ground
    from docmine.store import Failure, Store, StoredDocument, When

S = TypeVar("S", bound=Span)
R = TypeVar("R", bound=Record)
KINDS: tuple[type[Record], ...] = (Commitment, Ask, Figure, DateMention, Owner, Quote, Acronym)
Progress = Callable[[str], None]
"""Is told what is being done, in a few words: "following commitments"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What an index holds."""

    homes: tuple[StoredDocument, ...]
    """All, while `documents` and `records` are as of a day."""
    documents: tuple[StoredDocument, ...]
    same_issue: Mapping[str, tuple[str, ...]]
    sentences: Mapping[str, Sequence[Sentence]]
    """Of all documents."""
    records: Mapping[str, Sequence[Record]]
    """By kind."""
    failures: tuple[Failure, ...]
    when: When

    def of(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(r for r in self.records[kind.kind] if isinstance(r, kind))

    @property
    def every(self) -> list[Record]:
        return [r for kind in KINDS for r in self.records[kind.kind]]


def account(access: Access, scope: Scope, as_of: str | None, progress: Progress) -> Account:
    """Raises UsageError for an `as_of` or a scope that is none, ModelMissing."""
    limit = asked(last_day(as_of) or "", "--as-of")[1] if as_of else None
    with access.held():
        progress("following commitments")
        found = following.tracked(access, as_of)
        progress("following figures")
        series = comparing.series(access, None, None)
        progress("checking sums")
        checks = comparing.check(access, ())
        progress("reading what was found")
        with access.reading() as store:
            read = _read(store, limit, found.land)
        names = {d.name for d in read.documents}
        series = tuple(one for s in series if (one := _until(s, names)) is not None)
        checks = tuple(c for c in checks if c.doc in names)
        progress("reading letters and the replies to them")
        letters = exchanges(access, read.documents, read.sentences, read.every)
    standing = ground(
        read.homes,
        read.same_issue,
        read.sentences,
        read.when,
        records=read.every,
        findings=found.findings,
        checks=checks,
        series=series,
        letters=letters,
    )
    once = _Once(standing)
    threads = _threads(found.findings, read.of(Commitment), standing)
    days = [d.published_to for d in read.documents if d.published_to]
    judged = limit or max([found.land.as_of] if found.land else days, default=None)
    whole = Account(
        scope=Scope(),
        as_of=judged.isoformat() if judged and judged > date.min else None,
        made_from=str(access.path),
        documents=read.documents,
        failures=read.failures,
        same_issue=read.same_issue,
        threads=threads,
        series=series,
        checks=once.of(checks),
        people=_people(read, {(t.commitment.doc, t.commitment.start) for t in threads}),
        letters=letters,
        figures=once.of(read.of(Figure)),
        dates=once.of(read.of(DateMention)),
        quotes=once.of(read.of(Quote)),
        asks=once.of(read.of(Ask)),
        acronyms=once.of(read.of(Acronym)),
        meanings=short_forms(read.of(Acronym)),
        ground=standing,
    )
    return within(whole, scope)


def _read(store: Store, limit: date | None, land: Landscape | None) -> _Read:
    """`land`: what was read of the documents already, to follow what they promise."""
    homes = store.documents()
    documents = tuple(d for d in homes if limit is None or d.published_from is None or d.published_from <= limit)
    names = {d.name for d in documents}
    sentences = land.sentences if land else _sentences(store, homes)
    twins = land.same_issue if land else same_issues(documents, texts(sentences))
    return _Read(
        homes=homes,
        documents=documents,
        same_issue=_among(twins, names),
        sentences=sentences,
        records={kind.kind: [r for r in store.records(kind.kind) if r.doc in names] for kind in KINDS},
        failures=store.failures(),
        when=store.when(),
    )


def _among(twins: Mapping[str, Sequence[str]], names: Collection[str]) -> dict[str, tuple[str, ...]]:
    kept = {name: tuple(twin for twin in found if twin in names) for name, found in twins.items() if name in names}
    return {name: found for name, found in kept.items() if found}


def _sentences(store: Store, documents: Iterable[StoredDocument]) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = {d.name: [] for d in documents}
    for sentence in store.sentences():
        found[sentence.doc].append(sentence)
    return found


def _until(series: Series, names: Collection[str]) -> Series | None:
    """As the documents of this account give it."""
    points = tuple(p for p in series.points if p.figure.doc in names)
    if len(points) == len(series.points):
        return series
    flags = tuple(f for f in series.flags if {f.earlier.figure.doc, f.later.figure.doc} <= set(names))
    return replace(series, points=points, flags=flags) if points else None


def _threads(findings: Iterable[Finding], commitments: Iterable[Commitment], standing: Ground) -> tuple[Thread, ...]:
    twins: dict[str, list[Finding]] = defaultdict(list)
    found = {}
    for finding in findings:
        if finding.same_as:
            twins[finding.same_as].append(finding)
        else:
            found[finding.doc, finding.start, finding.end] = finding
    # The order of the lists: by the day on which it was promised, which may be later than that of the document.
    told = [(c, found[c.doc, c.start, c.end]) for c in commitments if (c.doc, c.start, c.end) in found]
    return tuple(
        Thread(id=key, finding=f, commitment=c, twins=tuple(twins.get(key, ())))
        for c, f in told
        for key in [standing.id_of(c)]
    )


def _people(read: _Read, promised: Collection[tuple[str, int]]) -> tuple[Person, ...]:
    """Each with what they promised, once where it stands in several files of an issue."""
    publishers = {d.name: d.publisher.value if d.publisher else None for d in read.homes}
    named = [Named(r, read.when.published(r), publishers[r.doc]) for r in read.of(Owner)]
    found = [(c, read.when.published(c)) for c in read.of(Commitment) if (c.doc, c.start) in promised]
    return persons(named, found, publishers)


class _Once:
    """Tells what stands in several files of one issue once: as the file has it that stands for the issue."""

    def __init__(self, standing: Ground) -> None:
        self._standing = standing
        issues = {name: (name, *twins) for name, twins in standing.same_issue.items()}
        homes = standing.documents
        self._first = {name: min(files, key=lambda f: as_published(homes[f])) for name, files in issues.items()}

    def of(self, records: Sequence[S]) -> tuple[S, ...]:
        first = {self._said(r) for r in records if self._first.get(r.doc) == r.doc}
        return tuple(r for r in records if self._first.get(r.doc, r.doc) == r.doc or self._said(r) not in first)

    def _said(self, record: Span) -> tuple[str, str, str]:
        sentence = self._standing.sentence(record)
        around = " ".join((sentence.text if sentence else "").split())
        return self._first[record.doc], around, " ".join(record.text.split())
