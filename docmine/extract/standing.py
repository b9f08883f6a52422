"""Whether a sentence tells how things stand on the document's own day, or a count up to then."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract import verbs
from docmine.extract.context import layout
from docmine.extract.facts import Found

_RULE = re.compile(
    r"\b(?:statutory|target|limit|timescales?|timeframes?|time\s+frames?|deadlines?|within|will\s+be|should|must|entitled|eligible)\b",
    re.I,
)
_DUTY = re.compile(r"\b(?:will\s+be|should|must|entitled|eligible)\b", re.I)
_NOW = re.compile(r"\b(?:now|currently|at\s+present|to\s+date|so\s+far|still|as\s+of\s+today|today)\b", re.I)
_CUTS = frozenset({"reduce", "cut", "increase", "improve", "lower", "raise", "boost", "deliver", "save", "achieve"})
_EVENTS = frozenset(
    {
        "welcome",
        "join",
        "recruit",
        "appoint",
        "hire",
        "launch",
        "hold",
        "run",
        "visit",
        "meet",
        "write",
        "add",
        "open",
        "publish",
    }
    | {
        "agree",
        "fund",
        "secure",
        "put",
        "hear",
        "receive",
        "award",
        "approve",
        "arrange",
        "create",
        "introduce",
        "establish",
        "start",
        "tell",
        "order",
        "buy",
    }
)
"""What happened once, at a time that "we have hired 4" leaves open; "612 have signed" is a count up to now."""
_MAKES = frozenset(
    {"recruit", "hire", "appoint", "build", "train", "plant", "install", "buy", "order", "create", "add"}
)
"""Of what is being made or found there is none yet: "we are recruiting 6 officers"."""
_YEARLY = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}(?:a|per|each|every)\s+(?:year|annum)\b", re.I)
"""Behind a count: it is of any year."""
WAITS = re.compile(r"\b(?:average|wait|delay|longest|shortest|takes?|took|backlog|overdue|vacanc)", re.I)
AROUND = 300
"""Characters on either side of a number in which words say something of it; bounds the work in an endless sentence."""


def stands(doc: Doc, f: Found, told: verbs.Telling, own: str | None) -> bool:
    """Whether the sentence tells how things stand: in the present tense, and no limit, plan or rule.

    Where only the year of the document is known, "now" must say so.
    """
    ruled = _RULE if f.quantity.form == "duration" else _DUTY
    if own is None or ruled.search(verbs.around(doc, f.sent, f.start, f.end, 40)):
        return False
    around = verbs.around(doc, f.sent, f.start, f.end, AROUND)
    risen = re.search(r"(?:→|➔|⇒|->|=>)\s*$", layout(doc).text[max(0, f.start - 4) : f.start])
    now = _NOW.search(around) is not None or risen is not None
    only_a_year = len(own) == 4
    verb = verbs.governing(doc, f.start, f.end)
    if f.quantity.unit == "count" and _YEARLY.match(layout(doc).text[f.end : f.end + 60]):
        return now
    if told == "present" and verb is not None:
        if verb.lemma_ in _MAKES and verb.tag_ in ("VBG", "VBN"):
            return now  # what there is to be
        if verb.tag_ == "VB" and verb.head.lemma_ != "have" and any(t.lower_ == "to" for t in verb.children):
            return now  # what is to be done with it: "booked to attend 5 meetings"
        waiting = verb.lemma_ in ("be", "have", "wait", "stand", "remain", "take") or "average" in around.lower()
        lasts = f.quantity.form == "duration" and not waiting
        return now or not (only_a_year or lasts)
    if told == "perfect" and verb is not None:
        if verb.tag_ == "VB":
            return False
        if verb.lemma_ in ("show", "see") and not now:
            return False
        if verb.lemma_ in _CUTS and re.search(r"\bby\s+$", layout(doc).text[f.start - 6 : f.start]) and not now:
            return any(t.dep_ == "nsubjpass" for t in verb.children)
        if verb.lemma_ == "be":
            return not only_a_year
        passive = any(t.dep_ in ("nsubjpass", "auxpass") for t in verb.children)
        ours = any(t.dep_ == "nsubj" and t.lower_ in ("we", "i") for t in verb.children)
        counts = f.quantity.form in ("number", "money") and verb.lemma_ not in _EVENTS and (passive or not ours)
        counts = counts and verbs.is_about(doc, f.start, f.end)
        result = f.quantity.of is not None or f.quantity.unit == "percent" or counts or re.search(r"\bsince\b", around)
        return not only_a_year and (now or bool(result))
    waits = WAITS.search(around) is not None
    ahead = layout(doc).text[max(f.sent.span.start_char, f.start - AROUND) : f.start]
    done = re.search(r"\b(?:was|were|had|did|fell|rose)\b", ahead) is not None
    return told == "none" and (waits or now) and not done and (now or not only_a_year)
