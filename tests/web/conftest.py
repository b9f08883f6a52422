"""A small index with everything in it that a page shows, and the view of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from docmine import settings
from docmine.index import Index
from docmine.web.app import application
from tests.web.view import browser, written


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the three papers, followed; tests that write to it take a copy."""
    index = Index(tmp_path_factory.mktemp("web") / "small.duckdb", settings.load({}))
    index.ingest(written(tmp_path_factory.mktemp("papers")))
    index.track()
    return index.path


@pytest.fixture(scope="session")
def app(made: Path) -> FastAPI:
    return application(made, settings.load({}))


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return browser(app)


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Path]]:
    """A view of an index of one's own, and where that is."""
    path = Path(shutil.copy(made, tmp_path / "own.duckdb"))
    app = application(path, settings.load({}))
    yield browser(app), path
    app.state.docmine.close()


@pytest.fixture
def thread_of(made: Path) -> Callable[[str], str]:
    """The id of the one promise with these words."""

    def found(words: str) -> str:
        index = Index(made)
        (one,) = [c for c in index.commitments() if words in c.text]
        return index.ids([one])[0]

    return found


@pytest.fixture
def busy() -> Iterator[Callable[[Path], None]]:
    """`busy(path)`: another process has the index open for writing from now on."""
    others: list[subprocess.Popen[str]] = []

    def start(path: Path) -> None:
        other = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        others.append(other)
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"

    yield start
    for other in others:
        other.communicate("")


_WRITER = """
import sys
from docmine.store import Store
with Store.open(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""
