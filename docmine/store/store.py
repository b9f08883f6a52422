"""`Store`: an open index. Each method says what it does in one line and leaves the doing to its room's modules.

What a search does not need is imported when it is called for: to load all takes a tenth of an answer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

import duckdb

from docmine.errors import UsageError
from docmine.records import (
    Acronym,
    Ask,
    Block,
    BlockKind,
    Commitment,
    DateMention,
    Document,
    DocumentRecord,
    Figure,
    Owner,
    Passage,
    Quote,
    Record,
    Sentence,
    Span,
    Verdict,
)
from docmine.store import codes, migrate, near, scope, search_numbers, surroundings, vectors, words
from docmine.store.connection import connect
from docmine.store.kept import Kept
from docmine.store.rows import TYPE_OF_KIND, VIEWS, StoredDocument, doc_id
from docmine.store.words import vocabulary

if TYPE_CHECKING:
    import numpy as np
    import pyarrow

    from docmine.store.around import Exhibit
    from docmine.store.filters import Filters
    from docmine.store.findings import Made, Review, Shelf
    from docmine.store.ids import Found
    from docmine.store.query import Result
    from docmine.store.verify import Problem
    from docmine.store.when import When

__all__ = ["Failure", "State", "Store"]

State = Literal["new", "same", "copy", "changed"]
S = TypeVar("S", bound=Span)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be read, and has not been since."""

    doc: str
    path: str
    sha256: str | None
    reason: str
    run: int
    failed: datetime


