"""Sentences → dates."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("dates"):
    Doc.set_extension("dates", default=())


@Language.component("docmine_dates", assigns=["doc._.dates"])
def dates(doc: Doc) -> Doc:
    doc._.dates = ()
    return doc
