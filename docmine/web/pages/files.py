"""Pictures of pages and of evidence, and the files themselves: only those that the index has, as they were read."""

from __future__ import annotations

import threading
from pathlib import PurePath
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from docmine.errors import UnreadableDocument, UsageError
from docmine.report import safe
from docmine.web.named import by_hash, by_name
from docmine.web.state import snapshot

_PEN = threading.Lock()
"""PDFium draws one page at a time."""
_KEEP = "private, max-age=86400, immutable"
"""What a hash names never changes."""
_DIGITS = 6
"""Of the number of a page."""
_TEXT = ("text/plain", "text/markdown")


def page(request: Request) -> Response:
    """A page of a document as a PNG."""
    name, number = request.path_params["name"], request.path_params["number"]
    if not (number.isdecimal() and len(number) <= _DIGITS):
        raise HTTPException(404)
    now = snapshot(request)
    asked, lasting = by_name(now, name) or name, name in by_hash(now)
    try:
        with _PEN, now.asking() as index:
            return _png(index.page(asked, int(number)), lasting)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


def picture(request: Request) -> Response:
    """The lines of a page that hold a record, its words marked, as a PNG."""
    now = snapshot(request)
    try:
        with _PEN, now.asking() as index:
            return _png(index.picture(request.path_params["id"]), True)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


def file(request: Request) -> Response:
    """The very bytes that were read, to be saved: never shown as a page of ours."""
    now = snapshot(request)
    asked = by_name(now, request.path_params["name"])
    try:
        with now.asking() as index:
            known = asked or index.opened(request.path_params["name"]).document
            path, data = index.source(known)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
    except UnreadableDocument as error:
        raise HTTPException(404, error.reason) from error
    media = "text/plain; charset=utf-8" if known.media_type in _TEXT else "application/octet-stream"
    headers = {"Content-Disposition": _saved_as(path.name)}
    return Response(data, headers=headers, media_type=media)


def _png(data: bytes, lasting: bool) -> Response:
    return Response(data, headers={"Cache-Control": _KEEP} if lasting else {}, media_type="image/png")


def _saved_as(name: str) -> str:
    """The header that says how a browser names the file: in plain letters, and in all of them."""
    clean = safe.line(PurePath(name).name).replace('"', "'").replace("\\", "_").replace("/", "_")
    plain = clean.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(clean.replace(chr(0xFFFD), '_'), safe='')}"


ROUTES = (
    Route("/page/{name:path}/{number}.png", page),
    Route("/picture/{id}.png", picture),
    Route("/file/{name:path}", file),
)
