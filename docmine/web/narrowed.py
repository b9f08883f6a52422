"""Things that stand in documents, narrowed by what is known of these: for the pages that are no list of records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from starlette.requests import Request

from docmine.web.facets import Facet, chosen, document_values, facets, fits, label
from docmine.web.items import documents
from docmine.web.listed import Link, without

if TYPE_CHECKING:
    from docmine.store import StoredDocument
    from docmine.web.state import Snapshot

T = TypeVar("T")
FACETS = ("publisher", "series", "type", "year")


@dataclass(frozen=True, slots=True)
class Narrowed(Generic[T]):
    things: tuple[T, ...]
    facets: tuple[Facet, ...]
    chips: tuple[Link, ...]


def narrowed(
    now: Snapshot,
    request: Request,
    things: Iterable[T],
    docs: Callable[[T], Iterable[str]],
    words: Callable[[T], str],
) -> Narrowed[T]:
    """What fits the facets and the words (`q`) of an address.

    `docs`: the documents of a thing, `words`: what it says.
    """
    known = documents(now)
    given = chosen(request.query_params, FACETS)
    asked = request.query_params.get("q", "").casefold().split()
    every = [(thing, _values(known, docs(thing))) for thing in things]
    if asked:
        every = [(thing, values) for thing, values in every if all(word in words(thing).casefold() for word in asked)]
    chips = [
        Link(f"“{value}”" if name == "q" else label(name, value), without(request, name, value))
        for name, found in chosen(request.query_params, (*FACETS, "q")).items()
        for value in found
    ]
    return Narrowed(
        tuple(thing for thing, values in every if fits(values, given)),
        facets(FACETS, (values for _, values in every), given),
        tuple(chips),
    )


def _values(known: Mapping[str, StoredDocument], names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    several = [document_values(known.get(name)) for name in dict.fromkeys(names)]
    return {facet: tuple(dict.fromkeys(v for values in several for v in values[facet])) for facet in FACETS}
