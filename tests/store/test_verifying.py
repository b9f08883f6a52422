"""Every kind of wrong is found: each is made in an index that was right."""

from __future__ import annotations

from pathlib import Path

import pytest
from shelves import Shelf, at

from docmine.records import Commitment


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.put("a.txt", "An old version.")
    for name in ("a.txt", "b.txt"):
        shelf.put(
            name,
            f"We will publish {name}.",
            heading="News",
            records=lambda d: [at(d, "We will publish", Commitment, headings=("News",))],  # type: ignore[list-item]
        )
    return shelf


def test_a_right_index_has_no_problems(filled: Shelf) -> None:
    assert filled.store.verify() == ()


@pytest.mark.parametrize(
    ("damage", "table", "says"),
    [
        ("UPDATE all_commitments SET text = 'We shall publish'", "commitments", "is not what stands at"),
        ("UPDATE all_commitments SET start_char = start_char + 1", "commitments", "is not what stands at"),
        ("UPDATE all_commitments SET end_char = 9999", "commitments", "is not what stands at"),
        ("UPDATE all_commitments SET id = 'x'", "commitments", "its id or name is not that of its document"),
        ("UPDATE all_commitments SET doc = 'c.txt'", "commitments", "its id or name is not that of its document"),
        ("INSERT INTO all_commitments SELECT * FROM all_commitments", "commitments", "another with the same id"),
        ("UPDATE all_commitments SET doc_id = 'x'", "commitments", "rows belong to no document"),
        ("UPDATE all_sentences SET text = upper(text)", "sentences", "is not what stands at"),
        ("UPDATE all_passages SET text_hash = 'x'", "passages", "its text_hash is not that of its text"),
        ("UPDATE all_passages SET headings = []", "passages", "its text_hash is not that of its text"),
        ("UPDATE all_blocks SET text = 'x'", "blocks", "is not what stands at"),
        ("DELETE FROM all_blocks WHERE block = 0", "blocks", "is missing or there twice"),
        (
            "UPDATE all_blocks SET boxes = [struct_update(boxes[1], end_char := 9999)]",
            "blocks",
            "a word's box lies outside its block",
        ),
        ("UPDATE all_documents SET text = 'x' || text", "sentences", "is not what stands at"),
        ("UPDATE all_documents SET sha256 = 'x' || sha256", "documents", "does not come from the hash"),
        ("DELETE FROM vectors", "passages", "it has no vector"),
        (
            "INSERT INTO all_checks (doc_id, start_char, end_char, text) SELECT doc_id, 0, 2, 'x' FROM all_documents",
            "checks",
            "is not what stands at",
        ),
        ("INSERT INTO all_findings (doc_id) VALUES ('x')", "findings", "1 rows belong to no document"),
    ],
)
def test_a_fault_is_found(filled: Shelf, damage: str, table: str, says: str) -> None:
    filled.store._connection.execute(damage)
    faults = [p for p in filled.store.verify() if p.fault]
    assert any(p.table == table and says in p.message and p.doc for p in faults), faults


def test_a_file_that_moved_or_changed_is_a_note(filled: Shelf) -> None:
    a, b = (Path(d.path or "") for d in filled.store.documents())
    a.unlink()
    b.write_text("Something else.")
    assert [(p.doc, p.fault, p.message.split(" at ")[0].split(";")[0]) for p in filled.store.verify()] == [
        ("a.txt", False, "its file is no longer"),
        ("b.txt", False, "its file has changed since it was read"),
    ]
