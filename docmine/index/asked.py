"""A scope → tests: is a document in it, is a record?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docmine.errors import UsageError
from docmine.search.narrow import first_day, last_day, phrases, telling
from docmine.store.naming import naming_test, namings
from docmine.store.partial import asked, bounds

if TYPE_CHECKING:
    from datetime import date

    from docmine.index.ground import Ground
    from docmine.index.scope import Scope
    from docmine.records import Known
    from docmine.store import StoredDocument
    from docmine.store.when import Placed

Names = Callable[[str, str], bool]
"""Does a text in small letters, of the document with this id, name it?"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a scope asks for, read once."""

    ground: Ground
    docs: Collection[str]
    """Names of the documents that are in it, whatever the topic and the period."""
    since: date | None
    until: date | None
    topic: Names | None
    service: Names | None
    known: dict[Names, dict[tuple[str, int], bool]] = field(default_factory=dict)
    """Document and number of a block → whether it names the topic, or the headings above it the service."""

    def about(self, item: Placed) -> bool:
        """Whether a record is of the topic and the service."""
        sentence = self.ground.sentence(item)
        place = (item.doc, sentence.block if sentence else -1)
        if self.service and not self._in_block(self.service, place, sentence.headings if sentence else ()):
            return False
        return self.topic is None or self._in_block(self.topic, place, None) or self._own_words(item)

    def _in_block(self, names: Names, place: tuple[str, int], headings: Sequence[str] | None) -> bool:
        """Whether the block of a record names it, or these headings above the block do; each is looked at once."""
        known = self.known.setdefault(names, {})
        if place not in known:
            around = self.ground.blocks[place[0]].get(place[1], "") if headings is None else " ".join(headings).lower()
            known[place] = names(around, self.ground.documents[place[0]].doc_id)
        return known[place]

    def _own_words(self, item: Placed) -> bool:
        """Whether what a record is taken to be about names the topic, with its block."""
        assert self.topic is not None
        around = self.ground.around(item)
        parts = (getattr(item, name, None) for name in ("text", "topic", "metric"))
        more = [words for part in parts if part and (words := part.lower()) not in around]
        return bool(more) and self.topic(" ".join((*more, around)), self.ground.documents[item.doc].doc_id)

    def during(self, item: Placed) -> bool:
        """Whether a record was published in the period, by a document that is in scope."""
        return item.doc in self.docs and self._in_period(self.ground.when.published(item))

    def here(self, item: Placed) -> bool:
        return self.during(item) and self.about(item)

    def holds(self, document: StoredDocument) -> bool:
        """Whether a document, or anything that was added to it later, is in scope, whatever it is about."""
        added = (day for _, _, day in self.ground.when.additions.get(document.name, ()))
        own = document.published.value if document.published else None
        return document.name in self.docs and any(map(self._in_period, (own, *added)))

    def looked_at(self, document: StoredDocument) -> bool:
        """Whether it holds, and names what is asked for anywhere."""
        if not self.holds(document):
            return False
        blocks = [*self.ground.blocks.get(document.name, {}).values(), _value(document.title)]
        return all(
            names is None or any(names(block, document.doc_id) for block in blocks)
            for names in (self.topic, self.service)
        )

    def _in_period(self, published: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        days = bounds(published)
        if days is None:
            return False
        return (self.since is None or days[1] >= self.since) and (self.until is None or days[0] <= self.until)


def read(ground: Ground, scope: Scope) -> Asked:
    """Raises UsageError for a date that is none, a blank, a document that the index does not have."""
    for name, value in scope.given.items():
        if not re.search(r"\w", value):
            raise UsageError(f"{name.replace('_', ' ')} {value!r} has nothing in it to look for. Leave it out.")
    return Asked(
        ground=ground,
        docs=_documents(ground, scope),
        since=asked(first_day(scope.since) or "", "--since")[0] if scope.since else None,
        until=asked(last_day(scope.until) or "", "--until")[1] if scope.until else None,
        topic=_named(ground, scope.topic) if scope.topic else None,
        service=_named(ground, scope.service) if scope.service else None,
    )


def folded(text: str | None) -> str:
    """To compare names: without regard to case, accents, the kind of apostrophe and white space."""
    apart = unicodedata.normalize("NFKD", (text or "").replace("’", "'").casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def _named(ground: Ground, written: str) -> Names:
    """Read as the lists of the command line read a topic."""
    words = telling(written)
    shorts = [row for row in ground.shorts if row[1].lower() in words or words & _words(row[2])]
    people = [name for name in ground.names if words & set(name.lower().split(" "))]
    meant = [(key, short.lower(), long.lower()) for key, short, long in ground.shorts if long]
    return naming_test(namings(meant, phrases(written, shorts, people)))


def _words(long: str | None) -> set[str]:
    return set(re.split("[^a-z0-9]+", long.lower())) if long else set()


def _documents(ground: Ground, scope: Scope) -> set[str]:
    """The names of those that a scope's publisher, series, type and document leave."""
    stored = ground.documents.values()
    chosen = {d.name for d in stored} if scope.doc is None else _called(ground, scope.doc)
    tests = {"publisher": scope.publisher, "series": scope.series}
    for name, part in tests.items():
        if part is not None:
            chosen &= {d.name for d in stored if folded(part) in folded(_value(getattr(d, name)))}
    if scope.doc_type is not None:
        chosen &= {d.name for d in stored if folded(scope.doc_type) == folded(_value(d.doc_type))}
    return chosen


def _called(ground: Ground, doc: str) -> set[str]:
    """With the other files of the same issue."""
    names = {name for name in ground.documents if folded(name) == folded(doc)}
    names = names or {name for name in ground.documents if folded(doc) in folded(name)}
    if not names:
        raise UsageError(f"No document in the index is called {doc!r}. 'docmine status' lists those that are.")
    return names | {twin for name in names for twin in ground.same_issue.get(name, ())}


def _value(known: Known | None) -> str:
    return known.value.lower() if known else ""
