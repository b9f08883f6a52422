"""The examples in docs/python-api.md run as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "python-api.md"
EXAMPLES = dict(re.findall(r"^## (.+?)\n.*?```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    """Where a reader would sit: `corpus` is beside them, and what one example makes the next may find."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "corpus").symlink_to(corpus)
    return folder


def test_there_are_four() -> None:
    assert len(EXAMPLES) == 4


@pytest.mark.parametrize("title", EXAMPLES)
def test_example(title: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    if "to_pandas" in EXAMPLES[title]:
        pytest.importorskip("pandas", reason="pandas is not among docmine's own requirements")
    monkeypatch.chdir(folder)
    exec(compile(EXAMPLES[title], f"{PAGE.name}: {title}", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out.strip()
