"""Which file has which content, and had before: the history of each path, and what follows from it for documents."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from docmine.store.rows import DOCUMENT_TABLES


def put(connection: duckdb.DuckDBPyConnection, path: str | None, name: str, key: str, found: datetime) -> None:
    """The file at `path` has the content `key`: its earlier content becomes history.

    Files that had the same content and are gone have moved here, with their history where this path has none.
    """
    at = "path IS NOT DISTINCT FROM ?"
    _moved(connection, path, name, key)
    if not connection.execute(f"SELECT 1 FROM places WHERE doc_id = ? AND current AND {at}", [key, path]).fetchall():
        latest = "SELECT coalesce(max(version), 0) FROM places WHERE path = ?"
        version = connection.execute(latest, [path]).fetchall()[0][0] + 1
        connection.execute("UPDATE places SET current = false WHERE path = ?", [path])
        connection.execute("INSERT INTO places VALUES (?, ?, ?, ?, true, ?)", [path, name, key, version, found])
    settle(connection)


def drop(connection: duckdb.DuckDBPyConnection, paths: Sequence[str | None]) -> int:
    """Forget these paths; how many versions they had."""
    dropped = connection.execute("DELETE FROM places WHERE path IN (SELECT unnest(?)) RETURNING 1", [list(paths)])
    versions = len(dropped.fetchall())
    settle(connection)
    return versions


def settle(connection: duckdb.DuckDBPyConnection) -> None:
    """Documents are current where a file has them, and are named by the first such path, whatever was read first."""
    renamed = connection.execute(
        """
        UPDATE all_documents AS d SET path = p.path, name = p.name, version = p.version, current = p.current
        FROM (
            SELECT DISTINCT ON (doc_id) * FROM places ORDER BY doc_id, current DESC, path, version DESC
        ) AS p
        WHERE d.doc_id = p.doc_id
        AND (d.path, d.name, d.version, d.current) IS DISTINCT FROM (p.path, p.name, p.version, p.current)
        RETURNING d.doc_id
        """
    ).fetchall()
    for table in DOCUMENT_TABLES if renamed else ():
        if table != "all_documents":
            connection.execute(
                f"UPDATE {table} AS r SET doc = d.name FROM all_documents AS d"
                " WHERE r.doc_id = d.doc_id AND r.doc <> d.name AND d.doc_id IN (SELECT unnest(?))",
                [[key for (key,) in renamed]],
            )


def _moved(connection: duckdb.DuckDBPyConnection, path: str | None, name: str, key: str) -> None:
    others = connection.execute(
        "SELECT path FROM places WHERE doc_id = ? AND current AND path <> ? ORDER BY path", [key, path]
    ).fetchall()
    for (old,) in others:
        if _is_there(old):
            continue
        if connection.execute("SELECT count(*) FROM places WHERE path = ?", [path]).fetchall()[0][0]:
            connection.execute("UPDATE places SET current = false WHERE path = ?", [old])
        else:
            connection.execute("UPDATE places SET path = ?, name = ? WHERE path = ?", [path, name, old])


def _is_there(path: str) -> bool:
    """Whether there is a file at a path. What lies in an archive or a message is there as long as that is."""
    return os.path.exists(path) or any(above.is_file() for above in Path(path).parents)
