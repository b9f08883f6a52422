"""The pieces that the patterns of calendar expressions are made of, and how each is read."""

from __future__ import annotations

import calendar as months
import re

_NEAR_YEARS = 8
"""How far a two-digit year may lie from the document's own: beyond that "May 03" is the third of May."""
_MONTHS = {name: i for i in range(1, 13) for name in (months.month_name[i].lower(), months.month_abbr[i].lower())}
_DAYS = {name[:3].lower(): i for i, name in enumerate(months.day_name)}

S = r"(?:[^\S\n\t]+\n?[^\S\n\t]*|\n[^\S\n\t]*)"
"""White space within a line or over one line end; never a cell's edge or an empty line."""
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Satur|Sat|Sun)(?:day)?\b\.?,?{S}(?:the{S})?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL = rf"(?:{DAY}(?:{S}?(?:st|nd|rd|th))?)\b"
YEAR = r"(?:19[5-9]\d|20[0-4]\d)\b"
SHORT_YEAR = r"(?:['’‘]\d\d|\d\d)\b(?![\d%:/.,-]?\d|%)"
DASH = r"[-‐‑–—−]"
TO = rf"(?:{S}?{DASH}{S}?|{S}(?:to|until|till|through){S}(?:the{S})?)"
BETWEEN_AND = rf"(?:{TO}|{S}and{S})"


def month(name: str) -> int:
    """The number of a month by its name, cut short or not."""
    return _MONTHS[name.strip(" .,\n").lower()[:3]]


def day(text: str) -> int:
    """The number that an ordinal begins with."""
    return int(re.match(r"\d+", text).group())  # type: ignore[union-attr]


def weekday(text: str | None) -> int | None:
    """Monday is 0."""
    return _DAYS[text.strip()[:3].lower()] if text else None


def full_year(text: str | None) -> int | None:
    """ "2024", "24" and "’24" → 2024."""
    if not text:
        return None
    digits = text.strip("'’‘")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def is_near(year: int, known: int | None) -> bool:
    """Whether two digits can be this year: it lies near the document's own."""
    return abs(year - known) <= _NEAR_YEARS if known else 2010 <= year <= 2035


def near_year(text: str | None, known: int | None) -> int | None:
    """`full_year`, of two digits only where they can be a year."""
    year = full_year(text)
    return year if year is None or len(text or "") == 4 or is_near(year, known) else None


def may_be_span(m: re.Match[str]) -> bool:
    """ "and" joins the ends of a span only after "between": "in 2016 and 2019" are two dates."""
    joint = re.search(rf"{S}and{S}", m.group())
    return joint is None or re.search(rf"\bbetween{S}(?:the{S})?$", m.string[: m.start()], re.I) is not None
