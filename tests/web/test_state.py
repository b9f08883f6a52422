"""The snapshot: made anew when the index has changed, kept while another writes, and gone at the end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from docmine import settings
from docmine.errors import IndexLocked, IndexMissing, NotAnIndex
from docmine.index import Index
from docmine.web import private, state
from docmine.web.app import application

MORE = "Harrowfield Council\n\n3 May 2023\n\nThe sensory room in Alder Lane opened in April 2023.\n"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "PATIENCE", 0.0)
    monkeypatch.setattr(state, "MOMENT", 0.0)


def of(client: TestClient) -> state.State:
    found = client.app.state.docmine  # type: ignore[attr-defined]
    assert isinstance(found, state.State)
    return found


def test_what_is_ingested_is_shown(own: tuple[TestClient, Path], tmp_path: Path) -> None:
    client, path = own
    (tmp_path / "update.txt").write_text(MORE, encoding="utf-8")
    Index(path, settings.load({})).ingest(tmp_path / "update.txt")
    text = client.get("/documents").text  # begins to read it, and does not wait
    assert "update.txt" not in text
    assert "is being read again" in text
    of(client).settle()
    text = client.get("/documents").text
    assert "update.txt" in text
    assert "being read again" not in text


def test_while_another_writes_the_last_state_is_shown(
    own: tuple[TestClient, Path], busy: Callable[[Path], None]
) -> None:
    client, path = own
    busy(path)
    path.touch()
    client.get("/")
    of(client).settle()
    text = client.get("/commitments").text
    assert "The index is being written to. This is its state of " in text
    assert "sensory room" in text


def test_an_index_that_is_gone_is_still_shown(own: tuple[TestClient, Path]) -> None:
    client, path = own
    path.unlink()
    client.get("/")
    of(client).settle()
    assert "The index is no longer at" in client.get("/").text


def test_snapshots_are_put_away(own: tuple[TestClient, Path]) -> None:
    client, path = own
    folder = Path(of(client)._folder.name)
    for _ in range(4):
        path.touch()
        client.get("/")
        of(client).settle()
    assert 1 <= len(list(folder.iterdir())) <= state.KEPT
    of(client).close()
    assert not folder.exists()


def test_what_a_killed_server_left_behind_is_put_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        pass
    left, alive, other = (
        tmp_path / name for name in (f"docmine-{dead.pid}-x1", f"docmine-{os.getpid()}-x1", "docmine-x")
    )
    for one in (left, alive, other):
        (one / "1.duckdb").parent.mkdir()
        (one / "1.duckdb").touch()
    with private.folder() as made:
        assert Path(made).stat().st_mode & 0o077 == 0
        assert [one.exists() for one in (left, alive, other)] == [False, True, True]
    assert not Path(made).exists()


@pytest.mark.parametrize(
    ("content", "error"), [(None, IndexMissing), (b"no database, but long enough to be one", NotAnIndex)]
)
def test_no_view_of_what_is_no_index(tmp_path: Path, content: bytes | None, error: type[Exception]) -> None:
    path = tmp_path / "x.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error):
        application(path, settings.load({}))


def test_no_view_of_an_index_that_another_writes_to(own: tuple[TestClient, Path], busy: Callable[[Path], None]) -> None:
    busy(own[1])
    with pytest.raises(IndexLocked):
        application(own[1], settings.load({}))
