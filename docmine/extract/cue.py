"""A cue, the words that may make a clause a commitment, and what the rules ask about it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from docmine.extract.doers import noun
from docmine.records import Strength

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


@dataclass(frozen=True, slots=True)
class Reading:
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
