"""What every question reads of an index, read before there is one: DuckDB keeps it for whoever asks next."""

from __future__ import annotations

from pathlib import Path

import duckdb

from docmine.store import migrate
from docmine.store.connection import OPENING, connect

_READ_ALL = 250_000
"""Passages up to which a question reads their vectors in 8 bits from every part of the file."""
_open: list[duckdb.DuckDBPyConnection] = []
"""What was read is forgotten when the last connection closes."""


def read(path: Path) -> None:
    """An index of an earlier docmine is left alone. Raises what `connect` does."""
    with OPENING:
        connection = connect(path, read_only=True, create=False)
        if not migrate.is_current(connection):
            connection.close()
            return
        _open.append(connection)
    passages = connection.execute("SELECT count(*) FROM search_codes").fetchall()[0][0]
    columns = ["passage", "key", *(f"code{i}" for i in range(6))]
    columns += ["octet_length(fine)"] if passages <= _READ_ALL else []
    connection.execute(f"SELECT {', '.join(f'max({column})' for column in columns)} FROM search_codes").fetchall()
