"""Stand-ins for a reader, each with a fault that a file has brought about. A worker imports them by name."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docmine.errors import UsageError
from docmine.read import read as read_file
from docmine.read import watch
from docmine.read.containers import Limits, Member, listing
from docmine.records import Document


def double(number: int) -> int:
    return 2 * number


def process() -> int:
    return os.getpid()


def for_ever() -> None:
    while True:
        pass


def for_ever_in_c() -> None:
    """Python's own code is not reached again: no signal handler and no other thread of the worker runs."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def page_by_page(pages: int, seconds: float) -> str:
    """Recognises so many pages, each in its time."""
    for number in range(1, pages + 1):
        watch.current().page(watch.Page(number, pages))
        time.sleep(seconds)
    return "read"


def with_a_child(note: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    note.write_text(str(child.pid), "utf-8")
    time.sleep(600)


def more_and_more() -> None:
    held = []
    while True:
        held.append(bytearray(10_000_000))


def much(megabytes: int) -> int:
    return len(bytearray(megabytes * 1_000_000))


def segmentation_fault() -> None:
    ctypes.string_at(0)


def leave(code: int) -> None:
    os._exit(code)


def deeper(level: int = 0) -> int:
    return deeper(level + 1) + 1


def key_error() -> None:
    raise KeyError("w:body")


def misused() -> None:
    raise UsageError("This is not what was meant.")


def printing() -> str:
    print("words of a library")
    os.write(1, b"and more")
    return "answer"


def listing_without_permission(path: Path, limits: Limits) -> tuple[Member, ...]:
    """As docmine's own, of a file that may not be opened; to the superuser the system itself refuses nothing."""

    def refuse(self: Path, *words: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        return listing(path, limits)


def read(path: Path | str, *, max_mb: int, max_pages: int) -> Document:
    """docmine's own reader, but for files whose name says what befalls it."""
    name = Path(path).stem
    if name in FAULTS:
        FAULTS[name]()
    return read_file(path, max_mb=max_mb, max_pages=max_pages)


FAULTS = {
    "for_ever": for_ever,
    "for_ever_in_c": for_ever_in_c,
    "more_and_more": more_and_more,
    "segmentation_fault": segmentation_fault,
    "leave": lambda: leave(0),
    "key_error": key_error,
    "deeper": deeper,
    "page_by_page": lambda: page_by_page(3, 0.3),
}
