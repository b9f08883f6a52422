"""Sentences → acronyms."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("acronyms"):
    Doc.set_extension("acronyms", default=())


@Language.component("docmine_acronyms", assigns=["doc._.acronyms"])
def acronyms(doc: Doc) -> Doc:
    doc._.acronyms = ()
    return doc
