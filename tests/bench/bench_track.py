"""Following commitments through a thousand generated newsletters of twenty councils, and one more newsletter; and what
else compares documents, over the same."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from docmine.index import Index
from docmine.store import Store
from tests.bench.generated import fill, write

T = TypeVar("T")

COUNCILS, ISSUES = 20, 50
ALL = 60.0
"""Seconds that all may take on two cores."""
ONE_MORE = 5.0
"""Seconds after one more document, its writing and the index of words included."""
MEMORY = 1500
"""Megabytes at most."""
CHECKED, TRACED = 20.0, 10.0
"""Seconds for the sums and the series of all."""
KEPT = 3.0
"""Seconds for the same when nothing has changed."""
TWO = 5.0
"""Seconds for what compares two named documents."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("thousand") / "thousand.duckdb"
    with Store.open(path, create=True) as store:
        fill(store, COUNCILS, ISSUES)
    return path


def test_a_thousand_documents_and_one_more(path: Path) -> None:
    index = Index(path)
    first, found = _timed(index.track)
    again, _ = _timed(index.track)

    def one_more() -> tuple[object, ...]:
        with Store.open(path) as store:
            write(store, 3, ISSUES)
            store.refresh_words()
        return index.track()

    second, more = _timed(one_more)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\n{len(found)} commitments of {COUNCILS * ISSUES} documents: {first:.1f} s, again: {again:.1f} s")
    print(f"one more document: {second:.1f} s; {memory} MB")
    assert len(more) > len(found)
    assert first <= ALL
    assert second <= ONE_MORE
    assert memory <= MEMORY


def test_sums_and_series(path: Path) -> None:
    index = Index(path)
    for name, made, most in (("checks", index.check, CHECKED), ("series", index.series, TRACED)):
        first, found = _timed(made)
        again, kept = _timed(made)
        print(f"\n{len(found)} {name}: {first:.1f} s, again: {again:.1f} s")
        assert found
        assert found == kept
        assert first <= most
        assert again <= KEPT


def test_two_named_documents(path: Path) -> None:
    index, names = Index(path), ("council 07 news 010.txt", "council 07 news 011.txt")
    for name, compare in (("diff", lambda: index.diff(*names).changes), ("answers", lambda: index.answers(*names))):
        seconds, found = _timed(compare)
        print(f"\n{name}: {seconds:.1f} s")
        assert found
        assert seconds <= TWO


def _timed(made: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    found = made()
    return time.perf_counter() - began, found
