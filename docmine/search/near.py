"""Words that mean nearly the same, by the embedding model's vectors of single words: near_words.txt, made beforehand.

Where the lexicon has what councils call a thing, this has the rest of English: "lawyer" is near "solicitor" and
"court". It proves nothing, and only speaks for a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

NOTHING, ALL = 0.40, 1.0
"""Cosines of two words that count as no likeness, and as the same word."""


def strength(cosine: float) -> int:
    """A cosine as the table keeps it: 0 to 99."""
    return max(0, min(99, round(100 * (cosine - NOTHING) / (ALL - NOTHING))))


@cache
def _table() -> bytes:
    return files(__package__).joinpath("near_words.txt").read_bytes()


@lru_cache(maxsize=4096)
def near(stem: str) -> Mapping[str, float]:
    """The stems near a stem, each with how near, 0 to 1, nearest first; none of a stem that is not common."""
    table, wanted = _table(), f"{stem} ".encode()
    low, high = 0, len(table)
    while low < high:  # by halving, over the beginnings of lines
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", middle) + 1
        line = table[middle:end]
        if line.startswith(wanted):
            pairs = (pair.rsplit(":", 1) for pair in line.decode().split()[1:])
            return {other: int(much) / 100 for other, much in pairs}
        if line < wanted:
            low = end
        else:
            high = middle
    return {}
