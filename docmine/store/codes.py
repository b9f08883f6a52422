"""Passages ranked by their meaning, in three steps, each over fewer passages than the one before.

A code of one bit a number tells on which side of nought each number of a vector lies. The sum of the question's
numbers, each where the code has a 1, goes with the cosine. The passages with the greatest sums are scored by their
vectors in 8 bits a number, commonly within a thousandth of the cosine. From them is seen how far sums and cosines go
apart, and where a passage without score could still be among the first ten, more are scored. The first ten, and all
that might belong to them, are scored by the vectors themselves.

So the first ten are those of a comparison with every vector (tests/bench/bench_grown.py counts it), for a small part of
the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TYPE_CHECKING

import duckdb

from docmine.store.kept import Kept
from docmine.store.lists import NUMBERS, TEXTS, joined
from docmine.store.rows import KEY_OF_HASH, model_key
from docmine.store.scope import Scope, scope
from docmine.store.search_numbers import ids_of
from docmine.store.vectors import unpacked

if TYPE_CHECKING:
    import numpy as np

BITS = 384
_COLUMNS = [f"code{i}" for i in range(BITS // 64)]
FIRST = 1024
"""Passages that are scored at least; of more than half a million a five-hundredth. With so few all are scored."""
MOST = 8192
"""Passages that are scored at most; of more than four hundred thousand a fiftieth."""
SURE = 4.0
"""Standard errors by which a passage without score must lie under the tenth of those that have one."""
_TENTH = 10
LOSS = 0.004
"""What 8 bits a number may change a cosine by: eight times what they commonly do."""
_HELD = 250_000
"""Passages whose vectors in 8 bits are held between questions: 100 MB; of more they are read each time."""
_EXACT = 256
"""Passages that are scored by their vectors at most."""


def nearest(
    connection: duckdb.DuckDBPyConnection,
    vector: np.ndarray,
    limit: int,
    model: str | None,
    docs: Collection[str] | None,
    kept: Kept | None = None,
) -> list[tuple[str, float]]:
    """Ids of the current passages nearest in meaning, with their cosine, best first; those as near by id.

    Without `model` the one of the last run counts. `docs`: ids of documents to look in. `kept`: what was read before,
    which saves reading it again as long as nobody writes.
    """
    import numpy as np

    if model is None:
        model = last_model(connection)
    if model is None or limit < 1:
        return []
    asked = np.asarray(vector, dtype=np.float32)
    kept = Kept() if kept is None else kept
    if model not in kept.codes:
        kept.codes[model], kept.uncoded[model] = _read(connection, model)
    scores = _coded(connection, asked, limit, model, scope(connection, docs, kept.scopes), kept)
    left = [key for key in kept.uncoded[model] if docs is None or key in docs]
    scores += _uncoded(connection, asked, model, left)
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
        matrix = unpacked([packed for _, _, packed in rows])
        bits = code(matrix)
        table = {
            "passage": [passage for passage, _, _ in rows],
            "model": [model] * len(rows),
            "key": pyarrow.array([key for _, key, _ in rows], pyarrow.uint64()),
            **{name: bits[:, i].copy() for i, name in enumerate(_COLUMNS)},
            "fine": fine(matrix),
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


def fine(vectors: np.ndarray) -> list[bytes]:
    """Each row in 8 bits a number, behind four bytes of what these are to be multiplied with."""
    import numpy as np

    scale = np.maximum(np.abs(vectors).max(axis=1), 1e-9).astype("<f4") / np.float32(127)
    numbers = np.rint(vectors / scale[:, None]).astype(np.int8)
    return [one.tobytes() + row.tobytes() for one, row in zip(scale, numbers, strict=True)]


def _read(connection: duckdb.DuckDBPyConnection, model: str) -> tuple[dict[str, np.ndarray], list[str]]:
    """Number, key and code of each passage, 60 bytes each; and the documents of which not every passage has one."""
    columns = ", ".join(("passage", "key", *_COLUMNS))
    found = connection.execute(f"SELECT {columns} FROM search_codes WHERE model = ?", [model]).fetchnumpy()
    coded = "SELECT doc_id FROM search_documents WHERE coded_for = ?"
    left = connection.execute(f"SELECT doc_id FROM all_documents WHERE current AND doc_id NOT IN ({coded})", [model])
    return found, [key for (key,) in left.fetchall()]


def _coded(
    connection: duckdb.DuckDBPyConnection,
    asked: np.ndarray,
    limit: int,
    model: str,
    within: Scope,
    kept: Kept,
) -> list[tuple[str, float]]:
    """The nearest of the passages that have codes, and those as near as the last."""
    found = kept.codes[model]
    mask = within.mask(found["passage"])
    if mask is not None:
        found = {name: values[mask] for name, values in found.items()}
    if not len(found["key"]):
        return []
    passages, keys = found["passage"], found["key"]
    places, cosines = scored(
        sums(asked, [found[name] for name in _COLUMNS]),
        lambda places: _roughly(connection, passages[places], asked, model, kept),
        limit,
    )
    cosines = _exactly(connection, keys[places], cosines, asked)
    least = max(-2.0, _nth(cosines, limit) - 1e-6)  # and those as near as the last, to be told apart by id
    best = cosines >= least
    near = dict(zip(passages[places][best].tolist(), cosines[best].tolist(), strict=True))
    if not near:
        return []
    return [(key, near[passage]) for passage, key in ids_of(connection, list(near), kept.numbers).items()]


def scored(rough: np.ndarray, score: Callable[[np.ndarray], np.ndarray], limit: int) -> tuple[np.ndarray, np.ndarray]:
    """Places of the passages that were scored, and their cosines; `rough` the sum of each, `score` gives the
    cosines of some places."""
    import numpy as np

    count = len(rough)
    most = min(count, max(MOST, count // 50, 4 * limit))
    wanted = min(most, max(FIRST, count // 500, 4 * limit))
    places, cosines = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
    order = np.argpartition(-rough, most - 1)[:most] if most < count else np.arange(count)
    order = order[np.argsort(-rough[order], kind="stable")]
    while True:
        more = order[len(places) : wanted]
        places, cosines = np.concatenate([places, more]), np.concatenate([cosines, score(more)])
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
    return float(cosines.mean()) + slope * float(spread.min()) + SURE * error < _nth(cosines, _TENTH)


def _roughly(
    connection: duckdb.DuckDBPyConnection, passages: np.ndarray, asked: np.ndarray, model: str, kept: Kept
) -> np.ndarray:
    """The cosine of each passage, by 8 bits a number; -3 where its vector has another length."""
    import numpy as np

    if kept.questions > 1 and model not in kept.fine and len(kept.codes[model]["key"]) <= _HELD:
        kept.fine[model] = _fine(connection, "model = ?", [model])
    if model in kept.fine:
        numbers, table = kept.fine[model]
        table = table[np.searchsorted(numbers, passages)]
        numbers = passages
    else:
        wanted = f"passage IN {NUMBERS} AND model = ?"
        numbers, table = _fine(connection, wanted, [joined(passages.tolist()), model])
    if table.shape[1] != 4 + len(asked):
        return np.full(len(passages), -3, dtype=np.float32)
    scale = table[:, :4].copy().view("<f4")[:, 0]
    cosines = (table[:, 4:].view(np.int8).astype(np.float32) @ asked) * scale
    return _in_order(numbers, cosines, passages)


def _fine(connection: duckdb.DuckDBPyConnection, where: str, values: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of passages, in order, and the vector of each in 8 bits a number, a row of bytes each."""
    import numpy as np

    sql = f"SELECT passage, fine FROM search_codes WHERE {where} ORDER BY passage"
    rows = connection.execute(sql, values).fetchall()
    packed = np.frombuffer(b"".join([fine for _, fine in rows]), dtype=np.uint8)
    return np.array([passage for passage, _ in rows]), packed.reshape(len(rows), -1 if rows else 0)


