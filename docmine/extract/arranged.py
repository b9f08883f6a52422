"""What is arranged, put off or aimed at: "has been booked to", "has slipped to July", "the aim is a draft by May"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract.clauses import has_object, infinitive, is_passive, subject
from docmine.extract.cue import Cue
from docmine.extract.doers import acts, noun
from docmine.extract.readers import is_dated

_ARRANGED = frozenset(
    [
        "book",
        "commission",
        "schedule",
        "reschedule",
        "contract",
        "hire",
        "engage",
        "earmark",
        "timetable",
        "arrange",
        "pencil",
        "fix",
        "programme",
        "line",
    ]
)
_PUT_OFF = frozenset(
    ["move", "put", "push", "postpone", "defer", "delay", "slip", "bring", "reschedule", "set", "drift"]
)
_FOR = frozenset({"for", "in", "on", "by", "to"})
_UNTIL = frozenset({"to", "until", "till"})
_AIMS = frozenset({"aim", "target", "goal", "hope", "intention", "plan", "ambition", "expectation"})
_LIMITS = frozenset({"date", "deadline", "target", "launch", "opening", "completion", "timetable"})
_NEW = frozenset(
    {"new", "revised", "target", "planned", "proposed", "expected", "amended", "updated", "launch", "opening"}
)
_ON_THE_WAY = re.compile(
    r"on (?:the|our|its) (?:road ?map|cards|work plan|forward plan|to-do list|list for)\b"
    r"|in (?:the|our|its) (?:pipeline|work plan|forward plan|programme for)\b|next on (?:the|our) list\b"
    r"|lined up (?:to|for)\b",
    re.IGNORECASE,
)
_DOWN_TO = re.compile(r"(?:down|booked) to \w+", re.IGNORECASE)
_TARGET = re.compile(r"\b(?:down|up) to (?:\w+ )?\d|\bbelow (?:\w+ )?\d|\bunder (?:\w+ )?\d", re.IGNORECASE)
_IN_TIME = re.compile(
    r"\b(?:in the (?:long|longer|medium|end|short) (?:run|term)|eventually|ultimately|over time|in time|in due course|"
    r"one day|in (?:the )?future|next)\b",
    re.IGNORECASE,
)
_DONE_THERE = frozenset(["speak", "meet", "talk", "visit", "present", "demonstrate", "show", "host", "share", "run"])
_AT_AN_OCCASION = re.compile(
    r"\b(?:at|during|in) (?:(?:the|our|one of|these|those|some|more|any|of) )*"
    r"(?:next|upcoming|forthcoming|future|coming)\b",
    re.IGNORECASE,
)
_STEPS = frozenset({"thing", "step", "job", "task", "move", "change"})
_CLOSE = 4


def of_a_participle(token: Token) -> Iterator[Cue]:
    """ "has been booked to check", "is booked for 14 June", "has been put back to September", "has slipped to July" """
    if token.tag_ not in ("VBN", "VBD") or (token.lemma_ not in _ARRANGED | _PUT_OFF):
        return
    helpers = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    has = helpers & {"has", "have", "'ve", "’ve", "'s", "’s"}
    if not has and not (helpers & {"is", "are"} and token.lemma_ in _ARRANGED):
        return
    aside = token.lemma_ == "set" and any(c.lower_ == "aside" for c in token.children)
    if is_passive(token) and (aside or token.lemma_ in _ARRANGED):
        then = infinitive(token) or _purpose(token)
        if (then is not None and has_object(then)) or (not aside and _leads_to_a_day(token, _FOR)):
            yield Cue("planned", token, token)
        return
    moved = is_passive(token) or token.lemma_ in ("slip", "move", "drift")
    if moved and has and _leads_to_a_day(token, _UNTIL):
        yield Cue("planned", token, token)


def of_a_state(be: Token, sentence: Span) -> Iterator[Cue]:
    """ "is on the roadmap", "the revised deadline is 30 June", "our target is 400 visits by March" """
    finite = be.head if be.dep_ in ("aux", "auxpass") else be
    found = subject(finite)
    if found is None:
        return
    lemma = noun(found)
    said = {c.lower_ for c in found.children if c.i < found.i}
    attr = next((c for c in finite.children if c.dep_ in ("attr", "prep") and c.i > be.i), None)
    if attr is not None and attr.lower_ == "must" and is_dated(finite):
        yield Cue("required", finite, be)
    elif lemma in _LIMITS and said & _NEW and attr is not None and _is_a_day(attr) and is_dated(finite):
        yield Cue("planned", finite, be)
    elif lemma in _AIMS and attr is not None and attr.dep_ == "attr" and _is_whole_aim(found) and is_dated(finite):
        if not any(t.tag_ == "VB" for t in attr.subtree if t.i < attr.i):
            yield Cue("planned", finite, be)
    else:
        for word in sentence.doc[be.i + 1 : min(be.i + _CLOSE, sentence.end)]:
            rest = sentence.doc[word.i : min(word.i + 6, sentence.end)].text
            if _DOWN_TO.match(rest) and word.i + 2 < sentence.end and word.nbor(2).tag_ == "VB":
                yield Cue("planned", finite, be)
                return
            if _ON_THE_WAY.match(rest):
                yield Cue("planned", be, be, head=finite)
                return
            if word.pos_ != "ADV":
                return


def looked_forward_to(token: Token) -> Iterator[Cue]:
    """ "looking forward to meeting more of you at upcoming events": only what the speakers do at an occasion to come"""
    if token.lemma_ != "look" or not any(c.lower_ == "forward" for c in token.children):
        return
    to = next((c for c in token.children if c.lower_ == "to" and c.i > token.i), None)
    act = next((c for c in to.children if c.tag_ == "VBG"), None) if to is not None else None
    if act is None or act.lemma_ not in _DONE_THERE:
        return
    if _AT_AN_OCCASION.search(token.doc[act.i : act.right_edge.i + 1].text):
        yield Cue("aspirational", act, token, head=token)


def first_thing(be: Token) -> Iterator[Cue]:
    """ "the first thing we will do is publish the plan", "what we will do next is repaint the hall" """
    found = next((c for c in be.children if c.dep_ in ("nsubj", "csubj")), None)
    then = next(
        (c for c in be.children if c.dep_ in ("xcomp", "ccomp", "attr") and c.tag_ == "VB" and c.i > be.i), None
    )
    if found is None or then is None:
        return
    told = [found] if found.dep_ == "csubj" else [c for c in found.children if c.dep_ == "relcl"]
    if found.dep_ == "nsubj" and noun(found) not in _STEPS:
        return
    for verb in told:
        ours = any(c.dep_ == "nsubj" and c.lower_ in ("we", "i") for c in verb.children)
        will = next((c for c in verb.children if c.lower_ in ("will", "'ll", "’ll")), None)
        if ours and will is not None:
            yield Cue("firm", then, will, head=be)
            return


def wanted(token: Token) -> Iterator[Cue]:
    """ "we want to get that down to 18", "in the longer run we want every driver to carry a badge" """
    if token.lemma_ != "want" or token.tag_ not in ("VBP", "VBZ"):
        return
    found = subject(token)
    if found is None or not (found.lower_ in ("we", "i") or acts(found)):
        return
    after = token.doc[token.i : token.sent.end].text
    before = token.doc[token.sent.start : token.i].text
    clause = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.i > token.i), None)
    whom = subject(clause) if clause is not None else None
    if (clause is None and not has_object(token)) or (whom is not None and whom.lower_ == "you"):
        return
    if _TARGET.search(after) or _IN_TIME.search(before) or is_dated(token):
        yield Cue("planned", token, token)


def _purpose(token: Token) -> Token | None:
    """The verb of "to ..." that the parser takes for an adverbial: "has been booked to check"."""
    for child in token.children:
        if child.dep_ == "advcl" and child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children):
            return child
    return None


def _leads_to_a_day(token: Token, prepositions: frozenset[str]) -> bool:
    """Whether the verb's own words lead to a day still to come."""
    near = token.doc[token.i + 1 : token.i + 1 + _CLOSE]
    return any(t.lower_ in prepositions for t in near) and is_dated(token)


def _is_a_day(token: Token) -> bool:
    return any(t.ent_type_ == "DATE" or t.like_num for t in token.subtree)


def _is_whole_aim(found: Token) -> bool:
    """Whether an aim is that of those who speak or of a body: "the aim", "our target", "the board’s aim"."""
    whose = next((c for c in found.children if c.dep_ in ("poss", "det")), None)
    return whose is not None and (whose.lower_ in ("the", "our", "my", "its", "their") or acts(whose))
