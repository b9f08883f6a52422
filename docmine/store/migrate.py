"""Numbered SQL, applied in order, once each: `migrations/0001_first.sql` and so on."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import duckdb

from docmine.errors import IndexTooNew, IndexTooOld, NotAnIndex

_AFTER = {6: "pack", 7: "fill"}
"""What is done after a script that SQL cannot do: functions of `growing`."""


def scripts() -> dict[int, str]:
    """Number → SQL of every migration that this docmine has."""
    folder = files("docmine.store") / "migrations"
    found = {int(entry.name[:4]): entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".sql")}
    return dict(sorted(found.items()))


def is_current(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether this is an index with the schema of this docmine."""
    return _version(connection) == max(scripts())


def prepare(connection: duckdb.DuckDBPyConnection, path: Path, *, read_only: bool) -> None:
    """Bring the schema up to date.

    Raises NotAnIndex for a database of somebody else, IndexTooNew for one of a later docmine, and IndexTooOld where an
    old one would have to be changed in order to be read.
    """
    known = scripts()
    latest = max(known)
    version = _version(connection)
    if version is None:
        tables = connection.execute("SELECT count(*) FROM duckdb_tables()").fetchall()[0][0]
        if tables or read_only:
            raise NotAnIndex(f"{path} is a DuckDB database, but no index of docmine. Name another file with --index.")
        version = 0
    if version > latest:
        raise IndexTooNew(
            f"The index {path} was written by a later docmine (schema {version}; this one knows {latest})."
            " Upgrade docmine, or ingest into another file."
        )
    if version < latest and read_only:
        raise IndexTooOld(
            f"The index {path} is from an earlier docmine, and cannot be brought up to date now: this needs leave to"
            " write to it, and that nobody else uses it."
        )
    for number in range(version + 1, latest + 1):
        connection.begin()
        try:
            connection.execute(known[number])
            if number in _AFTER:
                from docmine.store import growing

                getattr(growing, _AFTER[number])(connection)
            connection.execute("INSERT INTO schema_version VALUES (?, now() AT TIME ZONE 'UTC')", [number])
            _comment_views(connection)
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
    if version < latest:
        connection.execute("CHECKPOINT")  # changes of the schema do not outlast a kill well (see connection.py)


def _version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The last migration that the index has been through; None where the file is no index."""
    try:
        found: int | None = connection.execute("SELECT max(version) FROM schema_version").fetchall()[0][0]
        connection.execute("SELECT 1 FROM all_documents, places LIMIT 0")
    except (duckdb.CatalogException, duckdb.BinderException):
        return None
    return found


def _comment_views(connection: duckdb.DuckDBPyConnection) -> None:
    """A column of a view has the comment of the table's column that it shows."""
    pairs = connection.execute(
        """
        SELECT v.table_name, v.column_name, coalesce(t.comment, d.comment, b.comment)
        FROM duckdb_columns() AS v
        LEFT JOIN duckdb_columns() AS t ON t.table_name = 'all_' || v.table_name AND t.column_name = v.column_name
        LEFT JOIN duckdb_columns() AS d ON d.table_name = 'all_documents' AND d.column_name = v.column_name
        LEFT JOIN duckdb_columns() AS b ON b.table_name = 'all_blocks' AND b.column_name = v.column_name
        WHERE v.table_name IN (SELECT view_name FROM duckdb_views() WHERE NOT internal)
        """
    ).fetchall()
    for view, column, comment in pairs:
        text = comment.replace("'", "''")
        connection.execute(f"COMMENT ON COLUMN {view}.\"{column}\" IS '{text}'")
