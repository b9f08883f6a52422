"""Headline style, without a finite verb: "Unions to be consulted first", "Call-back being tested with 200 callers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract.clauses import is_passive
from docmine.extract.cue import Cue
from docmine.extract.doers import is_body_in_short, is_named_person, leads
from docmine.extract.readers import is_dated

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_FEWEST_TOKENS = 4
_MOST_TOKENS = 30
_LEAD = len("the beginning of ")
"""Characters between "by" and its date at most."""
_DONE_BY = re.compile(
    r"(?:complete|completed|live|ready|done|in place|finished|published|installed|signed off|delivered|launched)"
    r",? (?:by|from|in|before) (?=\w)",
    re.IGNORECASE,
)
_NEW_DATE = re.compile(r"(?:new|revised|target|go-live|launch|opening) (?:date|deadline)\s*[:–-]", re.IGNORECASE)
_TO = re.compile(r"\bto (?:be )?[a-z]+|\bbeing [a-z]+(?:ed|en|t)\b|\baiming (?:for|to)\b", re.IGNORECASE)


def find(sentence: Span) -> Iterator[Cue]:
    """The cues of a note: a thing or a person, then "to" and what is to be done, or "being" and what is done."""
    text = sentence.text
    if not _FEWEST_TOKENS <= len(sentence) <= _MOST_TOKENS:
        return
    if not (_TO.search(text) or _DONE_BY.search(text) or _NEW_DATE.match(text)):
        return
    if any(t.tag_ in _FINITE for t in sentence):
        return
    stated = _state(sentence)
    if stated is not None and is_dated(sentence.root):
        yield Cue("planned", stated, stated, head=sentence.root)
        return
    for token in sentence:
        if token.lower_ == "aiming" and token.i + 1 < sentence.end and token.nbor().lower_ in ("for", "to"):
            yield Cue("planned", token, token)
        elif token.lower_ == "being" and token.head.tag_ == "VBN" and token.dep_ == "auxpass":
            yield Cue("ongoing", token.head, token)
        elif token.lower_ == "to" and token.dep_ == "aux" and _opens(token, sentence):
            verb = token.head
            told = _is_somebody(sentence[0])
            acts = told or leads(_first_noun(sentence))
            if is_passive(verb) or (acts and any(c.i > verb.i for c in verb.children)):
                yield Cue("required" if told else "planned", verb, token, head=sentence.root)
            return


def _state(sentence: Span) -> Token | None:
    """The word of "Second survey complete by 31 May", "In place by the end of June", "New date: 24 March"."""
    named = _NEW_DATE.match(sentence.text)
    found = named or _DONE_BY.search(sentence.text)
    if found is None or sentence.text.rstrip().endswith("?"):
        return None
    at, end = sentence.start_char + found.start(), sentence.start_char + found.end()
    known = sentence.doc._.dates if sentence.doc.has_extension("dates") else ()
    if not any(end <= d.start <= end + _LEAD for d in known):
        return None
    return next((t for t in sentence if t.idx >= at), None)


def _opens(to: Token, sentence: Span) -> bool:
    """Whether nothing but names of things and people stands before "to"."""
    before = sentence.doc[sentence.start : to.i]
    return (
        len(before) > 0
        and before[0].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "VERB")
        and all(
            t.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PUNCT", "CCONJ", "PART", "ADV") for t in before
        )
        and not any(t.text == ":" for t in before)
    )


def _first_noun(sentence: Span) -> Token | None:
    return next((t for t in sentence if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"), None)


def _is_somebody(first: Token) -> bool:
    return first.ent_type_ == "PERSON" or is_named_person(first) or is_body_in_short(first)
