"""ISO dates → dates as British readers write them."""

from __future__ import annotations

import re

from docmine.report import safe

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2})[0-9:.Z+-]*)?)?)?")


def british(iso: object) -> str:
    """ "2022-07-22" → "22 July 2022", "2022-09" → "September 2022", "2021/2022" → "2021/22", "2022-09/2023-03" →
    "September 2022 to March 2023". None is the empty text; what is no ISO date stays as it is, on one line."""
    text = "" if iso is None else str(iso)
    start, slash, end = text.partition("/")
    first, last = _one(start), _one(end)
    if first is None or (slash and last is None):
        return safe.line(text)
    if not slash:
        return first
    if len(start) == len(end) == 4:
        return f"{start}/{end[2:]}" if int(end) == int(start) + 1 else f"{start} to {end}"
    return f"{first} to {last}"


def _one(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return None
    year, month, day, time = match.groups()
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month) - 1]] if month else []
    return " ".join([*words, year]) + (f", {time}" if time else "")
