"""What the pages tell: a snapshot of the index, and its account, gathered once.

DuckDB lets one process write, or many read. So that `docmine ingest` and others work while the view runs, nothing is
held open: when the index file has changed, and nobody writes to it, it is copied to a private folder, and the pages are
made from the copy. Only a judgement goes to the index itself.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from starlette.requests import Request

from docmine.errors import DocmineError, IndexLocked, IndexMissing
from docmine.index import Index
from docmine.records import Finding, Verdict
from docmine.settings import Settings
from docmine.web import private

if TYPE_CHECKING:
    from docmine.index.account import Account, Thread

T = TypeVar("T")
Mark = tuple[tuple[int, int, int], ...]
"""Of the index file and of its log: when it was changed, its size, its number on the disk."""

PATIENCE = 1.0
"""Seconds between two looks whether somebody still writes."""
MOMENT = 1.0
"""Seconds that a request waits for a snapshot that it has begun: that of a small index is there by then."""
KEPT = 2
"""Snapshots that are kept: the one before still answers the requests that began with it."""


class Snapshot:
    """The index as it was at one moment. `account` is read freely, by many at once."""

    def __init__(self, index: Index, account: Account, mark: Mark, taken: datetime) -> None:
        self.account = account
        self.mark = mark
        self.taken = taken
        self._index = index
        self._asking = threading.RLock()
        self._made: dict[object, Any] = {}
        self._lasting: set[object] = set()
        self._making = threading.RLock()

    @contextmanager
    def asking(self) -> Iterator[Index]:
        """The index, for what the account does not hold: a search, a picture. One asks at a time."""
        with self._asking:
            yield self._index

    def once(self, key: object, make: Callable[[], T], *, of_verdicts: bool = True) -> T:
        """What `make` gives, made once a snapshot: whatever many pages need and the account has not ready.

        What tells nothing `of_verdicts` outlives a judgement. Not to be called while asking the index: `make` may ask.
        """
        if key not in self._made:
            with self._making:
                if key not in self._made:
                    self._made[key] = make()
                    if not of_verdicts:
                        self._lasting.add(key)
        return cast(T, self._made[key])

    def judged(self, finding: Finding, mark: Mark) -> Snapshot:
        """The same, with what a person has just said of one finding. `mark`: of the index that has it."""
        place = (finding.doc, finding.start, finding.end)
        threads = tuple(
            replace(t, finding=finding) if (t.finding.doc, t.finding.start, t.finding.end) == place else t
            for t in self.account.threads
        )
        after = Snapshot(self._index, replace(self.account, threads=threads), mark, self.taken)
        after._asking = self._asking
        with self._making:
            after._made = {key: self._made[key] for key in self._lasting}
            after._lasting = set(self._lasting)
        return after

    def close(self) -> None:
        """Its file goes with it."""
        with self._asking:
            self._index.close()
            for file in _files(self._index.path):
                file.unlink(missing_ok=True)


class State:
    """The newest snapshot of one index, kept up to date behind the pages."""

    def __init__(self, path: Path, settings: Settings, prepare: Callable[[Snapshot], None]) -> None:
        """Takes the first snapshot. `prepare` makes ready what pages will ask of each, before they may.

        Raises IndexMissing, IndexLocked and their like.
        """
        self.path = path
        self.settings = settings
        self._prepare = prepare
        self._folder = private.folder()
        self._file = threading.RLock()  # one of us at a time opens the index itself
        self._turn = threading.Lock()
        self._worker: threading.Thread | None = None
        self._tried = 0.0
        self._number = 0
        self._old: list[Snapshot] = []
        self._why: DocmineError | None = None
        self.followed = True
        """Whether the index keeps what became of its promises, so that they need not be followed for each snapshot."""
        try:
            self._now = self._taken()
        except BaseException:
            self._folder.cleanup()
            raise

    def snapshot(self) -> Snapshot:
        """The newest; a newer one is begun behind it where the index has changed since."""
        self._look()
        return self._now

    def standing(self) -> str | None:
        """What a reader has to know where the index is further on than the pages; None where it is not."""
        if mark(self.path) == self._now.mark:
            return None
        of = f"This is its state of {self._now.taken:%H:%M}."
        if isinstance(self._why, IndexLocked):
            return f"The index is being written to. {of}"
        if isinstance(self._why, IndexMissing):
            return f"The index is no longer at {self.path}. {of}"
        if self._why is not None:
            return f"{self._why} {of}"
        return f"The index has changed and is being read again. {of}"

    def review(self, thread: Thread, verdict: Verdict | None, reason: str) -> None:
        """Note a judgement in the index itself, and in the snapshot, which stays the newest where it was.

        Raises IndexLocked while another writes, UsageError.
        """
        with self._file:
            before = mark(self.path)
            finding = Index(self.path, self.settings).review(thread.id, verdict, reason, finding=thread.finding)
            after = mark(self.path)
        with self._turn:
            now = self._now
            with now.asking() as index:
                index.review(thread.id, verdict, reason, finding=thread.finding)
            judged = now.judged(finding, after if now.mark == before else now.mark)
            self._prepare(judged)
            self._now = judged

    def settle(self) -> None:
        """Wait until a snapshot that has been begun is there."""
        worker = self._worker
        if worker is not None:
            worker.join()

    def close(self) -> None:
        self.settle()
        for snapshot in (*self._old, self._now):
            snapshot.close()
        self._folder.cleanup()

    def _look(self) -> None:
        if mark(self.path) == self._now.mark or time.monotonic() - self._tried < PATIENCE:
            return
        with self._turn:
            if self._worker is not None and self._worker.is_alive():
                return
            self._tried = time.monotonic()
            self._worker = worker = threading.Thread(target=self._renew, name="docmine-snapshot", daemon=True)
            worker.start()
        worker.join(MOMENT)

    def _renew(self) -> None:
        try:
            taken = self._taken()
        except DocmineError as error:
            self._why = error
            return
        with self._turn:
            self._why = None
            self._old.append(self._now)
            self._now = taken
            while len(self._old) >= KEPT:
                gone = self._old.pop(0)
                gone.close()

    def _taken(self) -> Snapshot:
        copy, of = self._copied()
        index = Index(copy, self.settings).__enter__()  # held open: closed with the snapshot
        try:
            self.followed = index.followed()
            taken = Snapshot(index, index.account(), of, datetime.now())
            self._prepare(taken)
            return taken
        except BaseException:
            index.close()
            raise

    def _copied(self) -> tuple[Path, Mark]:
        self._number += 1
        copy = Path(self._folder.name) / f"{self._number}.duckdb"
        with self._file, Index(self.path, self.settings) as index:
            index.documents()  # opens it, so that nobody writes meanwhile
            of = mark(self.path)
            try:
                for file in _files(self.path):
                    if file.exists():
                        shutil.copyfile(file, copy.with_name(file.name.replace(self.path.name, copy.name, 1)))
            except OSError as error:
                raise DocmineError(
                    f"The index could not be copied to {self._folder.name} ({error.strerror}). Make room there, or name"
                    " another folder by the environment's TMPDIR."
                ) from error
        return copy, of


def mark(path: Path) -> Mark:
    """What tells whether the index was changed; of a file that is not there nothing."""
    found = []
    for file in _files(path):
        try:
            about = file.stat()
        except OSError:
            continue
        found.append((about.st_mtime_ns, about.st_size, about.st_ino))
    return tuple(found)


def _files(path: Path) -> tuple[Path, Path]:
    return path, path.with_name(f"{path.name}.wal")


def snapshot(request: Request) -> Snapshot:
    """The snapshot of this request: the same one from its beginning to its end."""
    if not hasattr(request.state, "snapshot"):
        request.state.snapshot = request.app.state.docmine.snapshot()
    return cast(Snapshot, request.state.snapshot)
