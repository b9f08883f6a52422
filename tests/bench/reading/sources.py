"""The labelled pages' files: as published, and with their words in random order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docmine.records import Document
from tests.bench.reading import own, truth
from tests.bench.reading.shuffle import shuffled

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document, its labelled pages, and where its two copies are."""

    doc: str
    pages: tuple[truth.Page, ...]
    published: Path
    shuffled: Path


def sources(folder: Path, *, real: bool) -> list[Source]:
    """The documents with labelled pages, the `real` ones of ../shared or our own; what must be drawn goes to `folder`.

    A shuffled copy ends one page after the last labelled one: what runs on, and what stands on every page, still shows.
    """
    by_doc: dict[str, list[truth.Page]] = {}
    for page in truth.pages():
        if ("/" in page.doc) == real:
            by_doc.setdefault(page.doc, []).append(page)
    return [_source(folder, doc, pages) for doc, pages in by_doc.items()]


def text_of(document: Document, page: int) -> str:
    """What docmine reads on a page: its blocks in order, without running heads, feet and page numbers."""
    blocks = (b for b in document.blocks if b.kind != "furniture" and page in {b.page, *(box.page for box in b.boxes)})
    return "\n".join(block.text for block in blocks)


def _source(folder: Path, doc: str, pages: Sequence[truth.Page]) -> Source:
    if doc in own.LAYOUTS:
        published = folder / f"{doc}.pdf"
        published.write_bytes(own.pdf(doc))
    else:
        published = (SHARED if "/" in doc else ROOT / "corpus") / doc
    copy = folder / "shuffled" / published.name
    copy.parent.mkdir(exist_ok=True)
    last = max(page.number for page in pages)
    copy.write_bytes(shuffled(published.read_bytes(), pages=range(1, last + 2)))
    return Source(doc=doc, pages=tuple(pages), published=published, shuffled=copy)
