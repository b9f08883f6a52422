"""A time as the subject of what takes place then: "Autumn sees us hosting open evenings", "May brings the launch"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract import words
from docmine.extract.cue import Cue
from docmine.extract.doers import BODIES, noun
from docmine.extract.readers import is_dated

_PERIOD = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn|winter|Christmas|Easter)"
)
_TIME = re.compile(
    rf"^(?:(?:early|late|mid)[- ])?(?:this |next |the )?(?:coming )?{_PERIOD}(?: \d{{4}})?(?: also| then)? "
    r"(?P<verb>sees|brings|marks|heralds)\b"
    r"|^(?:next|the coming|the new|the next) (?:(?:few|couple of) )?(?:week|fortnight|month|quarter|term|half-term"
    r"|year)(?:s? also|s)? (?P<of_period>sees?|brings?|marks?|heralds?)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"^(?:next|the (?:coming|new|next))\b", re.IGNORECASE)
_HAPPENS = words.load("arranged_happenings")
_FAR = 6
_NO_ACT_IN_PROGRESS = words.load("no_act_in_progress")


def find(sentence: Span) -> Iterator[Cue]:
    """The cue of a sentence whose subject is a time to come: planned."""
    told = _TIME.match(sentence.text)
    if told is None or sentence.text.rstrip().endswith("?"):
        return
    at = sentence.start_char + max(told.start("verb"), told.start("of_period"))
    verb = next((t for t in sentence if t.idx == at), None)
    if verb is None or not (_NEXT.match(sentence.text) or _is_to_come(sentence, verb)):
        return
    act = _act(verb, sentence)
    if act is not None:
        yield Cue("planned", act, verb, head=verb if act != verb else None)


def is_one(text: str) -> bool:
    """Whether a commitment's words have a time for their subject."""
    return _TIME.match(text) is not None


def _is_to_come(sentence: Span, verb: Token) -> bool:
    """Whether the time is not one gone by: of a bare "autumn" the present tense tells that."""
    known = sentence.doc._.dates if sentence.doc.has_extension("dates") else ()
    named = any(sentence.start_char <= d.start < verb.idx for d in known)
    return not named or is_dated(sentence.root)


def _act(verb: Token, sentence: Span) -> Token | None:
    """What is done then: "us hosting", "our teams visiting", "the launch of", "two workshops"."""
    doer: Token | None = None
    for word in sentence.doc[verb.i + 1 : min(verb.i + 1 + _FAR, sentence.end)]:
        if word.tag_ == "VBG" and doer is not None:
            return word if word.lemma_ not in _NO_ACT_IN_PROGRESS else None
        if word.lower_ == "us" or (word.pos_ in ("NOUN", "PROPN") and noun(word) in BODIES):
            doer = word
        if word.lemma_.lower() in _HAPPENS and word.pos_ in ("NOUN", "PROPN", "ADJ"):
            return verb
        if word.is_punct or word.pos_ in ("VERB", "AUX", "ADP"):
            return None
    return None