class Store:
    """An open index. One process may write at a time; any number may read while none writes."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path, *, read_only: bool) -> None:
        self._connection = connection
        self.path = path
        self.read_only = read_only
        self._kept = Kept()

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False, create: bool = False) -> Store:
        """Open the index at `path`; only `create` makes a new one.

        Raises IndexMissing, NotAnIndex, IndexLocked, IndexTooNew or IndexProblem, and leaves the file as it was.
        """
        path = Path(path)
        connection = connect(path, read_only=read_only, create=create)
        try:
            migrate.prepare(connection, path, read_only=read_only)
        except BaseException:
            connection.close()
            raise
        return cls(connection, path, read_only=read_only)

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- writing -------------------------------------------------------------------------------------------------------

    def start_run(self, *, docmine: str, spacy_model: str, embedding_model: str) -> int:
        """Note that an ingest begins; the number of the run."""
        from docmine.store import write

        return write.start_run(
            self._connection, docmine=docmine, spacy_model=spacy_model, embedding_model=embedding_model
        )

    def finish_run(self, run: int, *, new: int, changed: int, unchanged: int, failed: int) -> None:
        from docmine.store import write

        write.finish_run(self._connection, run, new=new, changed=changed, unchanged=unchanged, failed=failed)

    def write(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        passages: Sequence[Passage],
        records: Sequence[Record],
        vectors: Mapping[str, np.ndarray],
        *,
        model: str,
        run: int,
    ) -> None:
        """Store the document with all that was found in it, in one transaction.

        It becomes the current version at its path. `vectors` are those not yet known, by `text_hash`.
        """
        from docmine.store import write

        write.document(self._connection, document, sentences, passages, records, vectors, model=model, run=run)

    def add_vectors(self, vectors: Mapping[str, np.ndarray], *, model: str) -> None:
        from docmine.store import write

        write.vectors(self._connection, vectors, model=model)

    def record_failure(self, run: int, path: Path | str, sha256: str | None, reason: str) -> None:
        """Note a file that could not be read. What the index holds of it stays."""
        from docmine.store import write

        write.failure(self._connection, run, place(path), sha256, reason)

    def place(self, path: Path | str, sha256: str) -> bool:
        """Note that the file at `path` has these bytes now; False where they are to be read (see `write.place`)."""
        from docmine.store import write

        return write.place(self._connection, place(path), sha256)

    def remove(self, name_or_path: Path | str) -> int:
        """Remove a document with all its versions, wherever there are copies; how many versions there were.

        An archive or a message goes with all that lies in it.
        Raises UsageError where none has this name or path, or several have.
        """
        from docmine.store import listing, write

        asked, path = str(name_or_path), place(name_or_path)
        versions = self.documents(current=False)
        labels = {d.doc_id for d in self.documents() if d.name == asked}
        found = [d for d in versions if d.path == path] or [
            d for d in versions if asked in (d.name, d.doc_id) or (d.current and d.doc_id in labels)
        ]
        failed = [f.path for f in self.failures() if path == f.path or (not found and asked == f.doc)]
        paths = sorted({d.path for d in found if d.path})
        now = {d.path: d.doc_id for d in versions if d.current}
        same = {now[path] for path in paths if path in now}
        named = {d.part_of for d in versions if d.part_of and Path(d.part_of).name == asked and not paths}
        if len(same) > 1 or len(named) > 1:
            several = ", ".join(sorted({*paths, *named}))
            raise UsageError(f"Several documents are called {asked}: {several}. Give the path of one.")
        copies = [path for path, key in now.items() if path and key in same]
        holders = {path, *paths, *copies, *named}
        known = {*(d.path for d in versions if d.path), *(f.path for f in self.failures())}
        held = {path for path in known if _lies_in(path, holders)}
        if not found and not failed and not held:
            raise listing.unknown(asked)
        return write.remove(self._connection, sorted({*paths, *copies, *failed, *held}))

    def refresh_words(self) -> bool:
        """Bring what is searched up to date with the current documents; whether there was anything to do."""
        from docmine.store import growing

        return growing.refresh(self._connection)

    # -- what is known -------------------------------------------------------------------------------------------------

    def state_of(self, path: Path | str, sha256: str) -> State:
        """What a file is to the index, by what was last found at its path.

        "same": this path had these bytes. "changed": it had others. "copy": it is unknown, and its bytes are a current
        document. "new": it is unknown, and so are its bytes, or they are no longer current.
        """
        here, current = self._connection.execute(
            "SELECT (SELECT max(doc_id) FROM places WHERE path = ? AND current),"
            " (SELECT count(*) FROM all_documents WHERE doc_id = ? AND current)",
            [place(path), doc_id(sha256)],
        ).fetchall()[0]
        if here is not None:
            return "same" if here == doc_id(sha256) else "changed"
        return "copy" if current else "new"

    def overruled(self, sha256: str) -> dict[str, str]:
        """What a person said of the document with these bytes, by name of the field."""
        from docmine.store import listing

        return listing.overruled(self._connection, doc_id(sha256))

    def known_vectors(self, hashes: Iterable[str], model: str) -> set[str]:
        """Those of `hashes` that already have a vector of `model`."""
        return vectors.known(self._connection, hashes, model)

    def documents(self, current: bool = True) -> tuple[StoredDocument, ...]:
        """The documents by date, then name; with `current=False` every version of each."""
        from docmine.store import listing

        return listing.documents(self._connection, current=current)

    def called(self, name: str) -> tuple[StoredDocument, ...]:
        """The current documents with exactly this name."""
        from docmine.store import listing

        return listing.documents(self._connection, where="name = ?", values=[name])

    def hashed(self, digits: str) -> tuple[StoredDocument, ...]:
        """The documents whose hash begins so, else the earlier versions."""
        from docmine.store import listing

        current = listing.documents(self._connection, where="starts_with(sha256, ?)", values=[digits])
        if current:
            return current
        return listing.documents(self._connection, current=False, where="starts_with(sha256, ?)", values=[digits])

    def versions(self, path: str) -> tuple[StoredDocument, ...]:
        """Every version of the file at a path, oldest first."""
        from docmine.store import listing

        found = listing.documents(self._connection, current=False, where="path = ?", values=[path])
        return tuple(sorted(found, key=lambda d: d.version))

    def when(self) -> When:
        """When what stands at a place of a current document was published."""
        from docmine.store import when

        return when.when(self._connection)

    def has(self, doc: Path | str) -> bool:
        """Whether a current document has this name, path or id."""
        return any(str(doc) in (d.name, d.doc_id, d.sha256) or place(doc) == d.path for d in self.documents())

    def document(self, doc: str, *, part: bool = False) -> StoredDocument:
        """The current document with this name, path, id or hash. Raises UsageError where there is none, or several.

        With `part` a part of the name will do, where one document only has it.
        """
        from docmine.store import listing

        return listing.find(self._connection, doc, place(doc), part=part)

    def document_text(self, doc: str) -> str:
        """The whole text of the current document with this name, path or id."""
        from docmine.store import listing

        return listing.text(self._connection, self.document(doc).doc_id)

    def blocks(self, doc: str) -> tuple[Block, ...]:
        """The layout of the current document with this name, path or id."""
        from docmine.store import listing

        return listing.blocks(self._connection, self.document(doc).doc_id)

    def blocks_of_version(self, key: str) -> tuple[Block, ...]:
        """The layout of one version of a document, by its id, without the places of words on the page."""
        from docmine.store import listing

        return listing.blocks(self._connection, key, boxes=False)

    def headings(self) -> list[str]:
        """Every different heading of the current documents, in the order of the alphabet."""
        return near.headings(self._connection)

    def layout(self, docs: Sequence[str]) -> dict[str, list[tuple[BlockKind, str]]]:
        """Name of each of these current documents → kind and text of each of its blocks, in order."""
        from docmine.store import listing

        return listing.layout(self._connection, docs)

    def plain_blocks(self, docs: Sequence[str]) -> dict[str, list[Block]]:
        """Name of each of these current documents → its layout, without boxes and links."""
        from docmine.store import listing

        return listing.plain_blocks(self._connection, docs)

    def sentences(self, docs: Sequence[str] | None = None) -> tuple[Sentence, ...]:
        """The sentences of the current documents (or of those called `docs`), by date and name, then place."""
        from docmine.store import listing

        return listing.spans(self._connection, Sentence, docs)

    def passages(self, docs: Sequence[str] | None = None) -> tuple[Passage, ...]:
        """The passages, in the same order as sentences."""
        from docmine.store import listing

        return listing.spans(self._connection, Passage, docs)

    def found_in(self, docs: Sequence[str], kind: type[S]) -> tuple[S, ...]:
        """The records of one kind in the current documents called `docs`, in the same order."""
        from docmine.store import listing

        return listing.spans(self._connection, kind, docs)

    def passages_by_id(self, ids: Sequence[str]) -> tuple[Passage, ...]:
        """The current passages with these ids, in this order. Raises KeyError."""
        from docmine.store import listing

        return listing.passages_by_id(self._connection, ids)

    def passages_without_vector(self, model: str) -> tuple[Passage, ...]:
        """The current passages that search by meaning cannot find with `model`."""
        from docmine.store import listing

        return listing.without_vector(self._connection, model)

    def sentences_without_vector(self, model: str) -> tuple[Sentence, ...]:
        """Current sentences whose bare text has no vector of `model`: short ones are never given any."""
        from docmine.store import listing

        return listing.sentences_without_vector(self._connection, model)

    def vectors_of(self, hashes: Iterable[str], model: str) -> dict[str, np.ndarray]:
        """Text hash → vector of `model`, for those that are known."""
        return vectors.of(self._connection, hashes, model)

    @overload
    def records(self, kind: Literal["document"], filters: Filters | None = None) -> tuple[DocumentRecord, ...]: ...
    @overload
    def records(self, kind: Literal["commitment"], filters: Filters | None = None) -> tuple[Commitment, ...]: ...
    @overload
    def records(self, kind: Literal["ask"], filters: Filters | None = None) -> tuple[Ask, ...]: ...
    @overload
    def records(self, kind: Literal["figure"], filters: Filters | None = None) -> tuple[Figure, ...]: ...
    @overload
    def records(self, kind: Literal["date"], filters: Filters | None = None) -> tuple[DateMention, ...]: ...
    @overload
    def records(self, kind: Literal["owner"], filters: Filters | None = None) -> tuple[Owner, ...]: ...
    @overload
    def records(self, kind: Literal["quote"], filters: Filters | None = None) -> tuple[Quote, ...]: ...
    @overload
    def records(self, kind: Literal["acronym"], filters: Filters | None = None) -> tuple[Acronym, ...]: ...
    @overload
    def records(self, kind: str, filters: Filters | None = None) -> tuple[Record, ...]: ...
    def records(self, kind: str, filters: Filters | None = None) -> tuple[Record, ...]:
        """The current records of one kind ("commitment", "figure" ...) that pass every filter.

        Raises UsageError for a filter that does not apply to this kind, or whose value is none.
        """
        from docmine.store import listing
        from docmine.store.filters import Filters

        return listing.records(self._connection, kind, filters or Filters())

    def records_of(self, doc: str, kind: str) -> tuple[Record, ...]:
        """The records of one kind in the one document with this name, path or id, by place. Raises UsageError."""
        from docmine.store import listing

        return listing.spans_of(self._connection, TYPE_OF_KIND[kind], self.document(doc).doc_id)

    def of_version(self, key: str, kind: type[S]) -> tuple[S, ...]:
        """The sentences or records of one kind in one version of a document, by its id."""
        from docmine.store import listing

        return listing.spans_of(self._connection, kind, key)

    def records_of_version(self, document: StoredDocument) -> tuple[Record, ...]:
        """The records of every kind but the document's own in one version of a document, by kind and place."""
        from docmine.store import listing

        kinds = TYPE_OF_KIND.values()
        found = (listing.spans_as_read(self._connection, kind, document.doc_id, document.name) for kind in kinds)
        return tuple(record for one in found for record in one)

    def exhibit(self, record: str) -> Exhibit:
        """The record with this id, or one that begins so, with what stands around it. Raises UsageError."""
        from docmine.store import around

        return around.exhibit(self._connection, record)

    def exhibit_of(self, document: StoredDocument) -> Exhibit:
        """The record of a document itself, with where its file is."""
        from docmine.store import around

        return around.of_document(self._connection, document)

    def ids(self, found: Sequence[Found]) -> tuple[str, ...]:
        """The id by which `exhibit` finds each record, hit, finding or piece of evidence; empty where it cannot."""
        from docmine.store import ids

        return ids.ids(self._connection, found)

    def failures(self) -> tuple[Failure, ...]:
        """The files that could not be read and have not been since, by path."""
        rows = self._connection.execute(
            "SELECT doc, path, sha256, reason, run, failed FROM failures WHERE current ORDER BY path"
        ).fetchall()
        return tuple(
            Failure(doc=doc, path=path, sha256=sha256, reason=reason, run=run, failed=failed)
            for doc, path, sha256, reason, run, failed in rows
        )

    def counts(self) -> dict[str, int]:
        """Rows by name of view: the current versions; and "versions", "vectors", "failures", "runs"."""
        tables = {view: view for view in VIEWS}
        tables |= {"versions": "all_documents", "vectors": "vectors", "runs": "runs"}
        tables |= {"failures": "failures WHERE current"}
        found = self._connection.execute(
            "SELECT " + ", ".join(f"(SELECT count(*) FROM {source})" for source in tables.values())
        ).fetchall()[0]
        return dict(zip(tables, found, strict=True))

    # -- what was made before ------------------------------------------------------------------------------------------

    def fingerprints(self, shelf: Shelf) -> dict[str, str]:
        """doc_id → what its results were made from, for documents whose results are kept."""
        from docmine.store import findings

        return findings.fingerprints(self._connection, shelf)

    def kept(self, shelf: Shelf, keys: Sequence[str]) -> dict[str, list[str]]:
        """doc_id → its results as JSON, for those of `keys`."""
        from docmine.store import findings

        return findings.kept(self._connection, shelf, keys)

    def hold(self, shelf: Shelf) -> bool:
        """Whether results are kept, and no document came after they were last found to hold."""
        from docmine.store import findings

        return findings.hold(self._connection, shelf)

    def keep(self, shelf: Shelf, made: Made, *, rules: int) -> None:
        """Replace the results of these documents."""
        from docmine.store import findings

        findings.keep(self._connection, shelf, made, rules=rules)

    def courses(self, fingerprint: str) -> list[str] | None:
        """The series of the whole index as JSON, where they were made from the same; else None."""
        from docmine.store import findings

        return findings.courses(self._connection, fingerprint)

    def keep_courses(self, fingerprint: str, rows: Sequence[Mapping[str, Any]], *, rules: int) -> None:
        """Replace all series."""
        from docmine.store import findings

        findings.keep_courses(self._connection, fingerprint, rows, rules=rules)

    def reviews(self) -> dict[str, Review]:
        """Id of a commitment → what a person said of its finding last."""
        from docmine.store import findings

        return findings.reviews(self._connection)

    def review(self, id: str, *, doc: str, text: str, said: str, verdict: Verdict, reason: str) -> Review:
        """Note what a person says of the finding on a commitment."""
        from docmine.store import findings

        return findings.review(self._connection, id, doc=doc, text=text, said=said, verdict=verdict, reason=reason)

    # -- asking --------------------------------------------------------------------------------------------------------

    def begin_question(self) -> None:
        """From the second question on what questions look up is read whole, and kept."""
        self._known().begin(self._connection)

    def bm25(self, query: str, limit: int, docs: Collection[str] | None = None) -> list[tuple[str, float]]:
        """(passage id, score) of the current passages that have words of `query`, best first.

        `docs`: ids of the documents to look in; scores are those among all.
        """
        kept = self._known()
        within = scope.scope(self._connection, docs, kept.scopes)
        return words.bm25(self._connection, query, limit, within, kept)

    def nearest(
        self, vector: np.ndarray, limit: int, model: str | None = None, docs: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """(passage id, cosine) of the current passages nearest in meaning, best first; `model` as in the settings.

        The first ten are those of a comparison with every vector (see `codes`). `docs`: ids of documents to look in.
        """
        return codes.nearest(self._connection, vector, limit, model, docs, self._known())

    def _known(self) -> Kept:
        """What earlier questions have read, as long as nothing can have been written since."""
        if not self.read_only:
            self._kept = Kept()
        return self._kept

    def _whole(self, read: Callable[[duckdb.DuckDBPyConnection], T]) -> T | None:
        return self._known().whole(read, self._connection)

    def around(self, ids: Collection[str]) -> surroundings.Surroundings:
        """The passages with these ids, and what stands in and around them."""
        places = search_numbers.places_of(self._connection, ids, self._known().numbers)
        return surroundings.around(self._connection, places)

    def about(self, keys: Collection[str]) -> dict[str, near.About]:
        """Id of each of these current documents → what it is."""
        every = self._whole(near.abouts)
        if every is None:
            return near.about(self._connection, keys)
        return {key: every[key] for key in keys if key in every}

    def documents_like(
        self,
        doc_types: Collection[str],
        numbers: Collection[str],
        published: tuple[date | None, date | None] | None,
    ) -> set[str]:
        """Ids of the current documents of these types, with these numbers, out in this period; each where given."""
        return near.documents_like(self._connection, doc_types, numbers, published)

    def additions(self, keys: Collection[str]) -> dict[tuple[str, int], str]:
        """Blocks (document's id, number) of these documents that were added later → when."""
        every = self._whole(near.additions)
        found = near.additions(self._connection, keys) if every is None else every
        return {place: when for place, when in found.items() if place[0] in keys}

    def verdicts(self, keys: Collection[str]) -> dict[tuple[str, int, int], str]:
        """Place (document's id, first and last character) of each commitment of these documents → its verdict,
        where `track` has been run since a document came."""
        from docmine.store import findings

        kept = self._known()
        if kept.followed is None:
            kept.followed = findings.hold(self._connection, findings.FINDINGS)
        return findings.verdicts(self._connection, keys) if kept.followed else {}

    def short_forms(self, words: Collection[str]) -> tuple[tuple[str, str, str | None], ...]:
        """Document's id, short and long form, where one of `words` is the short form or stands in the long one."""
        every = self._whole(near.ShortForms)
        return near.short_forms(self._connection, words) if every is None else every.like(words)

    def people_named(self, words: Collection[str]) -> tuple[str, ...]:
        """Names of people of whom one name is one of `words`."""
        every = self._whole(near.People)
        return near.people(self._connection, words) if every is None else every.named(words)

    def known_words(self, words: set[str]) -> set[str]:
        """Those of `words`, in lower case, that the passages have."""
        every = self._whole(vocabulary)
        return near.known(self._connection, words) if every is None else words & every.terms.keys()

    def words_like(self, word: str) -> tuple[str, ...]:
        """Words of the passages that this may be a slip of."""
        return near.like(self._connection, word)

    def passages_of_records(
        self,
        *,
        due: tuple[date | None, date | None] | None = None,
        verdicts: Collection[str] = (),
        speakers: Collection[str] = (),
        limit: int = 100,
    ) -> tuple[str, ...]:
        """Ids of current passages with a commitment due within a period or with such a verdict, or with a quotation."""
        return near.passages_of_records(self._connection, due=due, verdicts=verdicts, speakers=speakers, limit=limit)

    def query(self, sql: str) -> Result:
        """The answer to one SELECT; no file and no network can be reached. Raises UsageError."""
        from docmine.store import query

        return query.rows(self._connection, sql)

    def arrow(self, sql: str) -> pyarrow.Table:
        """The same as an Arrow table."""
        from docmine.store import query

        return query.arrow(self._connection, sql)

    def export(
        self,
        folder: Path | str,
        format: str,
        made: Mapping[str, pyarrow.Table] = MappingProxyType({}),
        *,
        force: bool = False,
        versions: bool = False,
    ) -> tuple[Path, ...]:
        """Every table as a file in `folder`: "csv", "jsonl" or "parquet"; the files written. Raises UsageError.

        `made` are tables besides, as `docmine.store.made.table` makes them.
        """
        from docmine.store import export as exporting

        return exporting.export(self._connection, Path(folder), format, made, force=force, versions=versions)

    def verify(self, bytes_of: Callable[[Path], bytes] = Path.read_bytes) -> tuple[Problem, ...]:
        """Every record that is not where it says it is, and notes about files that moved or changed."""
        from docmine.store import verify

        return tuple(verify.problems(self._connection, bytes_of))


def place(path: Path | str) -> str:
    """A path as the index keeps it: absolute, without dots, links left as they are; bytes that are no text as "?"."""
    return os.path.abspath(path).encode(errors="replace").decode()


def _lies_in(path: str, holders: Iterable[str]) -> bool:
    """Whether a path lies in one of these archives and messages; folders are none."""
    return any(path.startswith(holder + os.sep) and not os.path.isdir(holder) for holder in holders)
