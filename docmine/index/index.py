"""The class that answers for an index: each method opens the file, asks a room of this package, and closes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docmine import settings as settings_
from docmine.index import asking, evidence, lists
from docmine.index.access import Access
from docmine.records import Acronym, Ask, Commitment, DateMention, Figure, Owner, Quote

if TYPE_CHECKING:
    import pyarrow

    from docmine.compare import Answer, Check, Diff, Person, Series, ShortForm, Topic
    from docmine.evaluate import Evaluation
    from docmine.index.account import Account
    from docmine.index.documents import Opened
    from docmine.index.scope import Scope
    from docmine.index.status import Status
    from docmine.pipeline import Progress, Summary
    from docmine.read.tracked import Tracked
    from docmine.records import Finding, Hit, Verdict
    from docmine.search import Inquiry
    from docmine.search.question import Question
    from docmine.search.similar import Similar
    from docmine.settings import Settings
    from docmine.store import Exhibit, Problem, Result, StoredDocument, When
    from docmine.store.ids import Found


class Index:
    """An index on disk.

    Each method opens the file, does its work and closes it; inside `with Index(...) as index:` it stays open between
    questions. Every method raises IndexMissing, IndexLocked, IndexTooNew or NotAnIndex where the file cannot be used.
    """

    def __init__(self, path: Path | str | None = None, settings: Settings | None = None) -> None:
        """`path`, else that of `settings`, else `DOCMINE_INDEX`, else index/docmine.duckdb. Opens nothing yet."""
        self.settings = settings or settings_.load()
        self.path = Path(path or self.settings.index)
        self._access = Access(self.path, self.settings)

    def __enter__(self) -> Index:
        self._access.hold()
        return self

    def __exit__(self, *_: object) -> None:
        self._access.let_go()

    def close(self) -> None:
        self._access.close()

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
        from docmine.index import filling

        return filling.ingest(self._access, paths, progress, overrides, again=again, allow_private=allow_private)

    def remove(self, name: Path | str) -> int:
        """Take a document, by name or path, out of the index; how many versions of it there were. Raises UsageError."""
        from docmine.index import filling

        return filling.remove(self._access, name)

    # -- asking --------------------------------------------------------------------------------------------------------

    def search(self, question: str, limit: int = 10) -> tuple[Hit, ...]:
        """The best evidence for a question, best first."""
        return self.inquire(question, limit).hits

    def inquire(self, question: str, limit: int = 10) -> Inquiry:
        """How a question is read, and the best evidence for it. Raises UsageError for an empty one, ModelMissing."""
        return asking.inquire(self._access, question, limit)

    def similar(self, id: str, limit: int = 10) -> Similar:
        """What means nearly the same as the record with this id, or one that begins so, nearest first.

        Raises UsageError where no record has this id, or several have.
        """
        return asking.similar(self._access, id, limit)

    def looked_in(self, question: Question) -> tuple[StoredDocument, ...]:
        """The documents that a question asks to look in, by date; none where there are no such."""
        return asking.looked_in(self._access, question)

    def suggestions(self, words: str) -> tuple[str, ...]:
        """Short forms and headings of the index that are written like one of these words."""
        return asking.suggestions(self._access, words)

    def followed(self) -> bool:
        """Whether `track` has been run since the newest document came, so that hits have verdicts."""
        return asking.followed(self._access)

    def track(self, as_of: str | None = None) -> tuple[Finding, ...]:
        """What became of each commitment, as of a date; without one, as of the newest document.

        Findings are kept in the index, where it can be written to, so that the next call makes anew only those that a
        new document can touch.
        """
        from docmine.index import following

        return following.track(self._access, as_of)

    def review(
        self, id: str, verdict: Verdict | None = None, reason: str = "", *, finding: Finding | None = None
    ) -> Finding:
        """Note what a person says of the finding on the commitment with this id, or its first six digits or more.

        Without `verdict` they agree. It outlives re-ingests, and `track` shows it. `finding`: as `track` or an account
        gave it, so that nothing need be followed anew. Raises UsageError where no current commitment has this id.
        """
        from docmine.index import following

        return following.review(self._access, id, verdict, reason, finding)

    def series(self, words: str | None = None, *, doc: str | None = None) -> tuple[Series, ...]:
        """The same measure of the same service in successive documents, with what is odd about it.

        Kept in the index, as findings are, until any document changes.
        `words`: only what is about all of them. `doc`: only what this document, by its name or a part of it, gives.
        """
        from docmine.index import comparing

        return comparing.series(self._access, words, doc)

    def check(self, *documents: Path | str) -> tuple[Check, ...]:
        """The sums that documents state, and whether they come out: of all in the index, or of these.

        Those of all are kept in the index, as findings are, until their document changes.
        Each is the name of one in the index, or the path of a file or folder, or a pattern of paths. Raises UsageError,
        UnreadableDocument.
        """
        from docmine.index import comparing

        return comparing.check(self._access, documents)

    def answers(self, letter: Path | str, *replies: Path | str) -> tuple[Answer, ...]:
        """What replies say to each ask of a letter: each the name of a document in the index, or the path of a file.

        Made anew each time: it is of the documents named, which may be files that no index has, and takes a moment.
        Raises UsageError, UnreadableDocument, ModelMissing.
        """
        from docmine.index import comparing

        return comparing.answers(self._access, letter, replies)

    def diff(self, old: Path | str, new: Path | str) -> Diff:
        """What changed between two documents, typed changes first.

        Each is the name of one in the index, such a name with its version ("page.html@1"), or the path of a file.
        """
        from docmine.index import comparing

        return comparing.diff(self._access, old, new)

    def versions(self, document: Path | str) -> tuple[str, ...]:
        """The versions of a document that was read again after its file had changed, oldest first: "page.html@1" ...

        Raises UsageError where the index has no such document.
        """
        from docmine.index import comparing

        return comparing.versions(self._access, document)

    def tracked(self, document: Path | str) -> tuple[Tracked, ...]:
        """The tracked changes of a Word document: a file, or the name of one in the index. Raises UsageError."""
        from docmine.index import comparing

        return comparing.tracked(self._access, document)

    def account(
        self,
        scope: Scope | None = None,
        as_of: str | None = None,
        progress: Callable[[str], None] = lambda doing: None,
    ) -> Account:
        """Everything that a report or a page tells of the index, or of what is in `scope`, as of a date, as in `track`.

        Gathering reads the whole index: `account.within(scope)` narrows one that was gathered already, in memory.
        `progress` is told what is being done. Raises UsageError for a scope or a date that is none, ModelMissing.
        """
        from docmine.index import gathering
        from docmine.index.scope import Scope

        return gathering.account(self._access, scope or Scope(), as_of, progress)

    def sql(self, query: str) -> Result:
        """The answer to one SELECT; nothing else is allowed, and no file or network can be reached."""
        with self._access.reading() as store:
            return store.query(query)

    # -- evidence ------------------------------------------------------------------------------------------------------

    def ids(self, found: Sequence[Found]) -> tuple[str, ...]:
        """The id of each record, hit, finding or piece of evidence, for `record` and `picture`; empty where the index
        does not have it."""
        return evidence.ids(self._access, found)

    def record(self, id: str) -> Exhibit:
        """A record, sentence or passage by its id, or the first six digits or more, with what stands around it.

        Raises UsageError where no record has this id, or several have.
        """
        return evidence.record(self._access, id)

    def file(self, found: Exhibit) -> tuple[Path, bytes]:
        """Where the document's file is, with the very bytes that were read, and these.

        Raises UnreadableDocument where the file was moved, removed or changed since.
        """
        return evidence.file(self._access, found)

    def picture(self, found: Exhibit | str) -> bytes:
        """The lines of the page that hold a record of a PDF, its words highlighted, as a PNG. Takes an id too.

        Raises UsageError where there is no page to draw, UnreadableDocument where the file is not as it was.
        """
        return evidence.picture(self._access, found)

    def opened(self, document: str | StoredDocument) -> Opened:
        """A document with its layout and its records, by its name, its hash or the first eight digits of this or more.

        A hash also names an earlier version. Raises UsageError where the index has no such document, or several.
        """
        from docmine.index import documents

        return documents.opened(self._access, document)

    def page(self, document: str | StoredDocument, number: int) -> bytes:
        """A page of a PDF, or of a picture of letters, as a PNG, the document named as for `opened`.

        Raises UsageError where there is no such page, UnreadableDocument where the file is not as it was.
        """
        from docmine.index import documents

        return documents.page(self._access, document, number)

    def source(self, document: str | StoredDocument) -> tuple[Path, bytes]:
        """Where a document's file is, with the very bytes that were read, and these; named as for `opened`.

        Raises UsageError, UnreadableDocument where the file was moved, removed or changed since.
        """
        from docmine.index import documents

        return documents.source(self._access, document)

    # -- measuring -----------------------------------------------------------------------------------------------------

    def evaluate(self, labels: Path | str) -> Evaluation:
        """How the records of the index fare against a JSONL file of labels, or a folder of them, one a document.

        Raises UsageError where there are no labels, a line is none, or none is of a document in the index.
        """
        from docmine.index import measuring

        return measuring.evaluate(self._access, labels)

    # -- lists ---------------------------------------------------------------------------------------------------------
    # Filters: doc, topic, since, until, contains, limit; besides owner, strength, due_before where a kind has them.

    def commitments(self, **filters: str | float | None) -> tuple[Commitment, ...]:
        """Commitments by the date of their document; filters as in `docmine.store.Filters`."""
        return lists.listed(self._access, Commitment, filters)

    def asks(self, **filters: str | float | None) -> tuple[Ask, ...]:
        return lists.listed(self._access, Ask, filters)

    def figures(self, **filters: str | float | None) -> tuple[Figure, ...]:
        return lists.listed(self._access, Figure, filters)

    def dates(self, **filters: str | float | None) -> tuple[DateMention, ...]:
        return lists.listed(self._access, DateMention, filters)

    def owners(self, **filters: str | float | None) -> tuple[Owner, ...]:
        """Everybody who is named, once a document; `people` tells who they are across documents."""
        return lists.listed(self._access, Owner, filters)

    def people(self, name: str | None = None, **filters: str | float | None) -> tuple[Person, ...]:
        """People across documents: who held which role when, and which commitments are theirs.

        `name` is part of a name; filters choose the documents that must name them, as for `owners`.
        """
        return lists.people(self._access, name, filters)

    def quotes(self, **filters: str | float | None) -> tuple[Quote, ...]:
        return lists.listed(self._access, Quote, filters)

    def acronyms(self, **filters: str | float | None) -> tuple[Acronym, ...]:
        """Short forms, once a document; `meanings` tells what they stand for across documents."""
        return lists.listed(self._access, Acronym, filters)

    def meanings(self, short: str | None = None, **filters: str | float | None) -> tuple[ShortForm, ...]:
        """What each short form stands for, and in which documents; where these differ, it has several meanings.

        `short` is one short form; filters choose the documents that must use it, as for `acronyms`.
        """
        return lists.meanings(self._access, short, filters)

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
        return lists.topics(self._access, words, publisher, since, until)

    def documents(self) -> tuple[StoredDocument, ...]:
        """The documents in their current versions, by date, then name."""
        with self._access.reading() as store:
            return store.documents()

    def when(self) -> When:
        """When a record was published: with its document, or with what was added to the document later."""
        with self._access.reading() as store:
            return store.when()

    def table(self, name: str) -> pyarrow.Table:
        """A table of the index ("commitments", "figures" ...) for a DataFrame: `.to_pandas()`, `polars.from_arrow()`.

        The kind of record ("commitment") names its table too. Raises UsageError.
        """
        return lists.table(self._access, name)

    # -- keeping -------------------------------------------------------------------------------------------------------

    def status(self) -> Status:
        """What the index holds, and what could not be read."""
        from docmine.index import status

        return status.status(self._access)

    def verify(self) -> tuple[Problem, ...]:
        """Everything that is not where the index says it is; none on a whole index. Notes have `fault=False`."""
        from docmine.index import keeping

        return keeping.verify(self._access)

    def export(
        self, folder: Path | str, format: str = "csv", *, force: bool = False, versions: bool = False
    ) -> tuple[Path, ...]:
        """Write every table into a folder as "csv", "jsonl" or "parquet"; the files written. Raises UsageError.

        Besides those of the index there are `docmine.store.made.MADE`: findings with their evidence, checks, series.
        """
        from docmine.index import exporting

        return exporting.export(self._access, folder, format, force=force, versions=versions)

    def workbook(self, account: Account) -> bytes:
        """An Excel workbook of what an account of this index tells: a sheet a table, nothing in it a formula."""
        from docmine.index import exporting

        return exporting.workbook(self._access, account)
