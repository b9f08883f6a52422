"""Relative clauses that bring news: "a bulletin that we will send every month", "a form that is being tested".

Most relative clauses only tell which thing is meant ("the changes that we are making") and bind nobody.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from docmine.extract.clauses import is_passive, subject
from docmine.extract.doers import acts
from docmine.extract.readers import is_dated

_ONE_OF_SEVERAL = frozenset({"a", "an", "another", "one", "two", "three", "some", "several"})
_RULED = re.compile(
    r"\b(?:every|each) (?:\w+ )?(?:day|week|fortnight|month|quarter|term|year|spring|summer|autumn|winter|\w+days?|"
    r"days|weeks|months|years)\b|\b(?:daily|weekly|fortnightly|monthly|quarterly|termly|yearly|annually|regularly)\b"
    r"|\b(?:once|twice|times) an? \w+",
    re.IGNORECASE,
)
_PRESENTS = frozenset({"this", "there", "here", "it", "we", "i"})


def is_of_an_act_to_come(verb: Token) -> bool:
    """Of "a charter that we will publish in June": somebody's act, with a day, or of something new kept up regularly.

    Not where the thing is the subject of what is said: "a list of the roads that we will close in June is online".
    """
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is None or not (acts(own) or own.lower_ in ("we", "i")) or is_passive(verb):
        return False
    thing = _whole(verb.head)
    if thing.dep_ in ("nsubj", "nsubjpass", "csubj"):
        return False
    if is_dated(verb):
        return True
    return is_one_of_several(verb.head) and _RULED.search(_words(verb)) is not None


def is_presented(verb: Token) -> bool:
    """Of "we have a pack that is being sent", "there are two nurses who are being trained": the sentence is there to
    say it."""
    thing = _whole(verb.head)
    above = thing.head
    if not is_passive(verb) and not any(c.lower_ == "who" for c in verb.children):
        return False
    if thing.dep_ not in ("attr", "dobj") or above.lemma_ not in ("be", "have") or above.tag_ not in ("VBZ", "VBP"):
        return False
    found = subject(above)
    presents = found is not None and (found.lower_ in _PRESENTS or acts(found))
    return presents and is_one_of_several(verb.head)


def is_one_of_several(thing: Token) -> bool:
    """Whether a noun names something not known before: "a form", "two wards", "a set of measures"."""
    while True:
        if any(c.lower_ in _ONE_OF_SEVERAL or c.tag_ == "CD" for c in thing.children if c.i < thing.i):
            return True
        if thing.dep_ != "pobj" or thing.head.lower_ != "of":
            return False
        thing = thing.head.head


def _whole(thing: Token) -> Token:
    """What a thing is part of or one of: "the first of the reports" → first."""
    while thing.dep_ == "pobj" and thing.head.lower_ == "of":
        thing = thing.head.head
    return thing


def _words(verb: Token) -> str:
    return verb.doc[verb.i : verb.right_edge.i + 1].text
