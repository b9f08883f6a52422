"""Passages ranked by their meaning: codes of one bit a number say which may be near, the vectors themselves how near.

A code tells on which side of nought each number of a vector lies. The sum of the question's numbers, each with the sign
that it has in the code, goes with the cosine. The passages with the greatest sums are scored by their vectors; from
them is seen how far sums and cosines go apart, and where a passage without score could still be among the first ten,
more are scored. So the first ten are those of a comparison with every vector (99.8 % of them among a million passages,
all of them among a hundred thousand: see tests/bench/bench_grown.py), at a twentieth of the cost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TYPE_CHECKING

import duckdb

from docmine.store.rows import KEY_OF_HASH, model_key
from docmine.store.scope import Scope, scope
from docmine.store.vectors import unpacked

if TYPE_CHECKING:
    import numpy as np

BITS = 384
_COLUMNS = [f"code{i}" for i in range(BITS // 64)]
FIRST = 2048
"""Passages that are scored at least; of more than four hundred thousand a two-hundredth. With so few all are exact."""
MOST = 8192
"""Passages that are scored at most; of more than four hundred thousand a fiftieth."""
SURE = 4.0
"""Standard errors by which a passage without score must lie under the tenth of those that have one."""
_TENTH = 10


def nearest(
    connection: duckdb.DuckDBPyConnection,
    vector: np.ndarray,
    limit: int,
    model: str | None,
    docs: Collection[str] | None,
) -> list[tuple[str, float]]:
    """Ids of the current passages nearest in meaning, with their cosine, best first; those as near by id.

    Without `model` the one of the last run counts. `docs`: ids of documents to look in.
    """
    import numpy as np

    if model is None:
        model = last_model(connection)
    if model is None or limit < 1:
        return []
    asked = np.asarray(vector, dtype=np.float32)
    scores = _coded(connection, asked, limit, model, scope(connection, docs))
    scores += _uncoded(connection, asked, model, docs)
    best = sorted(((round(score, 6), key) for key, score in scores), key=lambda pair: (-pair[0], pair[1]))
    return [(key, score) for score, key in best[:limit]]


def add(connection: duckdb.DuckDBPyConnection, keys: Collection[str], model: str) -> bool:
    """Code the passages of these documents that have a vector; whether there was any.

    Documents all of whose passages are coded are noted.
    """
    import pyarrow

    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE uncoded AS
        SELECT s.passage, p.doc_id, {KEY_OF_HASH} AS key
        FROM all_passages AS p JOIN search_passages AS s USING (id) WHERE p.doc_id IN (SELECT unnest(?))
        AND s.passage NOT IN (SELECT passage FROM search_codes WHERE model = ?)
        """,
        [model_key(model), list(keys), model],
    )
    rows = connection.execute(
        "SELECT passage, key, packed FROM uncoded JOIN (SELECT key, packed FROM vectors WHERE model = ?) USING (key)"
        " ORDER BY passage",
        [model],
    ).fetchall()
    if rows:
        bits = code(unpacked([packed for _, _, packed in rows]))
        table = {
            "passage": [passage for passage, _, _ in rows],
            "model": [model] * len(rows),
            "key": pyarrow.array([key for _, key, _ in rows], pyarrow.uint64()),
            **{name: bits[:, i].copy() for i, name in enumerate(_COLUMNS)},
        }
        connection.register("incoming", pyarrow.table(table))
        try:
            connection.execute("INSERT INTO search_codes BY NAME SELECT * FROM incoming")
        finally:
            connection.unregister("incoming")
    whole = connection.execute(
        """
        UPDATE search_documents SET coded_for = ? WHERE doc_id IN (SELECT unnest(?))
        AND doc_id NOT IN (SELECT doc_id FROM uncoded WHERE key NOT IN (SELECT key FROM vectors))
        RETURNING 1
        """,
        [model, list(keys)],
    ).fetchall()
    connection.execute("DROP TABLE uncoded")
    return bool(rows or whole)


def forget_others(connection: duckdb.DuckDBPyConnection, model: str) -> bool:
    """Drop the codes for every other model."""
    connection.execute("DELETE FROM search_codes WHERE model <> ?", [model])
    return True


def code(vectors: np.ndarray) -> np.ndarray:
    """One row of six numbers of 64 bits for each row."""
    import numpy as np

    return np.packbits(_turned(vectors) > 0, axis=1, bitorder="little").view("<u8")


def _coded(
    connection: duckdb.DuckDBPyConnection, asked: np.ndarray, limit: int, model: str, within: Scope
) -> list[tuple[str, float]]:
    """The nearest of the passages that have codes, and those as near as the last."""
    import numpy as np

    found = connection.execute(
        f"SELECT passage, key, {', '.join(_COLUMNS)} FROM search_codes WHERE model = ?", [model]
    ).fetchnumpy()
    mask = within.mask(found["passage"])
    if mask is not None:
        found = {name: values[mask] for name, values in found.items()}
    if not len(found["key"]):
        return []
    places, cosines = scored(
        sums(asked, [found[name] for name in _COLUMNS]),
        lambda places: _cosines(connection, found["key"][places], asked),
        limit,
    )
    if len(places) > limit:
        worst = round(float(np.partition(cosines, -limit)[-limit]), 6)
        keep = np.round(cosines, 6) >= worst
        places, cosines = places[keep], cosines[keep]
    cosine_of = dict(zip(found["passage"][places].tolist(), cosines.tolist(), strict=True))
    rows = connection.execute(
        "SELECT passage, id FROM search_passages WHERE passage IN (SELECT unnest(?))", [list(cosine_of)]
    ).fetchall()
    return [(key, cosine_of[passage]) for passage, key in rows if cosine_of[passage] > -2]


