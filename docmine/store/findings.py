"""Findings that were made before, with what they were made from; and what people said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from docmine.records import Verdict
from docmine.store.write import insert, now, transaction


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


def fingerprints(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """doc_id → what its findings were made from, for documents whose findings are kept."""
    return dict(connection.execute("SELECT doc_id, fingerprint FROM tracked").fetchall())


def kept(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> dict[str, list[str]]:
    """doc_id → its findings as JSON, by place, for those of `keys`."""
    found: dict[str, list[str]] = {key: [] for key in keys}
    rows = connection.execute(
        "SELECT doc_id, finding FROM all_findings WHERE doc_id IN (SELECT unnest(?))"
        " ORDER BY doc_id, start_char, end_char",
        [list(keys)],
    ).fetchall()
    for key, finding in rows:
        found[key].append(finding)
    return found


def keep(
    connection: duckdb.DuckDBPyConnection,
    made: Mapping[str, tuple[str, Sequence[Mapping[str, Any]]]],
    *,
    rules: int,
) -> None:
    """Replace the findings of these documents: doc_id → fingerprint and rows. Those of documents that went, go."""
    with transaction(connection):
        for table in ("all_findings", "tracked"):
            connection.execute(
                f"DELETE FROM {table}"
                " WHERE doc_id IN (SELECT unnest(?)) OR doc_id NOT IN (SELECT doc_id FROM documents)",
                [list(made)],
            )
        insert(connection, "all_findings", [{"doc_id": key, **row} for key, (_, rows) in made.items() for row in rows])
        at = now()
        marks = [{"doc_id": key, "rules": rules, "fingerprint": mark, "tracked": at} for key, (mark, _) in made.items()]
        insert(connection, "tracked", marks)


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
    made = Review(id=id, doc=doc, text=text, said=said, verdict=verdict, reason=reason, reviewed=now())
    with transaction(connection):
        connection.execute(
            "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?)", [id, doc, text, said, verdict, reason, made.reviewed]
        )
    return made
