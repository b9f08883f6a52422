"""Services and subjects as a facet: which things are about which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docmine.index.scope import Scope

if TYPE_CHECKING:
    from docmine.compare import Topic
    from docmine.web.facets import Values
    from docmine.web.items import Item
    from docmine.web.kinds import Kind
    from docmine.web.state import Snapshot

Key = tuple[str, str, int]
SHOWN = 24
"""Subjects of an index that are offered: those with most promises."""
REMEMBERED = 200
"""Subjects of a snapshot whose members are kept, also those that somebody typed."""


def topics(now: Snapshot) -> tuple[Topic, ...]:
    """What the documents are about, what most of them name first."""

    def made() -> tuple[Topic, ...]:
        with now.asking() as index:
            return index.topics()

    return now.once("topics", made, of_verdicts=False)


def offered(now: Snapshot) -> tuple[str, ...]:
    """The subjects to choose from."""
    with_promises = sorted(topics(now), key=lambda topic: -topic.total.commitments)
    return tuple(topic.name for topic in with_promises[:SHOWN] if topic.total.commitments)


def members(now: Snapshot, topic: str) -> frozenset[Key]:
    """What is about a subject: kind, document and place of each record."""
    kept: dict[str, frozenset[Key]] = now.once("members", dict, of_verdicts=False)
    if topic not in kept:
        part = now.account.within(Scope(topic=topic))
        records = (*part.commitments, *part.figures, *part.asks, *part.quotes, *part.dates)
        while len(kept) >= REMEMBERED:
            kept.pop(next(iter(kept)), None)
        kept[topic] = frozenset((record.kind, record.doc, record.start) for record in records)
    return kept[topic]


def with_subjects(now: Snapshot, kind: Kind, every: Sequence[Item], asked: Sequence[str]) -> list[tuple[Item, Values]]:
    """Each item with its facets, its subjects among them where its kind has such; `asked` may be any words."""
    if "topic" not in kind.facets:
        return [(item, item.facets) for item in every]
    usual: list[tuple[Item, Values]] = now.once(
        ("with subjects", kind.name),
        lambda: _joined(now, [(i, {**i.facets, "topic": ()}) for i in every], offered(now)),
        of_verdicts=kind.of_verdicts,
    )
    others = [topic for topic in asked if topic not in offered(now)]
    return _joined(now, usual, others) if others else usual


def _joined(now: Snapshot, every: Sequence[tuple[Item, Values]], topics: Sequence[str]) -> list[tuple[Item, Values]]:
    found = [(topic, members(now, topic)) for topic in topics]
    return [
        (item, {**values, "topic": (*values["topic"], *(topic for topic, keys in found if item.key in keys))})
        for item, values in every
    ]