def _exactly(
    connection: duckdb.DuckDBPyConnection, keys: np.ndarray, cosines: np.ndarray, asked: np.ndarray
) -> np.ndarray:
    """The cosines, by the vectors themselves for all that might be among the first ten."""
    import numpy as np

    might = np.flatnonzero((cosines >= _nth(cosines, _TENTH) - LOSS) & (cosines > -2))
    might = might[np.argsort(-cosines[might], kind="stable")][:_EXACT]
    if not len(might):
        return cosines
    wanted = np.unique(keys[might]).tolist()
    rows = connection.execute(
        f"SELECT key, packed FROM vectors WHERE key IN ({', '.join(map(str, wanted))})"
    ).fetchall()
    exact = cosines.copy()
    exact[might] = _in_order(
        np.array([key for key, _ in rows], dtype=np.uint64), unpacked([p for _, p in rows]) @ asked, keys[might]
    )
    return exact


def _nth(values: np.ndarray, n: int) -> float:
    """The nth greatest, or the least where there are fewer."""
    import numpy as np

    place = min(n, len(values))
    return float(np.partition(values, -place)[-place])


def _in_order(known: np.ndarray, values: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The values of what is wanted; -3 where it is not known."""
    import numpy as np

    order = np.argsort(known)
    place = np.minimum(np.searchsorted(known[order], wanted), len(known) - 1)
    return np.where(known[order][place] == wanted, values[order][place], np.float32(-3))


def _uncoded(
    connection: duckdb.DuckDBPyConnection, asked: np.ndarray, model: str, left: list[str]
) -> list[tuple[str, float]]:
    """Every passage of the documents that are not coded yet, or for another model: those of a run broken off."""
    if not left:
        return []
    cursor = connection.execute(
        f"""
        SELECT id, packed FROM (
            SELECT id, {KEY_OF_HASH} AS key FROM all_passages WHERE doc_id IN {TEXTS}
            AND id NOT IN (
                SELECT id FROM search_passages WHERE passage IN (SELECT passage FROM search_codes WHERE model = ?)
            )
        ) JOIN vectors USING (key) WHERE octet_length(packed) = ?
        """,
        [model_key(model), joined(left), model, 4 * len(asked)],
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
