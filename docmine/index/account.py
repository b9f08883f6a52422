"""Everything that a report or a page tells of an index, gathered once, frozen, and narrowed in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from docmine.index.scope import Scope

if TYPE_CHECKING:
    from docmine.compare import Answer, Check, Person, Series, ShortForm
    from docmine.index.ground import Ground
    from docmine.records import Acronym, Ask, Commitment, DateMention, Figure, Finding, Quote, Sentence
    from docmine.store import Failure, StoredDocument
    from docmine.store.ids import Found
    from docmine.store.when import Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A commitment, and what became of it. One that stands in several files of an issue is one thread."""

    id: str
    """Of the commitment: 16 hex digits."""
    finding: Finding
    commitment: Commitment
    twins: tuple[Finding, ...] = ()
    """The same commitment in other files of the same issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A letter that asks for something, the replies to it that the index has, and what they say to each ask."""

    letter: StoredDocument
    replies: tuple[StoredDocument, ...]
    because: tuple[str, ...]
    """Of each reply: a sentence on why it is taken for one."""
    sure: bool
    """Whether a reply says itself which letter it answers; else it is the only letter that it can be a reply to."""
    answers: tuple[Answer, ...]


@dataclass(frozen=True, kw_only=True)
class Account:
    """What an index, or a part of it, tells. Records are by the date of their document, then place.

    Two files of one issue both stand in `documents`, but what they both promise is told once.
    """

    scope: Scope
    as_of: str | None
    """The day on which promises were judged, ISO; null in an index without dates."""
    made_from: str
    """Path of the index."""
    documents: tuple[StoredDocument, ...]
    """Those in scope, by date, then name."""
    failures: tuple[Failure, ...]
    """Of the whole index: what could not be read might have been in scope."""
    same_issue: Mapping[str, tuple[str, ...]]
    """Name of a document → the other files of the same issue."""
    threads: tuple[Thread, ...]
    series: tuple[Series, ...]
    checks: tuple[Check, ...]
    people: tuple[Person, ...]
    """Each with the commitments that are in scope."""
    letters: tuple[Exchange, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    quotes: tuple[Quote, ...]
    asks: tuple[Ask, ...]
    acronyms: tuple[Acronym, ...]
    meanings: tuple[ShortForm, ...]
    """What each short form stands for."""
    ground: Ground
    """What the records stand in: sentences, blocks, texts, of the whole index."""

    def within(self, scope: Scope) -> Account:
        """What of this is in a scope too. Raises UsageError for a date that is none, a blank, a document it has not."""
        from docmine.index.narrowing import within

        return within(self, scope)

    def id_of(self, item: Found) -> str:
        """The id of a record, a finding, a piece of evidence: as `Index.ids` gives it, for `Index.record`."""
        return self.ground.id_of(item)

    def sentence(self, item: Placed) -> Sentence | None:
        """The sentence, bullet or row that a record, finding or piece of evidence stands or begins in."""
        return self.ground.sentence(item)

    def published(self, item: Placed) -> str | None:
        """When it was published, ISO and perhaps partial: with its document, or with what was added to it later."""
        return self.ground.when.published(item)

    def document(self, name: str) -> StoredDocument:
        """The document with this name, in scope or not. Raises KeyError."""
        return self.ground.documents[name]

    def thread(self, id: str) -> Thread | None:
        """The thread of the commitment with this id, also of one in another file of the same issue."""
        return self._by_id.get(id)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        return tuple(thread.commitment for thread in self.threads)

    @cached_property
    def _by_id(self) -> dict[str, Thread]:
        twins = {self.id_of(twin): thread for thread in self.threads for twin in thread.twins}
        return twins | {thread.id: thread for thread in self.threads}
