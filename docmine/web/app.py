"""`application`: the web view of one index, as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from docmine import __version__
from docmine.errors import DocmineError
from docmine.report.html.environment import stylesheet
from docmine.settings import Settings
from docmine.web import pages, problems
from docmine.web.api import described, routes
from docmine.web.guard import LOOPBACK, Door, Guard
from docmine.web.prepare import prepared
from docmine.web.state import State

_HERE = Path(__file__).parent


def application(
    path: Path, settings: Settings, *, token: str | None = None, hosts: Collection[str] = LOOPBACK
) -> FastAPI:
    """The view of the index at `path`. `hosts`: names by which it may be called; `token`: what who asks must know.

    Raises IndexMissing, IndexLocked and their like: the first snapshot is taken here.
    """
    state = State(path, settings, prepared)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        state.close()

    app = FastAPI(
        title="docmine",
        version=__version__,
        lifespan=lifespan,
        openapi_url=None,  # the API has its own, and a page of it that loads nothing from elsewhere
        docs_url=None,
        redoc_url=None,
    )
    app.state.docmine = state
    app.router.routes.extend([*pages.routes(), *described.ROUTES])
    app.include_router(routes.router)
    app.router.routes.append(Route("/static/shared.css", _shared))
    app.router.routes.append(Mount("/static", StaticFiles(directory=_HERE / "static"), name="static"))
    app.add_exception_handler(DocmineError, problems.docmine_error)
    app.add_exception_handler(HTTPException, problems.http_error)
    app.add_exception_handler(RequestValidationError, problems.wrong_parameter)
    app.add_exception_handler(Exception, problems.fault)
    app.add_middleware(Guard, door=Door(hosts=frozenset(hosts), token=token))
    return app


def _shared(_: Request) -> Response:
    return Response(stylesheet(), media_type="text/css")
