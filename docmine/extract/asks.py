"""Sentences → asks."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("asks"):
    Doc.set_extension("asks", default=())


@Language.component("docmine_asks", assigns=["doc._.asks"])
def asks(doc: Doc) -> Doc:
    doc._.asks = ()
    return doc
