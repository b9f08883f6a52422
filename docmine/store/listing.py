"""Reading: typed records back, in the order of their documents' dates, narrowed by filters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar, get_args

import duckdb

from docmine.errors import UsageError
from docmine.records import (
    Block,
    BlockKind,
    Commitment,
    DocumentRecord,
    Owner,
    Passage,
    Quote,
    Record,
    Sentence,
    Span,
    Strength,
)
from docmine.store import partial
from docmine.store.filters import Filters
from docmine.store.lists import NAMES, listed
from docmine.store.naming import Naming, namings
from docmine.store.rows import (
    ABOUT,
    HASH_OF_TEXT,
    SPAN_TABLES,
    TYPE_OF_KIND,
    StoredDocument,
    columns_of,
    to_block,
    to_document,
    to_span,
)

S = TypeVar("S", bound=Span)
_OWNER_COLUMN: dict[type[Span], str] = {Commitment: "owner", Owner: "name", Quote: "speaker"}
_ORDER = "published_from NULLS LAST, doc, doc_id, start_char, end_char"


def documents(
    connection: duckdb.DuckDBPyConnection, *, current: bool = True, where: str = "true", values: Sequence[str] = ()
) -> tuple[StoredDocument, ...]:
    """The documents by date, then name; with `current=False` every version. `where`: only those of which it holds."""
    versions = "(SELECT p.* EXCLUDE (found), d.* EXCLUDE (path, name, doc_id, version, current)"
    versions += " FROM places AS p JOIN all_documents AS d USING (doc_id))"
    rows = _dicts(
        connection,
        f"SELECT * EXCLUDE (text) FROM {'documents' if current else versions}"
        f" WHERE {where} ORDER BY published_from NULLS LAST, name, path, version",
        list(values),
    )
    return tuple(to_document(row) for row in rows)


def overruled(connection: duckdb.DuckDBPyConnection, key: str) -> dict[str, str]:
    rows = _dicts(connection, "SELECT * EXCLUDE (text) FROM all_documents WHERE doc_id = ?", [key])
    about = [(name, getattr(to_document(row), name)) for row in rows for name in ABOUT]
    return {name: known.value for name, known in about if known is not None and known.by == "option"}


def find(connection: duckdb.DuckDBPyConnection, doc: str, path: str, *, part: bool = False) -> StoredDocument:
    """The current document with this name, id or hash, or at `path`; UsageError where there is none, or several.

    With `part` a part of the name will do, where one document only has it.
    """
    stored = documents(connection)
    found = [d for d in stored if doc in (d.doc_id, d.sha256) or path == d.path] or [d for d in stored if doc == d.name]
    if not found:
        found = [d for d in stored if doc.casefold() == d.name.casefold()]
    if not found:
        found = [d for d in stored if d.path and doc == Path(d.path).name]
    alike = [d for d in stored if doc.casefold() in d.name.casefold()]
    if not found and part and len(alike) == 1:
        return alike[0]
    if not found:
        raise unknown(doc, [d.name for d in alike])
    if len(found) > 1:
        paths = ", ".join(str(d.path) for d in found)
        raise UsageError(f"Several documents are called {doc}: {paths}. Give the path of one.")
    return found[0]


def unknown(doc: str, alike: Sequence[str] = ()) -> UsageError:
    hint = f"Did you mean {' or '.join(alike[:3])}?" if alike else "'docmine status' lists those that are."
    return UsageError(f"No document in the index is called {doc!r}. {hint}")


def layout(connection: duckdb.DuckDBPyConnection, docs: Sequence[str]) -> dict[str, list[tuple[BlockKind, str]]]:
    """Name of each of these current documents → kind and text of each of its blocks, in order."""
    found: dict[str, list[tuple[BlockKind, str]]] = {name: [] for name in docs}
    rows = connection.execute(
        f"SELECT doc, kind, text FROM blocks WHERE doc IN {NAMES} ORDER BY doc, block", [listed(docs)]
    ).fetchall()
    for doc, kind, text in rows:
        found[doc].append((kind, text))
    return found


def text(connection: duckdb.DuckDBPyConnection, key: str) -> str:
    found: str = connection.execute("SELECT text FROM all_documents WHERE doc_id = ?", [key]).fetchall()[0][0]
    return found


def blocks(connection: duckdb.DuckDBPyConnection, key: str, *, boxes: bool = True) -> tuple[Block, ...]:
    chosen = "*" if boxes else "* REPLACE ([] AS boxes)"
    rows = _dicts(connection, f"SELECT {chosen} FROM all_blocks WHERE doc_id = ? ORDER BY block", [key])
    return tuple(to_block(row) for row in rows)


def plain_blocks(connection: duckdb.DuckDBPyConnection, docs: Sequence[str]) -> dict[str, list[Block]]:
    """Name of each of these current documents → its layout, without boxes and links."""
    found: dict[str, list[Block]] = {name: [] for name in docs}
    rows = _dicts(
        connection,
        f"SELECT * REPLACE ([] AS boxes, [] AS links) FROM blocks WHERE doc IN {NAMES} ORDER BY doc, block",
        [listed(docs)],
    )
    for row in rows:
        found[row["doc"]].append(to_block(row))
    return found


def spans(connection: duckdb.DuckDBPyConnection, kind: type[S], docs: Sequence[str] | None = None) -> tuple[S, ...]:
    """All current sentences, passages or records of one kind; of the documents called `docs` where given."""
    where, values = ("", []) if docs is None else (f"WHERE doc IN {NAMES}", [listed(docs)])
    return _select(connection, kind, f"{where} ORDER BY {_ORDER}", values)


def spans_of(connection: duckdb.DuckDBPyConnection, kind: type[S], key: str) -> tuple[S, ...]:
    """All of one kind in one version of a document, which may be an earlier one."""
    current = _select(connection, kind, f"WHERE doc_id = ? ORDER BY {_ORDER}", [key])
    return current or _select(connection, kind, "WHERE doc_id = ? ORDER BY start_char, end_char", [key], "all_")


def spans_as_read(connection: duckdb.DuckDBPyConnection, kind: type[S], key: str, name: str) -> tuple[S, ...]:
    """All of one kind in one version of the document called `name` now: by its table alone, which is the fastest."""
    found = _select(connection, kind, "WHERE doc_id = ? ORDER BY start_char, end_char", [key], "all_")
    return tuple(replace(span, doc=name) for span in found)


def passages_by_id(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> tuple[Passage, ...]:
    names = ", ".join(f'"{name}"' for name in columns_of(Passage))
    rows = _dicts(connection, f"SELECT id, {names} FROM passages WHERE id IN (SELECT unnest(?))", [list(ids)])
    found = {row["id"]: to_span(Passage, row) for row in rows}
    return tuple(found[key] for key in ids)


def without_vector(connection: duckdb.DuckDBPyConnection, model: str) -> tuple[Passage, ...]:
    missing = "ANTI JOIN (SELECT text_hash FROM vectors WHERE model = ?) AS v USING (text_hash)"
    return _select(connection, Passage, f"{missing} ORDER BY {_ORDER}", [model])


def sentences_without_vector(connection: duckdb.DuckDBPyConnection, model: str) -> tuple[Sentence, ...]:
    # Sentences are compared by their bare text, so that its hash need not be kept beside it.
    missing = f"WHERE {HASH_OF_TEXT} NOT IN (SELECT text_hash FROM vectors WHERE model = ?)"
    return _select(connection, Sentence, f"{missing} ORDER BY {_ORDER}", [model])


def records(connection: duckdb.DuckDBPyConnection, kind: str, filters: Filters) -> tuple[Record, ...]:
    """The current records of one kind that pass every filter, by the date and name of their document, then place.

    Raises UsageError for a filter that this kind cannot have, or whose value is none.
    """
    _refuse_blank(filters)
    if kind == DocumentRecord.kind:
        return _document_records(connection, filters)
    record = TYPE_OF_KIND[kind]
    conditions, values = _conditions(connection, record, filters)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return _select(connection, record, f"{where} ORDER BY {_ORDER} {_limit(filters)}", values)


def _select(
    connection: duckdb.DuckDBPyConnection, kind: type[S], rest: str, values: list[Any], versions: str = ""
) -> tuple[S, ...]:
    """`versions`: "all_" for those of every version, else those of the current ones."""
    names = ", ".join(f'r."{name}"' for name in columns_of(kind))
    rows = _dicts(connection, f"SELECT {names} FROM {versions}{SPAN_TABLES[kind]} AS r {rest}", values)
    return tuple(to_span(kind, row) for row in rows)


def _document_records(connection: duckdb.DuckDBPyConnection, filters: Filters) -> tuple[Record, ...]:
    """A document has no text of its own here: topic and contains look at its title and text."""
    for option in ("owner", "due_before", "strength", "confidence"):
        _refuse(filters, option, "document")
    conditions, values = _about_document(connection, filters)
    if filters.contains:
        conditions.append(_has("d.text"))
        values.append(filters.contains)
    if filters.topic:
        condition, patterns = _about_topic(connection, filters.topic, "concat_ws(' ', d.title, d.text)", "d.doc_id")
        conditions.append(condition)
        values.extend(patterns)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = _dicts(
        connection,
        f"""SELECT name AS doc, '' AS text, 0 AS start_char, 0 AS end_char, if(pages > 0, 1, NULL) AS page,
            title, doc_type, published, publisher, addressee, series, number
            FROM documents AS d {where} ORDER BY published_from NULLS LAST, name, doc_id {_limit(filters)}""",
        values,
    )
    return tuple(to_span(DocumentRecord, row) for row in rows)


def _conditions(
    connection: duckdb.DuckDBPyConnection, record: type[Record], filters: Filters
) -> tuple[list[str], list[Any]]:
    conditions, values = _about_document(connection, filters)
    if filters.owner:
        if record not in _OWNER_COLUMN:
            _refuse(filters, "owner", record.kind)
        conditions.append(_has(f"r.{_OWNER_COLUMN[record]}"))
        values.append(filters.owner)
    if filters.strength:
        if record is not Commitment:
            _refuse(filters, "strength", record.kind)
        if filters.strength not in get_args(Strength):
            raise UsageError(f"--strength {filters.strength!r} is none of {', '.join(get_args(Strength))}.")
        conditions.append("r.strength = ?")
        values.append(filters.strength)
    if filters.due_before:
        if record is not Commitment:
            _refuse(filters, "due_before", record.kind)
        conditions.append("r.due_to < ?")
        values.append(partial.asked(filters.due_before, "--due-before")[0])
    if filters.confidence is not None:
        if "confidence" not in columns_of(record):
            _refuse(filters, "confidence", record.kind)
        if not 0 <= filters.confidence <= 1:
            raise UsageError(f"--confidence {filters.confidence} is no probability. Give a number from 0 to 1.")
        conditions.append("r.confidence >= ?")
        values.append(filters.confidence)
    if filters.contains:
        conditions.append(_has(f"concat_ws(' ', {_own_words(record, 'metric')}, {_AROUND.format('s.text')})"))
        values.append(filters.contains)
    if filters.topic:
        # A paragraph often names its subject once and then says "this service": the block speaks for the sentence.
        subject = "concat_ws(' ', array_to_string(s.headings, ' '), b.text)"
        around = f"concat_ws(' ', {_own_words(record, 'topic', 'metric')}, {_AROUND.format(subject)})"
        condition, patterns = _about_topic(connection, filters.topic, around, "r.doc_id")
        conditions.append(condition)
        values.extend(patterns)
    return conditions, values


_AROUND = """(SELECT any_value({}) FROM all_sentences AS s JOIN all_blocks AS b USING (doc_id, block)
    WHERE s.doc_id = r.doc_id AND s.start_char <= r.start_char AND r.start_char < s.end_char)"""


def _own_words(record: type[Record], *names: str) -> str:
    """The record's text, and what else of it is in words, as a list of SQL expressions."""
    return ", ".join(["r.text", *(f"r.{name}" for name in names if name in columns_of(record))])