def scored(rough: np.ndarray, exact: Callable[[np.ndarray], np.ndarray], limit: int) -> tuple[np.ndarray, np.ndarray]:
    """Places of the passages that were scored, and their cosines; `rough` the sum of each, `exact` the cosines of
    some places."""
    import numpy as np

    count = len(rough)
    most = min(count, max(MOST, count // 50, 4 * limit))
    wanted = min(most, max(FIRST, count // 200, 4 * limit))
    places, cosines = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
    order = np.argpartition(-rough, most - 1)[:most] if most < count else np.arange(count)
    order = order[np.argsort(-rough[order], kind="stable")]
    while True:
        more = order[len(places) : wanted]
        places, cosines = np.concatenate([places, more]), np.concatenate([cosines, exact(more)])
        if wanted >= most or _settled(rough[places], cosines):
            return places, cosines
        wanted = min(most, 4 * wanted)


def sums(asked: np.ndarray, columns: list[np.ndarray]) -> np.ndarray:
    """The sum of each code: that of the question's numbers where it has a 1. Sixteen bits at a time, from a table."""
    import numpy as np

    turned = _turned(asked[None, :])[0]
    bytes_ = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little").astype(np.float32)
    by_byte = turned.reshape(-1, 8) @ bytes_.T
    tables = (by_byte[0::2, None, :] + by_byte[1::2, :, None]).reshape(BITS // 16, 65536)
    total = np.zeros(len(columns[0]), dtype=np.float32)
    for i, column in enumerate(columns):
        sixteens = column.astype("<u8", copy=False).view("<u2").reshape(-1, 4)
        for j in range(4):
            total += tables[4 * i + j].take(sixteens[:, j])
    return total


def _settled(rough: np.ndarray, cosines: np.ndarray) -> bool:
    """Whether no passage with a lower sum is likely to be among the first ten."""
    import numpy as np

    if len(cosines) <= _TENTH:
        return False
    spread = rough - rough.mean()
    slope = float(spread @ cosines) / max(float(spread @ spread), 1e-9)
    error = float(np.std(cosines - slope * spread))
    tenth = float(np.partition(cosines, -_TENTH)[-_TENTH])
    return float(cosines.mean()) + slope * float(spread.min()) + SURE * error < tenth


def _cosines(connection: duckdb.DuckDBPyConnection, keys: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """The cosine of the vector with each key; -3 where there is none of this length."""
    import numpy as np

    rows = connection.execute(
        "SELECT key, packed FROM vectors WHERE key IN (SELECT unnest(?)) AND octet_length(packed) = ?",
        [np.unique(keys).tolist(), 4 * len(asked)],
    ).fetchall()
    if not rows:
        return np.full(len(keys), -3, dtype=np.float32)
    known = np.array([key for key, _ in rows], dtype=np.uint64)
    cosines = unpacked([packed for _, packed in rows]) @ asked
    order = np.argsort(known)
    place = np.minimum(np.searchsorted(known[order], keys), len(known) - 1)
    return np.where(known[order][place] == keys, cosines[order][place], np.float32(-3))


def _uncoded(
    connection: duckdb.DuckDBPyConnection, asked: np.ndarray, model: str, docs: Collection[str] | None
) -> list[tuple[str, float]]:
    """Every passage of the documents that are not coded yet, or for another model: those of a run broken off."""
    coded = "SELECT doc_id FROM search_documents WHERE coded_for = ?"
    left = [
        key
        for (key,) in connection.execute(
            f"SELECT doc_id FROM all_documents WHERE current AND doc_id NOT IN ({coded})", [model]
        ).fetchall()
        if docs is None or key in docs
    ]
    if not left:
        return []
    cursor = connection.execute(
        f"""
        SELECT id, packed FROM (
            SELECT id, {KEY_OF_HASH} AS key FROM all_passages WHERE doc_id IN (SELECT unnest(?))
            AND id NOT IN (
                SELECT id FROM search_passages WHERE passage IN (SELECT passage FROM search_codes WHERE model = ?)
            )
        ) JOIN vectors USING (key) WHERE octet_length(packed) = ?
        """,
        [model_key(model), left, model, 4 * len(asked)],
    )
    found: list[tuple[str, float]] = []
    while rows := cursor.fetchmany(MOST):
        cosines = unpacked([packed for _, packed in rows]) @ asked
        found += zip([key for key, _ in rows], cosines.tolist(), strict=True)
    return found


def last_model(connection: duckdb.DuckDBPyConnection) -> str | None:
    found: str | None = connection.execute("SELECT max_by(embedding_model, run) FROM runs").fetchall()[0][0]
    return found


def _turned(vectors: np.ndarray) -> np.ndarray:
    """Vectors of any length as ones of 384 numbers whose signs keep what is near together."""
    size = vectors.shape[1]
    return vectors if size == BITS else vectors @ _turning(size)


@lru_cache(maxsize=2)
def _turning(size: int) -> np.ndarray:
    import numpy as np

    return np.random.default_rng(0).standard_normal((size, BITS), dtype=np.float32)
