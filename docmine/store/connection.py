"""Opening an index: a connection, or one clear sentence why not."""

from __future__ import annotations

import threading
from pathlib import Path

import duckdb

from docmine.errors import IndexLocked, IndexMissing, IndexProblem, IndexTooNew, NotAnIndex

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    # Nothing is ever fetched: extensions come from installed packages.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Names in SQL are tables of the index, never variables of the Python around it.
    "python_enable_replacements": False,
}
OPENING = threading.RLock()
"""Held while a file is opened: the first connection to it settles what all may do."""
_DAMAGED = ("not a valid DuckDB", "orrupt", "checksum", "Could not read enough bytes")
"""What DuckDB says of a file that begins as a database and does not go on as one."""


def connect(path: Path, *, read_only: bool, create: bool) -> duckdb.DuckDBPyConnection:
    """A connection that can reach no other file and no network.

    Raises IndexMissing, NotAnIndex, IndexLocked, IndexTooNew or IndexProblem. Only `create` makes a file or a folder.
    """
    if path.is_dir():
        raise NotAnIndex(f"{path} is a folder, not an index. Name a file, such as {path / 'docmine.duckdb'}.")
    if not path.exists():
        if not create or read_only:
            raise IndexMissing(
                f"There is no index at {path}. Make one with 'docmine ingest FOLDER', or name it with --index."
            )
        _make_folder(path)
    else:
        _check_kind(path)
    with OPENING:
        try:
            connection = _connected(path, read_only)
        except duckdb.Error as error:
            raise _reason(path, error, read_only) from error
        try:
            _fence(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _connected(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection, also where a process was killed right after it had brought the schema up to date.

    DuckDB up to 1.5 cannot take up such a log when it opens the file itself (its issue 20543), only as a second one.
    """
    try:
        return duckdb.connect(str(path), read_only=read_only, config=_SETTINGS)
    except duckdb.InternalException as error:
        if "replaying WAL" not in str(error):
            raise
    file = str(path).replace("'", "''")
    with duckdb.connect(config=_SETTINGS) as beside:
        beside.execute(f"ATTACH '{file}' AS killed")
        beside.execute("CHECKPOINT killed")
    return duckdb.connect(str(path), read_only=read_only, config=_SETTINGS)


def _fence(connection: duckdb.DuckDBPyConnection) -> None:
    """Shut out files, network and extensions for good.

    Connections to one file within one program share these settings: the first of them puts up the fence.
    """
    if connection.execute("SELECT current_setting('enable_external_access')").fetchall()[0][0]:
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise IndexProblem(
            f"The folder {path.parent} for the index cannot be made ({error.strerror}). Choose another with --index."
        ) from error


def _check_kind(path: Path) -> None:
    """Look before DuckDB does: it would try to open other databases with extensions that it downloads."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError as error:
        raise IndexProblem(f"The index {path} cannot be read ({error.strerror}). Check who may read it.") from error
    if head[8:12] != b"DUCK":
        raise NotAnIndex(f"{path} is not an index of docmine. Name another file with --index; this one was left alone.")


def _reason(path: Path, error: duckdb.Error, read_only: bool) -> IndexProblem:
    said = str(error)
    if "lock on file" in said:
        doing = "being written" if read_only else "in use"
        return IndexLocked(
            f"The index {path} is {doing} by another docmine. Wait until it has finished, then try again."
        )
    if "different configuration" in said:
        return IndexLocked(f"The index {path} is open elsewhere in this program. Close it there first.")
    if "version number" in said or "newer version" in said:
        return IndexTooNew(
            f"The index {path} was written with a newer DuckDB. Upgrade docmine, or ingest into another file."
        )
    if any(sign in said for sign in _DAMAGED):
        return NotAnIndex(
            f"The index {path} is damaged and cannot be opened. Restore a copy, or ingest into another file."
        )
    return IndexProblem(f"The index {path} cannot be opened: {first_line(error)}")


def first_line(error: Exception) -> str:
    """DuckDB's message without its category and its drawing of the query, as one sentence."""
    line = str(error).strip().split("\n", 1)[0].strip()
    head, _, rest = line.partition("Error: ")
    sentence = rest if rest and " " not in head.strip().replace(" Error", "").strip() else line
    return sentence if sentence.endswith((".", "!", "?")) else sentence + "."
