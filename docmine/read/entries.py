"""What an archive and a message have in common: files under names, with names made safe."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST = 200
"""Characters of one part of a name; file systems allow 255 bytes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a container. `name` has "/" between folders, and is the only one of its kind there."""

    name: str
    size: int
    """Bytes, as the container declares them."""
    load: Callable[[int], bytes]
    """Its bytes; of more than the number given, one more than that. Raises Unreadable."""
    reason: str | None = None
    """Why it must not be loaded, in one sentence."""


def safe_name(name: str) -> str:
    """A name that stays within its container and shows nothing but itself: no "..", no root, no control characters."""
    name = _CONTROL.sub("_", name.encode("utf-8", "replace").decode("utf-8"))
    parts = [part[-_LONGEST:] for part in name.split("/") if part.strip() not in ("", ".", "..")]
    return "/".join(parts) or "without a name"


def unique(names: Iterable[str]) -> list[str]:
    """The names, each once: a second "plan.pdf" is "plan (2).pdf". None lies below another, as in a folder."""
    taken: set[str] = set()
    folders: set[str] = set()
    found: list[str] = []
    for name in names:
        free, count = name, 1
        while free in taken or free in folders or any(above in taken for above in _above(free)):
            count += 1
            free = _numbered(name.replace("/", "_") if any(above in taken for above in _above(free)) else name, count)
        taken.add(free)
        folders.update(_above(free))
        found.append(free)
    return found


def _above(name: str) -> list[str]:
    """The folders that a name lies in: "a" and "a/b" of "a/b/c"."""
    parts = name.split("/")
    return ["/".join(parts[:i]) for i in range(1, len(parts))]


def _numbered(name: str, count: int) -> str:
    folder, slash, last = name.rpartition("/")
    stem, dot, suffix = last.rpartition(".")
    return f"{folder}{slash}{stem} ({count}).{suffix}" if dot and stem else f"{folder}{slash}{last} ({count})"
