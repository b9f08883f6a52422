"""Bullets and numbers at the start of a line."""

from __future__ import annotations

import re

from docmine.outline import BULLETS

_BULLET = re.compile(
    rf"\s*(?P<mark>[{BULLETS}]+|[-–—*o](?=\s)|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)](?=\s)|\((?:\d{{1,2}}|[a-z])\))\s*(?P<rest>\S.*)?$",
    re.DOTALL,
)


def split(line: str) -> tuple[str, str] | None:
    """(marker, the rest), or None for a line that does not start with a bullet or a number."""
    match = _BULLET.match(line)
    if match is None:
        return None
    return match["mark"], match["rest"] or ""


def is_number(marker: str) -> bool:
    """Whether the marker counts ("1.", "(a)") rather than points."""
    return any(c.isalnum() for c in marker) and marker != "o"
