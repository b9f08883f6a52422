"""A document with everything that was found in it, whether it comes out of an index or out of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from docmine.records import Block, Record, Sentence
from docmine.store import Store, StoredDocument
from docmine.store.rows import TYPE_OF_KIND

R = TypeVar("R", bound=Record)

AT_ONCE = 100
"""Documents that are in memory together."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document."""

    name: str
    published: str | None
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    records: Sequence[Record]

    def of(self, kind: type[R]) -> list[R]:
        return [r for r in self.records if isinstance(r, kind)]


def stored(store: Store, document: str, *, records: bool = True) -> Paper:
    """A document of the index, by its name, its path or a part of its name, without the places of words on the page.

    Raises UsageError.
    """
    found = store.document(document, part=True)
    key = found.doc_id
    return Paper(
        found.name,
        found.published.value if found.published else None,
        store.plain_blocks([found.name])[found.name],
        store.of_version(key, Sentence),
        [record for kind in TYPE_OF_KIND.values() for record in store.of_version(key, kind)] if records else (),
    )


def of_index(store: Store, documents: Sequence[StoredDocument]) -> Iterator[tuple[str, Paper]]:
    """These documents of the index by their ids, without their records and without the places of words on the page."""
    for first in range(0, len(documents), AT_ONCE):
        chosen = documents[first : first + AT_ONCE]
        names = [d.name for d in chosen]
        blocks = store.plain_blocks(names)
        sentences: dict[str, list[Sentence]] = {name: [] for name in names}
        for sentence in store.sentences(names):
            sentences[sentence.doc].append(sentence)
        for d in chosen:
            published = d.published.value if d.published else None
            yield d.doc_id, Paper(d.name, published, blocks[d.name], sentences[d.name], ())
