"""Small invented documents with everything found in them, so that no test of the store needs a model."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from docmine.records import Block, Box, Document, Known, Passage, Record, Sentence, Span, document_record
from docmine.store import Store, text_hash

MODEL = "made-up"


def vector(text: str) -> np.ndarray:
    """A unit vector of three dimensions, the same for the same text."""
    numbers = np.frombuffer(hashlib.sha256(text.encode()).digest()[:12], dtype=np.uint32).astype(np.float32)
    return numbers / np.linalg.norm(numbers)


class Shelf:
    """A store, and short words for putting documents into it."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.run = store.start_run(docmine="test", spacy_model="none", embedding_model=MODEL)

    def put(
        self,
        name: str,
        *paragraphs: str,
        heading: str | None = None,
        published: str | None = None,
        publisher: str | None = None,
        records: Callable[[Document], Sequence[Record]] = lambda document: (),
        folder: str = ".",
    ) -> Document:
        """Store a document of these paragraphs, each one sentence and one passage; its file is written too."""
        path = (self.folder / folder / name).resolve()
        path.parent.mkdir(exist_ok=True)
        texts = [heading, *paragraphs] if heading else list(paragraphs)
        text = "\n\n".join(texts)
        path.write_text(text, "utf-8")
        blocks, start = [], 0
        for number, piece in enumerate(texts):
            box = Box(start=start, end=start + 1, page=1, x0=1.5, top=2.0, x1=3.0, bottom=4.0)
            kind = "heading" if heading and number == 0 else "paragraph"
            blocks.append(Block(kind=kind, text=piece, start=start, end=start + len(piece), page=1, boxes=(box,)))
            start += len(piece) + 2
        document = Document(
            name=name,
            path=str(path),
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            media_type="text/plain",
            text=text,
            blocks=tuple(blocks),
            pages=1,
            published=Known(published, "text") if published else None,
            publisher=Known(publisher, "letterhead") if publisher else None,
            warnings=("page 2 holds only a picture",),
        )
        above = (heading,) if heading else ()
        places = [{"doc": name, "text": b.text, "start": b.start, "end": b.end, "page": 1} for b in blocks]
        sentences = [Sentence(**at, block=i, headings=above) for i, at in enumerate(places)]
        passages = [Passage(**at, block=i, headings=above) for i, at in enumerate(places) if i or not heading]
        vectors = {text_hash(p.context): vector(p.context) for p in passages}
        found = (document_record(document), *records(document))
        self.store.write(document, sentences, passages, found, vectors, model=MODEL, run=self.run)
        return document


def at(document: Document, words: str, kind: type[Span], **values: object) -> Span:
    """A record of the first place where `words` stand."""
    start = document.text.index(words)
    place = {"doc": document.name, "text": words, "start": start, "end": start + len(words), "page": 1}
    return kind(**place, **values)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def empty_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index without documents, to copy: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "index.duckdb"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def shelf(tmp_path: Path, empty_index: Path) -> Iterator[Shelf]:
    folder = tmp_path / "files"
    folder.mkdir()
    shutil.copy(empty_index, tmp_path / "index.duckdb")
    with Store.open(tmp_path / "index.duckdb") as store:
        yield Shelf(store, folder)
