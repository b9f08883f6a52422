"""An ingest that was killed and could tidy nothing up: the index is whole, and the next ingest completes it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docmine.pipeline import ingest
from docmine.store import Store
from tests import killed_ingest

ROOT = Path(__file__).resolve().parent.parent
FILES = 40


def put(folder: Path) -> list[Path]:
    """Small letters, all different; the last cannot be read."""
    folder.mkdir()
    for number in range(FILES):
        said = (f"Letter {number} says in paragraph {n} what was promised to family {n}." for n in range(9))
        (folder / f"letter {number:02}.txt").write_text("\n\n".join(said), "utf-8")
    (folder / "nothing.txt").write_bytes(b"")
    return sorted(folder.iterdir())


def killed(index: Path, folder: Path, after: str, later: float) -> None:
    """Ingest in a process of its own, and kill that some seconds after its so manieth word: "new 3", "all 1"."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.killed_ingest", index, folder],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    word, count = after.split()
    left = int(count)
    while left:
        line = process.stdout.readline()
        assert line, "it ended before its time"
        left -= line.strip() == word
    time.sleep(later)
    process.kill()
    process.communicate(timeout=10)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals as POSIX has them")
def test_an_ingest_killed_at_any_moment_leaves_a_good_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, index = put(tmp_path / "letters"), tmp_path / "index.duckdb"
    killed_ingest.stand_in(monkeypatch.setattr)
    stored = [0]
    # Between two files, while one is written, and while the index of words is built.
    for after, later in (
        ("new 1", 0.0),
        ("new 5", 0.008),
        ("new 5", 0.02),
        ("all 1", 0.01),
    ):
        killed(index, tmp_path / "letters", after, later)
        with Store.open(index, read_only=True) as store:
            assert list(store.verify()) == []
            stored.append(len(store.documents()))
    assert stored == sorted(stored)
    assert 0 < stored[1] < stored[3] < FILES

    with Store.open(index) as store:
        summary = ingest(store, files, killed_ingest.SETTINGS)
        assert len(summary.new) + len(summary.unchanged) == FILES
        assert len(summary.unchanged) == stored[-1]
        assert [Path(path).name for path, _ in summary.failed] == ["nothing.txt"]
        assert list(store.verify()) == []
        assert len(store.documents()) == FILES
        assert len(store.bm25("promised", 1000)) == 9 * FILES
