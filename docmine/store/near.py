"""What a search has to know of documents, and of the names in them.

Reads only what is asked for, however large the index: nothing here scans the text of every document.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

import duckdb

from docmine.store.lists import TEXTS, joined


class About(NamedTuple):
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


_ABOUT = (
    "SELECT doc_id, name, coalesce(title, ''), doc_type, number, signatory, publisher, published, published_from,"
    " published_to FROM {} WHERE current"
)


def about(connection: duckdb.DuckDBPyConnection, keys: Collection[str]) -> dict[str, About]:
    """Id of each of these current documents → what it is."""
    wanted = [joined(sorted(keys))]
    among = f"SELECT name FROM all_documents WHERE current AND doc_id IN {TEXTS}"
    sql = f"SELECT count(*) = count(DISTINCT name) FROM all_documents WHERE current AND name IN ({among})"
    # Names that several documents share are told apart by the view, which looks at those of all.
    apart = connection.execute(sql, wanted).fetchall()[0][0]
    source = _ABOUT.format("all_documents" if apart else "documents")
    rows = connection.execute(f"{source} AND doc_id IN {TEXTS}", wanted).fetchall()
    return {key: About(*row) for key, *row in rows}


def abouts(connection: duckdb.DuckDBPyConnection) -> dict[str, About]:
    """Id of every current document → what it is."""
    return {key: About(*row) for key, *row in connection.execute(_ABOUT.format("documents")).fetchall()}


def documents_like(
    connection: duckdb.DuckDBPyConnection,
    doc_types: Collection[str],
    numbers: Collection[str],
    published: tuple[date | None, date | None] | None,
) -> set[str]:
    """Ids of the current documents of one of these types, with one of these numbers, that came out in this period,
    each where it is given."""
    conditions = ["current"]
    values: list[Any] = []
    for column, wanted in (("doc_type", doc_types), ("number", numbers)):
        if wanted:
            conditions.append(f"{column} IN (SELECT unnest(?))")
            values.append(sorted(wanted))
    if published is not None:
        conditions.append("published_from <= coalesce(?, DATE '9999-12-31')")
        conditions.append("published_to >= coalesce(?, DATE '0001-01-01')")
        values += [published[1], published[0]]
    rows = connection.execute(f"SELECT doc_id FROM all_documents WHERE {' AND '.join(conditions)}", values).fetchall()
    return {key for (key,) in rows}


def additions(connection: duckdb.DuckDBPyConnection, keys: Collection[str] | None = None) -> dict[tuple[str, int], str]:
    """Blocks of these documents, or of all, that were added later → when."""
    sql = "SELECT doc_id, block, date FROM additions"
    if keys is None:
        rows = connection.execute(sql).fetchall()
    else:
        rows = connection.execute(f"{sql} WHERE doc_id IN {TEXTS}", [joined(sorted(keys))]).fetchall()
    return {(key, block): when for key, block, when in rows}


ShortForm = tuple[str, str, str | None]
"""Document, short form and long form."""
_SHORT_FORMS = "FROM all_acronyms AS a SEMI JOIN (FROM all_documents WHERE current) USING (doc_id)"
_WORDS_OF_LONG = "string_split_regex(lower(long), '[^a-z0-9]+')"
_PEOPLE = "FROM all_owners SEMI JOIN (FROM all_documents WHERE current) USING (doc_id)"


def short_forms(connection: duckdb.DuckDBPyConnection, words: Collection[str]) -> tuple[ShortForm, ...]:
    """What is written like one of `words` (in lower case) or stands for something that has one of them."""
    rows = connection.execute(
        f"""
        SELECT DISTINCT doc_id, a.text, long {_SHORT_FORMS}
        WHERE list_contains(string_split(?, ','), lower(a.text)) OR list_has_any(string_split(?, ','), {_WORDS_OF_LONG})
        ORDER BY ALL
        """,
        [joined(sorted(words)), joined(sorted(words))],
    ).fetchall()
    return tuple(rows)


class ShortForms:
    """Those of all documents."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        rows = connection.execute(
            f"SELECT DISTINCT doc_id, a.text, long, lower(a.text), {_WORDS_OF_LONG} {_SHORT_FORMS} ORDER BY ALL"
        ).fetchall()
        self._all: list[ShortForm] = [(key, short, long) for key, short, long, *_ in rows]
        self._with: dict[str, list[int]] = {}
        for i, (*_, short, words) in enumerate(rows):
            for word in {short, *(words or ())}:
                self._with.setdefault(word, []).append(i)

    def like(self, words: Collection[str]) -> tuple[ShortForm, ...]:
        """As `short_forms`."""
        return tuple(self._all[i] for i in sorted({i for word in words for i in self._with.get(word, ())}))


def people(connection: duckdb.DuckDBPyConnection, words: Collection[str]) -> tuple[str, ...]:
    """Names of people of whom one name is one of `words` (in lower case)."""
    rows = connection.execute(
        f"SELECT DISTINCT name {_PEOPLE}"
        " WHERE list_has_any(string_split(?, ','), string_split(lower(name), ' ')) ORDER BY name",
        [joined(sorted(words))],
    ).fetchall()
    return tuple(name for (name,) in rows)


class People:
    """Those of all documents."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        sql = f"SELECT DISTINCT name, string_split(lower(name), ' ') {_PEOPLE} ORDER BY name"
        self._with: dict[str, list[tuple[int, str]]] = {}
        for i, (name, parts) in enumerate(connection.execute(sql).fetchall()):
            for part in set(parts or ()):
                self._with.setdefault(part, []).append((i, name))

    def named(self, words: Collection[str]) -> tuple[str, ...]:
        """As `people`."""
        return tuple(name for _, name in sorted({found for word in words for found in self._with.get(word, ())}))


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
        JOIN all_documents AS d ON d.doc_id = p.doc_id AND d.current
        GROUP BY p.id, d.published_from ORDER BY d.published_from DESC NULLS LAST, p.id LIMIT ?
        """,
        [*values, limit],
    ).fetchall()
    return tuple(key for (key,) in rows)


def known(connection: duckdb.DuckDBPyConnection, words: Collection[str]) -> set[str]:
    """Those of `words` (in lower case) that passages have, as written."""
    rows = connection.execute(
        f"SELECT word FROM search_terms WHERE word IN {TEXTS}", [joined(sorted(words))]
    ).fetchall()
    return {word for (word,) in rows}


def like(connection: duckdb.DuckDBPyConnection, word: str) -> tuple[str, ...]:
    """Words of passages that begin or end as `word` does, and are about as long: what it may be a slip of."""
    rows = connection.execute(
        """
        SELECT word FROM search_terms
        WHERE term IS NOT NULL AND abs(length(word) - length(?)) <= 2 AND (left(word, 2) = ? OR right(word, 3) = ?)
        ORDER BY word
        """,
        [word, word[:2], word[-3:]],
    ).fetchall()
    return tuple(found for (found,) in rows)


def headings(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Every different heading of the current documents, in the order of the alphabet."""
    sql = "SELECT DISTINCT text FROM blocks WHERE kind = 'heading' ORDER BY text"
    return [heading for (heading,) in connection.execute(sql).fetchall()]
