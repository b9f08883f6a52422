"""The library's front door, which the command line uses too: `read`, `extract` and `Index`."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from docmine import settings as settings_
from docmine.errors import IndexProblem, IndexTooOld, UnreadableDocument, UsageError
from docmine.records import (
    Acronym,
    Ask,
    Commitment,
    DateMention,
    Document,
    Figure,
    Finding,
    Hit,
    Owner,
    Quote,
    Record,
    Sentence,
    Span,
    Verdict,
)
from docmine.settings import Settings

if TYPE_CHECKING:
    import pyarrow

    from docmine.compare import Answer, Check, Diff, Person, Series, ShortForm, Statement, Topic
    from docmine.compare.paper import Paper
    from docmine.evaluate import Evaluation
    from docmine.pipeline import Progress, Summary
    from docmine.read.tracked import Tracked
    from docmine.search import Inquiry
    from docmine.search.question import Question
    from docmine.search.similar import Similar
    from docmine.store import Exhibit, Failure, Problem, Result, Store, StoredDocument, When
    from docmine.store.ids import Found

R = TypeVar("R", bound=Record)
NOT_KNOWN = "not known"


def read(path: Path | str, **overrides: str | None) -> Document:
    """The document in a file. `overrides` overrule what it says of itself: published, publisher, series, doc_type.

    Raises UnreadableDocument, NoReader; UsageError for an override that is none.
    """
    from docmine import pipeline

    return pipeline.read_document(path, overrides, settings_.load())


def extract(document: Document) -> tuple[Record, ...]:
    """Every record in a document: the document's own first, then by kind and place. Raises ModelMissing."""
    from docmine import pipeline

    return pipeline.mine(document, settings_.load()).records


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What an index holds. The `by_...` count current documents, most first; "not known" where a document is silent."""

    path: Path
    counts: dict[str, int]
    """Rows by table: documents, passages, commitments, figures ... versions, vectors, failures, runs."""
    by_type: dict[str, int]
    by_publisher: dict[str, int]
    by_series: dict[str, int]
    by_year: dict[str, int]
    """By year of publication, in order."""
    documents: tuple[StoredDocument, ...]
    same_issue: dict[str, tuple[str, ...]]
    """Name of a document → the other files of the same issue; they count once in comparisons."""
    failures: tuple[Failure, ...]
    """Files that could not be read, and have not been since."""


class Index:
    """An index on disk.

    Each method opens the file, does its work and closes it; inside `with Index(...) as index:` it stays open between
    questions. Every method raises IndexMissing, IndexLocked, IndexTooNew or NotAnIndex where the file cannot be used.
    """

    def __init__(self, path: Path | str | None = None, settings: Settings | None = None) -> None:
        """`path`, else that of `settings`, else `DOCMINE_INDEX`, else index/docmine.duckdb. Opens nothing yet."""
        self.settings = settings or settings_.load()
        self.path = Path(path or self.settings.index)
        self._held: Store | None = None
        self._hold = False

    def __enter__(self) -> Index:
        self._hold = True
        return self

    def __exit__(self, *_: object) -> None:
        self._hold = False
        self.close()

    def close(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None

    # -- filling -------------------------------------------------------------------------------------------------------

    def ingest(
        self,
        paths: Sequence[Path | str] | Path | str,
        *,
        progress: Callable[[Progress], None] = lambda step: None,
        again: bool = False,
        allow_private: bool = False,
        **overrides: str | None,
    ) -> Summary:
        """Read files, folders, patterns and web addresses into the index, which is made if there is none.

        What an address gives is kept in a folder beside the index, which is called after it. `overrides` overrule what
        was detected: published, publisher, series, doc_type. `again` also reads files whose bytes the index has,
        `allow_private` fetches from this machine and private networks too. Raises UsageError for paths that name no
        document, ModelMissing.
        """
        from docmine import pipeline
        from docmine.read import kept
        from docmine.read.fetch import FetchLimits, is_address
        from docmine.read.walk import find, passed_over

        given = [paths] if isinstance(paths, (str, Path)) else paths
        named = [path for path in given if not is_address(path)]
        files = find(named)
        known = pipeline.checked(overrides)
        with self._writing(create=True) as store:
            fetched, failed = kept.from_web(
                (str(address) for address in given if is_address(address)),
                self.path.with_suffix(".web"),
                FetchLimits(mb=self.settings.max_file_mb, allow_private=allow_private),
            )
            files += [path for path in fetched if path not in files]
            summary = pipeline.ingest(store, files, self.settings, known, progress, again=again)
        others = (*summary.passed_over, *(str(path) for path in passed_over(named)))
        return replace(summary, failed=(*failed, *summary.failed), passed_over=tuple(sorted(others)))

    def remove(self, name: Path | str) -> int:
        """Take a document, by name or path, out of the index; how many versions of it there were. Raises UsageError."""
        with self._writing() as store:
            versions = store.remove(name)
            store.refresh_words()
            return versions

    # -- asking --------------------------------------------------------------------------------------------------------

    def search(self, question: str, limit: int = 10) -> tuple[Hit, ...]:
        """The best evidence for a question, best first."""
        return self.inquire(question, limit).hits

    def inquire(self, question: str, limit: int = 10) -> Inquiry:
        """How a question is read, and the best evidence for it. Raises UsageError for an empty one, ModelMissing."""
        from docmine.search import inquire

        with self._reading() as store:
            return inquire(store, question, self.settings, limit)

    def similar(self, id: str, limit: int = 10) -> Similar:
        """What means nearly the same as the record with this id, or one that begins so, nearest first.

        Raises UsageError where no record has this id, or several have.
        """
        from docmine.search.similar import similar

        with self._reading() as store:
            return similar(store, id, self.settings, limit)

    def looked_in(self, question: Question) -> tuple[StoredDocument, ...]:
        """The documents that a question asks to look in, by date; none where there are no such."""
        from docmine.search.suggest import looked_in

        with self._reading() as store:
            return looked_in(store, question)

    def suggestions(self, words: str) -> tuple[str, ...]:
        """Short forms and headings of the index that are written like one of these words."""
        from docmine.search.suggest import suggestions

        with self._reading() as store:
            return suggestions(store, words)

    def followed(self) -> bool:
        """Whether `track` has been run since the newest document came, so that hits have verdicts."""
        from docmine.store import FINDINGS

        with self._reading() as store:
            return store.hold(FINDINGS)

    def track(self, as_of: str | None = None) -> tuple[Finding, ...]:
        """What became of each commitment, as of a date; without one, as of the newest document.

        Findings are kept in the index, where it can be written to, so that the next call makes anew only those that a
        new document can touch.
        """
        from docmine.compare import follow
        from docmine.compare.weights import RULES
        from docmine.search.narrow import last_day
        from docmine.store import FINDINGS

        with self._reading() as store:
            found = follow(store, self.settings, last_day(as_of))
            new = bool(found.fresh or (found.findings and not store.hold(FINDINGS)))
        if new and as_of is None:
            self._kept(lambda store: store.keep(FINDINGS, found.fresh, rules=RULES))
        return found.findings

    def review(self, id: str, verdict: Verdict | None = None, reason: str = "") -> Finding:
        """Note what a person says of the finding on the commitment with this id, or its first six digits or more.

        Without `verdict` they agree. It outlives re-ingests, and `track` shows it. Raises UsageError where no
        commitment has this id.
        """
        exhibit = self.record(id)
        found = [f for f in self.track() if (f.doc, f.start, f.end) == _place(exhibit.record)]
        if exhibit.record.kind != "commitment" or not found:
            raise UsageError(f"{id} is the id of no finding. 'docmine track' shows the id of each beside its document.")
        said = found[0].review["said"] if found[0].review else found[0].verdict
        with self._writing() as store:
            store.review(
                exhibit.id,
                doc=found[0].doc,
                text=found[0].text,
                said=said or found[0].verdict,
                verdict=verdict or found[0].verdict,
                reason=reason,
            )
        return next(f for f in self.track() if (f.doc, f.start, f.end) == _place(exhibit.record))

    def series(self, words: str | None = None, *, doc: str | None = None) -> tuple[Series, ...]:
        """The same measure of the same service in successive documents, with what is odd about it.

        Kept in the index, as findings are, until any document changes.
        `words`: only what is about all of them. `doc`: only what this document, by its name or a part of it, gives.
        """
        from docmine.compare import traced
        from docmine.compare.series.kept import RULES

        with self._reading() as store:
            found = traced(store, words)
            asked = {f.doc for f in self.figures(doc=doc)} if doc else set()
        if found.fresh is not None:
            mark, rows = found.fresh
            self._kept(lambda store: store.keep_courses(mark, rows, rules=RULES))
        return tuple(one for one in found.series if not doc or any(p.figure.doc in asked for p in one.points))

    def check(self, *documents: Path | str) -> tuple[Check, ...]:
        """The sums that documents state, and whether they come out: of all in the index, or of these.

        Those of all are kept in the index, as findings are, until their document changes.
        Each is the name of one in the index, or the path of a file or folder, or a pattern of paths. Raises UsageError,
        UnreadableDocument.
        """
        from docmine.compare import check, checked
        from docmine.compare.checks.kept import RULES
        from docmine.store import CHECKS

        if documents:
            return tuple(found for paper in self._papers(documents, False) for found in check(paper))
        with self._reading() as store:
            found = checked(store)
        if found.fresh:
            self._kept(lambda store: store.keep(CHECKS, found.fresh, rules=RULES))
        return found.checks

    def answers(self, letter: Path | str, *replies: Path | str) -> tuple[Answer, ...]:
        """What replies say to each ask of a letter: each the name of a document in the index, or the path of a file.

        Made anew each time: it is of the documents named, which may be files that no index has, and takes a moment.
        Raises UsageError, UnreadableDocument, ModelMissing.
        """
        from docmine.compare import answers
        from docmine.compare.answers.vectors import encoder

        papers = self._papers((letter, *replies))
        if not self.path.exists():
            return answers(papers[0], papers[1:], encoder(self.settings, None))
        with self._reading() as store:
            return answers(papers[0], papers[1:], encoder(self.settings, store))

    def diff(self, old: Path | str, new: Path | str) -> Diff:
        """What changed between two documents, typed changes first.

        Each is the name of one in the index, such a name with its version ("page.html@1"), or the path of a file.
        """
        from docmine.compare import diff

        return diff(self._statements(old), self._statements(new), (str(old), str(new)))

    def versions(self, document: Path | str) -> tuple[str, ...]:
        """The versions of a document that was read again after its file had changed, oldest first: "page.html@1" ...

        Raises UsageError where the index has no such document.
        """
        with self._reading() as store:
            now = store.document(str(document), part=True)
            every = [d.version for d in store.documents(current=False) if d.path == now.path]
        return tuple(f"{now.name}@{version}" for version in sorted(every))

    def tracked(self, document: Path | str) -> tuple[Tracked, ...]:
        """The tracked changes of a Word document: a file, or the name of one in the index. Raises UsageError."""
        from docmine.read import tracked

        at = Path(document)
        if not at.is_file():
            with self._reading() as store:
                at = Path(store.document(str(document), part=True).path or at)
        return tracked.changes(at, max_mb=self.settings.max_file_mb)

    def sql(self, query: str) -> Result:
        """The answer to one SELECT; nothing else is allowed, and no file or network can be reached."""
        with self._reading() as store:
            return store.query(query)

    # -- evidence ------------------------------------------------------------------------------------------------------

    def ids(self, found: Sequence[Found]) -> tuple[str, ...]:
        """The id of each record, hit, finding or piece of evidence, for `record` and `picture`; empty where the index
        does not have it."""
        with self._reading() as store:
            return store.ids(found)

    def record(self, id: str) -> Exhibit:
        """A record, sentence or passage by its id, or the first six digits or more, with what stands around it.

        Raises UsageError where no record has this id, or several have.
        """
        with self._reading() as store:
            return store.exhibit(id)

    def file(self, found: Exhibit) -> tuple[Path, bytes]:
        """Where the document's file is, with the very bytes that were read, and these.

        Raises UnreadableDocument where the file was moved, removed or changed since.
        """
        from docmine.read.containers import Limits, bytes_of

        limits = Limits(file_mb=self.settings.max_file_mb)
        changed: str | None = None
        for path in found.paths:
            try:
                data = bytes_of(Path(path), limits)
            except UnreadableDocument:
                continue
            if hashlib.sha256(data).hexdigest() == found.document.sha256:
                return Path(path), data
            changed = changed or path
        version = f"This evidence is of the version with SHA-256 {found.document.sha256}."
        if changed:
            raise UnreadableDocument(changed, f"The file has changed since it was read. {version}")
        at = found.document.path or found.document.name
        raise UnreadableDocument(at, f"The file is no longer there; ingest it from where it is now. {version}")

    def picture(self, found: Exhibit | str) -> bytes:
        """The lines of the page that hold a record of a PDF, its words highlighted, as a PNG. Takes an id too.

        Raises UsageError where there is no page to draw, UnreadableDocument where the file is not as it was.
        """
        from docmine.read.pdf import picture
        from docmine.read.pieces import Unreadable

        found = self.record(found) if isinstance(found, str) else found
        if not found.boxes():
            what = "only what stands in a PDF has a place on a page"
            raise UsageError(f"There is no picture to draw of {found.id[:8]} in {found.document.name}: {what}.")
        path, data = self.file(found)
        try:
            return picture.crop(data, found.boxes(), found.sentence_boxes(), [block.boxes for block in found.blocks])
        except Unreadable as error:
            raise UnreadableDocument(path, str(error)) from error

    # -- measuring -----------------------------------------------------------------------------------------------------

    def evaluate(self, labels: Path | str) -> Evaluation:
        """How the records of the index fare against a JSONL file of labels, or a folder of them, one a document.

        Raises UsageError where there are no labels, a line is none, or none is of a document in the index.
        """
        from docmine.evaluate import KINDS, Source, evaluated, load, matched

        gold = load(labels)
        with self._reading() as store:
            documents = store.documents()
            found = matched(gold, [document.name for document in documents], f"the index {self.path}")
            sources = {}
            for label, i in found.items():
                key = documents[i].doc_id
                records = tuple(record for kind in KINDS for record in store.records_of(key, kind))
                sources[label] = Source(documents[i].name, records, store.document_text(key), store.blocks(key))
            return evaluated(gold, sources)

    # -- lists ---------------------------------------------------------------------------------------------------------
    # Filters: doc, topic, since, until, contains, limit; besides owner, strength, due_before where a kind has them.

    def commitments(self, **filters: str | float | None) -> tuple[Commitment, ...]:
        """Commitments by the date of their document; filters as in `docmine.store.Filters`."""
        return self._list(Commitment, filters)

    def asks(self, **filters: str | float | None) -> tuple[Ask, ...]:
        return self._list(Ask, filters)

    def figures(self, **filters: str | float | None) -> tuple[Figure, ...]:
        return self._list(Figure, filters)

    def dates(self, **filters: str | float | None) -> tuple[DateMention, ...]:
        return self._list(DateMention, filters)

    def owners(self, **filters: str | float | None) -> tuple[Owner, ...]:
        """Everybody who is named, once a document; `people` tells who they are across documents."""
        return self._list(Owner, filters)

    def people(self, name: str | None = None, **filters: str | float | None) -> tuple[Person, ...]:
        """People across documents: who held which role when, and which commitments are theirs.

        `name` is part of a name; filters choose the documents that must name them, as for `owners`.
        """
        from docmine.compare import people

        limit = filters.pop("limit", None)
        chosen = {(o.doc, o.start) for o in self.owners(**filters)} if filters else None
        with self._reading() as store:
            found = [p for p in people(store) if chosen is None or any((o.doc, o.start) in chosen for o in p.mentions)]
        asked = " ".join((name or "").casefold().split())
        named = [p for p in found if not asked or any(asked in s.casefold() for s in (p.name, *p.spellings))]
        return tuple(named if limit is None else named[: int(limit)])

    def quotes(self, **filters: str | float | None) -> tuple[Quote, ...]:
        return self._list(Quote, filters)

    def acronyms(self, **filters: str | float | None) -> tuple[Acronym, ...]:
        """Short forms, once a document; `meanings` tells what they stand for across documents."""
        return self._list(Acronym, filters)

    def meanings(self, short: str | None = None, **filters: str | float | None) -> tuple[ShortForm, ...]:
        """What each short form stands for, and in which documents; where these differ, it has several meanings.

        `short` is one short form; filters choose the documents that must use it, as for `acronyms`.
        """
        from docmine.compare import meanings

        limit = filters.pop("limit", None)
        chosen = {(a.doc, a.start) for a in self.acronyms(**filters)} if filters else None
        with self._reading() as store:
            found = [
                f for f in meanings(store) if chosen is None or any((a.doc, a.start) in chosen for a in f.mentions)
            ]
        asked = (short or "").strip().casefold()
        named = [
            f for f in found if not asked or asked in {f.short.casefold(), *(a.text.casefold() for a in f.mentions)}
        ]
        return tuple(named if limit is None else named[: int(limit)])

    def topics(
        self,
        words: str | None = None,
        *,
        publisher: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> tuple[Topic, ...]:
        """Services and subjects with counts by year, those that most documents name first.

        `words`: only those that are called so, in part. `publisher`: only in documents of this one, by a part of its
        name. `since`, `until`: only in documents published then. Raises UsageError for a date that is none.
        """
        from docmine.compare import topics
        from docmine.search.narrow import narrowed
        from docmine.store import Filters

        with self._reading() as store:
            chosen = None
            if publisher or since or until:
                documents = store.records("document", narrowed(store, Filters(since=since, until=until)))
                asked = (publisher or "").casefold()
                chosen = {d.doc for d in documents if asked in (d.publisher or "").casefold()}
            found = topics(store, chosen)
        part = (words or "").casefold()
        return tuple(t for t in found if any(part in name.casefold() for name in (t.name, *t.spellings)))

    def documents(self) -> tuple[StoredDocument, ...]:
        """The documents in their current versions, by date, then name."""
        with self._reading() as store:
            return store.documents()

    def when(self) -> When:
        """When a record was published: with its document, or with what was added to the document later."""
        with self._reading() as store:
            return store.when()

    def table(self, name: str) -> pyarrow.Table:
        """A table of the index ("commitments", "figures" ...) for a DataFrame: `.to_pandas()`, `polars.from_arrow()`.

        The kind of record ("commitment") names its table too. Raises UsageError.
        """
        from docmine.store import table_name

        with self._reading() as store:
            return store.arrow(f'SELECT * FROM "{table_name(name)}" ORDER BY ALL')

    # -- keeping -------------------------------------------------------------------------------------------------------

    def status(self) -> Status:
        """What the index holds, and what could not be read."""
        from docmine.compare import linked

        with self._reading() as store:
            documents = store.documents()
            years = Counter(d.published.value[:4] if d.published else NOT_KNOWN for d in documents)
            return Status(
                path=self.path,
                counts=store.counts(),
                by_type=_most(d.doc_type.value if d.doc_type else NOT_KNOWN for d in documents),
                by_publisher=_most(d.publisher.value if d.publisher else NOT_KNOWN for d in documents),
                by_series=_most(d.series.value if d.series else NOT_KNOWN for d in documents),
                by_year=dict(sorted(years.items())),
                documents=documents,
                same_issue=linked(store),
                failures=store.failures(),
            )

    def verify(self) -> tuple[Problem, ...]:
        """Everything that is not where the index says it is; none on a whole index. Notes have `fault=False`."""
        from docmine.read.containers import bytes_of

        with self._reading() as store:
            return store.verify(bytes_of)

    def export(
        self, folder: Path | str, format: str = "csv", *, force: bool = False, versions: bool = False
    ) -> tuple[Path, ...]:
        """Write every table into a folder as "csv", "jsonl" or "parquet"; the files written. Raises UsageError."""
        with self._reading() as store:
            return store.export(folder, format, force=force, versions=versions)

    # ------------------------------------------------------------------------------------------------------------------

    def _list(self, kind: type[R], filters: dict[str, str | float | None]) -> tuple[R, ...]:
        from docmine.store import Filters

        try:
            asked = Filters(**filters)  # type: ignore[arg-type]
        except TypeError as error:
            raise UsageError(f"There is no such filter ({error}).") from error
        with self._reading() as store:
            if asked.topic or asked.since or asked.until or asked.due_before:
                from docmine.search.narrow import narrowed

                asked = narrowed(store, asked)
            return tuple(r for r in store.records(kind.kind, asked) if isinstance(r, kind))

    def _papers(self, documents: Sequence[Path | str], records: bool = True) -> list[Paper]:
        """Documents of the index, else of files; with their records if these are needed."""
        from docmine import pipeline
        from docmine.compare.paper import Paper, stored
        from docmine.read.walk import find

        papers: list[Paper] = []
        for name in documents:
            on_disk = Path(name).exists() or set(str(name)) & set("*?[")
            if on_disk and not (self.path.exists() and self._knows(name)):
                for mined in pipeline.mine_files(find([name]), self.settings):
                    if isinstance(mined, UnreadableDocument):
                        raise mined
                    document = mined.document
                    published = document.published.value if document.published else None
                    papers.append(Paper(document.name, published, document.blocks, mined.sentences, mined.records))
            else:
                with self._reading() as store:
                    papers.append(stored(store, str(name), records=records))
        return papers

    def _statements(self, document: Path | str) -> Sequence[Statement]:
        """Of a document in the index or of a version of it, else of a file."""
        from docmine.compare import statements

        if Path(document).is_file() and not (self.path.exists() and self._knows(document)):
            from docmine import pipeline

            mined = pipeline.mine(pipeline.read_apart(document, self.settings), self.settings)
            return statements(mined.sentences, mined.records)
        with self._reading() as store:
            key = _version(store, str(document))
            figures, dates = store.of_version(key, Figure), store.of_version(key, DateMention)
            return statements(store.of_version(key, Sentence), (*figures, *dates, *store.of_version(key, Commitment)))

    def _knows(self, document: Path | str) -> bool:
        with self._reading() as store:
            return store.has(document)

    @contextmanager
    def _reading(self) -> Iterator[Store]:
        if self._held is not None:
            yield self._held
            return
        store = self._opened()
        if self._hold:
            self._held = store
            yield store
            return
        with store:
            yield store

    def _opened(self) -> Store:
        """The index for reading; one of an earlier docmine is brought up to date first, where that can be done."""
        from docmine.store import Store

        try:
            return Store.open(self.path, read_only=True)
        except IndexTooOld as problem:
            try:
                Store.open(self.path).close()
            except IndexProblem:
                raise problem from None
            return Store.open(self.path, read_only=True)

    def _kept(self, keep: Callable[[Store], None]) -> None:
        """Keep what was made, unless somebody else writes to the index, or nobody may: the next call makes it again."""
        try:
            with self._writing() as store:
                keep(store)
        except IndexProblem:
            pass

    @contextmanager
    def _writing(self, *, create: bool = False) -> Iterator[Store]:
        from docmine.store import Store

        self.close()
        with Store.open(self.path, create=create) as store:
            yield store


def _most(values: Iterator[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _version(store: Store, asked: str) -> str:
    """The id of the current document with this name, or of a version: "page.html@1". Raises UsageError."""
    name, at, number = asked.rpartition("@")
    if not at or not number.isdigit() or store.has(asked):
        return store.document(asked, part=True).doc_id
    now = store.document(name, part=True)
    every = {d.version: d.doc_id for d in store.documents(current=False) if d.path == now.path}
    if int(number) not in every:
        raise UsageError(f"{now.name} has no version {number}. The index has {', '.join(map(str, sorted(every)))}.")
    return every[int(number)]


def _place(span: Span) -> tuple[str, int, int]:
    return span.doc, span.start, span.end
