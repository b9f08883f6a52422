"""What a list can be narrowed by, with how many there are of each: plain values of an address, several of one facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.report.verdicts import VERDICTS

if TYPE_CHECKING:
    from starlette.datastructures import QueryParams

    from docmine.store import StoredDocument

Values = Mapping[str, tuple[str, ...]]
"""Of one thing: facet → its values."""

NOT_KNOWN = "not known"
NOBODY = "nobody"
"""The value of the owner of what nobody owns by name."""
SHOWN = 8
"""Values of a facet that are shown before the others are folded away."""
LABELS = {
    "verdict": "What became of it",
    "topic": "Subject",
    "owner": "Who",
    "publisher": "Published by",
    "series": "Series",
    "type": "Kind of document",
    "year": "Year",
}


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet."""

    value: str
    label: str
    count: int
    """How many there would be with it, all other facets as they are."""
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """`first` are shown, `more` are folded away."""

    name: str
    label: str
    first: tuple[Option, ...]
    more: tuple[Option, ...]


def chosen(asked: QueryParams, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The values that an address names, by facet; no facet of which it names none."""
    given = {name: tuple(dict.fromkeys(value for value in asked.getlist(name) if value)) for name in names}
    return {name: values for name, values in given.items() if values}


def fits(values: Values, given: Mapping[str, Sequence[str]]) -> bool:
    """Whether something has one of the wanted values of each facet."""
    return all(any(value in wanted for value in values[name]) for name, wanted in given.items())


def facets(names: Sequence[str], things: Iterable[Values], given: Mapping[str, Sequence[str]]) -> tuple[Facet, ...]:
    """Each facet with its values, most first; those that nothing has, and facets of one value, are left out."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for values in things:
        missed = [name for name, wanted in given.items() if not any(value in wanted for value in values[name])]
        if not missed:
            for name in names:
                counts[name].update(values[name])
        elif len(missed) == 1:
            counts[missed[0]].update(values[missed[0]])
    made = [_facet(name, counts[name], given.get(name, ())) for name in names]
    return tuple(f for f in made if len(f.first) > 1 or any(o.chosen for o in f.first))


def document_values(document: StoredDocument | None) -> dict[str, tuple[str, ...]]:
    """Those of a document: publisher, series, type, year."""
    if document is None:
        return dict.fromkeys(("publisher", "series", "type", "year"), (NOT_KNOWN,))

    def value(name: str) -> tuple[str, ...]:
        known = getattr(document, name)
        return (known.value if known else NOT_KNOWN,)

    year = document.published.value[:4] if document.published else NOT_KNOWN
    return {"publisher": value("publisher"), "series": value("series"), "type": value("doc_type"), "year": (year,)}


def label(name: str, value: str) -> str:
    """How a person is told a value."""
    if value == NOBODY:
        return "Nobody by name"
    if name == "verdict" and value in VERDICTS:
        return VERDICTS[value].word
    return value[:1].upper() + value[1:] if name == "type" or value == NOT_KNOWN else value


def _facet(name: str, counts: Counter[str], wanted: Sequence[str]) -> Facet:
    ordered = sorted(set(counts) | set(wanted), key=lambda value: _order(name, value, counts))
    options = [Option(value, label(name, value), counts[value], value in wanted) for value in ordered]
    first = [o for i, o in enumerate(options) if i < SHOWN or o.chosen]
    return Facet(name, LABELS[name], tuple(first), tuple(o for o in options if o not in first))


def _order(name: str, value: str, counts: Counter[str]) -> tuple[object, ...]:
    if name == "verdict":
        return (list(VERDICTS).index(value) if value in VERDICTS else len(VERDICTS), value)
    if name == "year":
        return (value == NOT_KNOWN, -int(value) if value.isdigit() else 0, value)
    return (value in (NOT_KNOWN, NOBODY), -counts[value], value)
