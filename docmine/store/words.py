"""Passages ranked by their words: BM25 over postings to which a document is added without touching those of others.

How many passages have a term, how many there are and how long they are on the whole is counted when it is asked, so
that scores are the same in whatever order documents came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from docmine.store import stems
from docmine.store.lists import TEXTS, joined
from docmine.store.scope import Scope
from docmine.store.search_numbers import ids_of

if TYPE_CHECKING:
    import numpy as np

    from docmine.store.kept import Kept

    Postings = dict[int, tuple[np.ndarray, np.ndarray, np.ndarray]]
    """Term → the passages that have it, how often, and how many words each has."""

_MOST_KEPT = 2_000_000
"""Postings that are kept between questions, about: 24 MB."""
SATURATION, BY_LENGTH = 1.2, 0.75
"""k and b of BM25, as usual."""
_WORDS = r"regexp_extract_all(lower(strip_accents({})), '[\p{{L}}\p{{N}}]+')"
"""The words of a text: letters and digits, so that children's are children."""


def bm25(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    limit: int,
    within: Scope,
    kept: Kept,
) -> list[tuple[str, float]]:
    """Ids of passages with any word of `query`, best first; those that score the same by id.

    `kept`: what was read before, which saves reading it again as long as nobody writes.
    """
    import numpy as np

    terms = _terms_asked(connection, query, kept.whole(vocabulary, connection))
    if not terms or limit < 1:
        return []
    postings = _postings(connection, terms, kept.postings)
    count, average = kept.whole(_extent, connection) or _extent(connection)
    having = np.array([len(postings[term][0]) for term in terms])
    weights = np.repeat(np.log10((count - having + 0.5) / (having + 0.5) + 1), having)
    passages, times, words = (np.concatenate([postings[term][i] for term in terms]) for i in range(3))
    times = times.astype(np.float64)
    length = SATURATION * (1 - BY_LENGTH + BY_LENGTH * words / (average or 1))
    parts = weights * times * (SATURATION + 1) / (times + length)
    mask = within.mask(passages)
    if mask is not None:
        parts, passages = parts[mask], passages[mask]
    if not len(passages):
        return []
    sums = np.bincount(passages, parts)
    passages = np.flatnonzero(sums)
    scores = np.round(sums[passages], 9)  # the same in whatever order the parts come
    place = min(limit, len(scores))
    best = scores >= np.partition(scores, -place)[-place]  # and those that score the same as the last
    ids = ids_of(connection, passages[best].tolist(), kept.numbers)
    scored = zip(passages[best].tolist(), scores[best].tolist(), strict=True)
    ranked = [(ids[passage], score) for passage, score in scored]
    return sorted(ranked, key=lambda pair: (-pair[1], pair[0]))[:limit]


def _extent(connection: duckdb.DuckDBPyConnection) -> tuple[int, float | None]:
    """How many passages there are, and how many words they have on average."""
    found: tuple[int, float | None] = connection.execute("SELECT count(*), avg(words) FROM search_passages").fetchall()[
        0
    ]
    return found


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word of the passages."""

    terms: Mapping[str, int | None]
    """Word → number of its stem; None for one without meaning."""
    stems: Mapping[str, int]
    """Stem → its number."""

    def asked(self, words: Iterable[str]) -> list[int]:
        """Numbers of the terms of these words, in order."""
        found = {self.terms[word] for word in words if word in self.terms}
        unknown = [word for word in words if word not in self.terms]
        if unknown and self.terms:
            found |= {self.stems.get(stem) for stem in stems.stems(unknown).values()}  # another form may be there
        return sorted(term for term in found if term is not None)


def vocabulary(connection: duckdb.DuckDBPyConnection) -> Vocabulary:
    """All of it; at a million passages some ten megabytes."""
    rows = connection.execute("SELECT word, stem, term FROM search_terms").fetchall()
    return Vocabulary(
        {word: term for word, _, term in rows}, {stem: term for _, stem, term in rows if stem is not None}
    )


def _postings(connection: duckdb.DuckDBPyConnection, terms: list[int], kept: Postings) -> Postings:
    """Those of these terms, at least; what is read is kept."""
    if sum(len(passages) for passages, _, _ in kept.values()) > _MOST_KEPT:
        kept.clear()
    missing = [term for term in terms if term not in kept]
    if missing:
        found = connection.execute(
            f"SELECT term, passage, times, words FROM search_postings WHERE term IN ({', '.join(map(str, missing))})"
        ).fetchnumpy()
        for term in missing:
            having = found["term"] == term
            kept[term] = (found["passage"][having], found["times"][having], found["words"][having])
    return kept


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
        INSERT INTO search_passages (passage, id, words)
        SELECT passage, any_value(id), coalesce(sum(times) FILTER (term IS NOT NULL), 0)
        FROM arriving LEFT JOIN spoken USING (passage) LEFT JOIN search_terms USING (word)
        GROUP BY passage ORDER BY passage
        """
    )
    connection.execute("DROP TABLE spoken")


def _terms_asked(connection: duckdb.DuckDBPyConnection, query: str, known_words: Vocabulary | None) -> list[int]:
    """Numbers of the terms that the index has of the words of a question, in order."""
    words = sorted(_words_of(connection, query))
    if known_words is not None:
        return known_words.asked(words)
    if not words:
        return []
    marks = ", ".join("?" * len(words))
    rows = connection.execute(f"SELECT word, term FROM search_terms WHERE word IN ({marks})", words).fetchall()
    terms = {term for _, term in rows if term is not None}
    known = {word for word, _ in rows}
    unknown = [word for word in words if word not in known]
    if unknown and connection.execute("SELECT 1 FROM search_terms LIMIT 1").fetchall():  # another form may be there
        sql = f"SELECT DISTINCT term FROM search_terms WHERE stem IN {TEXTS}"
        terms |= {term for (term,) in connection.execute(sql, [joined(stems.stems(unknown).values())]).fetchall()}
    return sorted(terms)


def _words_of(connection: duckdb.DuckDBPyConnection, query: str) -> set[str]:
    """The words of a question, as those of passages are taken apart."""
    if query.isascii():
        return set(re.findall("[a-z0-9]+", query.lower()))
    found = connection.execute(f"SELECT unnest({_WORDS.format('?')})", [query]).fetchall()
    return {word for (word,) in found}


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
