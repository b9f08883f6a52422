"""What a publishing body wishes to do itself: "we would like to put together a list", "we want to use the results"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from docmine.extract import words
from docmine.extract.clauses import infinitive, is_passive, subject
from docmine.extract.cue import Cue
from docmine.extract.doers import leads

_OWN_ACTS = words.load("own_acts")
_STATED = frozenset({"ROOT", "conj", "parataxis", "ccomp"})
_NO_THING = words.load("no_thing_made")
"""Objects that make the act a courtesy, a remark or a vision: "use this opportunity", "build a better future"."""
_NEAR = 3
_READERS_OWN = frozenset({"you", "your", "yours"})


def find(token: Token) -> Iterator[Cue]:
    """The cue of "want" or "would like" in a statement of those who write, or of a body: aspirational."""
    if not (_wants(token) or _would_like(token)) or token.dep_ not in _STATED or _is_reported(token):
        return
    found, act = subject(token), infinitive(token)
    if found is None or act is None or not (found.lower_ == "we" or leads(found)):
        return
    if act.i - token.i > _NEAR or act.lemma_ not in _OWN_ACTS or is_passive(act):
        return
    thing = next((c for c in act.children if c.dep_ == "dobj" and c.i > act.i), None)
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or thing.lemma_ in _NO_THING:
        return
    if act.lemma_ == "hold" and leads(thing):
        return  # "to hold the council to account"
    if any(t.lower_ in _READERS_OWN or t.lemma_ in _NO_THING for t in thing.doc[act.i : thing.i + 1]):
        return
    yield Cue("aspirational", act, token, head=token)


def _wants(token: Token) -> bool:
    return token.lemma_ == "want" and token.tag_ in ("VBP", "VBZ")


def _would_like(token: Token) -> bool:
    before = token.doc[max(token.sent.start, token.i - _NEAR) : token.i]
    would = any(t.lower_ in ("would", "’d", "'d") for t in before)
    have = any(c.lower_ == "have" for c in token.children)  # "we would have liked to"
    return token.lemma_ in ("like", "love") and would and not have


def _is_reported(token: Token) -> bool:
    """Whether somebody else tells the wish: "Peter says that we want to build a bypass"."""
    return token.dep_ == "ccomp" and (token.head.i < token.i or any(c.dep_ == "mark" for c in token.children))
