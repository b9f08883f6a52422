"""What is told in passing behind "with": "with the designers hard at work on the maps", "with a report due in July"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract import words
from docmine.extract.cue import Cue
from docmine.extract.doers import BODIES, WORK, noun
from docmine.extract.readers import is_dated

_NO_ACT_IN_PROGRESS = words.load("no_act_in_progress")
_SOON = r"(?:(?:now|currently|also|already|still|both|all|busy|actively|each) )*"
_AT_WORK = re.compile(
    rf"{_SOON}(?:hard at work|at work|busy|working(?: hard)?|focused|focussed) (?:on|with|to)\b", re.I
)
_UNDER_WAY = re.compile(rf"{_SOON}(?:under ?way|in progress|in hand|well under ?way)\b", re.I)
_DUE = re.compile(
    rf"{_SOON}(?:due|expected|scheduled|planned|set|timetabled|following|opening|starting|beginning|arriving|launching|"
    r"to follow|to come)\b",
    re.I,
)
_TO_COME = re.compile(
    r"to (?:be \w+(?:ed|en|t|n|ne|de|ld)\b|(?:start|begin|follow|open|come|arrive|launch|complete)\b)", re.I
)
"""An infinitive that tells what is still to be done: "with the screens to be delivered in the next few weeks"."""
_BEFORE_LONG = re.compile(
    r"\b(?:(?:in|over|during|within) the (?:next|coming) (?:(?:few|couple of|two|three|four|six) )?"
    r"(?:days|weeks?|fortnight|months?|year)|shortly|soon|in due course|later this \w+|next (?:week|month|term|year)"
    r"|(?:over|in|during) the (?:new year|spring|summer|autumn|winter))\b",
    re.I,
)
_FAR = 12
"""Tokens behind "with" among which the word must stand that tells what is going on."""


def find(sentence: Span) -> Iterator[Cue]:
    """The cues behind each "with" that follows a statement."""
    for token in sentence:
        if token.lower_ == "with" and token.i > sentence.start and token.nbor(-1).text in (",", "–", "—", "-", "("):
            cue = _of(token, sentence)
            if cue is not None:
                yield cue


def _of(preposition: Token, sentence: Span) -> Cue | None:
    thing: Token | None = None
    last = min(preposition.i + _FAR, sentence.end)
    for word in sentence.doc[preposition.i + 1 : last]:
        if thing is not None:
            rest = sentence.doc[word.i : min(word.i + 6, sentence.end)].text
            cue = _told(word, rest, thing, preposition)
            if cue is not None:
                return cue
        if word.text in (",", ";", ".", ")") or word.tag_ in ("VBZ", "VBP", "VBD", "MD", "WDT", "WP"):
            return None
        if word.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
            thing = word
    return None


def _told(word: Token, rest: str, thing: Token, preposition: Token) -> Cue | None:
    """What the words behind the thing tell of it: somebody at work, work under way, something due on a day."""
    if _AT_WORK.match(rest):
        working = next((t for t in word.doc[word.i : word.i + 3] if t.tag_ == "VBG"), preposition)
        return Cue("ongoing", working, preposition, head=preposition) if noun(thing) in BODIES else None
    if _UNDER_WAY.match(rest):
        return Cue("ongoing", preposition, preposition, head=preposition) if noun(thing) in WORK else None
    if _DUE.match(rest) and is_dated(preposition):
        return Cue("planned", word, preposition, head=preposition)
    verb = word.head if word.head.tag_ in ("VB", "VBN") else word
    dated = is_dated(preposition) or (verb.dep_ == "advcl" and is_dated(verb))
    if _TO_COME.match(rest) and (dated or _BEFORE_LONG.search(_clause(word))):
        whole = preposition if any(c.i > preposition.i for c in preposition.children) else verb
        return Cue("planned", verb, preposition, head=whole)
    makes = word.tag_ == "VBG" and word.pos_ == "VERB" and word.lemma_ not in _NO_ACT_IN_PROGRESS
    if makes and noun(thing) in BODIES and any(c.dep_ == "dobj" for c in word.children):
        return Cue("ongoing", word, preposition, head=preposition)
    return None


def _clause(word: Token) -> str:
    """From a word to the next comma or the end of its sentence."""
    text: str = word.doc[word.i : word.sent.end].text
    return re.split(r"[,;:.!?()]", text, maxsplit=1)[0]
