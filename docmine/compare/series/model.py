"""The nouns of figures through time: points, series of them, and what is odd about a series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docmine.records import Figure, Sentence

Purpose = Literal["reported", "planned", "change"]
"""What a figure is for: what was found, what is aimed at or allowed, by how much something moved."""

FlagKind = Literal["moved baseline", "different values", "definition", "population", "denominator", "stopped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value of a measure, with the sentence that gives it."""

    figure: Figure
    sentence: Sentence
    published: str
    """Date of the document or of the addition that it stands in, ISO, perhaps partial."""
    value: float
    """In the unit of its series."""
    period: str | None
    """What it is of: as the words say, else the date of publication; None for an undated earlier value."""
    stated: bool
    """Whether the words give the period."""
    quoted: bool = False
    """Whether it is given as an earlier value, beside a newer one."""
    share: str | None = None
    """The count beside a percentage: "148 out of 241"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something that a reader should look at, with the two places."""

    kind: FlagKind
    because: str
    """A sentence for people."""
    earlier: Point
    later: Point
    """Of a figure that stopped: its neighbour, in the later document that no longer gives it."""
    sure: bool = True
    """Whether the words leave no other reading; else it is a question to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The same measure of the same service in successive documents, by publication, then place."""

    measure: str
    headings: tuple[str, ...]
    unit: str
    purpose: Purpose
    points: tuple[Point, ...]
    flags: tuple[Flag, ...] = ()
