"""Option, then environment, then default."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.errors import UsageError
from docmine.settings import Settings, load


@pytest.mark.parametrize(
    ("environ", "options", "expected"),
    [
        ({}, {}, Settings()),
        ({"DOCMINE_INDEX": "/a.duckdb"}, {}, Settings(index=Path("/a.duckdb"))),
        ({"DOCMINE_INDEX": "/a.duckdb"}, {"index": Path("/b.duckdb")}, Settings(index=Path("/b.duckdb"))),
        ({"DOCMINE_INDEX": "/a.duckdb"}, {"index": None}, Settings(index=Path("/a.duckdb"))),
        ({"DOCMINE_WORKERS": "8"}, {}, Settings(workers=8)),
        ({"DOCMINE_WORKERS": ""}, {}, Settings()),
    ],
)
def test_precedence(environ: dict[str, str], options: dict[str, object], expected: Settings) -> None:
    assert load(environ, **options) == expected


def test_a_number_that_is_none() -> None:
    with pytest.raises(UsageError, match="DOCMINE_WORKERS"):
        load({"DOCMINE_WORKERS": "many"})
