"""A folder of its own for prepared models, and models of one test that no other sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docmine import embed


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where prepared models are kept in this test; nothing is there yet."""
    monkeypatch.setenv("DOCMINE_MODELS", str(tmp_path / "prepared"))
    embed.load.cache_clear()
    yield tmp_path / "prepared"
    embed.load.cache_clear()
