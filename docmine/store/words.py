"""Passages ranked by their words: BM25 over postings to which a document is added without touching those of others.

How many passages have a term, how many there are and how long they are on the whole is counted when it is asked, so
that scores are the same in whatever order documents came.
"""

from __future__ import annotations

import duckdb

from docmine.store import stems
from docmine.store.scope import Scope

SATURATION, BY_LENGTH = 1.2, 0.75
"""k and b of BM25, as usual."""
_WORDS = r"regexp_extract_all(lower(strip_accents({})), '[\p{{L}}\p{{N}}]+')"
"""The words of a text: letters and digits, so that children's are children."""


def bm25(connection: duckdb.DuckDBPyConnection, query: str, limit: int, scope: Scope) -> list[tuple[str, float]]:
    """Ids of passages with any word of `query`, best first; those that score the same by id."""
    terms = _terms_asked(connection, query)
    if not terms or limit < 1:
        return []
    return connection.execute(
        f"""
        WITH found AS MATERIALIZED (
            SELECT term, passage, times, words FROM search_postings WHERE term IN ({", ".join(map(str, terms))})
        ),
        passages AS (SELECT count(*) AS count, avg(words) AS words FROM search_passages),
        weights AS (
            SELECT term, log(((SELECT count FROM passages) - count(*) + 0.5) / (count(*) + 0.5) + 1) AS weight
            FROM found GROUP BY term
        ),
        scores AS MATERIALIZED (
            SELECT passage, round(sum(weight * times * ({SATURATION} + 1) / (times + {SATURATION} * (
                1 - {BY_LENGTH} + {BY_LENGTH} * words / (SELECT words FROM passages)))), 9) AS score
            FROM found JOIN weights USING (term) {scope.where("passage")} GROUP BY passage
        )
        SELECT id, score FROM scores JOIN search_passages USING (passage)
        WHERE score >= (SELECT min(score) FROM (SELECT score FROM scores ORDER BY score DESC LIMIT ?))
        ORDER BY score DESC, id LIMIT ?
        """,
        [limit, limit],
    ).fetchall()


def add(connection: duckdb.DuckDBPyConnection) -> None:
    """Index the words of the passages in the temporary table `arriving` (passage, id, body)."""
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE spoken AS
        SELECT passage, word, count(*) AS times
        FROM (SELECT passage, unnest({_WORDS.format("body")}) AS word FROM arriving) GROUP BY ALL
        """
    )
    _add_terms(connection)
    connection.execute(
        """
        INSERT INTO search_postings
        SELECT term, passage, sum(times), sum(sum(times)) OVER (PARTITION BY passage)
        FROM spoken JOIN search_terms USING (word) WHERE term IS NOT NULL
        GROUP BY term, passage ORDER BY term, passage
        """
    )
    connection.execute(
        """
        INSERT INTO search_passages
        SELECT passage, any_value(id), coalesce(sum(times) FILTER (term IS NOT NULL), 0)
        FROM arriving LEFT JOIN spoken USING (passage) LEFT JOIN search_terms USING (word)
        GROUP BY passage ORDER BY passage
        """
    )
    connection.execute("DROP TABLE spoken")


def _terms_asked(connection: duckdb.DuckDBPyConnection, query: str) -> list[int]:
    """Numbers of the terms that the index has of the words of a question."""
    rows = connection.execute(
        f"""
        SELECT asked.word, known.word IS NOT NULL, term
        FROM (SELECT DISTINCT unnest({_WORDS.format("?")}) AS word) AS asked
        LEFT JOIN search_terms AS known USING (word)
        """,
        [query],
    ).fetchall()
    terms = {term for _, known, term in rows if known and term is not None}
    unknown = [word for word, known, _ in rows if not known]
    if unknown:  # another form of it may be there
        sql = "SELECT DISTINCT term FROM search_terms WHERE stem IN (SELECT unnest(?))"
        terms |= {term for (term,) in connection.execute(sql, [list(stems.stems(unknown).values())]).fetchall()}
    return sorted(terms)


def _add_terms(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the words that are new their stems, and new stems their numbers."""
    if not connection.execute("SELECT 1 FROM search_terms LIMIT 1").fetchall():
        connection.execute("INSERT INTO search_terms (word) SELECT unnest(?)", [stems.stop_words()])
    new = connection.execute(
        "SELECT DISTINCT word FROM spoken ANTI JOIN search_terms USING (word) ORDER BY word"
    ).fetchall()
    found = stems.stems(word for (word,) in new)
    connection.execute(
        """
        WITH new AS (SELECT unnest(?) AS word, unnest(?) AS stem),
        known AS (SELECT DISTINCT stem, term FROM search_terms WHERE stem IS NOT NULL),
        numbered AS (
            SELECT stem, (SELECT coalesce(max(term), -1) FROM known) + row_number() OVER (ORDER BY stem) AS term
            FROM (SELECT DISTINCT stem FROM new ANTI JOIN known USING (stem))
        )
        INSERT INTO search_terms
        SELECT word, stem, term FROM new JOIN (FROM known UNION ALL FROM numbered) USING (stem) ORDER BY word
        """,
        [list(found), list(found.values())],
    )
