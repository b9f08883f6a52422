"""Following commitments through a thousand generated newsletters of twenty councils, and one more newsletter."""

from __future__ import annotations

import resource
import time
from pathlib import Path

from docmine.index import Index
from docmine.store import Store
from tests.bench.generated import fill, write

COUNCILS, ISSUES = 20, 50
ALL = 60.0
"""Seconds that all may take on two cores."""
ONE_MORE = 5.0
"""Seconds after one more document."""
MEMORY = 1500
"""Megabytes at most."""


def test_a_thousand_documents_and_one_more(tmp_path: Path) -> None:
    path = tmp_path / "thousand.duckdb"
    with Store.open(path, create=True) as store:
        fill(store, COUNCILS, ISSUES)
    index = Index(path)
    first, found = _timed(index)
    with Store.open(path) as store:
        write(store, 3, ISSUES)
    second, more = _timed(index)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\n{len(found)} commitments of {COUNCILS * ISSUES} documents: {first:.1f} s")
    print(f"one more document: {second:.1f} s; {memory} MB")
    assert len(more) > len(found)
    assert first <= ALL
    assert second <= ONE_MORE
    assert memory <= MEMORY


def _timed(index: Index) -> tuple[float, tuple[object, ...]]:
    began = time.perf_counter()
    found = index.track()
    return time.perf_counter() - began, found
