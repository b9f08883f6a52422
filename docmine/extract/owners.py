"""Sentences → owners: every named person of a document, once."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from docmine.extract import employers, people
from docmine.extract.bodies import is_organisation
from docmine.extract.context import layout, make
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
            name=_in_full(doc, person.name),
            role=person.role,
            organisation=employers.organisation(doc, person),
            email=person.email,
        )
        for person in people.find(doc)
    )
    return doc


def _in_full(doc: Doc, name: str) -> str:
    """A last name with the given name that the head of a letter or mail has: "Dear Mr Hill", to Jonas Hill."""
    document = layout(doc)
    if " " not in name:
        for known in (document.addressee, document.signatory, document.publisher):
            words = known.value.split() if known else []
            if 2 <= len(words) <= 4 and words[-1] == name and not is_organisation(" ".join(words)):
                return " ".join(words)
    return name
