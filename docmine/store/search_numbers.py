"""The numbers that search gives to passages: one range a document, behind those of the documents before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb

_BY_INDEX = 1000
"""Numbers asked for in one go; of more than 2048 DuckDB reads the whole table."""


def forget(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> None:
    """Drop what search knows of these documents."""
    rows = connection.execute(
        "SELECT first_passage, last_passage FROM search_documents WHERE doc_id IN (SELECT unnest(?))", [list(keys)]
    ).fetchall()
    if not rows:
        return
    ranges = ", ".join(f"({first}, {last})" for first, last in rows)
    gone = f"SELECT unnest(range(first, last + 1)) FROM (VALUES {ranges}) AS r(first, last)"
    for table in ("search_postings", "search_codes", "search_passages"):
        connection.execute(f"DELETE FROM {table} WHERE passage IN ({gone})")
    connection.execute("DELETE FROM search_documents WHERE doc_id IN (SELECT unnest(?))", [list(keys)])


def ids_of(connection: duckdb.DuckDBPyConnection, passages: Iterable[int]) -> dict[int, str]:
    """Number of each of these passages → its id."""
    wanted = list(passages)
    found: dict[int, str] = {}
    for first in range(0, len(wanted), _BY_INDEX):
        some = ", ".join(map(str, wanted[first : first + _BY_INDEX]))
        found.update(
            connection.execute(f"SELECT passage, id FROM search_passages WHERE passage IN ({some})").fetchall()
        )
    return found


def arrive(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> None:
    """Number the passages of these documents, and put them into the temporary table `arriving` (passage, id, body)."""
    last = connection.execute("SELECT coalesce(max(last_passage), -1) FROM search_documents").fetchall()[0][0]
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE arriving AS
        SELECT (? + row_number() OVER (ORDER BY doc_id, start_char, end_char, id))::INTEGER AS passage, id, doc_id,
            array_to_string(list_append(headings, text), chr(10)) AS body
        FROM all_passages WHERE doc_id IN (SELECT unnest(?))
        """,
        [last, list(keys)],
    )
    connection.execute(
        """
        INSERT INTO search_documents
        SELECT key, coalesce(min(passage), 0), coalesce(max(passage), -1), NULL
        FROM (SELECT unnest(?) AS key) LEFT JOIN arriving ON doc_id = key GROUP BY key ORDER BY key
        """,
        [list(keys)],
    )
