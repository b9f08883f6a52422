"""Dates as people write them → ISO, as precise as they are written."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date

MONTHS = tuple(name.lower() for name in month_name if name)
MONTH = rf"(?P<month>{'|'.join(m[:3] + '(?:' + m[3:] + ')?' if len(m) > 3 else m for m in MONTHS)}|sept)\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
FULL = re.compile(
    rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.I
)
_AMERICAN = re.compile(rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.I)
MONTH_YEAR = re.compile(rf"\b{MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.I)
_SLASHED = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:20)?\d\d)(?![\d/])")
_DOTTED = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d)(?!\d)")
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_SEASON = re.compile(
    r"\b(?P<season>spring|summer|autumn|winter)(?P<term>\s+term)?,?\s+(?:of\s+)?(?P<year>20\d\d)(?:/(?:20)?(?P<next>\d\d))?\b",
    re.I,
)
_SHORT = re.compile(rf"[–—-]\s*{MONTH},?\s+['’]?(?P<year>[1-4]\d)\s*$", re.I)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_TERMS = {"spring": (1, 3), "summer": (4, 7), "autumn": (9, 12)}
"""First and last month; a school's terms are not the seasons of their names."""
_PATTERNS = (FULL, _AMERICAN, _ISO, _SLASHED, _DOTTED, MONTH_YEAR, _SEASON)


def first(text: str) -> str | None:
    """The first date of a text; a season as its months: "2023-03/2023-05"."""
    found: list[tuple[int, str]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if value := iso(match):
                found.append((match.start(), value))
                break
    # "12 May 2022" also matches as "May 2022": the earlier start is the longer match.
    return min(found, key=lambda item: (item[0], -len(item[1])))[1] if found else None


def opening(text: str) -> str | None:
    """The date that a text begins with."""
    found = [(m.end(), value) for p in _PATTERNS if (m := p.match(text)) and (value := iso(m))]
    return max(found)[1] if found else None


def closing(text: str) -> str | None:
    """The date that a text ends with."""
    text = text.rstrip(" .,")
    found = [(-m.start(), v) for p in _PATTERNS for m in p.finditer(text) if m.end() == len(text) and (v := iso(m))]
    return max(found)[1] if found else None


def place(text: str) -> int:
    """Where the first date of a text begins; its length where there is none."""
    return min((m.start() for p in _PATTERNS for m in p.finditer(text) if iso(m)), default=len(text))


def narrows(value: str, wider: str) -> bool:
    """Whether a value lies within a less precise one: "2024-03-18" in "2024-03" and in "2024-01/2024-03"."""
    begin, _, end = wider.partition("/")
    if not end:
        return value != wider and value.startswith(f"{wider}-")
    return "/" not in value and begin <= value[: len(begin)] <= end


def has_date(text: str) -> bool:
    """Whether a month or season with a year, or a full date, stands in the text."""
    return first(text) is not None or bool(_SHORT.search(text))


def without_date(text: str) -> str:
    """The text without any date in it."""
    for pattern in (*_PATTERNS, _SHORT):
        text = pattern.sub("", text)
    return text


def shortened(text: str) -> str | None:
    """ "… – October 21" at the end of a title. It may be a day as well: only what else is known tells."""
    match = _SHORT.search(text)
    return iso(match) if match else None


def iso(match: re.Match[str]) -> str | None:
    """The value of a match with the groups year, month and perhaps day, or season; None where there is no such day."""
    groups = match.groupdict()
    year = int(groups["year"]) + (2000 if len(groups["year"]) == 2 else 0)
    if groups.get("season"):
        return _season(groups, year)
    month = number_of(groups["month"])
    day = groups.get("day")
    if not 1 <= month <= 12:
        return None
    if not day:
        return f"{year}-{month:02}"
    try:
        return date(year, month, int(day)).isoformat()
    except ValueError:
        return None


def number_of(month: str) -> int:
    """1 to 12 for a month's name, short or long; digits as they are."""
    return (
        int(month) if month.isdigit() else next(i for i, m in enumerate(MONTHS, 1) if m.startswith(month[:3].lower()))
    )


def _season(groups: dict[str, str | None], year: int) -> str | None:
    name = (groups["season"] or "").lower()
    months = (_TERMS if groups["term"] else _SEASONS).get(name)
    if months is None:
        return None
    begin, end = months
    if groups["next"] and name != "winter":  # "autumn term 2022/23" lies in the first of the two years
        year += name != "autumn"
    return f"{year}-{begin:02}/{year + (end < begin)}-{end:02}"
