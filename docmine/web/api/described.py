"""/api/openapi.json, and /api: the same for people, without a script."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi.openapi.utils import get_openapi
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from docmine import __version__
from docmine.web.api.routes import router
from docmine.web.rendering import render

_EXAMPLES = {
    "/api/search": "/api/search?q=what+was+promised&limit=3",
    "/api/commitments": "/api/commitments?verdict=dropped&limit=5",
    "/api/figures": "/api/figures?q=weeks&limit=5",
}
ABOUT = (
    "What an index of docmine tells, as JSON. Everything is read only. Where the view asks for a token, send it as"
    " “Authorization: Bearer TOKEN”."
)


@cache
def openapi() -> dict[str, Any]:
    """The description, in OpenAPI 3.1."""
    return get_openapi(title="docmine", version=__version__, summary=ABOUT, routes=router.routes)


def described(request: Request) -> Response:
    return JSONResponse(openapi())


def page(request: Request) -> Response:
    made = openapi()
    return render(
        request,
        "api.html.j2",
        {
            "about": ABOUT,
            "entries": [(path, methods["get"], _EXAMPLES.get(path)) for path, methods in made["paths"].items()],
            "schemas": sorted(made["components"]["schemas"].items()),
        },
    )


ROUTES = (Route("/api/openapi.json", described), Route("/api", page))
