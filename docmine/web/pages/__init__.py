"""One file a page, or a few that belong together: functions (request) → response, and `ROUTES` with their addresses.

    def thread(request: Request) -> Response:
        now = snapshot(request)
        return render(request, "thread.html.j2", {"thread": ...})

    ROUTES = (Route("/thread/{id}", thread),)

A page that knows no such thing raises HTTPException(404); any DocmineError becomes a page that tells it.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from starlette.routing import BaseRoute


def routes() -> list[BaseRoute]:
    """Those of every file here."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [route for name in names for route in import_module(f"{__name__}.{name}").ROUTES]
