"""How like two texts, names or numbers are: what the pairing of labels with records rests on."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]
"""A label or a record."""

_WORD = re.compile(r"[a-z0-9£%]+(?:['.,/-][a-z0-9]+)*")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', **dict.fromkeys("‐‑‒–—―", "-")})
_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "cllr",
        "councillor",
        "prof",
        "professor",
        "cbe",
        "obe",
        "mbe",
        "qpm",
    )
)
_UNITS = {
    "%": "percent",
    "per cent": "percent",
    "percentage": "percent",
    "percent": "percent",
    "percentage_points": "points",
    "points": "points",
    "£": "gbp",
    "pounds": "gbp",
    "gbp": "gbp",
    "times": "ratio",
    "ratio": "ratio",
}
_TIMES = {"year": "years", "month": "months", "week": "weeks", "day": "days", "hour": "hours", "minute": "minutes"}


def words(text: str | None) -> list[str]:
    """The words and numbers of a text in lower case, quotation marks and dashes made plain."""
    return _WORD.findall(unicodedata.normalize("NFKC", text or "").translate(_PLAIN).lower())


def name_key(name: str | None) -> str:
    """A person's name without titles and honours."""
    return " ".join(word for word in words(name) if word not in _TITLES)


def person(record: Fields) -> str:
    """The key of the person whom a record names."""
    return name_key(record.get("name") or record["text"])


def covered(a: str | None, b: str | None) -> float:
    """The share of the shorter text's words that the longer has too."""
    common, shorter, _ = _shared_words(a, b)
    return share(common, shorter)


def alike(a: str | None, b: str | None) -> float:
    """Dice's coefficient over words: low where one text is much longer than the other."""
    common, _, both = _shared_words(a, b)
    return share(2 * common, both)


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def number(value: Any) -> float | None:
    """The number that a field holds, perhaps as text; None where it holds none."""
    try:
        return round(float(value), 4)
    except (TypeError, ValueError):
        return None


def unit(name: str | None) -> str:
    """The family of a unit: "%" and "per cent" are one, whatever is counted is "count"."""
    plain = (name or "count").strip().lower()
    return _UNITS.get(plain) or _TIMES.get(plain.rstrip("s"), "count")


def _shared_words(a: str | None, b: str | None) -> tuple[int, int, int]:
    """How many words are common, how many the shorter text has, how many both have together."""
    first, second = Counter(words(a)), Counter(words(b))
    sizes = first.total(), second.total()
    return (first & second).total(), min(sizes), sum(sizes)
