"""What a person, or a program, is told when there is no page to show. Never a traceback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from docmine.errors import DocmineError, IndexProblem, ModelMissing, UsageError
from docmine.report import safe
from docmine.web.rendering import render

_TITLES = {
    400: "That cannot be answered",
    401: "A token is needed",
    403: "Not allowed",
    404: "There is no such page",
    405: "Not allowed",
    409: "That could not be saved",
    413: "Too much at once",
    415: "Not allowed",
    500: "Something went wrong",
    503: "Not now",
}
NOT_FOUND = (
    "There is nothing at this address. A record's address changes when its document does; search for it, or take the"
    " lists."
)
FAULT = (
    "docmine failed to make this page. What it printed where it was started says more; please report that. The index"
    " was not changed."
)


def answer(request: Request, status: int, message: str, *, typed: Sequence[str] = ()) -> Response:
    """A page that says what happened, or an object where the API was asked. `typed`: what a person would lose."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": safe.line(message)}, status)
    title = _TITLES.get(status, HTTPStatus(status).phrase)
    return render(request, "problem.html.j2", {"title": title, "message": message, "typed": typed}, status=status)


def plain(status: int, message: str) -> Response:
    """For who must not be shown even the name of an index."""
    return PlainTextResponse(f"{message}\n", status)


def status_of(error: DocmineError) -> int:
    """What is off in the address is the caller's; a state that passes is 503."""
    if isinstance(error, UsageError):
        return 400
    return 503 if isinstance(error, (IndexProblem, ModelMissing)) else 404


def docmine_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, DocmineError)
    return answer(request, status_of(error), str(error))


def http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = error.detail if error.detail != HTTPStatus(error.status_code).phrase else ""
    return answer(request, error.status_code, said or (NOT_FOUND if error.status_code == 404 else "Not allowed here."))


def wrong_parameter(request: Request, error: Exception) -> Response:
    """Of a number that is none, or a parameter that is missing."""
    assert isinstance(error, RequestValidationError)
    said = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
    return answer(request, 400, f"{said}. /api says what each address takes.")


def fault(request: Request, error: Exception) -> Response:
    """Of anything else, which is a mistake of ours. It is raised again behind this, and told where the server runs."""
    return answer(request, 500, FAULT)


@contextmanager
def looked_up() -> Iterator[None]:
    """An id or a name of the address that nobody has is a page that is not there, not a wrong question."""
    try:
        yield
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
