"""The folder of the snapshots: only its owner can read it, and it goes with the server, or with the next one."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

_NAME = re.compile(r"docmine-(\d+)-\w+")
"""With the number of the process that made it."""


def folder() -> tempfile.TemporaryDirectory[str]:
    """A new one. What a server that was killed could not put away goes now."""
    if os.name == "posix":
        _put_away(Path(tempfile.gettempdir()))
    return tempfile.TemporaryDirectory(prefix=f"docmine-{os.getpid()}-", ignore_cleanup_errors=True)


def _put_away(place: Path) -> None:
    for left in place.glob("docmine-*"):
        made_by = _NAME.fullmatch(left.name)
        with suppress(FileNotFoundError):  # another that starts just now does the same
            if made_by and left.lstat().st_uid == os.getuid() and not _runs(int(made_by[1])):
                shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
