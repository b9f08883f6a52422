"""Contradicted: the statement says that what was promised will not be done, was not, or that the opposite was."""

from __future__ import annotations

import re

from docmine.compare.numbers import broken
from docmine.compare.relations.pair import KEPT_FROM, Pair, Signal, later_date
from docmine.compare.terms import telling
from docmine.compare.turns import given_up, less, negated
from docmine.words import stem

SHARED = 0.4
NEAR = 0.25
HALF = 0.5

_OPPOSITES = (
    (
        r"\b(?:keep|kept|remain|stay)\b[^.]*\bopen\b|\b(?:re)?open(?:ed)?\b",
        r"\b(?:closed|shut) (?:its|their|for good|down|permanently)"
        r"|\b(?:will|is to|are to) (?:now )?(?:be )?(?:clos|shut)\w*",
    ),
    (
        r"\b(?:keep|remain|stay|protect|retain|save|maintain|buy)\b",
        r"\b(?:closed|shut|locked|removed|ended|stopped|demolished|sold|lost|axed|boarded up)\b",
    ),
    (
        r"\b(?:stay|remain|open)\b[^.]*\buntil\b",
        r"\bgoes? back to clos\w+|\b(?:no longer|will not) open|\b(?:closes?|closing) (?:at|earlier|again)\b",
    ),
    (
        r"\bfree\b",
        r"\b(?:will (?:now )?cost|costs? £|(?:is|are|be|been) charged\b|will (?:now )?(?:have to )?pay"
        r"|pays? £|paying £|now pay)",
    ),
    (r"\b(?:keep|carry on|continue|remain)\b", r"\bno longer \w+"),
    (
        r"\b(?:no|not|never)\b[^.]*\b(?:lose|clos|cut|reduc|remov)",
        r"\b(?:lost|closed|been cut|cut|reduced|removed)\b",
    ),
    (
        r"\b(?:freeze|frozen|no increase|where it is|not (?:increase|raise|put up)|cap)\b",
        r"\b(?:rose|risen|raised|increased|went up|go(?:es)? up|gone up|put up|will rise)\b",
    ),
)
"""What was promised, and what says that the opposite has happened."""
_PAIRS = tuple((re.compile(a, re.IGNORECASE), re.compile(b, re.IGNORECASE)) for a, b in _OPPOSITES)
_NEGATED = re.compile(r"\b(?:no (?!longer)|not\b|none\b|never\b|without\b)|n['’]t\b", re.IGNORECASE)
"""What says the opposite of the opposite."""
_REFUSED = re.compile(
    r"\b(?:(?:(?:will|shall|could|would)(?: now)? not|(?:wo|sha|ca|could|would)n['’]t|cannot|can not"
    r"|(?:is|are)(?: not|n['’]t) (?:now )?(?:going )?to)\b(?! (?:yet|only|just|affect|know))"
    r"(?! [^.;]{0,40}\b(?:until|before)\b)"
    r"|(?:will|shall|is to|are to) (?:now )?have no\b|there will be no\b)",
    re.IGNORECASE,
)
"""What says that a thing to come will not come."""
_NOT_UNTIL = re.compile(r"(?:\b(?:not|cannot)\b|n['’]t\b)[^.;]{0,40}\b(?:until|before)\b", re.IGNORECASE)
"""What will not be before a day will be after it."""
_WITHOUT = re.compile(r"\bwithout (?:being |any )?(?P<act>\w{4})\w*", re.IGNORECASE)


def contradicted(pair: Pair) -> Signal | None:
    sure = pair.words >= SHARED
    if not sure and not (pair.both and pair.nearness >= NEAR):
        return None
    words = None if _NOT_UNTIL.search(pair.clause) else given_up(pair.clause)
    if words is not None and given_up(pair.sentence) is None and (sure or _of_it(pair, words)):
        return Signal(0.9 if sure else 0.6, f"it says “{words}”")
    refused = _REFUSED.search(pair.clause)
    turned = not negated(pair.sentence) and not less(pair.clause) and later_date(pair) is None
    if refused and turned and (sure or _of_it(pair, refused.group())):
        return Signal(0.6 if sure else 0.5, f"it says “{refused.group()}”")
    kept_from = done_after_all(pair)
    if kept_from:
        return Signal(0.6, f"it says “{kept_from}”, which was not to be")
    beyond = broken(pair.promise.text, pair.clause)
    if beyond:
        return Signal(0.6, f"it gives {beyond}")
    opposite = _opposite(pair)
    return Signal(0.8 if sure else 0.6, f"it says the opposite (“{opposite}”)") if opposite else None


def done_after_all(pair: Pair) -> str | None:
    """The act that was not to be done, reported as done: "closed", where none was to be closed."""
    if pair.said.state != "done" or not KEPT_FROM.search(pair.promise.text) or negated(pair.clause):
        return None
    acts = telling(pair.promise.text)
    done = (word for word in re.findall(r"\b\w+ed\b", pair.clause) if stem(word.lower()) in acts)
    return next(done, None) if len(pair.both) > 1 else None


def _of_it(pair: Pair, words: str) -> bool:
    """Whether what is given up is what was promised: the words before say so, or those after where there are none."""
    before, _, after = pair.clause.partition(words)
    subject = set(telling(before)) or set(telling(after))
    return len(subject & pair.both) >= HALF * len(subject) > 0


def _opposite(pair: Pair) -> str | None:
    if _NEGATED.search(pair.clause):
        return _left_out(pair)
    for promised, happened in _PAIRS:
        found = happened.search(pair.clause)
        if found and promised.search(pair.sentence) and not happened.search(pair.sentence):
            return found.group()
    return _left_out(pair)


def _left_out(pair: Pair) -> str | None:
    left_out = _WITHOUT.search(pair.clause)
    if left_out and left_out["act"].lower() in pair.sentence.lower() and "without" not in pair.sentence.lower():
        return left_out.group()
    return None
