"""A server for the web view, until Ctrl+C."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from docmine.errors import DocmineError

FREE = 20
"""Ports after the usual one that are tried."""
GRACE = 2
"""Seconds that a request under way has to end in."""


def listening(host: str, port: int, *, exactly: bool) -> socket.socket:
    """A socket at this port, or where that is taken, and it need not be `exactly` this one, at one of the next.

    Raises DocmineError.
    """
    reason = ""
    for number in range(port, min(port + (1 if exactly else FREE), 65536)):
        try:
            family = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0][0]
            return _bound(family, host, number)
        except OSError as error:
            reason = error.strerror or str(error)
    raise DocmineError(f"Port {port} of {host} cannot be used ({reason}). Name another with --port.")


def run(app: ASGIApp, listener: socket.socket, started: Callable[[], None]) -> None:
    """Serve until Ctrl+C or a request to end; `started` is called once it answers."""
    server = _Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=GRACE,
        ),
        started,
    )
    with suppress(KeyboardInterrupt):  # uvicorn raises it again when all is put away
        server.run(sockets=[listener])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._started()


def _bound(family: int, host: str, port: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would share a port that another uses
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    return made
