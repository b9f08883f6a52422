"""What a word has in common with its other forms, as DuckDB's full-text extension has it.

The extension takes a sixth of the time in which a search is to answer, so that it is loaded only for words that the
index has never met. An index holds the stem of every word in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from docmine.errors import IndexProblem


def stems(words: Iterable[str]) -> dict[str, str]:
    """The stem of each word, which is in small letters."""
    found = sorted(set(words))
    if not found:
        return {}
    with _beside() as connection:
        sql = "SELECT word, stem(word, 'english') FROM (SELECT unnest(?) AS word)"
        return dict(connection.execute(sql, [found]).fetchall())


def stop_words() -> list[str]:
    """Words without meaning, such as "the". The extension gives its list only with an index."""
    with _beside() as connection:
        connection.execute("CREATE TABLE nothing (id INTEGER, body VARCHAR)")
        connection.execute("PRAGMA create_fts_index('nothing', 'id', 'body', stopwords = 'english')")
        return [
            word for (word,) in connection.execute("SELECT sw FROM fts_main_nothing.stopwords ORDER BY sw").fetchall()
        ]


@contextmanager
def _beside() -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to nothing, with the extension: one to an index may load none any more."""
    with duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False}) as beside:
        load_extension(beside)
        yield beside


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
