"""The addresses of the API. Answers are written as they are; the models only describe them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from docmine import __version__
from docmine.report import as_json, checks, courses, exhibit, ids
from docmine.report.rows import hit_row
from docmine.web.api.models import ROWS, Problem, Searched, Status, page_of
from docmine.web.facets import LABELS
from docmine.web.kinds import KINDS, Kind, items
from docmine.web.pages.lists import narrowed
from docmine.web.pages.search import asked
from docmine.web.problems import looked_up
from docmine.web.state import snapshot

MOST = 1000
"""Things of a list in one answer."""
_HITS = 50
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The address asks for something that cannot be."},
    503: {"model": Problem, "description": "Not now: the message says why."},
}
_UNKNOWN: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "Nothing has this id."}}
_HOW: dict[str, str] = {
    "verdict": "What became of it: dropped, slipped, delivered ...",
    "topic": "A service or subject, by any of its names: FTB, waiting times.",
    "owner": "Who is to do it, or who speaks, exactly as a list writes it; “nobody” for what nobody owns by name.",
}

router = APIRouter(prefix="/api", responses=_PROBLEMS)


@router.get("/status", response_model=Status, summary="What there is")
def status(request: Request) -> Response:
    """How many records of each kind, what became of the promises, and how old this is."""
    now = snapshot(request)
    counts = {kind.name: len(items(now, kind)) for kind in KINDS}
    return _json(
        {
            "docmine": __version__,
            "as_of": now.account.as_of,
            "taken": now.taken.isoformat(timespec="seconds"),
            "note": request.app.state.docmine.standing(),
            "counts": counts,
            "verdicts": Counter(item.facets["verdict"][0] for item in items(now, KINDS[0])),
        }
    )


@router.get("/search", response_model=Searched, summary="Ask a question")
def search(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=500, description="A question in your own words.")],
    limit: Annotated[int, Query(ge=1, le=_HITS, description="At most so many hits.")] = 10,
) -> Response:
    """The best evidence, best first, with how the question was read."""
    found = asked(snapshot(request), " ".join(q.split()))
    hits = list(zip(found.inquiry.hits, found.ids, strict=True))[:limit]
    return _json(
        {
            "question": found.inquiry.question.text,
            "reading": dict(found.inquiry.reading),
            "notes": found.notes,
            "instead": found.instead,
            "hits": [hit_row(hit, id) for hit, id in hits],
        }
    )


@router.get("/record/{id}", responses=_UNKNOWN, summary="One record in its place")
def record(
    request: Request,
    id: Annotated[str, Path(description="Its id, or the first six digits or more.", examples=["402e2300"])],
) -> Response:
    """The words, the sentences around them, the document, and a box on the page for each word of a PDF."""
    with snapshot(request).asking() as index, looked_up():
        row = exhibit.row(index.record(id), file=None, problem=None)
    row["document"] = {name: value for name, value in row["document"].items() if name not in ("path", "part_of")}
    del row["file"], row["problem"]
    return _json(row)


@router.get("/series", summary="Figures over time")
def series(request: Request) -> Response:
    """The same measure in successive documents, with what is odd about it."""
    return _json([courses.row(one) for one in snapshot(request).account.series])


@router.get("/checks", summary="Sums")
def sums(request: Request) -> Response:
    """Each sum that a document states, and whether it comes out."""
    account = snapshot(request).account
    spots = [checks.spot(check) for check in account.checks]
    known = ids.table(spots, [account.id_of(spot) for spot in spots])
    return _json([checks.row(check, known) for check in account.checks])


def _listed(kind: Kind) -> Callable[..., Response]:
    def answer(
        request: Request,
        q: Annotated[str, Query(description="Only what has these words.")] = "",
        limit: Annotated[int, Query(ge=1, le=MOST, description="At most so many.")] = 100,
        offset: Annotated[int, Query(ge=0, description="Begin behind so many.")] = 0,
    ) -> Response:
        found, _ = narrowed(snapshot(request), kind, request)
        rows = chain.from_iterable(item.rows() for item in found[offset : offset + limit])
        return _json({"total": len(found), "offset": offset, "items": list(rows)})

    return answer


def _parameters(kind: Kind) -> list[dict[str, Any]]:
    """The facets of a kind and its orders, as OpenAPI has them."""
    several = {"type": "array", "items": {"type": "string"}}
    facets = [
        {"name": name, "in": "query", "schema": several, "description": _HOW.get(name, f"{LABELS[name]}, exactly.")}
        for name in kind.facets
    ]
    orders = ", ".join(f"{name} ({words[0].lower()}{words[1:]})" for name, (words, _) in kind.sorts.items())
    names = {"type": "string", "enum": list(kind.sorts)}
    return [*facets, {"name": "sort", "in": "query", "schema": names, "description": f"The order: {orders}."}]


def _json(value: Any) -> Response:
    return Response(as_json.write_object(value), media_type="application/json")


for _kind in KINDS:
    router.add_api_route(
        f"/{_kind.name}",
        _listed(_kind),
        response_model=page_of(_kind.name, ROWS[_kind.name]),
        name=_kind.name,
        summary=_kind.title,
        description=_kind.intro,
        openapi_extra={"parameters": _parameters(_kind)},
    )
