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
SCHEDULED = frozenset(
    [
        "start",
        "begin",
        "launch",
        "open",
        "commence",
        "come",
        "reopen",
        "resume",
        "go",
        "take",
        "arrive",
        "follow",
        "kick",
    ]
)
"""In the present tense these promise only with a date still to come: "the service opens in May"."""
_STARTS = SCHEDULED - {"go", "take"}
_IN_FORCE = frozenset({"force", "effect", "operation", "use"})
_CHANGES = frozenset(
    ["get", "rise", "increase", "go", "move", "transfer", "return", "stay", "remain", "change", "switch"]
)
"""In the present tense with a day to come these promise what somebody has decided: "the fee stays until May"."""
_AGREES = frozenset({"agree", "commit", "pledge", "promise", "undertake", "vow"})
_WORDS_GIVEN = frozenset({"word", "assurance", "guarantee", "promise", "undertaking", "commitment"})
"""What somebody gives: "has given her word that no branch will shut"."""
_CONDITIONAL = frozenset(
    {"like", "welcome", "need", "want", "prefer", "cost", "mean", "help", "have", "require", "love"}
)
_WILLING = frozenset({"happy", "content", "willing", "glad", "prepared"})
_FEELS = frozenset({"see", "hear", "report", "say", "note", "learn", "find", "be", "have"})
_REPORTS = frozenset(
    [
        "tell",
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


def of_a_verb(token: Token, in_minutes: bool, reporting: bool) -> Iterator[Cue]:
    """What a verb in the present or perfect binds to, in minutes also in the past, in a report an undertaking."""
    lemma, tag = token.lemma_.lower(), token.tag_
    if lemma in _AGREES and (tag == "VBN" or (tag == "VBD" and in_minutes)):
        yield from _agreed(token)
        yield from _resolved(token, in_minutes)
    elif lemma == "resolve" and tag == "VBN":
        yield from _resolved(token, in_minutes)
    elif lemma == "undertake" and tag == "VBD" and reporting and not _is_of_the_past(token):
        yield from _agreed(token)
    if tag == "VB" and token.dep_ == "conj" and token.head.tag_ == "VBN" and not _helped(token):
        tag = "VBP"  # "have been appointed and start on 8 May"
    if tag not in ("VBZ", "VBP"):
        return
    if lemma == "go" and says_when(token) and _goes_on(token):
        yield Cue("ongoing", token, token)
    elif lemma in PROMISES:
        verb = infinitive(token)
        if verb is not None:
            yield Cue("firm", verb, token, head=token)
    elif _is_set(token) or (lemma in _CHANGES and is_dated(token)):
        yield Cue("firm", token, token)


def _goes_on(token: Token) -> bool:
    """ "Gritting goes on until the end of April" """
    if any(c.lower_ == "on" and c.dep_ in ("prt", "advmod") for c in token.children):
        return True
    return token.doc[token.i + 1 : token.i + 3].text.lower() in ("on until", "on till")


def _helped(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") or c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _is_of_the_past(verb: Token) -> bool:
    """Whether a clause names a day, and none still to come: "in 2019 the service undertook"."""
    return says_when(verb) and not is_dated(verb)


def _resolved(token: Token, in_minutes: bool) -> Iterator[Cue]:
    """ "It was agreed that the newsletter be sent out a week earlier" """
    if not in_minutes or not is_passive(token):
        return
    for clause in token.children:
        be = any(c.tag_ == "VB" and c.lower_ == "be" for c in clause.children)
        if clause.dep_ == "ccomp" and be and not any(c.tag_ == "MD" for c in clause.children):
            yield Cue("required", clause, token, head=clause)


def willing(was: Token) -> Iterator[Cue]:
    """Of minutes: "Lena was happy to lead that from 1 May" """
    state = next((c for c in was.children if c.dep_ == "acomp" and c.lower_ in _WILLING), None)
    verb = infinitive(state) if state is not None else None
    if verb is not None and verb.lemma_ not in _FEELS and acts(subject(was)):
        yield Cue("firm", verb, was, head=was)


def expected(token: Token) -> Iterator[Cue]:
    """ "We expect the new sweepers in May", "the surveyor anticipates that the bridge can be reopened by June" """
    who = subject(token)
    if who is None or not (acts(who) or who.lower_ == "we") or not is_dated(token):
        return
    for child in token.children:
        can = any(c.lower_ in ("can", "could", "should") and c.dep_ == "aux" for c in child.children)
        if child.dep_ == "ccomp" and can:
            yield Cue("planned", child, token, head=token)
            return
        if child.dep_ == "dobj" and child.ent_type_ not in ("PERCENT", "MONEY", "CARDINAL"):
            if not any(c.dep_ == "nummod" for c in child.children):
                yield Cue("planned", token, token)
            return


def _is_set(token: Token) -> bool:
    """Whether a start is arranged for a time, and no person's own: "the eldest starts his course in May"."""
    own = any(c.dep_ == "poss" and c.lower_ in ("his", "her", "their") for o in token.children for c in o.children)
    if token.lemma_ == "follow" and any(c.dep_ in ("ccomp", "dobj") for c in token.children):
        return False  # "it follows that"
    starts = token.lemma_.lower() in _STARTS or _comes_into_being(token)
    return starts and says_when(token) and not own


def _comes_into_being(token: Token) -> bool:
    """ "goes live", "comes into force", "takes effect" """
    said = {t.lower_ for t in token.subtree if t.i > token.i}
    if any(c.dep_ == "dobj" and c.lower_ != "effect" for c in token.children):
        return False
    over = any(c.dep_ == "prt" and c.lower_ == "over" for c in token.children)
    return (
        (over and token.lemma_ == "take")
        or (token.lemma_ == "go" and "live" in said)
        or (token.lemma_ in ("come", "take") and bool(said & _IN_FORCE))
    )


def _agreed(token: Token) -> Iterator[Cue]:
    """ "has agreed to fund", "have committed to publishing": somebody has bound themselves."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "’ve", "'ve") for c in token.children)
    if not perfect and token.tag_ != "VBD":
        return
    if is_passive(token) or not acts(subject(token)):
        return
    verb = infinitive(token)
    if token.lemma_ == "commit" and any(
        t.ent_type_ == "MONEY" or t.text == "£" for t in token.doc[token.i : token.i + 5]
    ):
        verb = token  # "has committed £2m to resurfacing"
    if verb is None:
        to = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "to"), None)
        verb = next((c for c in to.children if c.tag_ == "VBG" or c.lower_.endswith("ing")), None) if to else None
        if to is not None and verb is None and any(c.tag_ == "VBG" for g in to.children for c in g.children):
            verb = token  # "to every tenant having a reply"
    if verb is not None:
        yield Cue("firm", verb if verb.pos_ in ("VERB", "AUX") else token, token, head=token)


def reported(would: Token, in_minutes: bool) -> Iterator[Cue]:
    """Of minutes: "SR said that it would go this week", "She would be writing to the minister", "He would keep it".

    Of other reports: only what somebody in office said would come by a day, or be done: "told us that the group would
    be restored by May".
    """
    verb = would.head if would.dep_ in ("aux", "auxpass") else None
    if verb is None or verb.lemma_ in _CONDITIONAL or any(c.lower_ == "have" and c.i > would.i for c in verb.children):
        return
    said = verb.head
    if not in_minutes:
        if verb.dep_ == "ccomp" and said.lemma_ in _REPORTS and _is_told_as_coming(verb, said):
            yield Cue("firm", verb, would)
        return
    if verb.dep_ == "ccomp" and said.lemma_ in _REPORTS:
        agreed = said.lemma_ in ("agree", "resolve") and leads(subject(verb))
        yield Cue("required" if agreed else "firm", verb, would)
    elif verb.dep_ == "ROOT" and (verb.tag_ == "VBG" or (verb.lemma_ != "be" and _is_a_person(subject(verb)))):
        yield Cue("firm", verb, would)


def _is_a_person(found: Token | None) -> bool:
    return found is not None and (found.lower_ in ("he", "she") or found.pos_ == "PROPN")


def _is_told_as_coming(verb: Token, said: Token) -> bool:
    """Whether what was said would be done has a day to come, or is somebody's work to do; not said in a past year."""
    teller = subject(said)
    in_office = leads(teller) or (teller is not None and (teller.ent_type_ == "PERSON" or teller.lower_ == "they"))
    if not in_office or _is_of_the_past(said) or any(c.lower_ == "had" for c in said.children if c.dep_ == "aux"):
        return False
    return is_dated(verb) or is_passive(verb)


def promised(verb: Token) -> Token | None:
    """The "promise" of "I promise you that we will": it belongs to the promise, and tells whose it is."""
    promise = verb.head
    if (
        verb.dep_ in ("acl", "ccomp")
        and promise.lemma_ in _WORDS_GIVEN
        and promise.head.lemma_ == "give"
        and promise.head.tag_ in ("VBN", "VBD")
    ):
        return promise.head
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
