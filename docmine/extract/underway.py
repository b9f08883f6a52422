"""Work that has begun or is in hand: the wordings in which what is under way is said without a verb of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract.clauses import infinitive, subject
from docmine.extract.cue import Cue
from docmine.extract.doers import READERS, WORK, acts, noun
from docmine.extract.readers import is_dated

_BEGINNING = frozenset({"begin", "start", "commence"})
_BEGINS_ALONE = frozenset({"recruitment", "procurement", "construction", "installation"})
_PREPARES = frozenset({"groundwork", "fieldwork", "scoping", "design", "modelling", "drafting"})
_SERIES = frozenset({"series", "programme", "round", "set", "run", "cycle", "number"})
"""Of meetings or visits somebody has started one, to come to something: "a round of visits to check"."""
_AIMED_AT = frozenset({"on", "for", "towards", "toward", "with"})
_FOCUSED = frozenset({"focused", "focussed", "concentrating"})
_FOR_A_TIME = re.compile(r"(?:on (?:track|course|schedule|target)) for \w+", re.IGNORECASE)
_RUNS = frozenset({"trial", "pilot", "rollout", "programme", "recruitment", "upgrade", "migration", "restoration"})
"""What takes place over a time, so that there is an outcome still to come."""
_ROLL_OUT = re.compile(r"\broll-?outs?\b", re.IGNORECASE)
_IN_HAND = re.compile(
    r"in (?:hand|train)\b|afoot\b|in the process of \w+ing\b"
    r"|under (?:development|construction|consideration|negotiation|repair|discussion|review)\b"
    r"|in (?:\w+ )?(?:talks|discussions?|negotiations?|dialogue) (?:about|with|over|on|to)\b",
    re.IGNORECASE,
)
_BEING = re.compile(r"in the process of \w+ing\b", re.IGNORECASE)
_ON_TRACK = re.compile(r"(?:on (?:track|course|schedule|target)|in line) to \w+", re.IGNORECASE)
_AT_WORK = re.compile(r"(?:busy|hard at work|at work|making progress)(?: \w+ly)? (?:on |with )?\w+ing\b", re.IGNORECASE)
_IN_PLACE = re.compile(r"in place to \w+", re.IGNORECASE)
_LOOK_AHEAD = 7


def begun(token: Token) -> Iterator[Cue]:
    """ "has started to replace", "work has begun on", "we have begun a round of visits to": work, no event."""
    if token.lemma_ not in _BEGINNING or token.tag_ != "VBN":
        return
    if not any(c.lower_ in ("has", "have", "’ve", "'ve") and c.dep_ == "aux" for c in token.children):
        return
    doer = subject(token)
    if _is_work_itself(token):
        yield Cue("ongoing", token, token)
        return
    drafting = doer is not None and doer.lower_.endswith("ing") and any(c.lower_ == "of" for c in doer.children)
    if doer is None or not (acts(doer) or drafting or noun(doer) in WORK | _PREPARES):
        return
    if drafting or noun(doer) in _BEGINS_ALONE:
        yield Cue("ongoing", token, token)
        return
    aimed = any(c.dep_ == "prep" and c.lower_ in _AIMED_AT for c in token.children)
    on = aimed and noun(doer) in WORK | _PREPARES
    work = any(c.dep_ == "dobj" and (noun(c) in WORK or _is_a_series(c, token)) for c in token.children)
    if on or work or infinitive(token) is not None or any(c.tag_ == "VBG" and c.i > token.i for c in token.children):
        yield Cue("ongoing", token, token)


def _is_a_series(thing: Token, begin: Token) -> bool:
    """ "a round of meetings with landlords to agree new standards": several of a kind, for a purpose"""
    several = noun(thing) in _SERIES and any(c.lower_ == "of" for c in thing.children)
    purposes = (t for t in begin.doc[thing.i + 1 : begin.sent.end] if t.tag_ == "VB" and begin in t.ancestors)
    return several and any(c.lower_ == "to" for t in purposes for c in t.children)


def _is_work_itself(token: Token) -> bool:
    """ "Scanning the old files has started": the sentence opens with what is done."""
    first = token.sent[0]
    return (
        first.tag_ == "VBG"
        and first.i + 1 < token.i
        and token.i + 1 >= token.right_edge.i
        and _opens_with(first, token)
    )


def _opens_with(gerund: Token, token: Token) -> bool:
    """Whether no other verb stands between a gerund that opens a sentence and the end of its statement."""
    between = gerund.doc[gerund.i + 1 : token.i]
    return not any((t.pos_ == "VERB" and t.dep_ != "amod") or t.pos_ in ("SCONJ", "PUNCT") for t in between)


def _are_readers(doer: Token) -> bool:
    """ "families are in the process of moving", "many of our readers are in the process of being rehoused" """
    of = (c for p in doer.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj")
    return noun(doer) in READERS or any(noun(c) in READERS for c in of)


def in_hand(be: Token, sentence: Span) -> Iterator[Cue]:
    """What follows "is" or "are": "focused on", "in hand", "in the process of", "on track to", "taking place"."""
    finite = be.head if be.dep_ in ("aux", "auxpass") else be
    doer = subject(finite)
    if finite.lemma_ == "take" and any(c.lower_ == "place" for c in finite.children):
        if doer is not None and (
            noun(doer) in WORK | _RUNS or _ROLL_OUT.search(sentence.doc[doer.left_edge.i : be.i].text)
        ):
            yield Cue("ongoing", finite, be)
        return
    for word in sentence.doc[be.i + 1 : min(be.i + _LOOK_AHEAD, sentence.end)]:
        rest = sentence.doc[word.i : min(word.i + _LOOK_AHEAD, sentence.end)].text
        if word.lower_ in _FOCUSED and acts(doer) and re.match(r"\w+ on\b", rest):
            yield Cue("ongoing", word, be, head=finite if finite != word else None)
            return
        if _IN_HAND.match(rest):
            if _BEING.match(rest) and doer is not None and _are_readers(doer):
                return
            yield Cue("ongoing", be, be)
            return
        if _AT_WORK.match(rest) and (acts(doer) or (doer is not None and doer.lower_ == "we")):
            yield Cue("ongoing", be, be)
            return
        if _IN_PLACE.match(rest) and doer is not None and noun(doer) in ("plan", "arrangement", "funding"):
            yield Cue("planned", be, be)
            return
        if _FOR_A_TIME.match(rest) and is_dated(finite):
            yield Cue("planned", be, be)
            return
        if _ON_TRACK.match(rest):
            then = next((t for t in finite.subtree if t.tag_ == "VB" and t.i > word.i), None)
            yield Cue("planned", then if then is not None else be, be, head=finite)
            return
        if word.pos_ in ("VERB", "NOUN", "PUNCT"):
            return
