"""What was made from documents before, with what it was made from; and what people said of findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import duckdb

from docmine.records import Verdict
from docmine.store.lists import TEXTS, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a person said of a finding. `id` is that of the commitment, `said` the verdict that docmine had given."""

    id: str
    doc: str
    text: str
    said: str
    verdict: Verdict
    reason: str
    reviewed: datetime


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where results of one kind are kept: the tables of their rows and of their documents, and the column that has
    the whole of a result as JSON."""

    rows: str
    documents: str
    whole: str


FINDINGS = Shelf("all_findings", "tracked", "finding")
CHECKS = Shelf("all_checks", "checked", "found")
Made = Mapping[str, tuple[str, Iterable[Mapping[str, Any]]]]
"""doc_id → what its results were made from, and their rows, which are taken once, as they are written."""
AT_ONCE = 500
"""Rows in memory together: of a long series each names hundreds of documents."""


def fingerprints(connection: duckdb.DuckDBPyConnection, shelf: Shelf) -> dict[str, str]:
    """doc_id → what its results were made from, for documents whose results are kept."""
    return dict(connection.execute(f"SELECT doc_id, fingerprint FROM {shelf.documents}").fetchall())


def kept(connection: duckdb.DuckDBPyConnection, shelf: Shelf, keys: Sequence[str]) -> dict[str, list[str]]:
    """doc_id → its results as JSON, in the order in which they were made, for those of `keys`."""
    found: dict[str, list[str]] = {key: [] for key in keys}
    rows = connection.execute(
        f"SELECT doc_id, {shelf.whole} FROM {shelf.rows} WHERE doc_id IN {TEXTS} ORDER BY rowid",
        [joined(keys)],
    ).fetchall()
    for key, result in rows:
        found[key].append(result)
    return found


def hold(connection: duckdb.DuckDBPyConnection, shelf: Shelf) -> bool:
    """Whether results are kept, and no document came after they were last found to hold."""
    mark = f"(SELECT min({shelf.documents}) FROM {shelf.documents})"
    sql = f"SELECT coalesce({mark} >= (SELECT max(ingested) FROM all_documents WHERE current), false)"
    return bool(connection.execute(sql).fetchall()[0][0])


def verdicts(connection: duckdb.DuckDBPyConnection, keys: Collection[str]) -> dict[tuple[str, int, int], str]:
    """Place (document, first and last character) of each commitment of these documents → its verdict, or a person's.

    To be asked where findings `hold`: what is called dropped may stand in a document that came after.
    """
    rows = connection.execute(
        f"""
        SELECT f.doc_id, f.start_char, f.end_char, coalesce(r.verdict, f.verdict)
        FROM all_findings AS f
        LEFT JOIN all_commitments AS c USING (doc_id, start_char, end_char)
        LEFT JOIN (SELECT id, arg_max(verdict, reviewed) AS verdict FROM reviews GROUP BY id) AS r ON r.id = c.id
        WHERE f.doc_id IN {TEXTS}
        """,
        [joined(sorted(keys))],
    ).fetchall()
    return {(key, start, end): verdict for key, start, end, verdict in rows}


def keep(connection: duckdb.DuckDBPyConnection, shelf: Shelf, made: Made, *, rules: int) -> None:
    """Replace the results of these documents; all others are known to hold still. Those of documents that are no
    longer current, go."""
    from docmine.store.write import insert, now, transaction

    with transaction(connection):
        for table in (shelf.rows, shelf.documents):
            connection.execute(
                f"DELETE FROM {table}"
                " WHERE doc_id IN (SELECT unnest(?)) OR doc_id NOT IN (SELECT doc_id FROM documents)",
                [list(made)],
            )
        results = ({"doc_id": key, **row} for key, (_, rows) in made.items() for row in rows)
        while some := list(islice(results, AT_ONCE)):
            insert(connection, shelf.rows, some)
        at = now()
        marks = [
            {"doc_id": key, "rules": rules, "fingerprint": mark, shelf.documents: at} for key, (mark, _) in made.items()
        ]
        insert(connection, shelf.documents, marks)
        connection.execute(f"UPDATE {shelf.documents} SET {shelf.documents} = ?", [at])


def courses(connection: duckdb.DuckDBPyConnection, fingerprint: str) -> list[str] | None:
    """The series of the whole index as JSON, where they were made from the same; else None."""
    made = "SELECT count(*) FROM courses_made WHERE fingerprint = ?"
    if not connection.execute(made, [fingerprint]).fetchall()[0][0]:
        return None
    return [row[0] for row in connection.execute("SELECT series FROM courses ORDER BY place").fetchall()]


def keep_courses(
    connection: duckdb.DuckDBPyConnection, fingerprint: str, rows: Sequence[Mapping[str, Any]], *, rules: int
) -> None:
    """Replace all series."""
    from docmine.store.write import insert, now, transaction

    with transaction(connection):
        connection.execute("DELETE FROM courses")
        connection.execute("DELETE FROM courses_made")
        insert(connection, "courses", [{"place": place, **row} for place, row in enumerate(rows)])
        insert(connection, "courses_made", [{"rules": rules, "fingerprint": fingerprint, "made": now()}])


def reviews(connection: duckdb.DuckDBPyConnection) -> dict[str, Review]:
    """Id of a commitment → what was said of it last."""
    rows = connection.execute(
        "SELECT id, doc, text, said, verdict, reason, reviewed FROM reviews ORDER BY reviewed"
    ).fetchall()
    return {
        id: Review(id=id, doc=doc, text=text, said=said, verdict=verdict, reason=reason, reviewed=reviewed)
        for id, doc, text, said, verdict, reason, reviewed in rows
    }


def review(
    connection: duckdb.DuckDBPyConnection, id: str, *, doc: str, text: str, said: str, verdict: Verdict, reason: str
) -> Review:
    """Note what a person says of a finding; what was said of it before stays in the table."""
    from docmine.store.write import now, transaction

    made = Review(id=id, doc=doc, text=text, said=said, verdict=verdict, reason=reason, reviewed=now())
    with transaction(connection):
        connection.execute(
            "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?)", [id, doc, text, said, verdict, reason, made.reviewed]
        )
    return made
