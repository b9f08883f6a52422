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
    from docmine.store.when import Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    documents: Mapping[str, StoredDocument]
    """By name."""
    same_issue: Mapping[str, tuple[str, ...]]
    """Name of a document → the other files of the same issue."""
    sentences: Mapping[tuple[str, int], Sentence]
    """Document, and where a record, a finding or a piece of evidence begins → the sentence that it begins in."""
    before: Mapping[tuple[str, int], str]
    """Document, and where a commitment begins → the sentence before its own, where the paragraph has one."""
    blocks: Mapping[str, Mapping[int, str]]
    """Document → number of a block → its headings and its sentences, in small letters."""
    shorts: tuple[tuple[str, str, str | None], ...]
    """The id of a document, a short form, and what it stands for there."""
    names: tuple[str, ...]
    """Of the people that the index knows."""
    when: When

    def sentence(self, item: Placed) -> Sentence | None:
        return self.sentences.get((item.doc, item.start))

    def around(self, item: Placed) -> str:
        """The headings and the paragraph that it stands in, in small letters."""
        sentence = self.sentence(item)
        return self.blocks[item.doc][sentence.block] if sentence else ""

    def id_of(self, item: Found) -> str:
        """As `Index.ids`; empty for what stands in no document of the index."""
        assert not isinstance(item, Hit), "a hit is cut from a passage, whose place is not known here"
        home = self.documents.get(item.doc)
        if home is None:
            return ""
        if isinstance(item, Evidence):
            whole = self.sentence(item) or item
            return place_id(home.sha256, "sentence", whole.start, whole.end)
        kind = "commitment" if isinstance(item, Finding) else item.kind
        return place_id(home.sha256, kind, item.start, item.end)
