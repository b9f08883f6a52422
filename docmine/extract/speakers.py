"""Who is to do it: "I" is the signatory, "we" the body that speaks, "they" the one last named."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from docmine.extract.binding import BODIES, WORK
from docmine.extract.clauses import antecedent, is_passive, phrase, subject
from docmine.extract.context import layout


def owner(verb: Token, previous: str | None) -> str | None:
    """The owner of the act of `verb`, as a reader would name them; None where the document names nobody.

    `previous` is the owner of the commitment just before, for "they" and "this".
    """
    doc = verb.doc
    agent = _agent(verb)
    if agent is not None:
        return phrase(agent).text
    found = antecedent(verb, subject(verb))
    if found is None:
        return previous or body(doc)
    word = found.lower_
    if word in ("i", "myself"):
        return _speaker(doc, verb) or _signatory(doc) or body(doc)
    if word in ("we", "us", "ourselves") or _ours(found):
        return _speakers_body(doc, verb) or body(doc)
    if word in ("they", "he", "she", "it", "this", "these", "which", "who", "that", "both", "all"):
        named = _last_named(found) if word in ("they", "he", "she", "it") else None
        return named or previous or body(doc)
    if is_passive(verb):
        return body(doc)
    if found.ent_type_ in ("PERSON", "ORG") or (found.lemma_.lower() in BODIES and found.lemma_.lower() not in WORK):
        return _article_off(phrase(found))
    return body(doc)


def body(doc: Doc) -> str | None:
    """The body that speaks in the document: its publisher."""
    publisher = layout(doc).publisher
    return publisher.value if publisher else None


def _signatory(doc: Doc) -> str | None:
    signatory = layout(doc).signatory
    return signatory.value if signatory else None


def _quote_at(doc: Doc, token: Token) -> str | None:
    for quote in doc._.quotes if doc.has_extension("quotes") else ():
        if quote.start <= token.idx < quote.end:
            speaker: str = quote.speaker
            return speaker
    return None


def _speaker(doc: Doc, token: Token) -> str | None:
    return _quote_at(doc, token)


def _speakers_body(doc: Doc, token: Token) -> str | None:
    """The organisation of the person whose quoted words these are."""
    speaker = _quote_at(doc, token)
    if speaker is None or not doc.has_extension("owners"):
        return None
    return next((o.organisation for o in doc._.owners if o.name == speaker and o.organisation), None)


def _agent(verb: Token) -> Token | None:
    """Of a passive: the one after "by", where that is a person or a body."""
    if not is_passive(verb):
        return None
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj" and (noun.ent_type_ in ("PERSON", "ORG") or noun.lemma_.lower() in BODIES):
                    return noun
    return None


def _ours(found: Token) -> bool:
    """ "our design team", "my office": the speaker's own."""
    return any(c.lower_ in ("our", "my") for c in found.children) and found.lemma_.lower() not in (
        "partner",
        "colleague",
    )


def _last_named(pronoun: Token) -> str | None:
    """The person or body that the sentences of the same paragraph named last before the pronoun, as their subject."""
    doc = pronoun.doc
    limit = layout(doc).text.rfind("\n\n", 0, pronoun.idx)
    for token in reversed(doc[: pronoun.i]):
        if token.idx < limit:
            return None
        if token.dep_ in ("nsubj", "nsubjpass") and (
            token.ent_type_ in ("PERSON", "ORG") or (token.lemma_.lower() in BODIES and token.lower_ not in ("i", "we"))
        ):
            return _article_off(phrase(token))
    return None


def _article_off(span: Span) -> str:
    text: str = span.text
    for article in ("The ", "the ", "A ", "An "):
        if text.startswith(article):
            return text[len(article) :]
    return text
