"""One document of an index: what it is called, what it holds, its pages and its file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from docmine import settings
from docmine.errors import UnreadableDocument, UsageError
from docmine.index import Index
from tests.read.scanned import needs_tesseract, pictures

NEWS = "Marlbrook SEND Newsletter 1.pdf"


@pytest.fixture(scope="module")
def held(sample_index: Index) -> Iterator[Index]:
    with Index(sample_index.path) as index:
        yield index


def test_a_document_is_called_by_its_name_or_its_hash(held: Index) -> None:
    for document in held.documents():
        for asked in (document.name, document.sha256, document.sha256[:8], document.sha256[:16].upper(), document):
            assert held.opened(asked).document == document


@pytest.mark.parametrize("asked", ["", "nothing.pdf", "Newsletter 1", "f" * 16, "README", "*", "corpus/README.md", "%"])
def test_what_is_no_name_of_one(held: Index, asked: str) -> None:
    with pytest.raises(UsageError, match="No document in the index"):
        held.opened(asked)


def test_what_it_holds(held: Index) -> None:
    found = held.opened(NEWS)
    assert [version.doc_id for version in found.versions] == [found.document.doc_id]
    of_it = [*held.commitments(doc=NEWS), *held.asks(doc=NEWS), *held.figures(doc=NEWS), *held.dates(doc=NEWS)]
    of_it += [*held.owners(doc=NEWS), *held.quotes(doc=NEWS), *held.acronyms(doc=NEWS)]
    assert list(found.records) == of_it
    text = "\n".join(block.text for block in found.blocks)
    assert "Speech and language therapy" in text
    assert all(
        block.text[r.start - block.start : r.end - block.start] == r.text
        for r in found.records
        for block in found.blocks
        if block.start <= r.start < block.end
    )


def test_its_pages(held: Index) -> None:
    drawn = Image.open(io.BytesIO(held.page(NEWS, 2)))
    assert drawn.height > drawn.width > 600
    for number in (-1, 0, 3):
        with pytest.raises(UsageError, match="It has 2"):
            held.page(NEWS, number)
    with pytest.raises(UsageError, match="It has no pages"):
        held.page("2025-03-17 You said, we did.md", 1)


def test_its_file(held: Index, corpus: Path) -> None:
    path, data = held.source(NEWS)
    assert (path, data) == (corpus / NEWS, (corpus / NEWS).read_bytes())


def test_versions_and_a_file_that_is_no_longer_there(tmp_path: Path) -> None:
    here, index = tmp_path / "page.txt", Index(tmp_path / "own.duckdb", settings.load({}))
    for words in ("May", "July"):
        here.write_text(f"Harbour Council\n1 February 2024\n\nWe will open the hall in {words} 2024.\n")
        index.ingest(here)
    first, second = index.opened("page.txt").versions
    assert [first.current, second.current] == [False, True]
    before = index.opened(first.sha256[:8])
    assert "May 2024" in before.blocks[-1].text
    assert {record.doc for record in before.records} == {"page.txt"}
    with pytest.raises(UnreadableDocument, match="has changed since it was read"):
        index.source(first)
    here.unlink()
    with pytest.raises(UnreadableDocument, match="no longer there"):
        index.source("page.txt")


@needs_tesseract
def test_a_picture_of_letters_has_pages_and_evidence(tmp_path: Path, corpus: Path) -> None:
    scan = pictures(corpus / NEWS, [1])[0]
    scan.save(tmp_path / "scan.png", dpi=(200, 200))
    index = Index(tmp_path / "own.duckdb", settings.load({}))
    index.ingest(tmp_path / "scan.png")
    assert index.page("scan.png", 1).startswith(b"\x89PNG")
    (id,) = index.ids(index.commitments(limit=1))
    assert index.picture(id).startswith(b"\x89PNG")
