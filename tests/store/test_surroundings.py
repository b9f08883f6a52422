"""What stands around a passage is the same whether search knows its document already or not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from shelves import Shelf

from docmine.records import Commitment, Document, Record
from docmine.store.surroundings import Held, Line, Mark

TEXTS = tuple(f"Paragraph {number} says that we will open clinic {number}." for number in range(9))


def promise(document: Document) -> Sequence[Record]:
    start = document.text.index("open clinic 6")
    return [
        Commitment(doc=document.name, text="open clinic 6", start=start, end=start + 13, due="2024", topic="clinics")
    ]


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.put("a.txt", "Alone.", "Apart.")
    shelf.put("b.txt", *TEXTS, heading="Clinics", records=promise)
    shelf.put("c.txt", "Another.")
    return shelf


def seen(shelf: Shelf, text: str) -> tuple[list[Line], list[Mark]]:
    """The lines around the passage with this text, and what was found in it."""
    key = next(p.id for p in around(shelf) if p.text == text)
    found = shelf.store.around([key])
    assert [p.text for p in found.passages] == [text]
    places = {(p.doc_id, p.block) for p in found.passages}
    return found.lines(places), [mark for marks in found.marks(places).values() for mark in marks]


def around(shelf: Shelf) -> tuple[Held, ...]:
    ids = [row[0] for row in shelf.store.query("SELECT id FROM passages").rows]
    return shelf.store.around(ids).passages


@pytest.mark.parametrize(("text", "first", "last"), [(TEXTS[6], 1, 7), (TEXTS[8], 3, 8), (TEXTS[0], -1, 1)])
def test_five_blocks_before_and_one_after_of_the_same_document(filled: Shelf, text: str, first: int, last: int) -> None:
    new = seen(filled, text)
    filled.store.refresh_words()
    lines, marks = seen(filled, text)
    assert (lines, marks) == new
    assert [line.text for line in lines] == [("Clinics", *TEXTS)[i + 1] for i in range(first, last + 1)]
    assert {line.headings for line in lines} == {("Clinics",)}
    assert [mark[3:] for mark in marks] == ([("open clinic 6", None, "2024", "clinics")] if text == TEXTS[6] else [])


def test_what_is_removed_leaves_no_block_behind(filled: Shelf) -> None:
    filled.store.refresh_words()
    filled.store.remove("b.txt")
    filled.store.refresh_words()
    assert {p.text for p in around(filled)} == {"Alone.", "Apart.", "Another."}
    assert filled.store.query("SELECT count(*) FROM search_blocks").rows == ((3,),)
