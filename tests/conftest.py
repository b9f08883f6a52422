"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
