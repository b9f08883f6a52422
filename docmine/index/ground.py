"""What the records of an account stand in, and what words mean there: of the whole index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.records import Evidence, Finding, Hit, place_id

if TYPE_CHECKING:
    from docmine.records import Sentence
    from docmine.store import StoredDocument, When
    from docmine.store.ids import Found

Place = tuple[str, int]
"""Name of a document, first character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    documents: Mapping[str, StoredDocument]
    """By name."""
    texts: Mapping[str, str]
    """Title and text of each document, in small letters."""
    sentences: Mapping[Place, Sentence]
    """Where a record, a finding or a piece of evidence begins → the sentence that it begins in."""
    blocks: Mapping[tuple[str, int], str]
    """Text of the blocks that records stand in, by number."""
    shorts: tuple[tuple[str, str, str | None], ...]
    """The id of a document, a short form, and what it stands for there."""
    names: tuple[str, ...]
    """Of the people that the index knows."""
    when: When

    def id_of(self, item: Found) -> str:
        """As `Index.ids`; empty for what stands in no document of the index."""
        home = self.documents.get(item.doc)
        if home is None:
            return ""
        if isinstance(item, Evidence):
            sentence = self.sentences.get((item.doc, item.start))
            place = sentence or item
            return place_id(home.sha256, "sentence", place.start, place.end)
        assert not isinstance(item, Hit)  # cut from a passage, whose place an account does not know
        kind = "commitment" if isinstance(item, Finding) else item.kind
        return place_id(home.sha256, kind, item.start, item.end)
