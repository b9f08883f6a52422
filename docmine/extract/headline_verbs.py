"""Verbs in the present tense that the parser takes for nouns: "Bookings open in June", "Beta moves to spring"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract.cue import Cue
from docmine.extract.readers import is_dated

_WORDS = frozenset(
    [
        "start",
        "starts",
        "open",
        "opens",
        "reopen",
        "reopens",
        "move",
        "moves",
        "launch",
        "launches",
        "begin",
        "begins",
        "return",
        "returns",
        "follow",
        "follows",
        "resume",
        "resumes",
        "slips",
        "switch",
        "switches",
    ]
)
_TIMED = frozenset({"in", "on", "from", "by", "to", "until", "at", "this", "next"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def find(sentence: Span) -> Iterator[Cue]:
    """The cue of a sentence without a finite verb, in which such a word stands between a thing and a day to come."""
    if any(t.tag_ in _FINITE for t in sentence):
        return
    for token in sentence:
        if token.lower_ in _WORDS and _stands_between(token, sentence):
            yield Cue("firm", token, token, head=sentence.root)
            return


def _stands_between(token: Token, sentence: Span) -> bool:
    if not sentence.start < token.i < sentence.end - 2:
        return False
    before, after = token.nbor(-1), token.nbor()
    thing = before.pos_ in ("NOUN", "PROPN", "NUM") or before.text in (")", "’", "”")
    first = next(
        (t for t in sentence.doc[sentence.start : token.i] if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"),
        before,
    )
    agrees = token.lower_.endswith("s") != first.lower_.endswith("s") or first.pos_ == "PROPN"
    rest = sentence.doc[after.i : min(after.i + 5, sentence.end)]
    dated = any(t.ent_type_ == "DATE" for t in rest) or re.search(r"\b20\d\d\b", rest.text) is not None
    return thing and agrees and after.lower_ in _TIMED and dated and is_dated(sentence.root)
