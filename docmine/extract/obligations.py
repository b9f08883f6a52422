"""Words by which somebody is told to do something: "needs to", "requires the board to", "has been asked to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from docmine.extract.clauses import infinitive, is_passive, says_when, subject
from docmine.extract.cue import Cue
from docmine.extract.doers import leads, noun
from docmine.extract.readers import is_dated

_REPORTS = frozenset(
    ["report", "update", "plan", "review", "paper", "briefing", "note", "audit", "business", "case", "account", "list"]
)
_NEAR = 3
"""Words after "need" or "have" within which its "to" must stand: "have plans in place to" is no obligation."""


def of_need(token: Token) -> Iterator[Cue]:
    """ "leaders need to improve", "a plan has to be sent by May", "we have to report by 3 June" """
    verb, found = infinitive(token), subject(token)
    if verb is None or "to" not in (t.lower_ for t in token.doc[token.i + 1 : token.i + _NEAR]):
        return
    ours = found is not None and noun(found) == "we" and is_dated(token)
    if leads(found) or ours or (is_passive(verb) and (says_when(verb) or is_dated(verb))):
        yield Cue("required", verb, token, head=token)


def required(token: Token) -> Iterator[Cue]:
    """ "requires the partnership to prepare", "has been asked to prepare", "requested that the area prepare"."""
    for child in token.children:
        if (
            child.dep_ in ("ccomp", "xcomp")
            and child.i > token.i
            and (
                child.tag_ in ("VB", "VBP")
                or (child.tag_ == "VBZ" and (token.tag_ in ("VBZ", "VBP") or asks_that(token)))
            )
            and child.pos_ in ("VERB", "AUX")
        ):
            yield Cue("required", child, token, head=token)
            return
    wanted = _asked_for(token)
    if wanted is not None:
        yield Cue("required", token, token)
        return
    if token.lemma_ == "task" and is_passive(token):  # "has been tasked with reviewing"
        for word in (w for p in token.children if p.lower_ == "with" for w in p.children if w.tag_ == "VBG"):
            yield Cue("required", word, token, head=token)


def _asked_for(token: Token) -> Token | None:
    """What a body has asked for: "the committee has asked for an update in May"; not help, nor a list."""
    if token.lemma_ not in ("ask", "call") or is_passive(token) or not leads(subject(token)):
        return None
    if not any(c.lower_ in ("has", "have") and c.dep_ == "aux" for c in token.children):
        return None
    things = (g for p in token.children if p.lower_ == "for" for g in p.children if g.dep_ == "pobj")
    return next((thing for thing in things if thing.lemma_ in _REPORTS), None)


def asks_that(token: Token) -> bool:
    """ "Ofsted and the CQC ask that the partnership publishes", whatever spaCy takes "ask" for."""
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    return clause is not None and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def expects_of_others(token: Token, verb: Token) -> bool:
    """ "The regulator expects the council to report": one body of another."""
    told, asks = subject(verb), subject(token)
    return verb.dep_ == "ccomp" and told != asks and leads(told) and leads(asks)


def is_given_to_somebody(task: Token | None) -> bool:
    """ "the commissioner’s first task" """
    return task is not None and any(c.dep_ == "poss" and leads(c) for c in task.children)
