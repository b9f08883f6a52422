"""/commitments, /figures ... /documents: every kind of record as a list, with facets, sorting, pages and downloads."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from starlette.requests import Request
from starlette.responses import Response

from docmine.web.facets import Facet, chosen, facets, fits
from docmine.web.items import Item, documents
from docmine.web.kinds import KINDS, Kind, items
from docmine.web.listed import Link, as_file, asked_form, chips, downloads, sheet, with_downloads, without
from docmine.web.rendering import render
from docmine.web.state import Snapshot, snapshot
from docmine.web.subjects import with_subjects


def listed(kind: Kind) -> Callable[[Request], Response]:
    """The page of a kind."""

    def page(request: Request) -> Response:
        now = snapshot(request)
        found, tables = narrowed(now, kind, request)
        form = asked_form(request)
        if form is not None:
            return as_file(chain.from_iterable(item.rows() for item in found), form, kind.name, kind.columns)
        return render(
            request,
            "list.html.j2",
            {
                "kind": kind,
                "sheet": sheet(found, request),
                "facets": tables,
                "chips": (*words(request), *chips(request, kind.facets)),
                "sort": _sort(request, kind),
                "sorts": [(name, words) for name, (words, _) in kind.sorts.items()],
                "documents": documents(now),
                "account": now.account,
                "downloads": downloads(request),
            },
        )

    return page


def narrowed(now: Snapshot, kind: Kind, request: Request) -> tuple[list[Item], tuple[Facet, ...]]:
    """The items that an address asks for, in its order, and the facets beside them."""
    given = chosen(request.query_params, kind.facets)
    wanted = request.query_params.get("q", "").casefold().split()
    every = with_subjects(now, kind, items(now, kind), given.get("topic", ()))
    if wanted:
        every = [(item, values) for item, values in every if all(word in item.words for word in wanted)]
    found = [item for item, values in every if fits(values, given)]
    found.sort(key=kind.sorts[_sort(request, kind)][1])
    return found, facets(kind.facets, (values for _, values in every), given)


def words(request: Request) -> tuple[Link, ...]:
    """The words that are asked for, with the address without them."""
    asked = request.query_params.get("q", "")
    return (Link(f"“{asked}”", without(request, "q", asked)),) if asked.strip() else ()


def _sort(request: Request, kind: Kind) -> str:
    asked = request.query_params.get("sort", "")
    return asked if asked in kind.sorts else next(iter(kind.sorts))


ROUTES = tuple(route for kind in KINDS for route in with_downloads(f"/{kind.name}", listed(kind)))