def _about_document(connection: duckdb.DuckDBPyConnection, filters: Filters) -> tuple[list[str], list[Any]]:
    """Conditions that hold of a document as of each of its records."""
    conditions: list[str] = []
    values: list[Any] = []
    if filters.doc:
        asked = filters.doc.casefold()
        stored = documents(connection)
        chosen = [d.doc_id for d in stored if asked == d.name.casefold()]
        chosen = chosen or [d.doc_id for d in stored if asked in d.name.casefold()]
        if not chosen:
            raise unknown(filters.doc)
        conditions.append("doc_id IN (SELECT unnest(?))")
        values.append(chosen)
    if filters.since:
        conditions.append("published_to >= ?")
        values.append(partial.asked(filters.since, "--since")[0])
    if filters.until:
        conditions.append("published_from <= ?")
        values.append(partial.asked(filters.until, "--until")[1])
    return conditions, values


def _refuse_blank(filters: Filters) -> None:
    """A filter without a word in it would let everything pass, as if it had not been given."""
    for field in fields(filters):
        value = getattr(filters, field.name)
        if isinstance(value, str) and (not value.strip() or (field.name == "topic" and not re.search(r"\w", value))):
            option = f"--{field.name.replace('_', '-')}"
            raise UsageError(f"{option} {value!r} has nothing in it to look for. Fill it in, or leave it out.")


