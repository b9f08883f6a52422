"""Sentences → commitments."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("commitments"):
    Doc.set_extension("commitments", default=())


@Language.component("docmine_commitments", assigns=["doc._.commitments"])
def commitments(doc: Doc) -> Doc:
    doc._.commitments = ()
    return doc
