"""Advice and instructions to readers, and how a service deals with them: none of these binds anybody."""

from __future__ import annotations

import re

from spacy.tokens import Token

from docmine.extract import words
from docmine.extract.clauses import says_when, subject_of_its_own
from docmine.extract.context import layout
from docmine.extract.cue import Reading
from docmine.extract.doers import BODIES, READERS, WORK, noun

_SUBMISSIONS = words.load("submissions")
_CALLERS = words.load("callers")
_GIVEN = frozenset(["have", "receive", "get", "hold"])
"""What is promised to people with a date: "every family will have a named officer by March"."""
_ALL = frozenset({"no", "every", "each", "all"})
_DEALT_WITH = frozenset(
    ["consider", "assess", "judge", "process", "treat", "deal", "decide", "acknowledge", "check", "refuse"]
)
_TOLD_TO = frozenset({"must", "should", "need", "have", "to", "ought"})
_LAW = re.compile(
    r"\b(?:by law|in law|the law (?:says|requires|states)|legally|the (?:Act|Regulations|Code) (?:says|requires|states)"
    r"|statutory (?:duty|requirement|guidance))\b",
    re.IGNORECASE,
)
_CONDITIONS = frozenset({"once", "when", "whenever", "after", "before", "until", "as"})
_BY_THEN = re.compile(r"\b(?:by|before|until) (?:then|that (?:date|day|time|deadline))\b", re.IGNORECASE)
_LEADS_USERS = frozenset({"invite", "ask", "prompt", "require", "charge", "redirect", "take", "show", "guide"})
_CHOICES = frozenset({"way", "option", "chance", "opportunity", "charge", "choice", "limit", "time", "need"})
""" "There will be three ways to sign up": what readers can choose."""
_ISSUES = frozenset({"issue", "edition", "newsletter", "bulletin", "update", "report"})
_GETS_BACK = re.compile(r"^(?:get|come) back to you\b|^be in touch (?:with you )?as soon as", re.IGNORECASE)
"""What is offered to whoever writes in."""
_CLOSED_FOR = frozenset({"over", "during", "on", "between", "for"})


def is_for_readers(r: Reading) -> bool:
    """ "you will need a password", "users will be able to"; but "every family will have an officer by March" binds"""
    if r.passive:
        led = r.who == "you" and r.cue.verb.lemma_ in _LEADS_USERS
        return (led or noun_of_callers(r.found)) and not is_dated(r.cue.verb)
    if r.who == "there" and any(c.dep_ == "attr" and c.lemma_ in _CHOICES for c in r.cue.verb.children):
        return True
    if r.pronoun is not None and r.pronoun.lower_ == "they" and _refers_to(r.pronoun) in READERS:
        return True
    if _able(r.cue.verb) and r.who not in BODIES:
        return not is_dated(r.cue.verb)
    if r.cue.strength == "aspirational":
        return r.found is not None and r.who in READERS
    if r.cue.strength == "required" or (r.who and r.who not in READERS):
        return False
    if r.cue.strength == "planned" and r.cue.verb.lemma_ in _GIVEN and not r.passive and r.who != "you":
        return False  # "members are to get a voucher"
    if r.cue.verb.lemma_ in _GIVEN and (is_dated(r.cue.verb) or (r.who not in ("", "you") and says_when(r.cue.verb))):
        return False
    if r.found is not None and any(c.lower_ in _ALL for c in r.found.children) and is_dated(r.cue.verb):
        return False
    if r.found is None:
        planned = r.cue.verb.dep_ == "acl"  # "there are plans to extend"
        return not (planned or r.cue.sign.i == r.sentence.start or is_dated(r.cue.clause_head))
    return True


def instructs(r: Reading) -> bool:
    """ "applications must be made online", "branches must be registered by 4 May", "schools must by law admit" """
    if r.cue.sign.lemma_.lower() not in _TOLD_TO or r.cue.strength not in ("required", "planned"):
        return False
    if r.cue.strength == "planned" and r.cue.sign.tag_ != "MD":
        return False
    if r.who in _SUBMISSIONS or (_LAW.search(r.sentence.text) and not is_dated(r.cue.verb)):
        return True
    return r.passive and r.found is not None and r.who not in BODIES and _is_any(r.found) and not _has_doer(r.cue.verb)


