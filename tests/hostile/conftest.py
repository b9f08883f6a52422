from __future__ import annotations

import pytest

from docmine import settings
from docmine.index import Index
from docmine.index.account import Account
from tests.hostile import shelf


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index in which every field of everything is a hostile text."""
    return Index(shelf.index(tmp_path_factory.mktemp("hostile") / "hostile.duckdb"), settings.load({}))


@pytest.fixture(scope="session")
def account(hostile: Index) -> Account:
    return shelf.told(hostile.account())
