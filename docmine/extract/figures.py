"""Sentences → figures."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

if not Doc.has_extension("figures"):
    Doc.set_extension("figures", default=())


@Language.component("docmine_figures", assigns=["doc._.figures"])
def figures(doc: Doc) -> Doc:
    doc._.figures = ()
    return doc
