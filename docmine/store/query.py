"""One question in SQL from outside, fenced in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from docmine.errors import UsageError
from docmine.store.connection import first_line

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True)
class Result:
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> Result:
    """The answer to one SELECT. Raises UsageError where it is not one, or DuckDB cannot answer it."""
    _check(sql)
    try:
        cursor = connection.execute(sql)
        columns = tuple(column[0] for column in cursor.description or ())
        return Result(columns, tuple(cursor.fetchall()))
    except duckdb.Error as error:
        raise UsageError(f"The SQL was not understood or not allowed: {first_line(error)}") from error


def arrow(connection: duckdb.DuckDBPyConnection, sql: str) -> pyarrow.Table:
    """The same as an Arrow table, from which Pandas and Polars make a DataFrame without copying."""
    _check(sql)
    try:
        return connection.execute(sql).to_arrow_table()
    except duckdb.Error as error:
        raise UsageError(f"The SQL was not understood or not allowed: {first_line(error)}") from error


def _check(sql: str) -> None:
    """The connection is read-only and reaches no file (see `connection.py`); this says so before it is tried."""
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise UsageError(f"The SQL was not understood: {first_line(error)}") from error
    if len(statements) != 1:
        raise UsageError(f"Give one SQL statement; there are {len(statements)}.")
    if statements[0].type != duckdb.StatementType.SELECT:
        raise UsageError("Only questions are allowed here: SELECT, FROM, WITH, VALUES, SHOW, DESCRIBE or SUMMARIZE.")
