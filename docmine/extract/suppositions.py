"""What is asked, denied, supposed, wished for or only reported, though its words are those of a promise."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract import conditions, words
from docmine.extract.clauses import infinitive, subject
from docmine.extract.cue import PLANS, Reading
from docmine.extract.readers import is_dated

_CONDITION = frozenset(
    {"if", "when", "whenever", "once", "as", "while", "until", "unless", "whether", "because", "whilst"}
)
_TIMES = frozenset({"as", "while", "whilst", "when", "once", "until"})
_INVERTED = frozenset({"should", "had", "were"})
"""In front of the subject these suppose: "Should you wish to appeal"."""
_WISHING = words.load("wishing")
_QUESTION_WORDS = frozenset({"how", "what", "whether", "when", "where", "why", "who", "which", "if"})
_LAST_TOKENS = 4
_NO_ACT = frozenset(
    ["be", "have", "know", "stop", "rest", "hide", "pretend", "tolerate", "accept", "forget", "see", "need"]
)
"""What somebody will not do is no undertaking with these: "we will not stop asking"."""
_FAR = 6
"""Clauses upwards that are looked at."""


def asks(r: Reading) -> bool:
    """ "Will the service be kept?" """
    return r.sentence[-_LAST_TOKENS:].text.rstrip(" ”’\"')").endswith("?")


def denies(r: Reading) -> bool:
    """ "will not yet have filtered down", "will only change if", "we cannot promise that it will" """
    sign = r.cue.sign
    only = sign.lower_ == "will" and sign.i + 1 < len(sign.doc) and sign.nbor().lower_ == "only"
    said = r.cue.verb.head
    unsaid = r.cue.verb.dep_ == "ccomp" and any(c.dep_ == "neg" for c in said.children)
    return only or unsaid or (_negated(r.cue.verb, sign) and not _refrains(r))


def supposes(r: Reading) -> bool:
    """ "if the bid succeeds, we will", "how users will sign in", "I hope that it will help" """
    if conditions.is_laid(r.cue):
        return False
    supposed = [c for c in r.cue.verb.children if c.dep_ == "advcl" and _is_a_condition(c)]
    if supposed:
        planned = r.cue.sign.lemma_ in PLANS and r.cue.sign.lemma_ != "hope"
        kept = planned and all(c.i > r.cue.verb.i for c in supposed)  # "we plan to open, if staff can be found"
        return not (kept or all(_is_of_the_absent(c) for c in supposed))
    governed = r.cue.head == r.cue.sign and r.cue.verb.head == r.cue.sign
    if governed and (r.cue.strength == "required" or r.cue.sign.lemma_ in PLANS):
        return False
    return _is_provided(r) or _supposed(r.cue.verb, r.sentence)


def _is_provided(r: Reading) -> bool:
    """ "provided I get six crews", "providing that the bid is won": the words stand right before the subject"""
    if r.pronoun is None:
        return False
    before = r.sentence.doc[r.sentence.start : r.pronoun.left_edge.i].text.lower()
    return before.endswith(("provided", "provided that", "providing that", "as long as"))


def hopes_or_invites(r: Reading) -> bool:
    """ "Hopefully it will help", "Please let us know" """
    invites = r.sentence[0].lower_ == "please" and r.who not in ("i", "we")
    return invites or any(c.lower_ in ("hopefully", "please") for c in r.cue.verb.children)


def _is_a_condition(clause: Token) -> bool:
    first = next((c for c in clause.children), None)
    inverted = first is not None and first.lower_ in _INVERTED and first.dep_ == "aux"
    return inverted or any(c.lower_ in ("if", "unless", "provided") and c.dep_ == "mark" for c in clause.children)


def _is_of_the_absent(clause: Token) -> bool:
    """ "If you can’t make it, the slides will be online": what is promised all the same"""
    yours = any(c.lower_ == "you" for c in clause.children)
    cannot = any(c.dep_ == "neg" for c in clause.children) and any(c.tag_ == "MD" for c in clause.children)
    return yours and (clause.lemma_ == "miss" or (cannot and clause.lemma_ in ("make", "attend", "come", "join", "be")))


def _refrains(r: Reading) -> bool:
    """Whether a body says what it will leave alone: "we will not extend it", "there won’t be an extension"."""
    verb = r.cue.verb
    if verb.lemma_ in ("have", "need") and infinitive(verb) is not None and is_dated(verb):
        return True  # "from April they won't have to pay"
    if r.cue.sign.lower_ not in ("will", "wo", "shall") or any(c.lower_ in ("yet", "only") for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "attr") and c.pos_ in ("NOUN", "PROPN")]
    if r.pronoun is not None and r.pronoun.lower_ == "there":
        return verb.lemma_ == "be" and bool(things)
    ours = r.pronoun is not None and r.pronoun.lower_ in ("we", "i")
    return ours and bool(things) and verb.lemma_ not in _NO_ACT | _WISHING


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
    for token in _upwards(verb, sentence):
        head = token.head
        opening = [
            c.lower_ for c in token.children if c.i < token.i and c.dep_ in ("mark", "advmod", "attr", "dobj", "nsubj")
        ]
        if token.dep_ == "advcl" and any(w in _CONDITION for w in opening):
            return not (token == verb and is_then(verb)) and not _follows_its_time(verb, token)
        if (
            token.dep_ in ("ccomp", "pcomp", "csubj", "acl")
            and any(w in _QUESTION_WORDS for w in opening)
            and token != head
        ):
            return True
        if token.dep_ in ("ccomp", "xcomp") and head.lemma_.lower() in _WISHING and head.i < token.i and token == verb:
            return head.lemma_ not in ("want", "like", "ask") or subject(head) is None or token.dep_ == "ccomp"
    return False


def is_then(verb: Token) -> bool:
    """Whether a clause goes on in time: ", when the old system will be switched off"; conditions need no "will"."""
    first = verb.left_edge
    will = any(c.lower_ == "will" for c in verb.children)
    return will and first.lower_ == "when" and first.i > 0 and first.nbor(-1).text == ","


def _follows_its_time(verb: Token, clause: Token) -> bool:
    """Whether the parser joins a statement to the clause of time that opens it: "As the works go on, and throughout
    the winter, buses will run"."""
    timed = any(c.lower_ in _TIMES for c in clause.children if c.i < clause.i)
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    joined = verb.dep_ == "conj" and verb.head == clause and own is not None
    will = any(c.lower_ in ("will", "shall") and c.i < verb.i for c in verb.children)
    return timed and joined and will and own is not None and verb.doc[own.left_edge.i - 1].text == ","


def _upwards(verb: Token, sentence: Span) -> Iterator[Token]:
    """The verb and the clauses that it stands in, up to the sentence's own."""
    token = verb
    for _ in range(_FAR):
        yield token
        head = token.head
        if token.dep_ == "acl" or head == token or not (sentence.start <= head.i < sentence.end):
            return
        if token.dep_ not in (
            "conj",
            "ccomp",
            "xcomp",
            "advcl",
            "relcl",
            "pcomp",
            "parataxis",
            "prep",
            "aux",
            "auxpass",
        ):
            return
        token = head
