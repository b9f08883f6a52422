"""Whether a cue binds somebody, or only advises, wishes, supposes, describes or explains a benefit.

Each rule is about language: who the subject is, where the clause stands, what kind of verb it has.
"""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from docmine.extract import abilities, products, readers, relatives, suppositions, words
from docmine.extract.clauses import antecedent, has_object, infinitive, is_passive, says_when, subject, whole_name
from docmine.extract.cue import PLANS, REQUIRES, Cue, Reading
from docmine.extract.doers import BODIES, READERS, acts, is_named_person, leads, noun

_BENEFIT = words.load("benefits")
_POINTING = frozenset({"this", "that", "these", "those", "it", "which", "there"})
_SAYING = words.load("saying")
_FACTS = words.load("facts_told")
_NEWS = frozenset(
    [
        "gather",
        "grow",
        "increase",
        "rise",
        "fall",
        "improve",
        "struggle",
        "feel",
        "suffer",
        "exceed",
        "decline",
        "worsen",
    ]
)
"""What goes on by itself: "waits will fall", "waits continue to fall"."""
_FORECAST = frozenset(
    [
        "double",
        "treble",
        "triple",
        "save",
        "cost",
        "spend",
        "lose",
        "overspend",
        "underspend",
        "attract",
        "benefit",
        "need",
        "see",
    ]
)
"""What is only foreseen: "is expected to save"."""
_PLACED = frozenset(
    ["second", "base", "place", "embed", "station", "locate", "assign", "allocate", "deploy", "attach", "co-locate"]
)
_STATES = frozenset(["be", "see", "have", "face", "experience", "remain", "wait"])
_ISSUES = frozenset({"release", "version", "sprint"})
"""What they will include somebody undertakes to make."""
_RULE_BOOKS = frozenset(
    [
        "policy",
        "guidance",
        "standard",
        "law",
        "act",
        "code",
        "rule",
        "regulation",
        "legislation",
        "protocol",
        "procedure",
    ]
)
_RULE_SAYS = frozenset({"say", "state", "require", "set", "provide"})
_PRAISE = frozenset(
    ["commend", "praise", "congratulate", "thank", "applaud", "credit", "recognise", "proud", "reassure"]
)
_ANSWERED = frozenset(["explain", "comment", "clarify", "say", "describe", "confirm", "note", "agree", "approve"])
"""What somebody "was asked to" do in the room, and has done."""
_NEXT_ISSUES = frozenset({"newsletter", "issue", "edition", "bulletin", "update"})
_IN_HAND = re.compile(
    r"\b(?:in|with|to|attached to|see) (?:this|the attached|the enclosed) (?:newsletter|issue|"
    r"edition|update|report|letter|bulletin|document|email)\b",
    re.IGNORECASE,
)
"""What the document itself brings is done with it."""
_SAME_BREATH = 40
"""Tokens after the binding word in which it may say so."""


def binds(cue: Cue, sentence: Span) -> bool:
    """Whether the cue binds somebody: no rule of `_RULES` tells that it only looks so."""
    plain = whole_name(subject(cue.verb))
    reading = Reading(cue, sentence, antecedent(cue.verb, plain), plain, is_passive(cue.verb))
    return not any(rule(reading) for rule in _RULES)


def _is_in_hand(r: Reading) -> bool:
    """ "is now being sent out with this newsletter" """
    after = r.sentence.doc[r.cue.sign.i : min(r.cue.sign.i + _SAME_BREATH, r.sentence.end)].text
    return r.cue.strength in ("firm", "ongoing") and bool(_IN_HAND.search(after))


def _goes_by_itself(r: Reading) -> bool:
    """ "waits will fall", "demand continues to grow" """
    verb = r.cue.verb
    if r.cue.strength == "required":
        return False
    if r.cue.sign.lemma_ == "expect" and subject(r.cue.sign) != r.found and readers.is_dated(verb):
        return False  # "we expect the list to fall below 100 by May": a target
    if r.who in BODIES and readers.is_dated(verb):
        return False  # "the team will grow to nine by May"
    if verb.lemma_ in _NEWS and not r.passive and r.who not in ("i", "we") and not has_object(verb):
        return True
    then = infinitive(verb) if "continue" in (verb.lemma_, r.cue.sign.lemma_) else None
    if then is None or (then.lemma_ == "have" and _has_in_place(then)):
        return False
    return then.lemma_ in _NEWS | _STATES and not is_passive(then)


def _has_in_place(have: Token) -> bool:
    """ "to have two officers seconded to the team": what somebody keeps up; "to have concerns" is no act"""
    for child in have.children:
        if child.dep_ == "ccomp" and child.tag_ in ("VBN", "VBD"):
            return child.lemma_ in _PLACED
        if child.dep_ == "dobj":
            return any(c.dep_ in ("acl", "amod") and c.i > child.i and c.lemma_ in _PLACED for c in child.children)
    return False


