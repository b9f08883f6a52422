"""A sign of life while a command is at work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

PATIENCE = 2.0
"""Seconds after which a person wonders whether anything happens."""


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Spin on stderr from the third second on; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from docmine.report.terminal import console

    status = console(stderr=True).status(doing)
    timer = Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()
