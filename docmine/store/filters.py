"""What a list can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Every filter that is given must hold. All ignore case; dates are ISO and may be partial."""

    doc: str | None = None
    """A document's name, or part of it; an exact name wins over a part."""
    owner: str | None = None
    """Part of the name: of a commitment's owner, a person, a speaker."""
    topic: str | tuple[str, ...] | None = None
    """Words of the topic, the headings or the paragraph, or several such; an acronym also finds its long form, and
    back."""
    since: str | None = None
    """Published on this date or later; documents without a date are left out."""
    until: str | None = None
    """Published on this date or earlier; "2022" includes the whole year."""
    due_before: str | None = None
    """Commitments that are due before the first day of this date."""
    strength: str | None = None
    """Of a commitment, exactly."""
    contains: str | None = None
    """These words, anywhere in the record or its sentence."""
    confidence: float | None = None
    """Of a commitment, figure or owner: probably right with this probability at least, 0 to 1."""
    limit: int | None = None