def _refuse(filters: Filters, option: str, kind: str) -> None:
    if getattr(filters, option) is not None:
        raise UsageError(f"--{option.replace('_', '-')} does not apply to records of kind {kind!r}. Leave it out.")


def _limit(filters: Filters) -> str:
    if filters.limit is None:
        return ""
    if filters.limit < 1:
        raise UsageError(f"--limit {filters.limit} is not a number of rows. Give 1 or more.")
    return f"LIMIT {int(filters.limit)}"


def _has(expression: str) -> str:
    """Contains, whatever the case, the accents and the white space (a text may break across lines)."""

    def plain(value: str) -> str:
        return rf"strip_accents(lower(regexp_replace({value}, '\s+', ' ', 'g')))"

    return f"contains({plain(expression)}, {plain('?')})"


def _about_topic(
    connection: duckdb.DuckDBPyConnection, topic: str | tuple[str, ...], expression: str, doc_id: str
) -> tuple[str, list[Any]]:
    """That an SQL expression names all of the topic, or what the acronyms of the index say that it stands for."""
    rows = connection.execute("SELECT doc_id, lower(text), lower(long) FROM acronyms WHERE long IS NOT NULL").fetchall()
    found = [_names(naming, expression, doc_id) for naming in namings(rows, topic)]
    return " AND ".join(condition for condition, _ in found), [value for _, values in found for value in values]


def _names(naming: Naming, expression: str, doc_id: str) -> tuple[str, list[Any]]:
    everywhere = f"regexp_matches(lower({expression}), ?)"
    if not naming.others:
        return everywhere, [naming.pattern]
    there = f"CASE WHEN {doc_id} IN (SELECT unnest(?)) THEN {everywhere} ELSE {everywhere} END"
    return there, [sorted(naming.others), naming.pattern_there, naming.pattern]


def _dicts(connection: duckdb.DuckDBPyConnection, sql: str, values: list[Any]) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
