"""`docmine serve`."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from docmine.cli import options
from docmine.cli.opened import chosen
from docmine.cli.waiting import waiting

EPILOG = options.examples(
    "docmine serve",
    "docmine serve --port 9000 --no-open",
    "docmine serve --host 0.0.0.0",
)
PORT = 8765
LONG = 10.0
"""Seconds after which a person wants to know what made them wait."""
_HERE = "127.0.0.1"


def serve(
    context: typer.Context,
    host: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 lets other computers in, who know the token."),
    ] = _HERE,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, metavar="N", help=f"The port.  [default: {PORT}, or the next free]")
    ] = None,
    show: Annotated[
        bool | None,
        typer.Option("--open/--no-open", help="Open it in the browser.  [default: where there is a screen]"),
    ] = None,
) -> None:
    """Look at the index in a browser, page by page.

    The view answers on this computer only, unless --host says otherwise; then whoever asks must know the token in the
    address that is printed. Other commands work meanwhile. Ctrl+C ends it.
    """
    import sys
    import threading
    import time
    import webbrowser

    from docmine.web.app import application
    from docmine.web.guard import LOOPBACK
    from docmine.web.running import listening, run

    settings = chosen(context)
    token, hosts = (None, LOOPBACK) if host in LOOPBACK else _lent(host)
    listener = listening(host, port or PORT, exactly=port is not None)
    began = time.monotonic()
    with waiting("Reading the index, and looking what became of each promise ..."):
        app = application(settings.index, settings, token=token, hosts=hosts)
    waited = time.monotonic() - began
    address = _address(host, listener.getsockname()[1], token)

    def started() -> None:
        typer.echo(f"docmine is at {address} (Ctrl+C ends it)")
        if not app.state.docmine.followed and waited > LONG:
            typer.echo("Run 'docmine track' once: it keeps what it finds, and this starts at once then.", err=True)
        sys.stdout.flush()
        if show if show is not None else sys.stdout.isatty() and _has_screen():
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()  # it may take its time

    run(app, listener, started)
    typer.echo("\rdocmine has ended." if sys.stdout.isatty() else "docmine has ended.")  # over the "^C"


def _has_screen() -> bool:
    """Whether there is more than a terminal: a browser for terminals would take this one."""
    import os
    import sys

    return sys.platform in ("darwin", "win32") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ))


def _lent(host: str) -> tuple[str, frozenset[str]]:
    """The token that others need, and the names by which they may call this computer."""
    import secrets

    from docmine.web.guard import LOOPBACK

    name = socket.gethostname().lower()
    names = {host.lower(), name, name.partition(".")[0], f"{name.partition('.')[0]}.local"}
    return secrets.token_urlsafe(24), LOOPBACK | names | ({"*"} if host in ("0.0.0.0", "::") else set())


def _address(host: str, port: int, token: str | None) -> str:
    name = socket.gethostname() if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/{f'?token={token}' if token else ''}"
