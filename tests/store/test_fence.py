"""SQL from outside: what it may ask, and what it may not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import Shelf

from docmine.errors import UsageError
from docmine.store import Store


@pytest.fixture(scope="module", params=[True, False], ids=["read-only", "writing"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("fence")
    with Store.open(folder / "x.duckdb", create=True) as store:
        Shelf(store, folder).put("a.txt", "Words.")
        store.refresh_words()
    with Store.open(folder / "x.duckdb", read_only=request.param) as store:
        yield store


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT doc, text FROM sentences", (("a.txt", "Words."),)),
        ("FROM sentences SELECT count(*);", ((1,),)),
        ("WITH s AS (SELECT 1 AS x) SELECT x FROM s", ((1,),)),
        ("VALUES (1), (2)", ((1,), (2,))),
        ("SELECT name FROM documents WHERE name LIKE '%;%'", ()),
    ],
)
def test_questions_are_answered(store: Store, sql: str, rows: tuple[tuple[object, ...], ...]) -> None:
    assert store.query(sql).rows == rows
    assert store.arrow(sql).num_rows == len(rows)


@pytest.mark.parametrize("sql", ["SHOW TABLES", "DESCRIBE figures", "SUMMARIZE runs", "PRAGMA table_info('figures')"])
def test_the_tables_can_be_looked_at(store: Store, sql: str) -> None:
    assert store.query(sql).rows


ONLY = "Only questions are allowed here"
REACH = "not understood or not allowed"


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("", "Give one SQL statement; there are 0"),
        ("SELECT 1; SELECT 2", "Give one SQL statement; there are 2"),
        ("SELEC 1", "was not understood"),
        ("SELECT nonsense FROM runs", REACH),
        ("SELECT 'abc'::INTEGER", REACH),
        ("DROP TABLE all_documents", ONLY),
        ("DELETE FROM runs", ONLY),
        ("INSERT INTO runs (run) VALUES (9) RETURNING run", ONLY),
        ("CREATE TEMP TABLE t (x INTEGER)", ONLY),
        ("CHECKPOINT", ONLY),
        ("SET lock_configuration = false", ONLY),
        ("SET enable_external_access = true", ONLY),
        ("RESET enable_external_access", ONLY),
        ("ATTACH 'other.duckdb'", ONLY),
        ("INSTALL httpfs", ONLY),
        ("LOAD httpfs", ONLY),
        ("COPY runs TO 'runs.csv'", ONLY),
        ("COPY (SELECT 1) TO '/dev/stdout'", ONLY),
        ("EXPORT DATABASE 'copy'", ONLY),
        ("EXPLAIN ANALYZE DELETE FROM runs", ONLY),
        ("PRAGMA create_fts_index('words', 'id', 'body', overwrite = 1)", "allowed|understood"),
        ("PRAGMA enable_profiling", "allowed|understood"),
        ("SELECT * FROM read_csv('/etc/passwd')", REACH),
        ("SELECT * FROM read_text('/etc/passwd')", REACH),
        ("SELECT * FROM '/etc/passwd'", REACH),
        ("SELECT * FROM 'https://example.org/x.parquet'", REACH),
        ("SELECT * FROM glob('/*')", REACH),
        ("SELECT getenv('HOME')", REACH),
        ("SELECT * FROM store", REACH),  # a variable of the Python around it is no table
    ],
)
def test_everything_else_is_refused_in_one_sentence(
    store: Store, sql: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for ask in (store.query, store.arrow):
        with pytest.raises(UsageError, match=says) as caught:
            ask(sql)
        assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []
    assert store.counts()["runs"] == 1
