"""`-` among the paths of a call."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def expanded(paths: Sequence[str]) -> list[str]:
    """The paths, with the lines of standard input in the place of `-`."""
    return [
        name
        for path in paths
        for name in ([line for line in sys.stdin.read().splitlines() if line] if path == "-" else [path])
    ]
