"""Whether a cue binds somebody, or only advises, wishes, supposes, describes or explains a benefit.

Each rule is about language: who the subject is, where the clause stands, what kind of verb it has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from docmine.extract import words
from docmine.extract.clauses import antecedent, has_object, infinitive, is_passive, says_when, subject
from docmine.records import Strength


@dataclass(frozen=True, slots=True)
class Cue:
    """`verb` carries the act, `sign` is the word that binds, `head` governs the clause where that is another verb."""

    strength: Strength
    verb: Token
    sign: Token
    head: Token | None = None

    @property
    def clause_head(self) -> Token:
        return self.verb if self.head is None else self.head


READERS = words.load("readers")

WORK = words.load("work")

BODIES = WORK | words.load("bodies")

_BENEFIT = words.load("benefits")
_POINTING = frozenset({"this", "that", "these", "those", "it", "which", "there"})
_CONDITION = frozenset(
    {"if", "when", "whenever", "once", "as", "while", "until", "unless", "whether", "because", "whilst"}
)
_SAYING = words.load("saying")
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
_STATES = frozenset(["be", "see", "have", "face", "experience", "remain", "wait"])
_ISSUES = frozenset({"release", "version", "sprint"})
"""What they will include somebody undertakes to make."""
_GIVEN = frozenset(["have", "receive", "get", "hold"])
"""What is promised to people with a date: "every family will have a named officer by March"."""
_WISHING = words.load("wishing")
_QUESTION_WORDS = frozenset({"how", "what", "whether", "when", "where", "why", "who", "which", "if"})
_IN_HAND = re.compile(
    r"\b(?:in|with|to|attached to|see) (?:this|the attached|the enclosed) (?:newsletter|issue|"
    r"edition|update|report|letter|bulletin|document|email)\b",
    re.IGNORECASE,
)
"""What the document itself brings is done with it."""
PLANS = frozenset(["plan", "intend", "aim", "propose", "expect", "mean", "hope", "look", "seek", "strive", "endeavour"])
REQUIRES = frozenset(
    [
        "require",
        "request",
        "instruct",
        "direct",
        "oblige",
        "task",
        "mandate",
        "ask",
        "tell",
        "call",
        "urge",
        "recommend",
    ]
)


def noun(token: Token) -> str:
    """The lemma in lower case; a capitalised plural, which spaCy takes for a name, without its s: Leaders → leader."""
    lemma: str = token.lemma_.lower()
    return lemma[:-1] if token.tag_ in ("NNP", "NNPS") and lemma.endswith("s") and lemma[:-1] in BODIES else lemma


@dataclass(frozen=True, slots=True)
class _Reading:
    """A cue with what the rules ask about it."""

    cue: Cue
    sentence: Span
    found: Token | None
    """The subject; behind a relative pronoun its antecedent."""
    pronoun: Token | None
    """The subject as it stands."""
    passive: bool

    @property
    def who(self) -> str:
        return noun(self.found) if self.found is not None else ""


def binds(cue: Cue, sentence: Span) -> bool:
    """Whether the cue binds somebody: no rule of `_RULES` tells that it only looks so."""
    plain = subject(cue.verb)
    reading = _Reading(cue, sentence, antecedent(cue.verb, plain), plain, is_passive(cue.verb))
    return not any(rule(reading) for rule in _RULES)


def _asks(r: _Reading) -> bool:
    """ "Will the service be kept?" """
    return bool(r.sentence.text.rstrip(" ”’\"')").endswith("?"))


def _denies(r: _Reading) -> bool:
    """ "will not yet have filtered down", "will only change if" """
    sign = r.cue.sign
    only = sign.lower_ == "will" and sign.i + 1 < len(sign.doc) and sign.nbor().lower_ == "only"
    return only or _negated(r.cue.verb, sign)


def _supposes(r: _Reading) -> bool:
    """ "if the bid succeeds, we will", "how users will sign in", "I hope that it will help" """
    conditions = (c for c in r.cue.verb.children if c.dep_ == "advcl")
    if any(m.lower_ in ("if", "unless", "provided") and m.dep_ == "mark" for c in conditions for m in c.children):
        return True
    told = r.cue.strength == "required" and r.cue.head is r.cue.sign and r.cue.verb.head is r.cue.sign
    return not told and _supposed(r.cue.verb, r.sentence)


def _hopes_or_invites(r: _Reading) -> bool:
    """ "Hopefully it will help", "Please let us know" """
    invites = r.sentence[0].lower_ == "please" and r.who not in ("i", "we")
    return invites or any(c.lower_ in ("hopefully", "please") for c in r.cue.verb.children)


def _is_in_hand(r: _Reading) -> bool:
    """ "is now being sent out with this newsletter" """
    after = r.sentence.doc[r.cue.sign.i : r.sentence.end].text
    return r.cue.strength in ("firm", "ongoing") and bool(_IN_HAND.search(after))


def _goes_by_itself(r: _Reading) -> bool:
    """ "waits will fall", "demand continues to grow" """
    verb = r.cue.verb
    if verb.lemma_ in _NEWS and not r.passive and r.who not in ("i", "we") and not has_object(verb):
        return True
    then = infinitive(verb) if "continue" in (verb.lemma_, r.cue.sign.lemma_) else None
    return then is not None and then.lemma_ in _NEWS | _STATES and not is_passive(then)


def _only_says(r: _Reading) -> bool:
    """ "I will readily admit", "your insight will shape" """
    adds = r.cue.verb.lemma_ == "add" and has_object(r.cue.verb)
    if r.cue.verb.lemma_ in _SAYING and not adds and r.who in ("i", "we", ""):
        return True
    return r.found is not None and not r.passive and any(c.lower_ == "your" for c in r.found.children)


def _tells_which(r: _Reading) -> bool:
    """ "the changes we are making", "decide which agency should reply" """
    if r.found is not None and any(c.lower_ in ("which", "what", "whose") for c in r.found.children):
        return True
    joined_to = r.cue.verb.dep_ == "conj" and r.cue.strength == "ongoing" and r.cue.verb.head.dep_ == "relcl"
    return (r.cue.verb.dep_ == "relcl" or joined_to) and r.cue.head is None and _describes(r.cue, r.found, r.pronoun)


def _is_for_readers(r: _Reading) -> bool:
    """ "you will need a password", "users will be able to"; but "every family will have an officer by March" binds"""
    if r.passive:
        return False
    if r.pronoun is not None and r.pronoun.lower_ == "they" and _refers_to(r.pronoun) in READERS:
        return True
    if _able(r.cue.verb) and r.who not in BODIES:
        return True
    if r.cue.strength == "aspirational":
        return r.found is not None and r.who in READERS
    if r.cue.strength == "required" or (r.who and r.who not in READERS):
        return False
    if r.who and r.who != "you" and r.cue.verb.lemma_ in _GIVEN and says_when(r.cue.verb):
        return False
    return not (r.found is None and r.cue.sign.i == r.sentence.start)


def _obliges_nobody(r: _Reading) -> bool:
    """ "you must sign", "works must be raised in the system", "it should be noted" """
    verb, sign = r.cue.verb, r.cue.sign
    if r.cue.strength != "required":
        return False
    asks = sign.lemma_.lower()
    if asks in REQUIRES and asks not in ("require", "request", "instruct", "direct"):
        asker = subject(sign)
        if asker is not None and asker.lower_ in ("i", "we") and sign.tag_ == "VBN":
            return False
        if not is_passive(sign) and asker is not None and asker.pos_ != "PRON" and acts(asker) and leads(r.found):
            return False
        return not (is_passive(sign) and asker is not None and asker.lemma_.lower() not in READERS)
    if r.who in READERS or r.who in ("", "there", "we", "i") or verb.lemma_ in ("note", "remember"):
        return True
    if verb.lemma_ in ("say", "be") and r.who in _POINTING:
        return True
    return sign.lower_ == "must" and r.passive and r.who not in BODIES and not says_when(verb)


def _explains_a_benefit(r: _Reading) -> bool:
    """ "this will enable families", "the survey will help us", "the document will contain" """
    return (
        r.cue.verb.lemma_ in _BENEFIT
        and r.who not in _ISSUES
        and not r.passive
        and not _helps(r.found, r.pronoun)
        and r.cue.strength == "firm"
    )


def _nobody_acts(r: _Reading) -> bool:
    """In the present tense only a person or a body binds: "families continue to wait", "the wait is changing"."""
    verb, sign = r.cue.verb, r.cue.sign
    if r.cue.strength == "ongoing" and (verb is sign or (sign.lemma_.lower() == "be" and verb.tag_ == "VBG")):
        return (verb.lemma_ == "continue" or verb.tag_ == "VBG") and not acts(r.found)
    if r.cue.strength == "planned" and sign.lemma_.lower() in PLANS:
        return not acts(r.found) or (sign.lemma_ in ("hope", "look") and verb.lemma_ in ("see", "hear", "forward"))
    return False


_RULES = (
    _asks,
    _denies,
    _supposes,
    _hopes_or_invites,
    _is_in_hand,
    _goes_by_itself,
    _only_says,
    _tells_which,
    _is_for_readers,
    _obliges_nobody,
    _explains_a_benefit,
    _nobody_acts,
)


def _describes(cue: Cue, found: Token | None, pronoun: Token | None) -> bool:
    """Whether a relative clause only tells which thing is meant: "the changes we are making"."""
    verb = cue.verb
    if verb.head.pos_ in ("PRON", "DET"):
        return False
    if cue.strength == "ongoing":
        return not any(c.lower_ == "where" for c in verb.children)
    bound = found is not None and (noun(found) in BODIES or found.ent_type_ in ("ORG", "PERSON"))
    relative = pronoun is not None and pronoun.tag_ in ("WDT", "WP")
    if cue.strength == "required":
        return not (bound or relative)
    if is_passive(verb):
        return False
    if not relative:
        return verb.doc[verb.left_edge.i].lower_ not in ("where", "in", "by", "through", "under", "for")
    return not bound


def _refers_to(pronoun: Token) -> str:
    """The lemma of the noun that "they" most likely stands for: the subject named last before it."""
    for token in reversed(pronoun.doc[max(0, pronoun.i - 60) : pronoun.i]):
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN"):
            return noun(token)
    return ""


def _able(verb: Token) -> bool:
    return verb.lemma_ == "be" and any(c.lower_ in ("able", "free", "welcome") for c in verb.children)


def _helps(found: Token | None, pronoun: Token | None) -> bool:
    """Whether one who can act is the subject of a verb of benefit; a plan or "this" only brings it about."""
    if found is None or (pronoun is not None and pronoun.lower_ in _POINTING):
        return False
    return noun(found) in BODIES or found.ent_type_ == "PERSON" or found.lower_ in ("they", "he", "she")


def acts(found: Token | None) -> bool:
    if found is None:
        return False
    return (
        noun(found) in BODIES
        or found.ent_type_ in ("ORG", "PERSON", "GPE", "NORP")
        or found.pos_ == "PROPN"
        or (found.lower_ in ("they", "it", "he", "she", "who", "which"))
    )


def _negated(verb: Token, sign: Token) -> bool:
    if not any(
        child.dep_ == "neg" and child.lower_ != "only" and abs(child.i - sign.i) <= 3
        for child in (*verb.children, *sign.children)
    ):
        return False
    after = verb.doc[sign.i + 1 : sign.i + 4].text.lower()
    return "not only" not in after


def _supposed(verb: Token, sentence: Span) -> bool:
    """Whether the verb stands in a condition, in a question that is only reported, or in somebody's wish."""
    token = verb
    for _ in range(6):
        head = token.head
        opening = [
            c.lower_ for c in token.children if c.i < token.i and c.dep_ in ("mark", "advmod", "attr", "dobj", "nsubj")
        ]
        if token.dep_ == "advcl" and any(w in _CONDITION for w in opening):
            return True
        if (
            token.dep_ in ("ccomp", "pcomp", "csubj", "acl")
            and any(w in _QUESTION_WORDS for w in opening)
            and token is not head
        ):
            return True
        if token.dep_ in ("ccomp", "xcomp") and head.lemma_.lower() in _WISHING and head.i < token.i and token is verb:
            return head.lemma_ not in ("want", "like", "ask") or subject(head) is None or token.dep_ == "ccomp"
        if token.dep_ == "acl" or head is token or not (sentence.start <= head.i < sentence.end):
            return False
        if token.dep_ in ("conj", "ccomp", "xcomp", "advcl", "relcl", "pcomp", "parataxis", "prep", "aux", "auxpass"):
            token = head
            continue
        return False
    return False


def leads(found: Token | None) -> bool:
    """Whether the subject is a body or person in office, who can be told what to do."""
    if found is None or found.pos_ == "PRON":
        return False
    lemma = noun(found)
    return (lemma in BODIES and lemma not in WORK) or found.ent_type_ == "PERSON"
