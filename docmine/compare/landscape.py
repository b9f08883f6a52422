"""Which documents there are, which follow which, and what each is made from: all that does not need a vector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from docmine.compare import issues
from docmine.compare.later import added_after, adds_after, ages, is_later, searched
from docmine.compare.subjects import names_of
from docmine.records import Sentence
from docmine.store.partial import bounds

if TYPE_CHECKING:
    from docmine.store import Store, StoredDocument, When


@dataclass(frozen=True)
class Landscape:
    homes: Mapping[str, StoredDocument]
    """By name, with days that can be relied on."""
    sentences: Mapping[str, Sequence[Sentence]]
    later: Mapping[str, Sequence[StoredDocument]]
    heard: Mapping[str, Sequence[StoredDocument]]
    """Document → the later ones and those to which something was added after it, by date: these may speak of it, but
    their silence tells nothing."""
    ages: Mapping[str, Mapping[str, int]]
    """Document → of each of its successors, how many issues later it is."""
    same_issue: Mapping[str, Sequence[str]]
    """Document → the other files of its issue."""
    when: When
    """The dates of documents, and of what was added to them later."""
    as_of: date

    @classmethod
    def of(cls, store: Store, limit: date | None) -> Landscape:
        by_doc: dict[str, list[Sentence]] = {d.name: [] for d in store.documents()}
        for sentence in store.sentences():
            by_doc[sentence.doc].append(sentence)
        texts = issues.texts(by_doc)
        documents = issues.dated(store.documents(), texts)
        words = {name: " ".join(s.text for s in own) for name, own in by_doc.items()}
        lower = {name: " ".join(text.casefold().split()) for name, text in words.items()}
        names = names_of("\n".join(words.values()))
        when = store.when()
        twins = issues.same_issues(documents, texts)
        later = searched(documents, twins, lower, names, limit)
        grown = (
            searched(documents, twins, lower, names, limit, lambda a, b: adds_after(a, b, when, limit))
            if when.additions
            else {}
        )
        homes = {d.name: d for d in documents}
        heard = {
            name: sorted([*after, *grown.get(name, ())], key=lambda d, a=homes[name]: _came_out(a, d, when))  # type: ignore[misc]
            for name, after in later.items()
        }
        days = [d.published_to for d in documents if d.published_to is not None]
        return cls(
            homes=homes,
            sentences=by_doc,
            later=later,
            heard=heard,
            ages={name: ages(after, twins) for name, after in heard.items()},
            same_issue=twins,
            when=when,
            as_of=limit or max(days, default=date.min),
        )

    def is_last(self, home: StoredDocument) -> bool:
        return not any(
            d.published_to and home.published_to and d.published_to > home.published_to for d in self.homes.values()
        )

    def spoken(self, home: str) -> list[StoredDocument]:
        """The documents to search for a home: of several files of one issue the published one only."""
        heard = self.heard.get(home, ())
        names = {d.name for d in heard}
        return [
            d
            for d in heard
            if not any(
                twin in names and issues.as_published(self.homes[twin]) < issues.as_published(d)
                for twin in self.same_issue.get(d.name, ())
            )
        ]


def _came_out(home: StoredDocument, other: StoredDocument, when: When) -> tuple[date, str]:
    """When `other` could first speak of what `home` says, for the order: its own day, or that of its first addition."""
    if is_later(home, other):
        return other.published_from or date.min, other.name
    days = [bounds(added) for _, _, added in when.additions.get(other.name, ()) if added_after(home, added)]
    return min((day[0] for day in days if day is not None), default=date.min), other.name
