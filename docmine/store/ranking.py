"""Passages ranked by their words (BM25) and by their meaning (cosine)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import duckdb

from docmine.store.write import transaction

if TYPE_CHECKING:
    import numpy as np


def refresh(connection: duckdb.DuckDBPyConnection) -> bool:
    """Build the word index anew where the current passages are no longer those it was built from; say whether."""
    same = connection.execute(
        "SELECT (SELECT list(id ORDER BY id) FROM passages)"
        " IS NOT DISTINCT FROM (SELECT list(id ORDER BY id) FROM words)"
    ).fetchall()[0][0]
    if same and _built(connection):
        return False
    with transaction(connection):
        connection.execute("DELETE FROM words")
        connection.execute(
            "INSERT INTO words"
            " SELECT id, array_to_string(list_append(headings, text), chr(10)) FROM passages ORDER BY id"
        )
        connection.execute(
            "PRAGMA create_fts_index('words', 'id', 'body', stemmer = 'english', stopwords = 'english',"
            " strip_accents = 1, lower = 1, overwrite = 1)"
        )
    connection.execute("CHECKPOINT")
    return True


def bm25(connection: duckdb.DuckDBPyConnection, query: str, limit: int) -> list[tuple[str, float]]:
    """Ids of current passages with any word of `query`, best first; none where nothing was indexed yet."""
    if not _built(connection):
        return []
    return connection.execute(
        """
        SELECT id, score FROM (SELECT id, fts_main_words.match_bm25(id, ?) AS score FROM words)
        SEMI JOIN passages USING (id)
        WHERE score IS NOT NULL ORDER BY score DESC, id LIMIT ?
        """,
        [query, limit],
    ).fetchall()


def nearest(
    connection: duckdb.DuckDBPyConnection, vector: np.ndarray, limit: int, model: str | None
) -> list[tuple[str, float]]:
    """Ids of the current passages nearest in meaning, with their cosine, best first.

    Exact, not approximate: 100,000 passages take a sixth of a second. Without `model` the one of the last run counts.
    """
    size = len(vector)
    return connection.execute(
        f"""
        WITH chosen AS (
            SELECT text_hash, list_cosine_similarity(vector, ?::FLOAT[]) AS score FROM vectors
            SEMI JOIN passages USING (text_hash)
            WHERE model = coalesce(?, (SELECT max_by(embedding_model, run) FROM runs)) AND len(vector) = {size}
        )
        SELECT id, score FROM passages JOIN chosen USING (text_hash) ORDER BY score DESC, id LIMIT ?
        """,
        [vector.tolist(), model, limit],
    ).fetchall()


def vectors_of(connection: duckdb.DuckDBPyConnection, hashes: Iterable[str], model: str) -> dict[str, np.ndarray]:
    import numpy as np

    found = connection.execute(
        "SELECT text_hash, vector FROM vectors WHERE model = ? AND text_hash IN (SELECT unnest(?))",
        [model, sorted(set(hashes))],
    ).to_arrow_table()
    if not found.num_rows:
        return {}
    flat = found.column("vector").combine_chunks().flatten().to_numpy(zero_copy_only=False)
    vectors = np.asarray(flat, dtype=np.float32).reshape(found.num_rows, -1)  # one model: all of one length
    return dict(zip(found.column("text_hash").to_pylist(), vectors, strict=True))


def _built(connection: duckdb.DuckDBPyConnection) -> bool:
    found: int = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'fts_main_words' AND table_name = 'terms'"
    ).fetchall()[0][0]
    return found > 0
