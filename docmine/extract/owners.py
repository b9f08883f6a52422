"""Sentences → owners: every named person of a document, once."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from docmine.extract import people, roles
from docmine.extract.context import layout, make, sentences
from docmine.extract.persons import Person
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
            organisation=_organisation(doc, person),
            email=person.email,
        )
        for person in people.find(doc)
    )
    return doc


def _organisation(doc: Doc, person: Person) -> str | None:
    """What the words beside the name say, else the body of the e-mail's domain, else the one that speaks."""
    if person.organisation:
        return _spelled_out(doc, person.organisation)
    if person.email:
        body = _of_domain(doc, person.email)
        if body:
            return body
    publisher = layout(doc).publisher
    return publisher.value if publisher and (person.ours or _serves_the_subject(doc, person)) else None


def _serves_the_subject(doc: Doc, person: Person) -> bool:
    """Whether the post names what the publication is about: its title opens with the words behind "for" or "of"."""
    document = layout(doc)
    titles = [known.value.lower() for known in (document.series, document.title) if known]
    m = re.search(r"\b(?:for|of|on) (?:the )?([A-Z].{3,})$", person.role or "")
    return m is not None and any(title.startswith(m.group(1).lower()) for title in titles)


def _spelled_out(doc: Doc, body: str) -> str:
    """A body's initials in the long form that the document gives them; "Ofsted", read as a word, stays."""
    if not any(c.isupper() for c in body[1:]) or " " in body or not Doc.has_extension("acronyms"):
        return body
    return next((a.long for a in doc._.acronyms if a.text == body and a.long), body)


def _of_domain(doc: Doc, email: str) -> str | None:
    """The body named in the document whose words the address's domain carries: "@anytown.gov.uk", "Anytown Council"."""
    labels = re.split(r"[.-]", email.split("@")[1].lower())
    publisher = layout(doc).publisher
    bodies = [publisher.value] if publisher else []
    for sent in sentences(doc):
        bodies += [m.group() for m in re.finditer(r"[A-Z][\w’']+(?: (?:of |and |for )?[A-Z][\w’']+)+", sent.span.text)]
    fitting = [b for b in bodies if roles.is_organisation(b) and b.split()[0].lower().replace("’", "") in labels]
    return min(fitting, key=lambda b: (len(b), b), default=None)
