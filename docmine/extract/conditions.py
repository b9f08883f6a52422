"""What somebody must do by a day to keep what they are granted: "as long as they move over by the end of March"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract.clauses import SUBJECTS, is_passive, subject
from docmine.extract.cue import Cue
from docmine.extract.doers import leads, noun
from docmine.extract.readers import is_dated

_ON_CONDITION = re.compile(
    r"\b(?:as long as|so long as|provided(?: that)?|providing(?: that)?|on (?:the )?condition that)\b", re.IGNORECASE
)
_FAR = 12
_PERSONS = frozenset({"member", "staff", "colleague", "teacher", "librarian", "volunteer", "assistant"})
"""People whom a rule tells what to bring or to book: nothing is laid on a body."""
_TRADES = frozenset({"haulier", "operator", "carrier", "business", "trader", "employer", "bidder", "club", "nursery"})
_SIGNS = frozenset({"long", "provided", "providing", "condition"})


def find(sentence: Span) -> Iterator[Cue]:
    """The cue of a condition with a day to come that is laid on an organisation: required."""
    for told in _ON_CONDITION.finditer(sentence.text):
        words = [t for t in sentence if t.idx >= sentence.start_char + told.start()]
        sign = next((t for t in words if t.lower_ in _SIGNS), None)
        after = (t for t in words[:_FAR] if t.idx >= sentence.start_char + told.end())
        who = next((t for t in after if t.dep_ in SUBJECTS), None)
        if sign is None or who is None or who.head.i < who.i:
            continue
        verb = who.head
        if (
            verb.tag_ in ("VBP", "VB", "VBZ")
            and not is_passive(verb)
            and _has_a_day(verb, sentence)
            and _is_bound(who, verb)
        ):
            yield Cue("required", verb, sign)


def is_laid(cue: Cue) -> bool:
    """Whether the cue is such a condition."""
    return cue.strength == "required" and cue.sign.lower_ in _SIGNS


def _is_bound(who: Token, verb: Token) -> bool:
    """Whether an organisation bears the condition; "they" stands for the subject of the clause that is granted."""
    if who.lower_ not in ("they", "it"):
        return _is_a_body(who)
    above = (t for t in verb.ancestors if t.pos_ in ("VERB", "AUX"))
    found = next((s for s in map(subject, above) if s is not None and s != who), None)
    return found is not None and _is_a_body(found)


def _is_a_body(found: Token) -> bool:
    return (leads(found) and noun(found) not in _PERSONS) or noun(found) in _TRADES


def _has_a_day(verb: Token, sentence: Span) -> bool:
    """Whether a day to come follows, whatever verb the parser joins it to: "to act now as long as they move by May"."""
    if is_dated(verb):
        return True
    known = verb.doc._.dates if verb.doc.has_extension("dates") else ()
    return is_dated(sentence.root) and any(verb.idx < d.start < sentence.end_char for d in known)