def _is_foreseen(r: Reading) -> bool:
    """ "tickets will cost", "is expected to save", "the aim of the course is": facts and forecasts, done by nobody"""
    if r.cue.verb.lemma_ == "need" and r.cue.strength == "firm":
        return True
    if (
        r.cue.verb.lemma_ == "do"
        and r.cue.strength == "firm"
        and not r.passive
        and not has_object(r.cue.verb)
        and r.who not in BODIES
    ):
        return True  # "any afternoon will do"
    if r.cue.verb.lemma_ in _FACTS and r.cue.strength == "firm" and r.who not in BODIES:
        return not readers.is_dated(r.cue.verb)
    foreseen = r.cue.strength == "planned" and r.cue.sign.lemma_.lower() not in PLANS
    person = r.found is not None and (r.found.ent_type_ == "PERSON" or r.found.lower_ in ("we", "i", "he", "she"))
    if person and r.cue.verb.lemma_ == "spend" and any(c.ent_type_ in ("DATE", "TIME") for c in r.cue.verb.children):
        return False  # "Priya is going to spend a week at the depot"
    if r.cue.verb == r.cue.sign and r.cue.verb.lemma_ == "see":
        return False  # "May sees the launch": arranged
    return foreseen and r.cue.verb.lemma_ in _NEWS | _FORECAST and not r.passive


def _only_says(r: Reading) -> bool:
    """ "I will readily admit", "your insight will shape" """
    adds = r.cue.verb.lemma_ == "add" and has_object(r.cue.verb)
    if r.cue.verb.lemma_ in _SAYING and not adds and r.who in ("i", "we", ""):
        return True
    return r.found is not None and not r.passive and any(c.lower_ == "your" for c in r.found.children)


def _is_a_rule(r: Reading) -> bool:
    """ "policy says that it should begin ten weeks before" """
    says = r.cue.verb.head
    told_by = subject(says) if r.cue.verb.dep_ == "ccomp" else None
    should = r.cue.sign.lower_ in ("should", "must", "ought", "will")
    return should and told_by is not None and noun(told_by) in _RULE_BOOKS and says.lemma_ in _RULE_SAYS


def _counts(r: Reading) -> bool:
    """ "61 are done and 12 are in progress": how much stood where; "the progress that has and is being made" """
    if r.cue.sign.i >= 2 and r.cue.sign.nbor(-1).lower_ == "and" and r.cue.sign.nbor(-2).lower_ in ("has", "have"):
        return True
    return r.cue.strength == "ongoing" and r.found is not None and r.found.pos_ == "NUM" and not r.passive


def _tells_which(r: Reading) -> bool:
    """ "the changes we are making", "decide which agency should reply" """
    if r.found is not None and any(c.lower_ in ("which", "what", "whose") for c in r.found.children):
        return True
    joined_to = r.cue.verb.dep_ == "conj" and r.cue.strength == "ongoing" and r.cue.verb.head.dep_ == "relcl"
    return (r.cue.verb.dep_ == "relcl" or joined_to) and r.cue.head is None and _describes(r.cue, r.found, r.pronoun)


def _is_for_readers(r: Reading) -> bool:
    """ "you will need a password", but not "from May you will be able to pay by card" """
    return readers.is_for_readers(r) and not (r.cue.strength == "firm" and abilities.are_to_come(r.cue.verb))


def _obliges_nobody(r: Reading) -> bool:
    """ "you must sign", "works must be raised in the system", "it should be noted" """
    verb, sign = r.cue.verb, r.cue.sign
    if r.cue.strength != "required" or verb == sign:
        return False
    asks = sign.lemma_.lower()
    if asks in REQUIRES:
        asker = subject(sign)
        if verb.lemma_ in ("note", "remember"):
            return True
        if asker is None:
            return not is_passive(sign)  # a parser's slip: "the ICB, as commissioner, has been asked"
        habit = any(c.lower_ in ("are", "is") for c in sign.children if c.dep_ == "auxpass")
        if is_passive(sign) and verb.lemma_ in _ANSWERED and any(c.lower_ in ("was", "were") for c in sign.children):
            return True
        if is_passive(sign) and habit and asker.lower_ in ("they", "he", "she"):
            return True  # "when they are asked to": how things are done
        if is_passive(sign):
            return noun(asker) in READERS and not (asker.lower_ == "it" and leads(r.found))
        if asker.lower_ in ("i", "we"):
            return sign.tag_ != "VBN"
        told = r.found if r.found is not None and r.found != asker else _told(sign)
        if asks not in ("require", "request", "instruct", "direct"):
            return not (asker.pos_ != "PRON" and acts(asker) and leads(told))
        return noun(asker) in READERS or (told is not None and noun(told) in READERS)
    if r.who in ("we", "i") and not readers.is_dated(verb):
        return True
    if r.who in READERS or r.who in ("", "there") or verb.lemma_ in ("note", "remember"):
        return True
    if verb.lemma_ in ("say", "be") and r.who in _POINTING:
        return True
    if sign.lower_ == "should" and r.passive and verb.lemma_ in _PRAISE:
        return True
    return (
        sign.lower_ == "must" and r.passive and r.who not in BODIES and not (says_when(verb) or readers.is_dated(verb))
    )


