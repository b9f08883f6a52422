"""What is searched keeps up with the documents: those that came are added, those that went are dropped, no other is
touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import duckdb

from docmine.store import codes, search_numbers, surroundings, vectors, words
from docmine.store.write import transaction

_CURRENT = "SELECT doc_id FROM all_documents WHERE current"
_AT_ONCE = 20_000
"""Passages indexed in one transaction, whole documents apart: it bounds the memory."""


def refresh(connection: duckdb.DuckDBPyConnection) -> bool:
    """Bring words and codes up to date with the current documents; whether there was anything to do."""
    gone = _keys(connection, f"SELECT doc_id FROM search_documents WHERE doc_id NOT IN ({_CURRENT})")
    if gone:
        with transaction(connection):
            search_numbers.forget(connection, gone)
    added = [_within(connection, step) for step in _steps(connection)]
    if not gone and not any(added):
        return False
    connection.execute("CHECKPOINT")
    return True


def pack(connection: duckdb.DuckDBPyConnection) -> None:
    """What migration 6 made room for, within its transaction; what is searched is filled after the last one."""
    vectors.pack_before(connection)
    connection.execute("CREATE INDEX search_passages_by_number ON search_passages (passage)")


def fill(connection: duckdb.DuckDBPyConnection) -> None:
    """What migration 7 made room for, within its transaction."""
    connection.execute("CREATE INDEX search_blocks_by_number ON search_blocks (place)")
    for keys in _parts(connection, _keys(connection, "SELECT doc_id FROM search_documents")):
        surroundings.add(connection, keys)
    for step in _steps(connection):
        step()


def _steps(connection: duckdb.DuckDBPyConnection) -> Iterator[Callable[[], bool]]:
    """What there is to do, a part of the documents at a time."""
    new = _keys(connection, f"{_CURRENT} AND doc_id NOT IN (SELECT doc_id FROM search_documents)")
    for keys in _parts(connection, new):
        yield partial(_add, connection, keys)
    model = codes.last_model(connection)
    if model is None:
        return
    old = "SELECT 1 FROM search_codes WHERE model <> ? LIMIT 1"
    if connection.execute(old, [model]).fetchall():
        yield partial(codes.forget_others, connection, model)
    uncoded = _keys(
        connection,
        f"{_CURRENT} AND doc_id IN (SELECT doc_id FROM search_documents WHERE coded_for IS DISTINCT FROM ?)",
        model,
    )
    for keys in _parts(connection, uncoded):
        yield partial(codes.add, connection, keys, model)


def _add(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> bool:
    search_numbers.arrive(connection, keys)
    words.add(connection)
    surroundings.add(connection, keys)
    connection.execute("DROP TABLE arriving")
    return True


def _within(connection: duckdb.DuckDBPyConnection, step: Callable[[], bool]) -> bool:
    with transaction(connection):
        return step()


def _parts(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> Iterator[list[str]]:
    """The documents in order, as many at a time as have so many passages together."""
    if not keys:
        return
    count = "SELECT doc_id, count(*) FROM all_passages WHERE doc_id IN (SELECT unnest(?)) GROUP BY doc_id"
    counts = dict(connection.execute(count, [list(keys)]).fetchall())
    part: list[str] = []
    passages = 0
    for key in keys:
        part.append(key)
        passages += counts.get(key, 0)
        if passages >= _AT_ONCE:
            yield part
            part, passages = [], 0
    if part:
        yield part


def _keys(connection: duckdb.DuckDBPyConnection, sql: str, *values: str) -> list[str]:
    return [key for (key,) in connection.execute(f"{sql} ORDER BY doc_id", list(values)).fetchall()]
