"""Whose turn it is: "Station Road and the quay are next", "refunds do not work yet, and they’re next"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from docmine.extract.clauses import subject
from docmine.extract.cue import Cue

_NO_TURN = frozenset(["you", "he", "she", "i", "we", "who", "what", "which", "it", "this", "that", "there", "one"])
_ENDS = frozenset({".", ":", ";", ",", "!", "–", "—", ")"})


def find(be: Token, sentence: Span) -> Iterator[Cue]:
    """The cue of a thing that "is next" at the end of a statement: planned."""
    if be.lower_ not in ("is", "are", "'re", "’re") or be.i + 1 >= sentence.end:
        return
    said = be.nbor()
    if said.lower_ != "next" or (said.i + 1 < sentence.end and said.nbor().text not in _ENDS):
        return
    found = subject(be)
    if found is not None and found.lower_ not in _NO_TURN and found.i < be.i:
        yield Cue("planned", be, be)


def is_one(cue: Cue) -> bool:
    """Whether a cue tells whose turn it is: what is next bears nothing, those who write see to it."""
    return cue.verb == cue.sign and cue.verb.i + 1 < len(cue.verb.doc) and cue.verb.nbor().lower_ == "next"