def _told(sign: Token) -> Token | None:
    """Whom somebody asks: "has asked officers to review"."""
    return next((c for c in sign.children if c.dep_ in ("dobj", "dative")), None)


def _explains_a_benefit(r: Reading) -> bool:
    """ "this will enable families", "the survey will help us", "the document will contain" """
    upcoming = r.who in _NEXT_ISSUES and r.found is not None and any(c.lower_ == "next" for c in r.found.subtree)
    return (
        r.cue.verb.lemma_ in _BENEFIT
        and r.who not in _ISSUES
        and not upcoming
        and not r.passive
        and not _helps(r.found, r.pronoun)
        and not products.promises_to_all(r.cue.verb)
        and r.cue.strength == "firm"
    )


def _nobody_acts(r: Reading) -> bool:
    """In the present tense only a person or a body binds: "families continue to wait", "the wait is changing"."""
    verb, sign = r.cue.verb, r.cue.sign
    if verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children):
        return False  # of trials only
    if r.cue.strength == "ongoing" and (verb == sign or (sign.lemma_.lower() == "be" and verb.tag_ == "VBG")):
        work = verb.lemma_ == "continue" and r.sentence[0].lower_ in ("work", "efforts")
        return (verb.lemma_ == "continue" or verb.tag_ == "VBG") and not (work or acts(r.found))
    if r.cue.strength == "planned" and sign.lemma_.lower() in PLANS:
        if sign.lemma_ in ("aim", "seek", "strive") and verb.lemma_ in _BENEFIT and r.who != "we":
            return not readers.is_dated(verb)  # "the clinic aims to help": what it is for
        planner = subject(sign)
        if planner is not None and planner != r.found and verb.dep_ == "ccomp":
            return not (acts(planner) and readers.is_dated(verb))  # "we expect the contract to begin in June"
        return not acts(r.found) or (sign.lemma_ in ("hope", "look") and verb.lemma_ in ("see", "hear", "forward"))
    return False


_RULES = (
    suppositions.asks,
    suppositions.denies,
    suppositions.supposes,
    suppositions.hopes_or_invites,
    _is_in_hand,
    _goes_by_itself,
    _is_foreseen,
    _only_says,
    _is_a_rule,
    _counts,
    _tells_which,
    _is_for_readers,
    readers.instructs,
    readers.tells_a_routine,
    readers.announces_closing,
    _obliges_nobody,
    _explains_a_benefit,
    _nobody_acts,
)


def _describes(cue: Cue, found: Token | None, pronoun: Token | None) -> bool:
    """Whether a relative clause only tells which thing is meant: "the changes we are making"."""
    verb = cue.verb
    if verb.head.pos_ in ("PRON", "DET") or _follows_an_opening(verb):
        return False
    first = verb.doc[verb.left_edge.i]
    added = first.lower_ == "which" and first.i > 0 and first.nbor(-1).text == ","
    if cue.strength == "ongoing":
        return not (added or any(c.lower_ == "where" for c in verb.children) or relatives.is_presented(verb))
    bound = found is not None and (noun(found) in BODIES or found.ent_type_ in ("ORG", "PERSON"))
    relative = pronoun is not None and pronoun.tag_ in ("WDT", "WP")
    through = first.lower_ in ("where", "when", "in", "by", "through", "under", "for", "of")
    if cue.strength == "required":
        return not (bound or relative or through)
    if is_passive(verb):
        return any(c.lower_ in ("longer", "never") for c in verb.subtree if c.dep_ in ("neg", "advmod", "npadvmod"))
    if not relative:
        return not (through or relatives.is_of_an_act_to_come(verb))
    return not bound and not (added and readers.is_dated(verb))


def _follows_an_opening(verb: Token) -> bool:
    """Whether a relative clause is a parser's slip: "Behind the scenes we’re moving to a new supplier"."""
    opening = verb.head.head
    return (
        verb.head.dep_ == "pobj"
        and opening.dep_ == "ROOT"
        and opening.pos_ == "ADP"
        and opening.i == opening.sent.start
    )


def _helps(found: Token | None, pronoun: Token | None) -> bool:
    """Whether one who can act is the subject of a verb of benefit; a plan or "this" only brings it about."""
    if found is None or (pronoun is not None and pronoun.lower_ in _POINTING):
        return False
    named = found.ent_type_ == "PERSON" or is_named_person(found)
    return noun(found) in BODIES or named or found.lower_ in ("they", "he", "she")
