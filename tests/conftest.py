"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docmine import settings
from docmine.index import Index

ROOT = Path(__file__).resolve().parent.parent

# Tables are as wide as a pipe's wherever the tests are started; a test of a width sets its own.
os.environ.pop("COLUMNS", None)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real publications beside the project; they are not shipped with it."""
    folder = ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("the real publications are not beside this checkout (../shared)")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The sample publications that docmine ships."""
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def sample_index(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of the sample publications, made once."""
    index = Index(tmp_path_factory.mktemp("sample") / "sample.duckdb", settings.load({}))
    summary = index.ingest(corpus)
    assert not summary.failed, summary.failed
    return index
