from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from shelves import MODEL, Shelf, vector

from docmine.store import Store, text_hash


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.put("a.txt", "We will expand the service.", "Cafés open in May.", heading="Short breaks")
    shelf.put("b.txt", "The service is closed.")
    shelf.store.refresh_words()
    return shelf


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("expanding", ["We will expand the service."]),  # stems
        ("cafe", ["Cafés open in May."]),  # accents
        ("the of and", []),  # stop words
        ("short break", ["Cafés open in May.", "We will expand the service."]),  # the heading counts for what is below
        ("", []),
        ("' OR 1=1 --", []),
    ],
)
def test_words_find_passages(filled: Shelf, query: str, texts: list[str]) -> None:
    found = filled.store.bm25(query, 10)
    passages = filled.store.passages_by_id([key for key, _ in found])
    assert sorted(p.text for p in passages) == texts
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_the_limit_holds(filled: Shelf) -> None:
    assert len(filled.store.bm25("service", 10)) == 2
    assert len(filled.store.bm25("service", 1)) == 1


def test_words_of_old_versions_are_not_found_even_before_the_refresh(filled: Shelf) -> None:
    filled.put("b.txt", "Quite another library.")
    assert filled.store.bm25("closed", 10) == []
    assert filled.store.refresh_words()
    assert not filled.store.refresh_words()  # nothing has changed since
    assert len(filled.store.bm25("library", 10)) == 1


def test_words_are_found_in_a_read_only_index(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    with Store.open(tmp_path / "x.duckdb", create=True) as store:
        Shelf(store, tmp_path / "files").put("a.txt", "We will expand it.")
        store.refresh_words()
    with Store.open(tmp_path / "x.duckdb", read_only=True) as store:
        assert len(store.bm25("expand", 10)) == 1


def test_nearest_is_the_exact_cosine_of_every_current_passage(filled: Shelf) -> None:
    filled.put("b.txt", "The service is open.")
    asked = vector("a question")
    found = filled.store.nearest(asked, 10)
    passages = filled.store.passages_by_id([key for key, _ in found])
    expected = sorted((float(vector(p.context) @ asked) for p in filled.store.passages()), reverse=True)
    assert [score for _, score in found] == pytest.approx(expected)
    assert [float(vector(p.context) @ asked) for p in passages] == pytest.approx(expected)
    assert [key for key, _ in filled.store.nearest(asked, 1)] == [found[0][0]]


def test_nearest_keeps_to_one_model(filled: Shelf) -> None:
    asked = vector("a question")
    assert filled.store.nearest(asked, 10, MODEL) == filled.store.nearest(asked, 10)
    assert filled.store.nearest(asked, 10, "another") == []
    assert filled.store.nearest(np.ones(5, dtype=np.float32), 10) == []  # another length of vector
    assert filled.store.vectors_of([text_hash("none")], MODEL) == {}
