"""One part of a Word document, with what it shares with the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docmine.read.office.package import Package, Relation
from docmine.read.office.word.styles import Styles
from docmine.read.office.word.text import Marks


@dataclass(frozen=True, slots=True)
class Part:
    """A part, by its `name`; `relations` are its own, `styles` and the counted `marks` the document's."""

    package: Package
    name: str
    relations: Mapping[str, Relation]
    styles: Styles
    marks: Marks

    def other(self, relation: str | None, holds: str) -> Any | None:
        """The root of the part that a relation of this one leads to."""
        found = self.relations.get(relation or "")
        return self.package.part(found.target, holds) if found and not found.outside else None
