"""The files made to do harm that no test of every day has time for: each ends in its time, in text or a reason.

One after the other, each with a few seconds and a worker of its own; then every broken file at once, large bombs too.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from docmine.errors import UnreadableDocument
from docmine.pipeline import read_documents
from docmine.records import Document
from docmine.settings import Settings
from tests.broken import build, nasty
from tests.test_broken import SLOW, problem_with

SECONDS = 5
LIMITS = Settings(read_seconds=SECONDS, scan_seconds=5, read_memory_mb=1000, workers=2)


@pytest.fixture(scope="module", params=["small", "large"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp(request.param)
    build.write(folder, nasty.SMALL if request.param == "small" else nasty.LARGE)
    return folder


@pytest.mark.parametrize("name", sorted(SLOW))
def test_a_bomb_ends_in_text_or_a_reason(name: str, folder: Path) -> None:
    began = time.perf_counter()
    (result,) = read_documents([folder / name], LIMITS)
    failed = isinstance(result, UnreadableDocument)
    said = result.reason if isinstance(result, UnreadableDocument) else f"{len(result.text)} characters"
    seconds = time.perf_counter() - began
    print(f"\n{seconds:5.1f} s   {name}: {said}")
    assert not failed or problem_with(said) is None
    assert seconds < SECONDS + LIMITS.scan_seconds + 5


def test_all_of_them(folder: Path) -> None:
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    began = time.perf_counter()
    results = list(read_documents(files, LIMITS))
    texts = [r for r in results if isinstance(r, Document)]
    reasons = [r.reason for r in results if isinstance(r, UnreadableDocument)]
    print(f"\n{len(files)} files: {len(texts)} read, {len(reasons)} with a reason; {time.perf_counter() - began:.0f} s")
    assert len(texts) + len(reasons) == len(files)
    assert {reason: why for reason in reasons if (why := problem_with(reason))} == {}
    assert all(d.text[b.start : b.end] == b.text for d in texts for b in d.blocks)
