"""The numbers that search gives to passages: one range a document, behind those of the documents before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import duckdb

from docmine.store.lists import TEXTS, joined

if TYPE_CHECKING:
    import numpy as np

_BY_INDEX = 1000
"""Numbers asked for in one go; of more than 2048 DuckDB reads the whole table."""
_MOST_KEPT = 100_000
"""Passages of which is kept what they are called."""


@dataclass(slots=True)
class Numbers:
    """What is known of passages by their numbers, and by their ids."""

    ids: dict[int, str] = field(default_factory=dict)
    places: dict[str, int | None] = field(default_factory=dict)
    """Id → number of its block; None where search does not know the passage."""
    whole: tuple[np.ndarray, np.ndarray, np.ndarray] | None = None
    """Number, id and place of every passage, by number; once questions have come that often that it is worth it."""

    def read(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Read `whole`."""
        import numpy as np

        found = connection.execute("SELECT passage, id, place FROM search_passages ORDER BY passage").fetchnumpy()
        self.whole = found["passage"], np.array(found["id"].tolist(), dtype="S"), np.ma.filled(found["place"], -1)

    def of(self, passages: Sequence[int]) -> dict[int, str]:
        """Number of each of these passages → its id, from `whole`."""
        import numpy as np

        if len(self.places) > _MOST_KEPT:
            self.places.clear()
        assert self.whole is not None
        numbers, ids, places = self.whole
        at = np.searchsorted(numbers, np.asarray(passages, dtype=np.int64))
        names = [key.decode() for key in ids[at].tolist()]
        self.places |= zip(names, [None if place < 0 else place for place in places[at].tolist()], strict=True)
        return dict(zip(passages, names, strict=True))


def forget(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> None:
    """Drop what search knows of these documents."""
    for span, column, tables in (
        ("first_passage, last_passage", "passage", ("search_postings", "search_codes", "search_passages")),
        ("first_place, last_place", "place", ("search_blocks",)),
    ):
        rows = connection.execute(
            f"SELECT {span} FROM search_documents WHERE doc_id IN (SELECT unnest(?))", [list(keys)]
        ).fetchall()
        if not rows:
            return
        ranges = ", ".join(f"({first}, {last})" for first, last in rows)
        gone = f"SELECT unnest(range(first, last + 1)) FROM (VALUES {ranges}) AS r(first, last)"
        for table in tables:
            connection.execute(f"DELETE FROM {table} WHERE {column} IN ({gone})")
    connection.execute("DELETE FROM search_documents WHERE doc_id IN (SELECT unnest(?))", [list(keys)])


def ids_of(
    connection: duckdb.DuckDBPyConnection, passages: Sequence[int], known: Numbers | None = None
) -> dict[int, str]:
    """Number of each of these passages → its id."""
    known = Numbers() if known is None else known
    if known.whole is not None:
        return known.of(passages)
    missing = [passage for passage in passages if passage not in known.ids]
    for first in range(0, len(missing), _BY_INDEX):
        some = ", ".join(map(str, missing[first : first + _BY_INDEX]))
        rows = connection.execute(f"SELECT passage, id, place FROM search_passages WHERE passage IN ({some})")
        for passage, key, place in rows.fetchall():
            known.ids[passage], known.places[key] = key, place
    return {passage: known.ids[passage] for passage in passages}


def places_of(connection: duckdb.DuckDBPyConnection, ids: Collection[str], known: Numbers) -> dict[str, int | None]:
    """Id of each of these passages → number of its block; None where search does not know it."""
    missing = [key for key in ids if key not in known.places]
    if missing:
        sql = f"SELECT id, place FROM search_passages WHERE id IN {TEXTS}"
        known.places |= dict.fromkeys(missing) | dict(connection.execute(sql, [joined(missing)]).fetchall())
    return {key: known.places[key] for key in ids}


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
        INSERT INTO search_documents (doc_id, first_passage, last_passage, coded_for)
        SELECT key, coalesce(min(passage), 0), coalesce(max(passage), -1), NULL
        FROM (SELECT unnest(?) AS key) LEFT JOIN arriving ON doc_id = key GROUP BY key ORDER BY key
        """,
        [list(keys)],
    )
