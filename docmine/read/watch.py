"""The time that reading one file may take, and what its reader tells meanwhile.

A file has its seconds, and more for each page that has to be recognised from its picture: a scan of sixty pages takes
minutes and is no hang. A worker (`docmine.read.apart`) sets the watch for each file and passes on what is told.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from docmine import settings

_SHARE = 0.8
"""Of the seconds that a file may take: the rest is for its text."""


@dataclass(frozen=True, slots=True)
class Page:
    """`number` of `pages` is about to be recognised."""

    number: int
    pages: int


class Watch:
    """Until when the pages of one file may be recognised."""

    def __init__(self, seconds: float, page_seconds: float, tell: Callable[[Page], None] = lambda page: None) -> None:
        self._until = time.monotonic() + seconds * _SHARE
        self._page_seconds = page_seconds
        self._tell = tell

    def page(self, page: Page) -> float:
        """The seconds that are left for this page and those after it, the page's own among them; 0 or less: none."""
        self._tell(page)
        self._until += self._page_seconds
        return self._until - time.monotonic()


_current: ContextVar[Watch | None] = ContextVar("watch", default=None)


def current() -> Watch:
    """The watch that was set, else one that begins now, with the times of the settings."""
    limits = settings.load()
    return _current.get() or Watch(limits.read_seconds, limits.scan_seconds)


@contextmanager
def over(watch: Watch) -> Iterator[None]:
    """Set the watch for what is read inside the `with` block."""
    before = _current.set(watch)
    try:
        yield
    finally:
        _current.reset(before)
