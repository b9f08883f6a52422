"""Sentences → owners."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("owners"):
    Doc.set_extension("owners", default=())


@Language.component("docmine_owners", assigns=["doc._.owners"])
def owners(doc: Doc) -> Doc:
    doc._.owners = ()
    return doc
