"""Sentences → quotes."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("quotes"):
    Doc.set_extension("quotes", default=())


@Language.component("docmine_quotes", assigns=["doc._.quotes"])
def quotes(doc: Doc) -> Doc:
    doc._.quotes = ()
    return doc
