"""What stands where a search looks: the lines of passages, what was found in them, and what their documents are.

Reads only what is asked for, however large the index: nothing here scans the text of every document.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from docmine.records import Ask, Commitment, DateMention, Figure, Owner, Quote, Record
from docmine.store.rows import columns_of, to_span

BEFORE, AFTER = 5, 1
"""Blocks that are read before and after each: the words above a list are rarely further off than five bullets."""
_RECORDS: tuple[type[Record], ...] = (Commitment, Figure, DateMention, Owner, Quote, Ask)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A passage, and where it stands."""

    id: str
    doc_id: str
    block: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence, a bullet or a row, and the block it stands in."""

    doc_id: str
    block: int
    kind: str
    """That of the block: paragraph, list_item, table_row, heading ..."""
    headers: tuple[str, ...]
    """Of a row of a table: what its columns are called."""
    page: int | None
    start: int
    end: int
    text: str
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a search has to know of a document."""

    name: str
    title: str
    doc_type: str | None
    number: str | None
    signatory: str | None
    publisher: str | None
    published: str | None
    published_from: date | None
    published_to: date | None


def held(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> tuple[Held, ...]:
    """The passages with these ids, by document and place."""
    rows = connection.execute(
        "SELECT id, doc_id, block, start_char, end_char, text, headings, text_hash FROM all_passages"
        " WHERE id IN (SELECT unnest(?)) ORDER BY doc_id, start_char",
        [list(ids)],
    ).fetchall()
    return tuple(
        Held(id=i, doc_id=d, block=b, start=s, end=e, text=t, headings=tuple(h), text_hash=x)
        for i, d, b, s, e, t, h, x in rows
    )


def lines(connection: duckdb.DuckDBPyConnection, places: Collection[tuple[str, int]]) -> tuple[Line, ...]:
    """The sentences of these blocks (document, number) and of those around them, by document and place."""
    wanted = sorted({(key, near) for key, block in places for near in range(block - BEFORE, block + AFTER + 1)})
    rows = connection.execute(
        """
        WITH wanted AS (SELECT unnest(?) AS doc_id, unnest(?) AS block)
        SELECT s.doc_id, s.block, b.kind, b.headers, s.page, s.start_char, s.end_char, s.text, s.headings
        FROM all_sentences AS s JOIN wanted USING (doc_id, block) JOIN all_blocks AS b USING (doc_id, block)
        ORDER BY s.doc_id, s.start_char
        """,
        [[key for key, _ in wanted], [block for _, block in wanted]],
    ).fetchall()
    return tuple(
        Line(doc_id=d, block=b, kind=k, headers=tuple(r or ()), page=p, start=s, end=e, text=t, headings=tuple(h))
        for d, b, k, r, p, s, e, t, h in rows
    )


def found(
    connection: duckdb.DuckDBPyConnection, places: Collection[tuple[str, int]]
) -> dict[tuple[str, int], list[Record]]:
    """What was found in these blocks (document, number), by block; each kind by place."""
    wanted = sorted(places)
    values: list[Any] = [[key for key, _ in wanted], [block for _, block in wanted]]
    by_block: dict[tuple[str, int], list[Record]] = {}
    for kind in _RECORDS:
        names = ", ".join(f'r."{name}"' for name in columns_of(kind))
        cursor = connection.execute(
            f"""
            WITH wanted AS (SELECT unnest(?) AS doc_id, unnest(?) AS block)
            SELECT r.doc_id, r.block, {names} FROM all_{kind.kind}s AS r JOIN wanted USING (doc_id, block)
            ORDER BY r.doc_id, r.start_char
            """,
            values,
        )
        for key, block, *row in cursor.fetchall():
            record = to_span(kind, dict(zip(columns_of(kind), row, strict=True)))
            by_block.setdefault((key, block), []).append(record)
    return by_block


def about(connection: duckdb.DuckDBPyConnection, keys: Collection[str]) -> dict[str, About]:
    """Id of each of these current documents → what it is."""
    rows = connection.execute(
        "SELECT doc_id, name, coalesce(title, ''), doc_type, number, signatory, publisher, published, published_from,"
        " published_to FROM documents WHERE doc_id IN (SELECT unnest(?))",
        [sorted(keys)],
    ).fetchall()
    names = ("name", "title", "doc_type", "number", "signatory", "publisher")
    names += ("published", "published_from", "published_to")
    return {key: About(**dict(zip(names, row, strict=True))) for key, *row in rows}


def additions(connection: duckdb.DuckDBPyConnection, keys: Collection[str]) -> dict[tuple[str, int], str]:
    """Blocks of these documents that were added later → when."""
    rows = connection.execute(
        "SELECT doc_id, block, date FROM additions WHERE doc_id IN (SELECT unnest(?))", [sorted(keys)]
    ).fetchall()
    return {(key, block): when for key, block, when in rows}


def short_forms(
    connection: duckdb.DuckDBPyConnection, words: Collection[str]
) -> tuple[tuple[str, str, str | None], ...]:
    """Document, short form and long form, of what is written like one of `words` (in lower case) or stands for
    something that has one of them."""
    rows = connection.execute(
        """
        SELECT DISTINCT doc_id, a.text, long FROM all_acronyms AS a SEMI JOIN documents USING (doc_id)
        WHERE list_contains(?, lower(a.text)) OR list_has_any(?, string_split_regex(lower(long), '[^a-z0-9]+'))
        ORDER BY ALL
        """,
        [sorted(words), sorted(words)],
    ).fetchall()
    return tuple(rows)


def people(connection: duckdb.DuckDBPyConnection, words: Collection[str]) -> tuple[str, ...]:
    """Names of people of whom one name is one of `words` (in lower case)."""
    rows = connection.execute(
        "SELECT DISTINCT name FROM all_owners SEMI JOIN documents USING (doc_id)"
        " WHERE list_has_any(?, string_split(lower(name), ' ')) ORDER BY name",
        [sorted(words)],
    ).fetchall()
    return tuple(name for (name,) in rows)


def passages_of_records(
    connection: duckdb.DuckDBPyConnection,
    *,
    due: tuple[date | None, date | None] | None = None,
    verdicts: Collection[str] = (),
    speakers: Collection[str] = (),
    limit: int = 100,
) -> tuple[str, ...]:
    """Ids of the current passages that hold commitments due within a period, or with one of these verdicts, or
    quotations of one of these people, the newest documents first."""
    parts: list[str] = []
    values: list[Any] = []
    if due is not None:
        parts.append(
            "SELECT doc_id, start_char FROM all_commitments"
            " WHERE due_from <= coalesce(?, DATE '9999-12-31') AND due_to >= coalesce(?, DATE '0001-01-01')"
        )
        values += [due[1], due[0]]
    if verdicts:
        parts.append("SELECT doc_id, start_char FROM all_findings WHERE verdict IN (SELECT unnest(?))")
        values.append(sorted(verdicts))
    if speakers:
        parts.append("SELECT doc_id, start_char FROM all_quotes WHERE speaker IN (SELECT unnest(?))")
        values.append(sorted(speakers))
    if not parts:
        return ()
    rows = connection.execute(
        f"""
        WITH places AS ({" UNION ".join(parts)})
        SELECT p.id FROM places AS r JOIN all_passages AS p
            ON p.doc_id = r.doc_id AND p.start_char <= r.start_char AND r.start_char < p.end_char
        JOIN documents AS d ON d.doc_id = p.doc_id
        GROUP BY p.id, d.published_from ORDER BY d.published_from DESC NULLS LAST, p.id LIMIT ?
        """,
        [*values, limit],
    ).fetchall()
    return tuple(key for (key,) in rows)
