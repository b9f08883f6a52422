"""Templates → pages. Whatever a template writes is escaped, and has no control characters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse

from docmine import __version__
from docmine.report.html.environment import environment

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def render(request: Request, template: str, context: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """The page of a template, which gets `context`, and what base.html.j2 needs."""
    state = request.app.state.docmine
    values = {
        "path": request.url.path,
        "asked": request.query_params,
        "form_token": request.state.form_token,
        "standing": state.standing() if request.state.admitted else None,
        **context,
    }
    return HTMLResponse(templates().get_template(template).render(values), status)


@cache
def templates() -> Environment:
    """Those of the pages; the report's macros.html.j2 is among them."""
    made = environment(_TEMPLATES)
    made.filters["part"] = part
    made.globals["version"] = __version__
    return made


def part(text: object) -> str:
    """A text as one part of an address."""
    return quote(str(text), safe="")
