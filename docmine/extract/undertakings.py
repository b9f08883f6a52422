"""Words by which somebody binds themselves without "will": "have agreed to", "the service opens in May"; and in
minutes what was said that would be done."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from docmine.extract.clauses import infinitive, is_passive, says_when, subject
from docmine.extract.cue import Cue
from docmine.extract.doers import acts, leads
from docmine.extract.readers import is_dated

PROMISES = frozenset(["promise", "pledge", "guarantee", "undertake", "vow"])
SCHEDULED = frozenset(["start", "begin", "launch", "open", "commence", "come", "reopen", "resume", "go", "take"])
"""In the present tense these promise only with a date still to come: "the service opens in May"."""
_STARTS = SCHEDULED - {"go", "take"}
_IN_FORCE = frozenset({"force", "effect", "operation", "use"})
_CHANGES = frozenset(
    ["get", "rise", "increase", "go", "move", "transfer", "return", "stay", "remain", "change", "switch"]
)
"""In the present tense with a day to come these promise what somebody has decided: "the fee stays until May"."""
_AGREES = frozenset({"agree", "commit", "pledge", "promise", "undertake", "vow"})
_CONDITIONAL = frozenset(
    {"like", "welcome", "need", "want", "prefer", "cost", "mean", "help", "have", "require", "love"}
)
_REPORTS = frozenset(
    [
        "say",
        "report",
        "confirm",
        "agree",
        "explain",
        "advise",
        "promise",
        "undertake",
        "state",
        "assure",
        "announce",
        "add",
        "indicate",
        "note",
        "resolve",
    ]
)


def of_a_verb(token: Token, in_minutes: bool) -> Iterator[Cue]:
    """What a verb in the present or perfect binds to, in minutes also in the past."""
    lemma, tag = token.lemma_.lower(), token.tag_
    if lemma in _AGREES and (tag == "VBN" or (tag == "VBD" and in_minutes)):
        yield from _agreed(token)
    if tag not in ("VBZ", "VBP"):
        return
    if lemma in PROMISES:
        verb = infinitive(token)
        if verb is not None:
            yield Cue("firm", verb, token, head=token)
    elif _is_set(token) or (lemma in _CHANGES and is_dated(token)):
        yield Cue("firm", token, token)
    elif lemma == "want" and is_dated(token) and acts(subject(token)):
        yield Cue("planned", token, token)


def _is_set(token: Token) -> bool:
    """Whether a start is arranged for a time, and no person's own: "the eldest starts his course in May"."""
    own = any(c.dep_ == "poss" and c.lower_ in ("his", "her", "their") for o in token.children for c in o.children)
    starts = token.lemma_.lower() in _STARTS or _comes_into_being(token)
    return starts and says_when(token) and not own


def _comes_into_being(token: Token) -> bool:
    """ "goes live", "comes into force", "takes effect" """
    said = {t.lower_ for t in token.subtree if t.i > token.i}
    if any(c.dep_ == "dobj" and c.lower_ != "effect" for c in token.children):
        return False
    return (token.lemma_ == "go" and "live" in said) or (token.lemma_ in ("come", "take") and bool(said & _IN_FORCE))


def _agreed(token: Token) -> Iterator[Cue]:
    """ "has agreed to fund", "have committed to publishing": somebody has bound themselves."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "’ve", "'ve") for c in token.children)
    if not perfect and token.tag_ != "VBD":
        return
    if is_passive(token) or not acts(subject(token)):
        return
    verb = infinitive(token)
    if verb is None:
        to = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "to"), None)
        verb = next((c for c in to.children if c.tag_ == "VBG" or c.lower_.endswith("ing")), None) if to else None
        if to is not None and verb is None and any(c.tag_ == "VBG" for g in to.children for c in g.children):
            verb = token  # "to every tenant having a reply"
    if verb is not None:
        yield Cue("firm", verb if verb.pos_ in ("VERB", "AUX") else token, token, head=token)


def reported(would: Token) -> Iterator[Cue]:
    """Of minutes: "SR said that it would go this week", "She would be writing to the minister"."""
    verb = would.head if would.dep_ in ("aux", "auxpass") else None
    if verb is None or verb.lemma_ in _CONDITIONAL or any(c.lower_ == "have" and c.i > would.i for c in verb.children):
        return
    said = verb.head
    if verb.dep_ == "ccomp" and said.lemma_ in _REPORTS:
        agreed = said.lemma_ in ("agree", "resolve") and leads(subject(verb))
        yield Cue("required" if agreed else "firm", verb, would)
    elif verb.dep_ == "ROOT" and verb.tag_ == "VBG":
        yield Cue("firm", verb, would)


def promised(verb: Token) -> Token | None:
    """The "promise" of "I promise you that we will": it belongs to the promise, and tells whose it is."""
    promise = verb.head
    if verb.dep_ == "ccomp" and promise.lemma_ in PROMISES and promise.tag_ in ("VBP", "VBZ"):
        return promise
    return None


def foreseeing(verb: Token) -> Token | None:
    """The "expect" of "we expect that the first homes will be ready", "it is expected that"."""
    plan = verb.head
    plans = verb.dep_ == "ccomp" and plan.lemma_ in ("expect", "anticipate", "plan", "intend", "propose")
    return plan if plans and plan.tag_ in ("VBP", "VBZ", "VBN") else None


def only_with_a_day(cue: Cue) -> bool:
    """Whether the present tense binds only for a day to come: "the service opens in May"."""
    return cue.strength == "firm" and cue.verb == cue.sign and cue.verb.lemma_ in SCHEDULED | _CHANGES
