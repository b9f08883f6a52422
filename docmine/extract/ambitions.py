"""Plans, aims and priorities named by a noun: "there are plans to extend", "our intention remains to open"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from docmine.extract.clauses import infinitive, subject
from docmine.extract.cue import Cue
from docmine.extract.doers import leads

AMBITIONS = frozenset(
    [
        "ambition",
        "vision",
        "priority",
        "aspiration",
        "mission",
        "aim",
        "goal",
        "intention",
        "objective",
        "plan",
        "commitment",
    ]
)


def intended(be: Token) -> Iterator[Cue]:
    """ "there are plans to extend", "it is our intention to publish" """
    if not any(c.lower_ in ("there", "it") for c in be.children):
        return
    plans = (c for c in be.children if c.dep_ in ("attr", "nsubj"))
    plan = next((c for c in plans if c.lemma_ in ("plan", "intention", "aim")), None)
    then = infinitive(plan) if plan is not None else None
    if plan is not None and then is not None and (plan.lemma_ == "plan" or is_of_speakers(plan)):
        yield Cue("planned", then, be, head=be)


def remaining(token: Token) -> Iterator[Cue]:
    """ "our intention remains to open in September" """
    aim, then = subject(token), infinitive(token)
    if aim is not None and then is not None and aim.lemma_.lower() in AMBITIONS and is_of_speakers(aim):
        yield Cue("planned", then, token, head=token)


def priority(token: Token) -> Iterator[Cue]:
    """ "it is a priority that we work together", "our top priority is"."""
    be = token.head
    if be.lemma_ == "be" and be.tag_ in ("VBZ", "VBP") and token.dep_ == "attr":
        that = next((c for c in be.children if c.dep_ in ("ccomp", "advcl", "xcomp") and c.i > token.i), None)
        that = that or next((c for c in token.children if c.dep_ in ("acl", "relcl", "ccomp") and c.i > token.i), None)
        if that is not None:
            yield Cue("aspirational", that, be, head=be)


def is_of_speakers(ambition: Token | None) -> bool:
    """Whether an aim is somebody's who speaks or acts: "our aim", "the trust’s priority"; "the aim of the course" is
    what the course is for."""
    if ambition is None:
        return False
    of = next((c for p in ambition.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
    whose = next((c for c in ambition.children if c.dep_ == "poss"), of)
    return whose is None or whose.lower_ in ("our", "my") or leads(whose)
