"""How a flag says a value, a date and a document to a reader."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from docmine.compare.series.seen import Seen
from docmine.store.partial import bounds

_MONTHS = """
    January February March April May June July August September October November December
"""


def when(iso: str | None) -> str:
    """ "2023-10-31" → "31 October 2023", "2024-04/2024-06" → "April 2024 to June 2024"."""
    if iso is None:
        return "an earlier time"
    start, _, end = iso.partition("/")
    if end:
        return f"{when(start)} to {when(end)}"
    year, *rest = start.split("-")
    month = [_MONTHS.split()[int(rest[0]) - 1]] if rest else []
    return " ".join([*([str(int(rest[1]))] if len(rest) > 1 else []), *month, year])


def told(seen: Seen) -> str:
    """ "14 weeks (Newsletter 1.pdf, published November 2023)"."""
    return f"{seen.figure.text} ({seen.figure.doc}, published {when(seen.published)})"


def dated(seen: Seen) -> str:
    """The same with its period: "14 weeks for 31 October 2023 (Newsletter 1.pdf, published November 2023)"."""
    period = f" for {when(seen.figure.period)}" if seen.figure.period else ""
    return f"{seen.figure.text}{period} ({seen.figure.doc}, published {when(seen.published)})"


def comes_before(a: Seen, b: Seen) -> bool:
    """Whether `a` was published strictly before `b`: with partial dates, on no possible day with or after it."""
    mine, theirs = _days(a.published), _days(b.published)
    return mine is not None and theirs is not None and mine[1] < theirs[0]


@lru_cache(maxsize=4096)
def _days(published: str) -> tuple[date, date] | None:
    return bounds(published)
