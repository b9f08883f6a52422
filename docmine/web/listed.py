"""Lists: their routes with and without a form, what narrows them, paging, and their downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from docmine.report.download import FORMS, Form, download
from docmine.web.facets import chosen, label

PAGE = 50
"""Things on a page."""
_FORMS = {"csv": "CSV", "xlsx": "Excel", "json": "JSON"}
_NO_PART = {"page", "token"}
"""Of an address, what a download or another choice does not keep."""


@dataclass(frozen=True, slots=True)
class Link:
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list."""

    things: tuple[Any, ...]
    total: int
    number: int
    pages: int
    before: str | None
    after: str | None

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.things) - 1


def with_downloads(path: str, page: Callable[[Request], Response]) -> tuple[Route, ...]:
    """The route of a list, and those of its downloads: `asked_form` tells the page which one is wanted."""
    return (Route(path, page), *(Route(f"{path}.{form}", page) for form in FORMS))


def asked_form(request: Request) -> Form | None:
    """The form of a download that the address names."""
    end = request.url.path.rpartition(".")[2]
    return next((form for form in FORMS if form == end), None)


def as_file(rows: Iterable[Mapping[str, Any]], form: Form, name: str, names: Sequence[str] = ()) -> Response:
    """Rows as a file that the browser keeps."""
    made = download(rows, form, name, names)
    return Response(
        made.data,
        media_type=made.media_type,
        headers={"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "no-store"},
    )


def downloads(request: Request) -> tuple[Link, ...]:
    """Of the list that is shown, as it is narrowed."""
    rest = _query(request.query_params.multi_items())
    return tuple(Link(_FORMS[form], f"{request.url.path}.{form}{rest}") for form in FORMS)


def sheet(things: Sequence[Any], request: Request) -> Sheet:
    """The page of a list that the address asks for; the last where it asks for one behind it."""
    pages = max(1, -(-len(things) // PAGE))
    asked = request.query_params.get("page", "1")
    number = min(int(asked), pages) if asked.isdecimal() and len(asked) < 9 and int(asked) > 0 else 1
    shown = tuple(things[(number - 1) * PAGE : number * PAGE])

    def at(other: int) -> str | None:
        if not 1 <= other <= pages:
            return None
        return f"{request.url.path}{_query([*_kept(request.query_params), ('page', str(other))], keep=('page',))}"

    return Sheet(shown, len(things), number, pages, at(number - 1), at(number + 1))


def without(request: Request, name: str, value: str) -> str:
    """The address with one choice taken back."""
    rest = [(k, v) for k, v in _kept(request.query_params) if (k, v) != (name, value)]
    return f"{request.url.path}{_query(rest)}"


def chips(request: Request, names: Sequence[str]) -> tuple[Link, ...]:
    """Each choice of these facets, with the address without it."""
    return tuple(
        Link(label(name, value), without(request, name, value))
        for name, values in chosen(request.query_params, names).items()
        for value in values
    )


def _kept(asked: QueryParams) -> list[tuple[str, str]]:
    return [(k, v) for k, v in asked.multi_items() if k not in _NO_PART and v]


def _query(pairs: Iterable[tuple[str, str]], keep: Sequence[str] = ()) -> str:
    kept = [(k, v) for k, v in pairs if (k not in _NO_PART or k in keep) and v]
    return f"?{urlencode(kept)}" if kept else ""
