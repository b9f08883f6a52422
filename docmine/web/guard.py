"""Who may ask what: the door that every request passes, and the policy that every answer carries.

A page of somebody else's, opened in the same browser, must be able neither to read this one nor to write through it:
- the Host must be a name of this server, so that no other name can be pointed at it (DNS rebinding);
- where other computers reach it, a token is demanded: once in the address, then in a cookie, or as a bearer;
- what writes (POST) must come from a page of ours, and bring the token of its form.
"""

from __future__ import annotations

import ipaddress
import re
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docmine.web import problems
from docmine.web.rendering import render

POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
COOKIE = "docmine_token"
FORM_BYTES = 64_000
"""A form of ours is a verdict and a few sentences."""
READS = ("GET", "HEAD")
FORM_TOKEN = "form_token"
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\s:/?#@\[\]]+))(?::\d{1,5})?")
_OPEN = "/static/"
"""What is open without the token: a message that one is needed wants its style sheet."""


@dataclass(frozen=True, slots=True)
class Door:
    """What is let in."""

    hosts: Collection[str] = LOOPBACK
    """Names that the Host header may have; "*" is any number of a computer (no name, which could be rebound)."""
    token: str | None = None
    form_token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """What a form of ours has, and a page of others cannot know."""

    def is_ours(self, host: str) -> bool:
        name = _name(host)
        return name in self.hosts or ("*" in self.hosts and _is_number(name))

    def admits(self, given: str | None) -> bool:
        return self.token is None or secrets.compare_digest((given or "").encode(), self.token.encode())


class Guard:
    """The middleware. What a form brought is in `request.state.form` then."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # no websocket is ours
        send = _with_policy(send)
        request = Request(scope, receive)
        request.state.form_token = self.door.form_token
        request.state.admitted = self._is_admitted(request)
        refusal = self._refused(request)
        if refusal is None and request.method not in READS:
            refusal = await self._unwanted_write(request)
            receive = _spent  # the form has been read
        await (refusal or self.app)(scope, receive, send)

    def _refused(self, request: Request) -> Response | None:
        """The answer to a request that may not even read."""
        if not self.door.is_ours(request.headers.get("host", "")):
            return problems.plain(421, "This is not an address of docmine. Open the one that 'docmine serve' printed.")
        named = request.query_params.get("token")
        if self.door.token is not None and named is not None and self.door.admits(named):
            return _welcome(request, named) if request.method in READS else None
        if request.state.admitted or request.scope["path"].startswith(_OPEN):
            return None
        return problems.answer(
            request,
            401,
            "The token is missing or wrong. Open the address that 'docmine serve' printed, with all that follows"
            " “?token=”; a new one is made each time it starts.",
        )

    def _is_admitted(self, request: Request) -> bool:
        """Whether who asks knows the token; pages for others tell nothing of the index."""
        given = request.query_params.get("token"), request.cookies.get(COOKIE), _bearer(request.headers)
        return any(map(self.door.admits, given))

    async def _unwanted_write(self, request: Request) -> Response | None:
        """The answer to a request that may not write; None for one that may, whose form is read then."""
        if request.method != "POST":
            return problems.answer(request, 405, "This address only takes GET and POST.")
        if not _from_here(request.headers):
            return problems.answer(request, 403, "A page of another site tried to write here. Nothing was changed.")
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
            return problems.answer(request, 415, "Only forms of docmine's own pages are taken here.")
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > FORM_BYTES:
                return problems.answer(request, 413, "That is more than a form of docmine's can hold. Shorten it.")
        form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        given = form.pop(FORM_TOKEN, "")
        if not secrets.compare_digest(given.encode(), self.door.form_token.encode()):
            return problems.answer(
                request,
                403,
                "This form is older than the running 'docmine serve'. Go back, load the page again and send it again;"
                " nothing was changed.",
                typed=[text for text in form.values() if text.strip()],
            )
        request.state.form = form
        return None


def _from_here(headers: Mapping[str, str]) -> bool:
    """Whether a browser says that one of our pages sends this.

    With our own referrer policy it names no origin ("null"); then only its other header tells. What is no browser names
    neither, and must know the token of the form.
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin", "null")
    return origin in {"null", *(f"{scheme}://{headers.get('host')}" for scheme in ("http", "https"))}


def _welcome(request: Request, token: str) -> Response:
    """The token moves from the address into a cookie.

    The page goes on by itself: after a redirect, a browser that came from a link in a mail would not send the cookie.
    """
    rest = urlencode([(k, v) for k, v in request.query_params.multi_items() if k != "token"])
    here = "/" + quote(request.url.path.lstrip("/\\"))
    response = render(request, "welcome.html.j2", {"to": f"{here}{'?' if rest else ''}{rest}"})
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", path="/")
    return response


def _bearer(headers: Headers) -> str | None:
    kind, _, given = headers.get("authorization", "").partition(" ")
    return given.strip() if kind.lower() == "bearer" else None


def _name(host: str) -> str:
    """ "localhost:8765" → "localhost", "[::1]:8765" → "::1"; nothing of what is no name with or without a port."""
    found = _HOST.fullmatch(host.lower())
    return (found[1] or found[2]) if found else ""


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _with_policy(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "private, no-cache")
        await send(message)

    return sending


async def _spent() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}
