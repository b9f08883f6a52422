"""Is everything in the index where it says it is?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from docmine.errors import UnreadableDocument
from docmine.records import Passage, Span, record_id
from docmine.store.rows import RESULT_TABLES, RESULTS, SPAN_TABLES, columns_of, doc_id, text_hash, to_span


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as it says. A note is about the file on disk; a fault (`fault=True`) is in the index."""

    doc: str
    table: str
    id: str
    message: str
    fault: bool = True


def problems(connection: duckdb.DuckDBPyConnection, bytes_of: Callable[[Path], bytes]) -> Iterator[Problem]:
    """Faults of every version of every document, in order of name, then notes about files that moved or changed.

    `bytes_of` a file raises OSError or UnreadableDocument where it is not there.
    """
    versions = connection.execute(
        "SELECT doc_id, name, sha256, text FROM all_documents ORDER BY name, path, version"
    ).fetchall()
    for key, name, sha256, text in versions:
        if key != doc_id(sha256):
            yield Problem(doc=name, table="documents", id=key, message="its id does not come from the hash of its file")
        yield from _blocks(connection, key, name, text)
        for kind, table in SPAN_TABLES.items():
            yield from _spans(connection, kind, table, key, name, sha256, text)
    yield from _results(connection)
    yield from _loose(connection)
    yield from _vectors(connection)
    files = connection.execute(
        "SELECT doc_id, p.name, p.path, sha256 FROM places AS p JOIN all_documents USING (doc_id)"
        " WHERE p.current AND p.path IS NOT NULL ORDER BY p.name, p.path"
    ).fetchall()
    for key, name, path, sha256 in files:
        yield from _file(key, name, Path(path), sha256, bytes_of)


def _blocks(connection: duckdb.DuckDBPyConnection, key: str, name: str, text: str) -> Iterator[Problem]:
    found = connection.execute(
        "SELECT block, start_char, end_char, text, boxes FROM all_blocks WHERE doc_id = ? ORDER BY block", [key]
    ).fetchall()
    for expected, (number, start, end, words, boxes) in enumerate(found):
        if text[start:end] != words:
            yield Problem(doc=name, table="blocks", id=str(number), message=_not_there(words, start, end))
        if number != expected:
            yield Problem(
                doc=name, table="blocks", id=str(number), message=f"block {expected} is missing or there twice"
            )
        for box in boxes:
            if not start <= box["start_char"] < box["end_char"] <= end:
                yield Problem(doc=name, table="blocks", id=str(number), message="a word's box lies outside its block")
                break


def _spans(
    connection: duckdb.DuckDBPyConnection, kind: type[Span], table: str, key: str, name: str, sha256: str, text: str
) -> Iterator[Problem]:
    names = ["id", *columns_of(kind), *(["text_hash"] if kind is Passage else [])]
    columns = ", ".join(f'"{column}"' for column in names)
    found = connection.execute(
        f"SELECT {columns} FROM all_{table} WHERE doc_id = ? ORDER BY start_char, end_char", [key]
    ).fetchall()
    seen: set[str] = set()
    for row in (dict(zip(names, values, strict=True)) for values in found):
        span: Span = to_span(kind, row)

        def problem(message: str, identity: str = row["id"]) -> Problem:
            return Problem(doc=name, table=table, id=identity, message=message)

        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.text:
            yield problem(_not_there(span.text, span.start, span.end))
        if row["id"] != record_id(sha256, span) or span.doc != name:
            yield problem("its id or name is not that of its document")
        if row["id"] in seen:
            yield problem("there is another with the same id")
        seen.add(row["id"])
        if isinstance(span, Passage) and text_hash(span.context) != row["text_hash"]:
            yield problem("its text_hash is not that of its text")


def _results(connection: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    """Findings and checks whose sentence is not where they say."""
    for table in RESULTS:
        found = connection.execute(
            f"""
            SELECT d.name, r.doc_id, r.text, r.start_char, r.end_char
            FROM {table} AS r JOIN all_documents AS d USING (doc_id)
            WHERE substring(d.text, r.start_char + 1, r.end_char - r.start_char) <> r.text
            ORDER BY ALL
            """
        ).fetchall()
        for doc, key, words, start, end in found:
            view = table.removeprefix("all_")
            yield Problem(doc=doc, table=view, id=key, message=_not_there(words, start, end))


def _loose(connection: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    """Rows without a document, and documents without a place: a write that was not whole."""
    without = {table: f"doc, doc_id FROM all_{table} ANTI JOIN all_documents" for table in SPAN_TABLES.values()}
    without |= {
        table.removeprefix("all_"): f"doc_id AS doc, doc_id FROM {table} ANTI JOIN all_documents"
        for table in RESULT_TABLES
    }
    without["blocks"] = "doc, doc_id FROM all_blocks ANTI JOIN all_documents"
    without["places"] = "name AS doc, doc_id FROM places ANTI JOIN all_documents"
    for key, name in connection.execute(
        "SELECT doc_id, name FROM all_documents ANTI JOIN places USING (doc_id) ORDER BY ALL"
    ).fetchall():
        yield Problem(doc=name, table="documents", id=key, message="it is at no place")
    for table, rows in without.items():
        found = connection.execute(
            f"SELECT doc, doc_id, count(*) FROM (SELECT {rows} USING (doc_id)) GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        for doc, key, count in found:
            yield Problem(doc=doc, table=table, id=key, message=f"{count} rows belong to no document")


def _vectors(connection: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    found = connection.execute(
        """
        SELECT p.doc, p.id FROM passages AS p
        ANTI JOIN (
            SELECT text_hash FROM vectors WHERE model = (SELECT max_by(embedding_model, run) FROM runs)
        ) AS v USING (text_hash)
        ORDER BY p.doc, p.start_char
        """
    ).fetchall()
    for doc, identity in found:
        message = "it has no vector, so search by meaning cannot find it; ingest its file again"
        yield Problem(doc=doc, table="passages", id=identity, message=message)


def _file(key: str, name: str, path: Path, sha256: str, bytes_of: Callable[[Path], bytes]) -> Iterator[Problem]:
    try:
        found = hashlib.sha256(bytes_of(path)).hexdigest()
    except (OSError, UnreadableDocument):
        yield Problem(doc=name, table="documents", id=key, message=f"its file is no longer at {path}", fault=False)
        return
    if found != sha256:
        message = f"its file has changed since it was read; 'docmine ingest {path}' reads the new version"
        yield Problem(doc=name, table="documents", id=key, message=message, fault=False)


def _not_there(words: str, start: int, end: int) -> str:
    return f"{words[:60]!r} is not what stands at {start} to {end}"
