"""What is searched keeps up with the documents, and nothing depends on the order in which they came."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import duckdb
import numpy as np
import pytest
from shelves import MODEL, Shelf, vector

from docmine.store import Store, codes, text_hash
from docmine.store.migrate import scripts
from docmine.store.stems import load_extension

TEXTS = {
    "a.txt": ("We will expand the transport service.", "Transport for pupils was late.", "Nothing else was said."),
    "b.txt": (
        "The transport panel met.",
        "Expanding the transport service to every school takes a year, transport says.",
    ),
    "c.txt": ("A library opened.", "The service is closed.", "The of and."),
}
QUESTIONS = ("transport", "expand the transport service", "schools and libraries", "closing")


def scores(store: Store, question: str) -> dict[str, float]:
    found = store.bm25(question, 100)
    return {p.text: score for p, (_, score) in zip(store.passages_by_id([k for k, _ in found]), found, strict=True)}


@pytest.mark.parametrize("question", QUESTIONS)
def test_scores_are_those_of_an_index_made_anew(tmp_path: Path, question: str) -> None:
    with Store.open(tmp_path / "grown.duckdb", create=True) as store:
        shelf = Shelf(store, tmp_path)
        for name in ("c.txt", "a.txt", "b.txt"):
            shelf.put(name, "This was said before, on transport and schools.", *TEXTS[name][1:])
            shelf.put("gone.txt", "Transport, transport: a service that is gone.")
            store.refresh_words()
            shelf.put(name, *TEXTS[name])
            store.refresh_words()
        store.remove("gone.txt")
        store.refresh_words()
        grown = scores(store, question)
    (tmp_path / "new").mkdir()
    with Store.open(tmp_path / "new.duckdb", create=True) as store:
        shelf = Shelf(store, tmp_path / "new")
        for name, texts in TEXTS.items():
            shelf.put(name, *texts)
        store.refresh_words()
        assert grown == scores(store, question)
    assert grown


@pytest.mark.parametrize("question", QUESTIONS)
def test_scores_are_those_of_duckdbs_own_word_index(shelf: Shelf, question: str) -> None:
    for name, texts in TEXTS.items():
        shelf.put(name, *texts)
    shelf.store.refresh_words()
    with duckdb.connect() as other:
        load_extension(other)
        other.execute("CREATE TABLE texts (body VARCHAR)")
        other.executemany("INSERT INTO texts VALUES (?)", [[text] for texts in TEXTS.values() for text in texts])
        other.execute("PRAGMA create_fts_index('texts', 'body', 'body')")
        rows = other.execute("SELECT body, fts_main_texts.match_bm25(body, ?) FROM texts", [question]).fetchall()
    assert scores(shelf.store, question) == pytest.approx({text: score for text, score in rows if score is not None})


def test_a_document_is_added_without_touching_the_others(shelf: Shelf) -> None:
    shelf.put("a.txt", *TEXTS["a.txt"])
    shelf.store.refresh_words()
    rows = "SELECT rowid, * FROM {} WHERE passage <= 2 ORDER BY ALL"
    tables = ("search_passages", "search_postings", "search_codes")
    before = [shelf.store.query(rows.format(table)).rows for table in tables]
    shelf.put("b.txt", *TEXTS["b.txt"])
    assert shelf.store.refresh_words()
    assert [shelf.store.query(rows.format(table)).rows for table in tables] == before
    assert not shelf.store.refresh_words()


def test_search_looks_in_the_documents_asked_for(shelf: Shelf) -> None:
    keys = {name: shelf.put(name, *texts).sha256[:16] for name, texts in TEXTS.items()}
    shelf.store.refresh_words()
    everywhere = dict(shelf.store.bm25("transport service", 100))
    here = dict(shelf.store.bm25("transport service", 100, [keys["a.txt"], keys["c.txt"]]))
    assert set(here) == {k for k in everywhere if shelf.store.passages_by_id([k])[0].doc in ("a.txt", "c.txt")}
    assert here == {key: everywhere[key] for key in here}
    found = shelf.store.nearest(vector("x"), 100, docs=[keys["b.txt"]])
    assert {p.doc for p in shelf.store.passages_by_id([key for key, _ in found])} == {"b.txt"}
    assert len(found) == 2
    assert shelf.store.bm25("transport", 100, []) == shelf.store.nearest(vector("x"), 100, docs=[]) == []


def test_what_is_not_coded_yet_is_found_all_the_same(shelf: Shelf) -> None:
    shelf.put("a.txt", *TEXTS["a.txt"])
    shelf.store.refresh_words()
    shelf.put("b.txt", *TEXTS["b.txt"])
    before = shelf.store.nearest(vector("x"), 100)
    assert len(before) == 5
    shelf.store.refresh_words()
    assert shelf.store.nearest(vector("x"), 100) == before


def test_another_model_gets_codes_of_its_own(shelf: Shelf) -> None:
    shelf.put("a.txt", *TEXTS["a.txt"])
    shelf.store.refresh_words()
    asked = np.ones(5, dtype=np.float32) / math.sqrt(5)
    shelf.store.start_run(docmine="test", spacy_model="none", embedding_model="another")
    new = {text_hash(p.context): np.eye(5, dtype=np.float32)[i] for i, p in enumerate(shelf.store.passages())}
    shelf.store.add_vectors(new, model="another")
    before = shelf.store.nearest(asked, 10)
    assert shelf.store.refresh_words()
    assert shelf.store.nearest(asked, 10) == before
    assert [score for _, score in before] == pytest.approx([1 / math.sqrt(5)] * 3, abs=1e-6)
    assert shelf.store.query("SELECT DISTINCT model FROM search_codes").rows == (("another",),)
    assert len(shelf.store.nearest(vector("x"), 10, MODEL)) == 3


def test_a_text_that_stands_twice_has_one_vector(shelf: Shelf) -> None:
    shelf.put("a.txt", "The same words.", "Others.")
    shelf.put("b.txt", "The same words.")
    shelf.store.refresh_words()
    assert shelf.store.counts()["vectors"] == 2
    found = shelf.store.nearest(vector("The same words."), 2)
    assert [score for _, score in found] == pytest.approx([1.0, 1.0], abs=1e-5)


def test_an_index_of_before_is_filled_when_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as old:
        for number in (1, 2, 3, 4, 5):
            old.execute(scripts()[number])
            old.execute("INSERT INTO schema_version VALUES (?, now() AT TIME ZONE 'UTC')", [number])
        old.execute("INSERT INTO runs (run, embedding_model) VALUES (1, ?)", [MODEL])
        old.execute("INSERT INTO all_documents (doc_id, name, sha256, current) VALUES ('d', 'a.txt', 'd', true)")
        for i, text in enumerate(TEXTS["a.txt"]):
            old.execute(
                "INSERT INTO all_passages (id, doc_id, doc, start_char, end_char, text, headings, text_hash)"
                " VALUES (?, 'd', 'a.txt', ?, ?, ?, [], ?)",
                [f"p{i}", i, i + 1, text, text_hash(text)],
            )
            old.execute("INSERT INTO vectors VALUES (?, ?, ?)", [text_hash(text), MODEL, vector(text).tolist()])
    with Store.open(path) as store:
        assert [key for key, _ in store.bm25("pupils", 10)] == ["p1"]
        assert store.nearest(vector(TEXTS["a.txt"][2]), 1) == [("p2", 1.0)]
        hashed = text_hash(TEXTS["a.txt"][0])
        assert store.vectors_of([hashed], MODEL)[hashed].tolist() == vector(TEXTS["a.txt"][0]).tolist()
        assert not store.refresh_words()


@pytest.mark.parametrize("size", [384, 96, 768])
def test_the_first_ten_by_codes_are_the_first_ten(size: int) -> None:
    """Vectors in clusters, as real ones are; twenty thousand, so that not all are scored."""
    chance = np.random.default_rng(7)
    centres = chance.standard_normal((400, size)) + 0.4 * chance.standard_normal(size)
    drawn = centres[chance.integers(0, 400, 20_000)] + 0.7 * chance.standard_normal((20_000, size))
    vectors = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)
    bits = codes.code(vectors)
    columns = [bits[:, i].copy() for i in range(6)]
    agree: Counter[bool] = Counter()
    scored = 0
    for asked in vectors[chance.integers(0, 20_000, 50)] + 0.02 * chance.standard_normal((50, size)).astype(np.float32):
        places, cosines = codes.scored(codes.sums(asked, columns), lambda at, asked=asked: vectors[at] @ asked, 10)
        found = set(places[np.argsort(-cosines)[:10]].tolist())
        agree.update(place in found for place in np.argsort(-(vectors @ asked))[:10].tolist())
        scored += len(places)
    assert agree[True] / agree.total() >= 0.998
    assert scored / 50 < 10_000


def test_a_vector_in_8_bits_keeps_its_cosines() -> None:
    chance = np.random.default_rng(3)
    vectors = chance.standard_normal((200, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    kept = codes.fine(vectors)
    whole = np.stack([np.frombuffer(k[4:], np.int8) * np.frombuffer(k[:4], "<f4") for k in kept])
    assert float(np.abs(whole @ vectors.T - vectors @ vectors.T).max()) < codes.LOSS
