"""Reading in processes of their own, with limits: no file can hang, exhaust or break the program that asked.

    caller ─ a thread for each worker ─ pipe ─▶ worker process: limits, then call after call ─▶ answer

A worker imports what reads files and nothing else, and is started by its command line. `multiprocessing` and the pools
built on it would import the caller's own script into every worker, which ingests once more where the script has no
`if __name__ == "__main__"`; and their workers share one pipe, so that one that dies can spoil the others' answers.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, ParamSpec, TypeVar

from docmine.errors import DocmineError, UnreadableDocument, one_file
from docmine.read import watch
from docmine.read.watch import Page, Watch

P = ParamSpec("P")
T = TypeVar("T")

_START = "import sys; sys.path[:] = sys.argv[1:]; from docmine.read import apart; apart.serve()"
_CALLS = 100
"""A worker makes room for a new one after so many files: what libraries keep in memory does not pile up."""
_BROKE_OFF = (
    "The program that reads it broke off. The file is damaged, or too much for it:"
    " open it, save it anew or as PDF, and try again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one file may take."""

    seconds: float
    memory_mb: int
    page_seconds: float = 0
    """More time for each page that has to be recognised."""


class Readers:
    """A few workers, started when first needed. Leaving the `with` block ends them at once, whatever they are at."""

    def __init__(self, count: int, limits: Limits) -> None:
        self._limits = limits
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="docmine-reader")
        self._own = threading.local()
        self._workers: list[_Worker] = []
        self._closed = False
        self._lock = threading.Lock()
        self._pages: dict[str, Page] = {}

    def submit(self, path: Path | str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call a function of a module, with arguments and a result that can be pickled, in the next free worker.

        The result raises UnreadableDocument for `path` where the call takes too long or too much memory, ends the
        worker or fails; any other DocmineError as it is.
        """
        return self._threads.submit(self._call, path, function, args, kwargs)

    def page_of(self, path: Path | str) -> Page | None:
        """Which page of a file is being recognised, if any is."""
        return self._pages.get(str(path))

    def _call(self, path: Path | str, function: Callable[..., T], args: Any, kwargs: Any) -> T:
        worker = self._worker()
        used = worker.calls > 0

        def told(page: Page) -> None:
            self._pages[str(path)] = page

        try:
            return worker.call(path, function, args, kwargs, told)
        except _Gone as error:
            # What a worker read before takes memory too: whether a file can be read must not depend on that.
            if used:
                return self._call(path, function, args, kwargs)
            raise UnreadableDocument(path, str(error)) from None
        finally:
            self._pages.pop(str(path), None)

    def _worker(self) -> _Worker:
        """This thread's own worker, with room for a call."""
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None or not worker.is_free():
            with self._lock:
                if self._closed:
                    raise CancelledError
                if worker is not None:
                    worker.close()
                    self._workers.remove(worker)
                worker = _Worker(self._limits)
                self._workers.append(worker)
            self._own.worker = worker
        return worker

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.end()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()


class _Gone(Exception):
    """A worker came to its end over a file, or will do no other after it; the reason for people."""


class _Worker:
    """One process, and the pipes to it."""

    def __init__(self, limits: Limits) -> None:
        self.calls = 0
        self._limits = limits
        self._late = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is the caller's; and the group ends with what it started
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._from: BinaryIO = self._process.stdout  # type: ignore[assignment]
        self._greeted = False

    def is_free(self) -> bool:
        return self.calls < _CALLS and self._process.poll() is None

    def call(
        self, path: Path | str, function: Callable[..., T], args: Any, kwargs: Any, told: Callable[[Page], None]
    ) -> T:
        """Raises _Gone, UnreadableDocument where it took too long, and any DocmineError of the function's own."""
        self.calls += 1
        allowed = self._limits.seconds
        timer = threading.Timer(allowed, self._stop)
        try:
            if not self._greeted:
                pickle.dump((self._limits, os.getpid()), self._to)
                self._to.flush()
                pickle.load(self._from)  # from now on the time is the file's
                self._greeted = True
            began = time.monotonic()
            timer.start()
            pickle.dump((path, function, args, kwargs), self._to)
            self._to.flush()
            while isinstance(answer := pickle.load(self._from), Page):
                timer.cancel()
                allowed += self._limits.page_seconds
                timer = threading.Timer(began + allowed - time.monotonic(), self._stop)
                timer.start()
                told(answer)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            if self._is_late():
                raise UnreadableDocument(path, _too_long(allowed)) from None
            raise _Gone(_BROKE_OFF) from None
        finally:
            timer.cancel()
        if isinstance(answer, _Gone):
            self.end()
        if isinstance(answer, BaseException):
            raise answer
        result: T = answer
        return result

    def _is_late(self) -> bool:
        return self._late or self._process.returncode == -getattr(signal, "SIGALRM", 0)

    def _stop(self) -> None:
        self._late = True
        self.end()

    def end(self) -> None:
        """Stop the process with all that it started, and wait until it is gone."""
        if self._process.returncode is None:
            try:
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
            except ProcessLookupError:
                pass
        self._process.wait()

    def close(self) -> None:
        """`end`, and give back the pipes; for the thread that uses them, or when that has ended."""
        self.end()
        for pipe in (self._to, self._from):
            with suppress(OSError):  # half a call may be left in it
                pipe.close()


def _too_long(seconds: float) -> str:
    return (
        f"Reading it took longer than {seconds:g} seconds. It may be damaged, or made to do harm; if you trust it,"
        " raise DOCMINE_READ_SECONDS."
    )


# -- in the worker -----------------------------------------------------------------------------------------------------


def serve() -> None:
    """Answer the calls on standard input until there are no more; what libraries print goes nowhere."""
    calls, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    limits, parent = pickle.load(calls)
    _limit(limits.memory_mb)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _send(answers, pickle.dumps("ready"))
    while True:
        try:
            call = pickle.load(calls)
        except EOFError:
            return
        _send(answers, _answered(answers, limits, *call))


def _send(answers: BinaryIO, data: bytes) -> None:
    answers.write(data)
    answers.flush()


def _answered(
    answers: BinaryIO,
    limits: Limits,
    path: Path | str,
    function: Callable[..., object],
    args: Any,
    kwargs: Any,
) -> bytes:
    """The pickled result, or the pickled error."""
    alarm = getattr(signal, "setitimer", None)

    def tell(page: Page) -> None:
        if alarm:
            alarm(signal.ITIMER_REAL, signal.getitimer(signal.ITIMER_REAL)[0] + limits.page_seconds)
        _send(answers, pickle.dumps(page))

    if alarm:  # ends the worker by itself where the caller was killed in the middle of a file that never ends
        alarm(signal.ITIMER_REAL, limits.seconds + 5)
    try:
        with one_file(path), watch.over(Watch(limits.seconds, limits.page_seconds, tell)):
            try:
                return pickle.dumps(function(*args, **kwargs), pickle.HIGHEST_PROTOCOL)
            except MemoryError:
                return pickle.dumps(_Gone(_too_much(limits.memory_mb)))
    except DocmineError as error:
        return pickle.dumps(error)
    finally:
        if alarm:
            alarm(signal.ITIMER_REAL, 0)


def _too_much(memory_mb: int) -> str:
    return (
        f"Reading it needed more than {memory_mb / 1000:g} GB of memory. It may be damaged, or made to do harm; if you"
        " trust it, raise DOCMINE_READ_MEMORY_MB."
    )


def _limit(memory_mb: int) -> None:
    """Let the system refuse more memory than this, where it can: Linux does; Windows and macOS do not."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_mb * 1_000_000, memory_mb * 1_000_000))


def _end_with(parent: int) -> None:
    """End this process, and what it started, soon after the caller's: one that was killed leaves nothing behind."""
    while os.getppid() == parent:
        time.sleep(1)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
