"""Lists of words, one file each: lines that begin with "#" say what the list holds."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def load(name: str) -> frozenset[str]:
    """The words of the list `name`, in lower case."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
