"""The library's front door, which the command line uses too: `read`, `extract` and `Index`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from docmine import settings as settings_
from docmine.errors import UsageError
from docmine.records import (
    Acronym,
    Ask,
    Change,
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
)
from docmine.settings import Settings

if TYPE_CHECKING:
    import pyarrow

    from docmine.pipeline import Progress, Summary
    from docmine.store import Failure, Problem, Result, Store, StoredDocument

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
        **overrides: str | None,
    ) -> Summary:
        """Read files, folders and patterns into the index, which is made if there is none.

        `overrides` overrule what was detected: published, publisher, series, doc_type. `again` also reads files whose
        bytes the index has. Raises UsageError for paths that name no document, ModelMissing.
        """
        from docmine import pipeline
        from docmine.read.walk import find, passed_over

        given = [paths] if isinstance(paths, (str, Path)) else paths
        files = find(given)
        known = pipeline.checked(overrides)
        with self._writing(create=True) as store:
            summary = pipeline.ingest(store, files, self.settings, known, progress, again=again)
        return replace(summary, passed_over=tuple(str(path) for path in passed_over(given)))

    def remove(self, name: Path | str) -> int:
        """Take a document, by name or path, out of the index; how many versions of it there were. Raises UsageError."""
        with self._writing() as store:
            versions = store.remove(name)
            store.refresh_words()
            return versions

    # -- asking --------------------------------------------------------------------------------------------------------

    def search(self, question: str, limit: int = 10) -> tuple[Hit, ...]:
        """The best evidence for a question, best first."""
        from docmine.search import search

        with self._reading() as store:
            return search(store, question, self.settings, limit)

    def track(self, as_of: str | None = None) -> tuple[Finding, ...]:
        """What became of each commitment, as of a date; without one, as of the newest document."""
        from docmine.compare import track

        with self._reading() as store:
            return track(store, self.settings, as_of)

    def diff(self, old: Path | str, new: Path | str) -> tuple[Change, ...]:
        """What changed between two documents: each the name of one in the index, or the path of a file."""
        from docmine.compare import diff

        return diff(self._sentences(old), self._sentences(new))

    def sql(self, query: str) -> Result:
        """The answer to one SELECT; nothing else is allowed, and no file or network can be reached."""
        with self._reading() as store:
            return store.query(query)

    # -- lists ---------------------------------------------------------------------------------------------------------
    # Filters: doc, topic, since, until, contains, limit; besides owner, strength, due_before where a kind has them.

    def commitments(self, **filters: str | int | None) -> tuple[Commitment, ...]:
        """Commitments by the date of their document; filters as in `docmine.store.Filters`."""
        return self._list(Commitment, filters)

    def asks(self, **filters: str | int | None) -> tuple[Ask, ...]:
        return self._list(Ask, filters)

    def figures(self, **filters: str | int | None) -> tuple[Figure, ...]:
        return self._list(Figure, filters)

    def dates(self, **filters: str | int | None) -> tuple[DateMention, ...]:
        return self._list(DateMention, filters)

    def owners(self, **filters: str | int | None) -> tuple[Owner, ...]:
        return self._list(Owner, filters)

    def quotes(self, **filters: str | int | None) -> tuple[Quote, ...]:
        return self._list(Quote, filters)

    def acronyms(self, **filters: str | int | None) -> tuple[Acronym, ...]:
        return self._list(Acronym, filters)

    def documents(self) -> tuple[StoredDocument, ...]:
        """The documents in their current versions, by date, then name."""
        with self._reading() as store:
            return store.documents()

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
                failures=store.failures(),
            )

    def verify(self) -> tuple[Problem, ...]:
        """Everything that is not where the index says it is; none on a whole index. Notes have `fault=False`."""
        with self._reading() as store:
            return store.verify()

    def export(
        self, folder: Path | str, format: str = "csv", *, force: bool = False, versions: bool = False
    ) -> tuple[Path, ...]:
        """Write every table into a folder as "csv", "jsonl" or "parquet"; the files written. Raises UsageError."""
        with self._reading() as store:
            return store.export(folder, format, force=force, versions=versions)

    # ------------------------------------------------------------------------------------------------------------------

    def _list(self, kind: type[R], filters: dict[str, str | int | None]) -> tuple[R, ...]:
        from docmine.store import Filters

        try:
            asked = Filters(**filters)  # type: ignore[arg-type]
        except TypeError as error:
            raise UsageError(f"There is no such filter ({error}).") from error
        with self._reading() as store:
            return tuple(r for r in store.records(kind.kind, asked) if isinstance(r, kind))

    def _sentences(self, document: Path | str) -> tuple[Sentence, ...]:
        """Of a document in the index, else of a file."""
        if Path(document).is_file() and not (self.path.exists() and self._knows(document)):
            from docmine import pipeline

            return pipeline.mine(pipeline.read_document(document, settings=self.settings), self.settings).sentences
        with self._reading() as store:
            return store.sentences_of(str(document))

    def _knows(self, document: Path | str) -> bool:
        with self._reading() as store:
            return store.has(document)

    @contextmanager
    def _reading(self) -> Iterator[Store]:
        from docmine.store import Store

        if self._held is not None:
            yield self._held
            return
        store = Store.open(self.path, read_only=True)
        if self._hold:
            self._held = store
            yield store
            return
        with store:
            yield store

    @contextmanager
    def _writing(self, *, create: bool = False) -> Iterator[Store]:
        from docmine.store import Store

        self.close()
        with Store.open(self.path, create=create) as store:
            yield store


def _most(values: Iterator[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
