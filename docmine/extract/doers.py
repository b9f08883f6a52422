"""Who can bind itself or be bound: bodies, people in office and names, told apart from readers and from things."""

from __future__ import annotations

from spacy.tokens import Token

from docmine.extract import words

READERS = words.load("readers")

WORK = words.load("work")

BODIES = WORK | words.load("bodies")

_SHORT_FORM = 8
"""Letters of an acronym at most."""


def noun(token: Token) -> str:
    """The lemma in lower case; a capitalised plural, which spaCy takes for a name, without its s: Leaders → leader."""
    lemma: str = token.lemma_.lower()
    if lemma == "visitor" and any(c.lower_ == "health" for c in token.children):
        return "nurse"
    return lemma[:-1] if token.tag_ in ("NNP", "NNPS") and lemma.endswith("s") and lemma[:-1] in BODIES else lemma


def acts(found: Token | None) -> bool:
    """Whether a subject can act: a body, a person, a name, or a pronoun that may stand for one."""
    if found is None:
        return False
    return (
        noun(found) in BODIES
        or found.ent_type_ in ("ORG", "PERSON", "GPE", "NORP")
        or found.pos_ == "PROPN"
        or (found.lower_ in ("they", "it", "he", "she", "who", "which"))
        or _is_named_beside(found)
    )


def _is_named_beside(found: Token) -> bool:
    """ "our solicitor, Priya Nolan," """
    return any(c.dep_ == "appos" and (c.ent_type_ == "PERSON" or is_named_person(c)) for c in found.children)


def leads(found: Token | None) -> bool:
    """Whether the subject is a body or person in office, who can be told what to do."""
    if found is None or found.pos_ == "PRON":
        return False
    lemma = noun(found)
    return (lemma in BODIES and lemma not in WORK) or found.ent_type_ == "PERSON" or is_body_in_short(found)


def is_named_person(found: Token) -> bool:
    """Whether a word is a part of a person's name that the document gives."""
    if found.pos_ != "PROPN" or not found.doc.has_extension("owners"):
        return False
    return any(found.text in owner.name.split() for owner in found.doc._.owners)


def is_body_in_short(found: Token) -> bool:
    """Whether an acronym stands for a body by what the document says of it: "the LSCP", never "the EHCP"."""
    if not (found.text.isupper() and 1 < len(found.text) <= _SHORT_FORM):
        return False
    long = long_form(found)
    if long is not None:
        return long.split()[-1].lower().removesuffix("s") in BODIES
    return found.ent_type_ == "ORG" and found.tag_ == "NNP"


def long_form(found: Token) -> str | None:
    """What the document says an acronym stands for."""
    if not found.doc.has_extension("acronyms"):
        return None
    return next((a.long for a in found.doc._.acronyms if a.text == found.text and a.long), None)
