"""Short forms of several documents → what each stands for, and where: one meaning, several, or none that is said.

A document's own definition is what its short form means there. Where a document gives none, the only meaning that the
index has is taken; where the index has two, none is: that is knowledge of the index, and no record is filled with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.records import Acronym
from docmine.words import content, stems

if TYPE_CHECKING:
    from docmine.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A long form, in its most frequent wording, and the documents that give it."""

    long: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForm:
    """A short form as all documents of the index use it."""

    short: str
    meanings: tuple[Meaning, ...]
    """The most frequent first; more than one where the documents differ."""
    undefined: tuple[str, ...]
    """The documents that use it and do not say what it stands for."""
    mentions: tuple[Acronym, ...]

    @property
    def ambiguous(self) -> bool:
        return len(self.meanings) > 1

    def meant(self, doc: str) -> str | None:
        """What it stands for in a document: its own definition, else the only one of the index."""
        own = next((m.long for m in self.meanings if doc in m.documents), None)
        return own or (self.meanings[0].long if len(self.meanings) == 1 else None)


def meanings(store: Store) -> tuple[ShortForm, ...]:
    """Every short form of the current documents, in the order of the alphabet."""
    return gathered(store.records("acronym"))


def gathered(records: Iterable[Acronym]) -> tuple[ShortForm, ...]:
    """The records of many documents as short forms; "EHCPs" with "EHCP"."""
    found: dict[str, list[Acronym]] = {}
    records = sorted(records, key=lambda a: (a.text, a.doc, a.start))
    singular = {a.text for a in records if not a.text.endswith("s")}
    for record in records:
        short = record.text[:-1] if record.text.endswith("s") and record.text[:-1] in singular else record.text
        found.setdefault(short, []).append(record)
    return tuple(_short_form(short, found[short]) for short in sorted(found, key=lambda s: (s.casefold(), s)))


def _short_form(short: str, records: Sequence[Acronym]) -> ShortForm:
    groups: list[tuple[frozenset[str], list[Acronym]]] = []
    for record in (r for r in records if r.long):
        words = _content(record.long or "")
        group = next((g for known, g in groups if _one_meaning(words, known)), None)
        if group is None:
            groups.append((words, [record]))
        else:
            group.append(record)
    meant = [Meaning(long=_wording(group), documents=tuple(dict.fromkeys(r.doc for r in group))) for _, group in groups]
    defined = {doc for meaning in meant for doc in meaning.documents}
    return ShortForm(
        short=short,
        meanings=tuple(sorted(meant, key=lambda m: (-len(m.documents), m.long))),
        undefined=tuple(dict.fromkeys(r.doc for r in records if r.doc not in defined)),
        mentions=tuple(records),
    )


def _one_meaning(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two long forms say the same: all words of the shorter, or all but one of four and more."""
    shorter = min(len(a), len(b))
    return shorter > 0 and len(a & b) >= (shorter if shorter < 4 else shorter - 1)


def _content(long: str) -> frozenset[str]:
    return frozenset(content(long)) or frozenset(stems(long))


def _wording(group: Sequence[Acronym]) -> str:
    counts: dict[str, int] = {}
    for record in group:
        counts[record.long or ""] = counts.get(record.long or "", 0) + 1
    return max(counts, key=lambda long: (counts[long], long))