def tells_a_routine(r: Reading) -> bool:
    """ "once we have your form, an officer will call you", "a nurse will ask you", "every visit will include" """
    verb, found = r.cue.verb, r.found
    if r.cue.strength != "firm" or found is None:
        return False
    if _GETS_BACK.search(verb.doc[verb.i : verb.right_edge.i + 1].text) and not is_dated(verb):
        return True
    if any(_follows_readers(c) for v in _told_together(verb) for c in v.children if c.dep_ == "advcl"):
        return True
    if is_dated(verb):
        return False
    if r.passive and r.who in _SUBMISSIONS and verb.lemma_ in _DEALT_WITH:
        return True
    dealt = any(
        c.dep_ in ("dobj", "dative") and (c.lower_ == "you" or _yours(c))
        for v in (verb, _first(verb))
        for c in v.children
    )
    dealt = dealt or any(g.lower_ == "you" for c in verb.children if c.dep_ in ("prep", "dative") for g in c.children)
    somebody = (r.who in BODIES - WORK or found.ent_type_ == "") and found.pos_ == "NOUN"
    if dealt and somebody and (_is_any(found) or any(c.lower_ in ("a", "an", "your") for c in found.children)):
        return True
    each = any(c.lower_ in ("each", "every") for c in found.children) or found.lower_ == "each"
    return (
        each and not r.passive and r.who not in _ISSUES and r.who not in BODIES | READERS and verb.lemma_ not in _GIVEN
    )


def announces_closing(r: Reading) -> bool:
    """ "the office will be closed over the bank holiday" """
    verb = r.cue.verb
    closed = verb.lemma_ == "close" or any(c.dep_ == "acomp" and c.lower_ in ("closed", "shut") for c in verb.children)
    return (
        closed
        and r.cue.sign.lower_ == "will"
        and r.who not in ("we", "i")
        and any(t.dep_ == "prep" and t.lower_ in _CLOSED_FOR for t in verb.subtree)
    )


def noun_of_callers(found: Token | None) -> bool:
    """Whether those who use a service are meant, any of them: "patients will be seen"."""
    return found is not None and noun(found) in _CALLERS and _is_any(found)


def is_dated(verb: Token) -> bool:
    """Whether the clause names a day or month still to come; "within two days" says only how long."""
    doc = verb.doc
    if not doc.has_extension("dates"):
        return says_when(verb)
    known = layout(doc).published
    if _BY_THEN.search(doc[verb.i : verb.right_edge.i + 1].text):
        return True
    start, end = doc[verb.left_edge.i].idx, doc[verb.right_edge.i].idx + len(doc[verb.right_edge.i])
    return any(
        start <= d.start
        and d.end <= end
        and (known is None or d.value.split("/")[-1] >= known.value[: len(d.value.split("/")[-1])])
        for d in doc._.dates
    )


def _is_any(found: Token) -> bool:
    """Whether a plural speaks of any such thing: no article, no number, nothing that says which."""
    return found.tag_ in ("NNS", "NNPS") and all(c.dep_ in ("amod", "compound", "punct") for c in found.children)


def _has_doer(verb: Token) -> bool:
    return any(c.dep_ == "agent" for c in verb.children)


def _first(verb: Token) -> Token:
    """The first of joined verbs."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not subject_of_its_own(verb):
        verb = verb.head
    return verb


def _told_together(verb: Token) -> list[Token]:
    """The verb and those that it is joined to: "when you ring, we will take your name and a surveyor will visit"."""
    found = [verb]
    while found[-1].dep_ == "conj" and found[-1].head.pos_ in ("VERB", "AUX"):
        found.append(found[-1].head)
    return found


def _follows_readers(clause: Token) -> bool:
    """ "when you ring", "once we have your form": what readers do first."""
    if not any(c.lower_ in _CONDITIONS and c.dep_ in ("mark", "advmod") for c in clause.children):
        return False
    yours = (c for c in clause.children if c.dep_ in ("dobj", "nsubj", "nsubjpass"))
    return any(c.lower_ == "you" or (_yours(c) and noun(c) in _SUBMISSIONS) for c in yours)


def _yours(token: Token) -> bool:
    return any(c.lower_ == "your" for c in token.children)


def _able(verb: Token) -> bool:
    return verb.lemma_ == "be" and any(c.lower_ in ("able", "free", "welcome") for c in verb.children)


def _refers_to(pronoun: Token) -> str:
    """The lemma of the noun that "they" most likely stands for: the subject named last before it."""
    for token in reversed(pronoun.doc[max(0, pronoun.i - 60) : pronoun.i]):
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN"):
            return noun(token)
    return ""
