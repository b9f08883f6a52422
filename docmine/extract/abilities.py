"""What people "will be able to" do: a promise once something new brings it, else a standing offer.

"In the next release you will be able to upload photographs" binds its maker; "you will be able to find the minutes on
our website" and "once you have registered you will be able to see your bill" do not.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from docmine.extract.clauses import has_object, infinitive, joined
from docmine.extract.context import layout
from docmine.extract.doers import READERS
from docmine.extract.readers import is_dated

_COMING = re.compile(
    r"\b(?:soon|shortly|before long|in (?:the )?future|later this \w+|from launch|from then on|"
    r"(?:from|on) (?:the|that) (?:same )?(?:day|date)|(?:every|each) (?:day|week|fortnight|month|quarter|term)|"
    r"(?:in|with|under|from|through|using) (?:the|our|its|this) (?:new|next|coming|upcoming|forthcoming|future) "
    r"[\w’'-]+)\b",
    re.IGNORECASE,
)
_ARRIVES = frozenset(
    [
        "go",
        "launch",
        "open",
        "release",
        "complete",
        "finish",
        "come",
        "arrive",
        "install",
        "introduce",
        "deliver",
        "migrate",
        "begin",
        "start",
        "build",
        "reopen",
    ]
)
_READY = frozenset({"ready", "live", "open", "complete", "available", "finished", "up", "in"})
_WHEN = frozenset({"when", "once", "after", "as"})
_IN_NAME = re.compile(
    r"\b(?:[Ii]n|[Ww]ith|[Tt]hrough|[Uu]sing) (?:the )?(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}),? $"
)
_OPENING = 60


def are_to_come(be: Token) -> bool:
    """Whether the ability comes with something new: on a day, soon, in the next release, in a product announced.

    `be` is the verb of "will be able to".
    """
    verb = _enabled(be)
    if verb is None:
        return False
    if is_dated(be):
        return True
    acts = (verb, *joined(verb))
    if not any(has_object(act) or any(c.dep_ == "prep" for c in act.children) for act in acts):
        return False  # "soon you will be able to relax"
    said = be.doc[be.left_edge.i : be.i + 1].text + " " + be.doc[verb.i : be.right_edge.i + 1].text
    if _COMING.search(said) or any(_arrives(c) for c in be.children if c.dep_ == "advcl"):
        return True
    who = next((c for c in be.children if c.dep_ == "nsubj"), None)
    if who is None:
        return False
    first = min(who.left_edge.i, be.i)
    opening = be.doc[max(be.sent.start, first - _OPENING) : first].text_with_ws
    named = _IN_NAME.search(opening)
    return named is not None and _is_announced(be.doc, named["name"])


def _enabled(be: Token) -> Token | None:
    able = next((c for c in be.children if c.lower_ == "able"), None)
    return infinitive(able) if able is not None else None


def _arrives(clause: Token) -> bool:
    """ "when the new portal goes live", "once the lift is ready"; not "once you have registered" """
    if not any(c.lower_ in _WHEN for c in clause.children if c.i < clause.i):
        return False
    who = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if who is None or who.lower_ in READERS or who.pos_ == "PRON" or any(c.lower_ == "your" for c in who.children):
        return False
    states = {c.lower_ for c in clause.children if c.dep_ in ("acomp", "advmod", "prep")}
    return clause.lemma_ in _ARRIVES or (clause.lemma_ == "be" and bool(states & _READY))


def _is_announced(doc: Doc, name: str) -> bool:
    """Whether the document tells that what is called so is still to come: "Kerbline will be a new service"."""
    coming = r"(?:will (?:be an? |replace|launch|go live)|is being (?:built|developed|designed))"
    return re.search(rf"\b{re.escape(name)} {coming}", " ".join(layout(doc).text.split())) is not None
