"""What a word has in common with its other forms, as DuckDB's full-text extension has it.

The extension takes a sixth of the time in which a search is to answer, so that it is loaded only for words that the
index has never met. An index holds the stem of every word in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import duckdb

from docmine.errors import IndexProblem
from docmine.store.lists import joined


def stems(words: Iterable[str]) -> dict[str, str]:
    """The stem of each word, which is in small letters."""
    found = sorted(set(words))
    if not found:
        return {}
    sql = "SELECT word, stem(word, 'english') FROM (SELECT unnest(string_split(?, ',')) AS word)"
    return dict(_beside().cursor().execute(sql, [joined(found)]).fetchall())


def stop_words() -> list[str]:
    """Words without meaning, such as "the". The extension gives its list only with an index."""
    with duckdb.connect(config=_CONFIG) as connection:
        load_extension(connection)
        connection.execute("CREATE TABLE nothing (id INTEGER, body VARCHAR)")
        connection.execute("PRAGMA create_fts_index('nothing', 'id', 'body', stopwords = 'english')")
        rows = connection.execute("SELECT sw FROM fts_main_nothing.stopwords ORDER BY sw").fetchall()
    return [word for (word,) in rows]


_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "threads": 1,
}


@lru_cache(maxsize=1)
def _beside() -> duckdb.DuckDBPyConnection:
    """A connection to nothing, with the extension: one to an index may load none any more."""
    connection = duckdb.connect(config=_CONFIG)
    load_extension(connection)
    return connection


def load_extension(connection: duckdb.DuckDBPyConnection) -> None:
    """The full-text extension from its package; DuckDB checks its signature. Raises IndexProblem."""
    import duckdb_extension_fts

    folder = Path(next(iter(duckdb_extension_fts.__path__))) / "extensions" / f"v{duckdb.__version__}"
    file = str(folder / "fts.duckdb_extension").replace("'", "''")
    try:
        connection.execute(f"LOAD '{file}'")
    except duckdb.Error as error:
        raise IndexProblem(
            "The package duckdb-extension-fts does not fit the installed duckdb."
            " Run 'make install', or 'pip install docmine' again."
        ) from error
