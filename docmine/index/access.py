"""Opening the file of an index, for reading or for writing, and closing it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docmine.errors import IndexLocked, IndexProblem, IndexTooOld

if TYPE_CHECKING:
    from pathlib import Path

    from docmine.settings import Settings
    from docmine.store import Store


PATIENCE = 2.0
"""Seconds to wait for one who reads: a question is answered, or the web view has its copy, in less."""


class Access:
    """The way to the file of an index, which is opened for each question and closed after it, unless it is held."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.path = path
        self.settings = settings
        self._held: Store | None = None
        self._hold = False

    def hold(self) -> None:
        """Keep the file open from the next question on, until `close`."""
        self._hold = True

    def let_go(self) -> None:
        self._hold = False
        self.close()

    def close(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Between several questions the file stays open."""
        before, self._hold = self._hold, True
        try:
            yield
        finally:
            self._hold = before
            if not before:
                self.close()

    @contextmanager
    def reading(self) -> Iterator[Store]:
        if self._held is not None:
            yield self._held
            return
        store = self._opened()
        if self._hold:
            self._held = store
            yield store
            return
        with store:
            yield store

    @contextmanager
    def writing(self, *, create: bool = False, patience: float = PATIENCE) -> Iterator[Store]:
        self.close()
        with self._free(create, time.monotonic() + patience) as store:
            yield store

    def keep(self, keep: Callable[[Store], None]) -> None:
        """Keep what was made, unless somebody else writes to the index, or nobody may: the next call makes it again."""
        try:
            with self.writing(patience=0) as store:
                keep(store)
        except IndexProblem:
            pass

    def knows(self, document: Path | str) -> bool:
        """Whether there is an index, and it has this document."""
        if not self.path.exists():
            return False
        with self.reading() as store:
            return store.has(document)

    def _free(self, create: bool, until: float) -> Store:
        """The index for writing, once nobody else has it open. Raises IndexLocked where somebody still has it then."""
        from docmine.store import Store

        while True:
            try:
                return Store.open(self.path, create=create)
            except IndexLocked:
                if time.monotonic() >= until:
                    raise
            time.sleep(0.05)

    def _opened(self) -> Store:
        """The index for reading; one of an earlier docmine is brought up to date first, where that can be done."""
        from docmine.store import Store

        try:
            return Store.open(self.path, read_only=True)
        except IndexTooOld as problem:
            try:
                Store.open(self.path).close()
            except IndexProblem:
                raise problem from None
            return Store.open(self.path, read_only=True)
