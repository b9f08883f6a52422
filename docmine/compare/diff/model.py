"""The nouns of a comparison of two documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from docmine.records import Commitment, DateMention, Figure, Sentence

TypedKind = Literal[
    "figure changed",
    "date moved",
    "owner changed",
    "strength fell",
    "strength rose",
    "commitment gone",
    "commitment new",
]
ChangeKind = Literal[TypedKind, "reworded", "moved", "new", "gone"]
KINDS: tuple[ChangeKind, ...] = (*get_args(TypedKind), "reworded", "moved", "new", "gone")
"""In the order in which they are told."""

Word = tuple[Literal["same", "gone", "new"], str]
"""A piece of a text and what became of it; all that are not gone make the new text, all that are not new the old."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, a heading, a bullet or a table row, with the records that stand in it."""

    sentence: Sentence
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two documents."""

    change: ChangeKind
    old: Sentence | None = None
    new: Sentence | None = None
    before: str | None = None
    """Of a typed change what was there: "six", "by May 2024", "Jane Okoro", "firm"."""
    after: str | None = None
    words: tuple[Word, ...] = ()
    """The words that changed, where both documents have the statement."""
    score: float | None = None
    """The likeness of the two sentences, 0 to 1, where they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """What changed between two documents: typed changes first, each kind in the order of the documents."""

    old: str
    new: str
    unchanged: int
    """Statements of the new document that stand in the old one too, in their place."""
    changes: tuple[Change, ...]
