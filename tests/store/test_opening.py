"""Which files open, and what is said of those that do not. None is touched."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from docmine.errors import IndexLocked, IndexMissing, IndexProblem, IndexTooNew, NotAnIndex
from docmine.store import Store, migrate


def made(path: Path) -> Path:
    Store.open(path, create=True).close()
    return path


def damaged(path: Path, at: int, keep: bool) -> Path:
    data = bytearray(made(path).read_bytes())
    data[at:] = b"x" * (len(data) - at) if keep else b""
    path.write_bytes(data)
    return path


def of_another_program(path: Path) -> Path:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE sales (price INTEGER)")
    return path


def with_version(path: Path, version: int) -> Path:
    with duckdb.connect(str(made(path))) as connection:
        connection.execute(f"INSERT INTO schema_version VALUES ({version}, now())")
    return path


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


CASES = [
    ("not there", lambda p: p, IndexMissing, "There is no index at .* Make one with 'docmine ingest FOLDER'"),
    ("no folder", lambda p: p / "deep" / "x", IndexMissing, "There is no index at"),
    ("a folder", folder, NotAnIndex, "is a folder, not an index"),
    ("empty", lambda p: written(p, b""), NotAnIndex, "is not an index of docmine"),
    ("a text", lambda p: written(p, b"Dear Sir or Madam,"), NotAnIndex, "is not an index of docmine"),
    ("SQLite", lambda p: written(p, b"SQLite format 3\0" + b"\0" * 4000), NotAnIndex, "is not an index of docmine"),
    ("cut short", lambda p: damaged(p, 5000, False), NotAnIndex, "is damaged"),
    ("overwritten", lambda p: damaged(p, 5000, True), NotAnIndex, "is damaged"),
    ("another DuckDB", of_another_program, NotAnIndex, "is a DuckDB database, but no index of docmine"),
    ("later docmine", lambda p: with_version(p, 999), IndexTooNew, r"by a later docmine \(schema 999.*Upgrade docmine"),
]


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(("make", "error", "says"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_no_index_is_named_and_left_alone(
    tmp_path: Path, make: object, error: type[IndexProblem], says: str, read_only: bool
) -> None:
    path = make(tmp_path / "index.duckdb")  # type: ignore[operator]
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(error, match=says) as caught:
        Store.open(path, read_only=read_only)
    assert type(caught.value) is error
    assert "\n" not in str(caught.value)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_reading_touches_no_byte(tmp_path: Path) -> None:
    path = made(tmp_path / "index.duckdb")
    before = path.read_bytes()
    with Store.open(path, read_only=True) as store:
        assert store.documents() == ()
        assert store.bm25("anything", 5) == []
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["index.duckdb"]


def test_create_makes_the_folders(tmp_path: Path) -> None:
    assert made(tmp_path / "new" / "deep" / "index.duckdb").is_file()


def test_create_says_when_the_folder_cannot_be(tmp_path: Path) -> None:
    written(tmp_path / "file", b"")
    with pytest.raises(IndexProblem, match=r"The folder .* cannot be made"):
        Store.open(tmp_path / "file" / "index.duckdb", create=True)


def test_two_readers_in_one_program_and_a_reader_beside_a_writer(tmp_path: Path) -> None:
    path = made(tmp_path / "index.duckdb")
    with Store.open(path, read_only=True) as one, Store.open(path, read_only=True) as two:
        assert one.counts() == two.counts()
        with pytest.raises(IndexLocked, match="is open elsewhere in this program"):
            Store.open(path)


HOLD = """
import sys
from docmine.store import Store
store = Store.open(sys.argv[1], read_only=sys.argv[2] == "True")
print("open", flush=True)
sys.stdin.read()
"""

HOLD_AS_IT_IS = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "True")
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, read_only: bool, script: str = HOLD) -> Iterator[None]:
    """Another process has the index open."""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path), str(read_only)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield
        finally:
            process.stdin.close()
            process.wait()


def test_while_another_process_writes_nobody_else_opens(tmp_path: Path) -> None:
    path = made(tmp_path / "index.duckdb")
    with held(path, read_only=False):
        with pytest.raises(IndexLocked, match=r"is being written by another docmine\. Wait until it has finished"):
            Store.open(path, read_only=True)
        with pytest.raises(IndexLocked, match="is in use by another docmine"):
            Store.open(path)
    Store.open(path).close()


def test_while_another_process_reads_others_may_read(tmp_path: Path) -> None:
    path = made(tmp_path / "index.duckdb")
    with held(path, read_only=True):
        Store.open(path, read_only=True).close()
        with pytest.raises(IndexLocked, match="is in use by another docmine"):
            Store.open(path)


def test_migrations_are_numbered_without_gaps_and_each_runs_once(tmp_path: Path) -> None:
    numbers = list(migrate.scripts())
    assert numbers == list(range(1, len(numbers) + 1))
    path = made(tmp_path / "index.duckdb")
    with Store.open(path) as store:
        assert store.query("SELECT version FROM schema_version ORDER BY version").rows == tuple((n,) for n in numbers)


def test_an_earlier_index_is_brought_up_to_date_by_a_writer_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "index.duckdb")
    latest = max(migrate.scripts()) + 1
    later = {**migrate.scripts(), latest: "CREATE TABLE later (x INTEGER); COMMENT ON TABLE later IS 'new'"}
    monkeypatch.setattr(migrate, "scripts", lambda: later)
    with pytest.raises(IndexProblem, match="is from an earlier docmine"):
        Store.open(path, read_only=True)
    Store.open(path).close()
    with Store.open(path, read_only=True) as store:
        assert store.query("SELECT max(version) FROM schema_version").rows == ((latest,),)
        assert store.query("SELECT count(*) FROM later").rows == ((0,),)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "index.duckdb")
    latest = max(migrate.scripts())
    broken = {**migrate.scripts(), latest + 1: "CREATE TABLE half (x INTEGER); SELECT nonsense"}
    monkeypatch.setattr(migrate, "scripts", lambda: broken)
    with pytest.raises(duckdb.Error):
        Store.open(path)
    monkeypatch.undo()
    with Store.open(path, read_only=True) as store:
        assert store.query("SELECT max(version) FROM schema_version").rows == ((latest,),)
        assert "half" not in [row[0] for row in store.query("SHOW TABLES").rows]


def test_an_index_of_the_first_schema_keeps_its_boxes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index.duckdb"
    first = {1: migrate.scripts()[1]}
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "scripts", lambda: first)
        made(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "INSERT INTO all_documents (doc_id, name, path, current) VALUES ('d', 'a.pdf', '/a.pdf', true)"
        )
        box = "{start_char: 0, end_char: 2, page: 1, x0: 1.5, top: 2, x1: 3, bottom: 4}"
        connection.execute(
            "INSERT INTO all_blocks (doc_id, doc, block, kind, text, start_char, end_char, headers, boxes)"
            f" VALUES ('d', 'a.pdf', 0, 'paragraph', 'We', 0, 2, [], [{box}])"
        )
    with Store.open(path) as store:
        assert store.query("SELECT boxes[1].x0, boxes[1].confidence, links FROM blocks").rows == ((1.5, None, []),)
