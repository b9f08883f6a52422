"""What of an index to look at."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Everything that is given must hold; without anything, the whole index. All ignore case."""

    topic: str | None = None
    """Named by the record, its headings or its paragraph; a short form also finds what it stands for, and back."""
    service: str | None = None
    """Only what stands under a heading that names it."""
    owner: str | None = None
    """Part of the name or of the role of who is to do it, or who speaks."""
    publisher: str | None = None
    """Part of the name."""
    series: str | None = None
    """Part of the name."""
    doc_type: str | None = None
    """As in `docmine.records.DocType`, exactly."""
    since: str | None = None
    """Published on this date or later; "March 2022" and "last year" are understood. Without a date it is left out."""
    until: str | None = None
    """Published on this date or earlier; "2022" includes the whole year."""
    doc: str | None = None
    """Name of a document, or a part of it; an exact name wins over a part."""

    @property
    def given(self) -> dict[str, str]:
        """What is given, by name, in the order above."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.given)
