"""Whether the words around a date put it before the document's own day or after it."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from docmine.extract.calendar.values import Lean

_FUTURE_WORD = re.compile(
    r"\b(?:will|shall|won['’]t|['’]ll|going\s+to|due|plans?|planned|planning|aims?|aiming|intend\w*|expect\w*|must|should|hope|hoping"
    r"|could|might|upcoming|forthcoming|next|to\s+be|scheduled|deadline)\b|\w['’]ll\b",
    re.I,
)
_PAST_WORD = re.compile(r"\b(?:was|were|had|did)\b|\b(?:has|have)\s+(?:\w+\s+)?been\b", re.I)
_STARTS = re.compile(
    r"start|begin|open|reopen|close|end|launch|take|come|arrive|retire|join|leave|move|finish|resume|return|expire|change|rise|go|follow|get"
)
"""What is said to happen on a day, in the present tense, is to come."""
_RECORDS = frozenset(
    {"figure", "datum", "data", "number", "statistic", "result", "survey", "return", "minute", "census"}
)


def looks_ahead(words: str) -> bool:
    """Whether any of the words speaks of what is to come."""
    return _FUTURE_WORD.search(words) is not None


def looks_back(words: str) -> bool:
    """Whether any of the words speaks of what is over."""
    return _PAST_WORD.search(words) is not None


def tense(doc: Doc, start: int, end: int) -> Lean:
    """The tense of the verb that governs the words, the auxiliary telling more than the verb itself."""
    verb = governing_verb(doc, start, end)
    if verb is not None and verb.lower_ in ("following", "including", "regarding") and verb.head != verb:
        verb = verb_above(verb.head)  # a preposition that the parser takes for a verb
    return "near" if verb is None else _of(verb)


def names_a_record(doc: Doc, start: int, end: int) -> bool:
    """Whether the words only tell apart what has been counted or written down: "the November figures"."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    head = span.root.head
    return span.root.dep_ in ("compound", "nmod", "amod", "poss") and head.lemma_.lower() in _RECORDS


def would_be(doc: Doc, start: int, end: int) -> bool:
    """Whether it was once said what would be done by a date: "what we said we would do by the end of April"."""
    verb = governing_verb(doc, start, end)
    return verb is not None and any(t.lower_ == "would" for t in verb.children)


def had_been(doc: Doc, start: int, end: int) -> bool:
    """Whether what was to be reached by a date is told as past: "had signed up by", "did not reach everyone by"."""
    verb = governing_verb(doc, start, end)
    if verb is None:
        return False
    auxiliaries = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"to", "will", "would", "should", "must", "be"}:
        return False
    told = verb.tag_ == "VBD" and any(t.dep_ == "nsubj" for t in verb.children)  # else a participle: "the plan agreed"
    return told or bool(auxiliaries & {"had", "did", "was", "were"})


def is_simple_past(doc: Doc, start: int, end: int) -> bool:
    verb = governing_verb(doc, start, end)
    return verb is not None and verb.tag_ == "VBD"


def is_infinitive(doc: Doc, start: int, end: int) -> bool:
    """Whether the words tell when something is to be done: "we were invited to speak on 23 January"."""
    verb = governing_verb(doc, start, end)
    return verb is not None and any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children)


def governing_verb(doc: Doc, start: int, end: int) -> Token | None:
    """The verb that the characters `start` to `end` depend on."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return verb_above(span.root) if span is not None else None


def verb_above(token: Token) -> Token | None:
    """The word itself where it is a verb, else the nearest verb that governs it."""
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return None
        token = token.head
    return token


def _of(verb: Token) -> Lean:
    words = [verb, *(t for t in verb.children if t.dep_ in ("aux", "auxpass"))]
    lower = {t.lower_ for t in words}
    if lower & {"will", "shall", "'ll", "’ll", "wo", "must", "should"} or verb.lower_ in ("due", "planned", "expected"):
        return "future"
    if (
        lower & {"was", "were", "had", "did"}
        or verb.tag_ == "VBD"
        or (lower & {"has", "have", "'ve", "’ve"} and verb.tag_ == "VBN")
    ):
        return "past"
    if verb.tag_ in ("VBZ", "VBP") and _STARTS.fullmatch(verb.lemma_):
        return "future"
    if verb.tag_ == "VB" and "to" in lower and verb.head == verb:
        return "future"  # "Trustees to launch an appeal in June"
    if verb.tag_ == "VB" and "to" in lower and verb.head.pos_ in ("VERB", "AUX"):
        above = _of(verb.head)  # what somebody was asked to do may be over or not
        return "near" if above == "past" or _STARTS.fullmatch(verb.head.lemma_) else above
    return "near"
