"""What a component sees of the document around a sentence: block, headings, the stem of a list, the document's date.

It works from the `Document` that `extract.analyse` leaves in `doc._.document`; in somebody else's pipeline, where there
is none, every paragraph of the text counts as a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, TypeVar

from spacy.tokens import Doc, Span

from docmine import records
from docmine.outline import CellItem, cell_items, heading_paths, list_stems, page_at
from docmine.records import ASIDE, Block, Document

if not Doc.has_extension("document"):
    Doc.set_extension("document", default=None)

_LIST_MARK = re.compile(r"\s*(?:[•●○▪■◦‣\-–*·]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
R = TypeVar("R", bound=records.Span)


@dataclass(frozen=True, slots=True)
class Sent:
    """A sentence with its surroundings. `span` is spaCy's, without white space at its ends."""

    span: Span
    block: Block
    block_index: int
    headings: tuple[str, ...]
    stem: str | None
    """Of a list item: the paragraph that ends in a colon above the list, or the item above it that does."""
    item: CellItem | None = None
    """The bullet in a table's cell that it belongs to."""

    @property
    def is_listed(self) -> bool:
        """Whether it belongs to a bullet."""
        return self.block.kind == "list_item" or self.item is not None

    @property
    def opens(self) -> bool:
        """Whether it is the first sentence of its bullet, or of its block."""
        return self.span.start_char <= (self.item.start if self.item is not None else self.block.start)

    @property
    def heading(self) -> str | None:
        return self.headings[-1] if self.headings else None


def layout(doc: Doc) -> Document:
    """The document behind `doc`; made from its paragraphs where no reader made one."""
    if doc._.document is None:
        blocks = tuple(
            Block(
                kind="list_item" if _LIST_MARK.match(m.group()) else "paragraph",
                text=m.group(),
                start=m.start(),
                end=m.end(),
            )
            for m in re.finditer(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*", doc.text)
        )
        doc._.document = Document(name="", path=None, sha256="", media_type="text/plain", text=doc.text, blocks=blocks)
    document: Document = doc._.document
    return document


def sentences(doc: Doc) -> tuple[Sent, ...]:
    """The sentences in reading order, furniture left out; computed once a document."""
    cached: tuple[Sent, ...] | None = doc.user_data.get("docmine_sentences")
    if cached is not None:
        return cached
    document = layout(doc)
    paths = heading_paths(document.blocks)
    stems = list_stems(document.blocks)
    found: list[Sent] = []
    index = -1
    items: tuple[CellItem, ...] = ()
    for span in doc.sents:
        while span.start < span.end and span[0].is_space:
            span = span[1:]
        while span.start < span.end and span[-1].is_space:
            span = span[:-1]
        if not len(span):
            continue
        while index + 1 < len(document.blocks) and span.start_char >= document.blocks[index + 1].start:
            index += 1
            items = cell_items(document.blocks[index])
        at = max(index, 0)
        block = document.blocks[at]
        if block.kind in ASIDE:
            continue
        # What follows the first sentence of a cell's last bullet may be the cell's own words again.
        item = next((item for item in items if item.sign <= span.start_char <= item.start), None)
        while item is not None and len(span) > 1 and span[0].idx + len(span[0]) <= item.start:
            span = span[1:]  # the sign
        found.append(Sent(span, block, at, paths[at], item.stem if item is not None else stems[at], item))
    result = tuple(found)
    doc.user_data["docmine_sentences"] = result
    return result


def published(doc: Doc, block: Block | None = None) -> str | None:
    """The document's own date, or that of the later addition which a block is part of; ISO and perhaps partial."""
    if block is not None and block.date and block.kind not in ASIDE:
        return block.date
    known = layout(doc).published
    return known.value if known else None


def make(doc: Doc, record: type[R], start: int, end: int, **values: Any) -> R:
    """A record of the characters `start` to `end`, verbatim, with its page."""
    document = layout(doc)
    at = bisect_right(document.blocks, start, key=lambda b: b.start) - 1
    block = document.blocks[at] if at >= 0 and start < document.blocks[at].end else None
    return record(
        doc=document.name,
        text=document.text[start:end],
        start=start,
        end=end,
        page=page_at(block, start) if block else None,
        **values,
    )
