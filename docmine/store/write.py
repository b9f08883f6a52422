"""Writing: one document, one transaction; runs and failures; removal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from docmine.records import Document, Passage, Record, Sentence
from docmine.store import places, search_numbers
from docmine.store import vectors as vectors_
from docmine.store.rows import (
    DOCUMENT_TABLES,
    RECORD_TABLES,
    RESULT_TABLES,
    block_rows,
    doc_id,
    document_row,
    span_rows,
)

if TYPE_CHECKING:
    import numpy as np


def now() -> datetime:
    """UTC, without a zone, as the index keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of it or none of it."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows in one go: DuckDB takes a column at a time, and is slow row by row."""
    import pyarrow

    if not rows:
        return
    schema = connection.execute(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema
    connection.register("incoming", pyarrow.Table.from_pylist(list(rows), schema=schema))
    try:
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
    finally:
        connection.unregister("incoming")


def document(
    connection: duckdb.DuckDBPyConnection,
    read: Document,
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    records: Sequence[Record],
    vectors: Mapping[str, np.ndarray],
    *,
    model: str,
    run: int,
) -> None:
    """The document with all that was found in it becomes the current version at its path.

    What was found in the same bytes before is replaced; the history of every path stays.
    """
    key = doc_id(read.sha256)
    with transaction(connection):
        for table in (*DOCUMENT_TABLES, *RESULT_TABLES):
            connection.execute(f"DELETE FROM {table} WHERE doc_id = ?", [key])
        search_numbers.forget(connection, [key])
        insert(connection, "all_documents", [document_row(read, version=1, run=run, ingested=now())])
        insert(connection, "all_blocks", block_rows(read))
        insert(connection, "all_sentences", span_rows(read, sentences))
        insert(connection, "all_passages", span_rows(read, passages))
        for kind, table in RECORD_TABLES.items():
            insert(connection, f"all_{table}", span_rows(read, (r for r in records if type(r) is kind)))
        vectors_.add(connection, vectors, model)
        places.put(connection, read.path, read.name, key, now())
        settle_failure(connection, read.path, read.sha256)


def place(connection: duckdb.DuckDBPyConnection, path: str, sha256: str) -> bool:
    """The file at `path` has these bytes now; whether the index has a current document of them that suits it.

    False where they are to be read: they are none, or none that is current, or the file's name has become that of
    the document, which was read under another.
    """
    key = doc_id(sha256)
    known = "SELECT count(*) FROM all_documents WHERE doc_id = ? AND current"
    if not connection.execute(known, [key]).fetchall()[0][0]:
        return False
    with transaction(connection):
        places.put(connection, path, Path(path).name, key, now())
        settle_failure(connection, path, sha256)
    stale = "SELECT count(*) FROM all_documents WHERE doc_id = ? AND path = ? AND name <> read_as"
    return not connection.execute(stale, [key, path]).fetchall()[0][0]


def vectors(connection: duckdb.DuckDBPyConnection, new: Mapping[str, np.ndarray], *, model: str) -> None:
    with transaction(connection):
        vectors_.add(connection, new, model)


def start_run(connection: duckdb.DuckDBPyConnection, *, docmine: str, spacy_model: str, embedding_model: str) -> int:
    with transaction(connection):
        run: int = connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchall()[0][0]
        connection.execute(
            "INSERT INTO runs (run, started, docmine, spacy_model, embedding_model) VALUES (?, ?, ?, ?, ?)",
            [run, now(), docmine, spacy_model, embedding_model],
        )
    return run


def finish_run(
    connection: duckdb.DuckDBPyConnection, run: int, *, new: int, changed: int, unchanged: int, failed: int
) -> None:
    connection.execute(
        "UPDATE runs SET finished = ?, new = ?, changed = ?, unchanged = ?, failed = ? WHERE run = ?",
        [now(), new, changed, unchanged, failed, run],
    )


def failure(connection: duckdb.DuckDBPyConnection, run: int, path: str, sha256: str | None, reason: str) -> None:
    """A file that could not be read; an earlier failure of the same path is no longer current."""
    with transaction(connection):
        settle_failure(connection, path, None)
        connection.execute(
            "INSERT INTO failures VALUES (?, ?, ?, ?, ?, ?, true)", [run, Path(path).name, path, sha256, reason, now()]
        )


def settle_failure(connection: duckdb.DuckDBPyConnection, path: str | None, sha256: str | None) -> None:
    """The file at `path`, or these bytes, have been read after all."""
    connection.execute("UPDATE failures SET current = false WHERE current AND (path = ? OR sha256 = ?)", [path, sha256])


def remove(connection: duckdb.DuckDBPyConnection, paths: Sequence[str | None]) -> int:
    """The files at `paths` with their history, and their failures; how many versions there were.

    Versions that no other file has go with everything found in them, with what was made from that and quotes it, and
    with the vectors that nothing else uses.
    """
    with transaction(connection):
        versions = places.drop(connection, paths)
        _drop_results(connection)
        for table in reversed(DOCUMENT_TABLES):
            connection.execute(f"DELETE FROM {table} WHERE doc_id NOT IN (SELECT doc_id FROM places)")
        connection.execute("DELETE FROM failures WHERE path IN (SELECT unnest(?))", [list(paths)])
        vectors_.forget_unused(connection)
    return versions


def _drop_results(connection: duckdb.DuckDBPyConnection) -> None:
    """What was made from documents that are at no place: their own results, findings that searched them, all series."""
    gone = "SELECT doc_id FROM all_documents WHERE doc_id NOT IN (SELECT doc_id FROM places)"
    names = f"SELECT list(name) FROM all_documents WHERE doc_id IN ({gone})"
    quoting = f"SELECT doc_id FROM all_findings WHERE list_has_any(searched, ({names}))"
    keys = [row[0] for row in connection.execute(f"{gone} UNION {quoting}").fetchall()]
    for table in RESULT_TABLES:
        connection.execute(f"DELETE FROM {table} WHERE doc_id IN (SELECT unnest(?))", [keys])
    connection.execute("DELETE FROM courses")
    connection.execute("DELETE FROM courses_made")
