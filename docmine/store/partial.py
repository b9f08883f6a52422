"""Partial ISO dates as spans of days, so that "2022", "2022-09" and "2022-09-14" compare."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from docmine.errors import UsageError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=10_000)
def bounds(value: str | None) -> tuple[date, date] | None:
    """The first and last day that `value` can mean; None where it is no ISO date, partial date or span of them.

    A span covers both its ends: "2021-04/2022-04" is 1 April 2021 to 30 April 2022.
    """
    if not value:
        return None
    first, _, last = value.partition("/")
    start, end = _days(first), _days(last or first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def asked(value: str, option: str, example: str = "March 2022") -> tuple[date, date]:
    """The days that a person's `value` covers. Raises UsageError, with examples, where it is no date."""
    days = bounds(value)
    if days is None:
        raise UsageError(f"{option} {value!r} is not a date. Write it as 2022-09-14, 2022-09 or {example}.")
    return days


def _days(value: str) -> tuple[date, date] | None:
    match = _PARTIAL.fullmatch(value)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        assert year is not None
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        return first, date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None
