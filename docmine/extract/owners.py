"""Sentences → owners: every named person of a document, once."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from docmine.extract import employers, people
from docmine.extract.context import make
from docmine.records import Owner

if not Doc.has_extension("owners"):
    Doc.set_extension("owners", default=())


@Language.component("docmine_owners", assigns=["doc._.owners"])
def owners(doc: Doc) -> Doc:
    """Set `doc._.owners`, in the order of the first full mention."""
    doc._.owners = tuple(
        make(
            doc,
            Owner,
            person.start,
            person.end,
            name=person.name,
            role=person.role,
            organisation=employers.organisation(doc, person),
            email=person.email,
        )
        for person in people.find(doc)
    )
    return doc
