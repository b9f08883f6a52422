"""Where a promise begins when the parser has cut off its subject, or has joined the object before to it."""

from __future__ import annotations

from spacy.tokens import Span, Token

from docmine.extract.clauses import SUBJECTS, trim

_TAKES_AN_OBJECT = frozenset({"VB", "VBD", "VBN", "VBG", "VBZ", "VBP"})
_OPENS_A_PHRASE = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN", "NUM"})
_FINITE = frozenset({"is", "are", "has", "have", "will", "shall", "must", "should"})


def mended(span: Span, head: Token, sentence: Span) -> Span:
    """The span begun where its own subject begins."""
    found = next((c for c in head.children if c.dep_ in SUBJECTS and c.i < head.i), None)
    if found is None:
        return _from_its_subject(span, sentence)
    own = _own_part(found, head, sentence)
    if own is not None and span.start < own.left_edge.i < span.end:
        return trim(span.doc[own.left_edge.i : span.end])
    return _with_what_for_belongs_to(span, found, sentence)


def _own_part(found: Token, head: Token, sentence: Span) -> Token | None:
    """The last of joined nouns where the first is the object of the words before: in "we have welcomed the library
    and the museum is to be added" one thing "is", and "welcomed" has no object but the library."""
    joined = [c for c in found.children if c.dep_ == "conj" and c.i > found.i]
    finite = next((c for c in (head, *head.children) if c.tag_ == "VBZ"), None)
    first = found.left_edge.i
    if not joined or finite is None or first <= sentence.start:
        return None
    before = found.doc[first - 1]
    objectless = before.tag_ in _TAKES_AN_OBJECT and not any(c.dep_ == "dobj" for c in before.children)
    return joined[-1] if objectless and before.i != head.i else None


def _with_what_for_belongs_to(span: Span, found: Token, sentence: Span) -> Span:
    """Of "a date for the new clinic will be announced", where the parser takes "for" for the mark of a clause."""
    first = span[0]
    if first.lower_ != "for" or first.dep_ != "mark" or first.i <= sentence.start or found.i <= first.i:
        return span
    noun = first.nbor(-1)
    will = any(t.tag_ == "MD" for t in span.doc[found.i : span.end])
    if not will or noun.pos_ not in ("NOUN", "PROPN"):
        return span
    return trim(span.doc[max(sentence.start, noun.left_edge.i) : span.end])


def _from_its_subject(span: Span, sentence: Span) -> Span:
    """Where a span begins with its finite verb right behind a noun: from the start of its statement."""
    first = span[0]
    if first.lower_ not in _FINITE or first.i <= sentence.start:
        return span
    before = first.doc[sentence.start : first.i]
    if before[-1].pos_ not in ("NOUN", "PROPN") or any(t.text in (";", ":") for t in before):
        return span
    root = next((t.i for t in before if t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX")), None)
    if root is None:
        return trim(span.doc[sentence.start : span.end])
    linked = (t for t in before if t.i > root and t.lower_ in ("and", "but") and t.nbor().pos_ in _OPENS_A_PHRASE)
    start = next((t.i for t in linked), None)
    return span if start is None else trim(span.doc[start : span.end])
