"""Files, folders and patterns → the documents meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.errors import UsageError
from docmine.read.walk import find


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.pdf",
        "a.txt",
        "sub/c.docx",
        "README.md",
        ".hidden.txt",
        ".git/d.txt",
        "sub/data.csv",
        "~$a.docx",
        "__MACOSX/a.txt",
        "z.zip",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "bare").mkdir()
    return tmp_path


CASES = [
    (["."], ["a.txt", "b.pdf", "sub/c.docx", "z.zip"]),
    (["b.pdf", "a.txt"], ["b.pdf", "a.txt"]),
    (["*.txt"], ["a.txt"]),
    (["**/*.docx"], ["sub/c.docx"]),
    (["a.txt", "."], ["a.txt", "b.pdf", "sub/c.docx", "z.zip"]),
    (["sub/data.csv"], ["sub/data.csv"]),  # named itself: its reader says what is wrong
]


@pytest.mark.parametrize(("given", "expected"), CASES, ids=[" ".join(c[0]) for c in CASES])
def test_find(folder: Path, given: list[str], expected: list[str]) -> None:
    assert find([folder / g for g in given]) == [folder / e for e in expected]


@pytest.mark.parametrize(
    ("given", "says"),
    [("gone.pdf", "no file or folder"), ("bare", "holds no documents"), ("*.eml", "No document matches")],
)
def test_refusals(folder: Path, given: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        find([folder / given])
