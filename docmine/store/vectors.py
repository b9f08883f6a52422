"""Vectors: one a different text and model, packed; found by a number with an index, so that a few are read alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import duckdb

from docmine.store.rows import HASH_OF_TEXT, model_key, vector_key

if TYPE_CHECKING:
    import numpy as np

_AT_ONCE = 20_000
"""Vectors packed in one go: 30 MB."""


_BY_INDEX = 1000
"""Keys asked for in one go; of more than 2048 DuckDB reads the whole table."""


def add(connection: duckdb.DuckDBPyConnection, new: Mapping[str, np.ndarray], model: str) -> None:
    """Keep those vectors, by hash of their text, that are not known yet."""
    import numpy as np
    import pyarrow

    missing = sorted(new.keys() - known(connection, new, model)) if new else []
    if not missing:
        return
    rows = {
        "key": pyarrow.array([vector_key(key, model) for key in missing], pyarrow.uint64()),
        "text_hash": missing,
        "model": [model] * len(missing),
        "packed": [np.asarray(new[key], dtype="<f4").tobytes() for key in missing],
    }
    connection.register("incoming", pyarrow.table(rows))
    try:
        connection.execute("INSERT INTO vectors BY NAME SELECT * FROM incoming")
    finally:
        connection.unregister("incoming")


def known(connection: duckdb.DuckDBPyConnection, hashes: Iterable[str], model: str) -> set[str]:
    """Those of `hashes` that have a vector of this model."""
    named = {vector_key(key, model): key for key in hashes}
    return {named[key] for (key,) in _rows(connection, "key", named)}


def of(connection: duckdb.DuckDBPyConnection, hashes: Iterable[str], model: str) -> dict[str, np.ndarray]:
    """Hash of text → vector, for those that are known."""
    named = {vector_key(key, model): key for key in hashes}
    rows = _rows(connection, "key, packed", named)
    if not rows:
        return {}
    matrix = unpacked([packed for _, packed in rows])
    return {named[key]: vector for (key, _), vector in zip(rows, matrix, strict=True)}


def unpacked(packed: list[bytes]) -> np.ndarray:
    """Vectors of one model as the rows of a matrix, float32."""
    import numpy as np

    return np.frombuffer(b"".join(packed), dtype="<f4").reshape(len(packed), -1)


def forget_unused(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop the vectors of texts that stand in no version of any document."""
    connection.execute(
        "DELETE FROM vectors WHERE text_hash NOT IN"
        f" (SELECT text_hash FROM all_passages UNION SELECT {HASH_OF_TEXT} FROM all_sentences)"
    )


def pack_before(connection: duckdb.DuckDBPyConnection) -> None:
    """Move the vectors of an index of before migration 6, where they were lists, and drop their table."""
    import pyarrow

    models = [m for (m,) in connection.execute("SELECT DISTINCT model FROM vectors_before ORDER BY model").fetchall()]
    for model in models:
        batches = connection.execute(
            f"SELECT xor(('0x' || left(text_hash, 16))::UBIGINT, {model_key(model)}::UBIGINT) AS key, text_hash, model,"
            " vector FROM vectors_before WHERE model = ? ORDER BY rowid",
            [model],
        ).to_arrow_table()
        for batch in batches.to_batches(_AT_ONCE):
            packed = [vector.values.to_numpy().astype("<f4").tobytes() for vector in batch.column("vector")]
            moved = pyarrow.table(batch).drop_columns("vector").append_column("packed", pyarrow.array(packed))
            connection.register("incoming", moved)
            connection.execute("INSERT INTO vectors BY NAME SELECT * FROM incoming")
            connection.unregister("incoming")
    connection.execute("DROP TABLE vectors_before")
    connection.execute("CREATE INDEX vectors_by_key ON vectors (key)")


def _rows(connection: duckdb.DuckDBPyConnection, columns: str, wanted: Iterable[int]) -> list[tuple[Any, ...]]:
    keys = sorted(wanted)
    found: list[tuple[Any, ...]] = []
    for first in range(0, len(keys), _BY_INDEX):
        some = ", ".join(map(str, keys[first : first + _BY_INDEX]))
        found += connection.execute(f"SELECT {columns} FROM vectors WHERE key IN ({some})").fetchall()
    return found
