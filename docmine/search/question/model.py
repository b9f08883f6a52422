"""What a question was read as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from docmine.records import Verdict

Intent = Literal["commitment", "owner", "date", "figure", "ask", "quote"]
Bounded = Literal["published", "due", "any"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question names, with the ways of writing it: each a run of stems."""

    forms: tuple[tuple[str, ...], ...]
    weight: float = 1.0
    name: str | None = None
    """As the question writes it, where this is a name or a short form, which evidence must name too."""
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.forms, self.weight, self.name)))

    def __hash__(self) -> int:
        """Made once: each sentence that is weighed asks for it a dozen times."""
        return self._hash


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that a question names; a side without an end is None."""

    first: date | None
    last: date | None
    words: str
    """As the question writes it."""
    of: Bounded = "any"
    """What lies in it: the day of publication, the date that something is due, or whatever the evidence speaks of."""

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether a span of days has a day in it; one without any day is nowhere."""
        if first is None or last is None:
            return False
        return (self.last is None or first <= self.last) and (self.first is None or last >= self.first)


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked. `lexical` goes to BM25, `semantic` to the embedding model."""

    concepts: tuple[Concept, ...]
    intents: frozenset[Intent]
    lexical: str
    semantic: str
    period: Period | None = None
    doc_types: tuple[str, ...] = ()
    """The kinds of document to look in; all where there is none."""
    numbers: tuple[str, ...] = ()
    """The numbers of the issues to look in."""
    verdicts: tuple[Verdict, ...] = ()
    """What became of the commitments that are asked for; of any where there is none."""
    people: tuple[str, ...] = ()
    """Full names of the people whom the question names."""
    expanded: Mapping[str, tuple[str, ...]] | None = None
    """Short or long form as written → what else it is called."""
    ambiguous: Mapping[str, tuple[str, ...]] | None = None
    """Short forms that documents use for several things → what each may stand for."""
    respelled: Mapping[str, str] | None = None
    """Words that no document has → what they were taken for."""
    text: str = ""
    """The question in one line, without such slips."""

    @property
    def names(self) -> tuple[Concept, ...]:
        return tuple(c for c in self.concepts if c.name)
