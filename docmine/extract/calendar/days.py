"""Days and months as written: "Friday 7 June 2024", "5-9 May", "Sep 22 – March 23", "mid-May", "Nov-23"."""

from __future__ import annotations

import re

from docmine.extract.calendar.model import Expression, Partial, is_valid
from docmine.extract.calendar.words import (
    BETWEEN_AND,
    DASH,
    DAY,
    MONTH,
    ORDINAL,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
    S,
    day,
    full_year,
    is_near,
    may_be_span,
    month,
    near_year,
    weekday,
)

_NUMBERED = re.compile(
    r"\b(?:sections?|versions?|v|paras?|paragraphs?|clauses?|parts?|chapters?|appendix|annex|pages?|figures?|tables?|items?"
    r"|rules?|standards?|release)\.?\s*$",
    re.I,
)
"""What a number with points belongs to that is no date: "section 2.3.24"."""


def _iso_day(m: re.Match[str], _: int | None) -> Expression | None:
    date = Partial(int(m["y"]), int(m["m"]), int(m["d"]))
    return Expression(m.start(), m.end(), "day", date) if is_valid(date) else None


def _iso_month(m: re.Match[str], _: int | None) -> Expression | None:
    return Expression(m.start(), m.end(), "month", Partial(int(m["y"]), int(m["m"])))


def _numeric(m: re.Match[str], known: int | None) -> Expression | None:
    year = near_year(m["y"], known)
    if year is None or _NUMBERED.search(m.string[max(0, m.start() - 20) : m.start()]):
        return None
    date = Partial(year, int(m["m"]), int(m["d"]))
    return Expression(m.start(), m.end(), "day", date) if is_valid(date) else None


def _day_span(m: re.Match[str], _: int | None) -> Expression | None:
    last = Partial(full_year(m["y2"]), month(m["m2"]), day(m["d2"]))
    first_month = month(m["m1"]) if m["m1"] else last.month
    first = Partial(full_year(m["y1"]) or last.year, first_month, day(m["d1"]))
    if not m["y1"] and last.year and first.month and last.month and first.month > last.month:
        first = first._replace(year=last.year - 1)
    if not (is_valid(first) and is_valid(last)) or not may_be_span(m):
        return None
    return Expression(m.start(), m.end(), "day", first, last, weekday(m["w1"]))


def _day_month(m: re.Match[str], known: int | None) -> Expression | None:
    year, end = full_year(m["y"]), m.end()
    if m["yy"]:
        year = near_year(m["yy"], known)
        if year is None:
            end = m.start("yy")
            end -= len(m.string[:end]) - len(m.string[:end].rstrip(" ,\n"))
    date = Partial(year, month(m["m"]), day(m["d"]))
    return Expression(m.start(), end, "day", date, weekday=weekday(m["w"])) if is_valid(date) else None


def _month_day(m: re.Match[str], known: int | None) -> Expression | None:
    """ "September 14th", "October 21": a bare number is a year where it can be one, and a day after "on"."""
    number = day(m["d"]) if m["d"][0] not in "'’‘" else int(m["d"][1:])
    name = month(m["m"])
    written_as_day = bool(m["ord"] or m["w"] or m["y"] or re.search(rf"\bon{S}(?:the{S})?$", m.string[: m.start()]))
    if not written_as_day and len(m["d"]) >= 2 and (m["d"][0] in "'’‘" or is_near(2000 + number, known)):
        return Expression(m.start(), m.end(), "month", Partial(2000 + number, name))
    date = Partial(full_year(m["y"]), name, number)
    return Expression(m.start(), m.end(), "day", date, weekday=weekday(m["w"])) if number and is_valid(date) else None


def _month_span(m: re.Match[str], known: int | None) -> Expression | None:
    first, last = Partial(near_year(m["y1"], known), month(m["m1"])), Partial(near_year(m["y2"], known), month(m["m2"]))
    if (m["y1"] and first.year is None) or (m["y2"] and last.year is None) or not may_be_span(m):
        return None
    if first.year is None and last.year is not None and first.month and last.month:
        first = first._replace(year=last.year - (first.month > last.month))
    return Expression(m.start(), m.end(), "month", first, last)


def _month_year(m: re.Match[str], known: int | None) -> Expression | None:
    year = near_year(m["y"], known)
    return Expression(m.start(), m.end(), "month", Partial(year, month(m["m"]))) if year is not None else None


def _part_of_month(m: re.Match[str], known: int | None) -> Expression | None:
    """ "mid-October", "the end of August 2022": of a month its early or late part is no more precise than the month."""
    year = full_year(m["y"]) or near_year(m["yy"], known)
    if m["yy"] and year is None:
        return None
    part = m["part"].lower()
    date = Partial(year, month(m["m"]))
    begins = part.startswith(("start", "beginning"))
    return Expression(m.start(), m.end(), "month", date, ends=part.startswith("end"), begins=begins)


_WEEKS = {"first": 1, "second": 8, "third": 15, "fourth": 22}


def _week_of_month(m: re.Match[str], _: int | None) -> Expression | None:
    """ "the first week of May": its days 1 to 7; of the last week the days are not known before the year is."""
    year, number, which = full_year(m["y"]), month(m["m"]), m["which"].lower()
    if which == "last":
        return Expression(m.start(), m.end(), "week", Partial(year, number, 22), Partial(year, number, 0))
    first = _WEEKS[which]
    return Expression(m.start(), m.end(), "week", Partial(year, number, first), Partial(year, number, first + 6))


def _span_to(m: re.Match[str], _: int | None) -> Expression | None:
    """ "the year to December 2024", "the quarter ending June": so many months up to the one named."""
    months, last = {"year": 12, "quarter": 3}[m["length"].lower()], Partial(full_year(m["y"]), month(m["m"]))
    back = (last.month or 12) - months + 1
    first = Partial(last.year - (back < 1) if last.year else None, (back - 1) % 12 + 1)
    return Expression(m.start(), m.end(), "month", first, last)


def _bare_month(m: re.Match[str], _: int | None) -> Expression | None:
    shift = m["shift"].lower() if m["shift"] else None
    return Expression(m.start(), m.end(), "month", Partial(None, month(m["m"])), shift=shift, bare=not shift)  # type: ignore[arg-type]


_ROUGHLY = rf"(?:(?:early|late|mid)(?:{S}?{DASH}{S}?|{S})|the{S}end{S}of{S})"
PART = rf"(?P<part>(?:early|late|mid|(?:end|start|beginning|middle){S}of|end)(?:{S}?{DASH}{S}?|{S})(?:the{S})?)"

PATTERNS = (
    (rf"\b(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>\d\d)\b", False, _iso_day),
    (
        rf"\b(?P<d>{DAY})(?P<sep>[/.-])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>20\d\d|19\d\d|\d\d)\b(?![/.-]\d)",
        False,
        _numeric,
    ),
    (
        rf"(?P<w1>{WEEKDAY})?\b(?P<d1>{ORDINAL})(?:{S}(?:of{S})?(?P<m1>{MONTH})(?:,?{S}(?P<y1>{YEAR}))?)?{BETWEEN_AND}"
        rf"(?P<w2>{WEEKDAY})?(?P<d2>{ORDINAL}){S}(?:of{S})?(?P<m2>{MONTH})\b(?:,?{S}(?P<y2>{YEAR}))?",
        True,
        _day_span,
    ),
    (
        rf"(?P<w>{WEEKDAY})?\b(?P<d>{ORDINAL}){S}?(?:of{S})?(?P<m>{MONTH})\b(?:,?{S}(?P<y>{YEAR})|{S}(?P<yy>{SHORT_YEAR}))?",
        True,
        _day_month,
    ),
    (
        rf"(?P<w>{WEEKDAY})?\b(?P<m>{MONTH}){S}(?P<d>['’‘]?\d\d?)(?P<ord>st|nd|rd|th)?\b(?!%|[:.,]\d|{S}?{DASH}\d)"
        rf"(?:,?{S}(?P<y>{YEAR}))?",
        False,
        _month_day,
    ),
    (
        rf"\b{_ROUGHLY}?(?P<m1>{MONTH})(?:{S}(?P<y1>{YEAR}|{SHORT_YEAR}))?(?:{BETWEEN_AND}|{S}?/{S}?)"
        rf"{_ROUGHLY}?(?P<m2>{MONTH})\b(?:{S}(?P<y2>{YEAR}|{SHORT_YEAR}))?",
        False,
        _month_span,
    ),
    (
        rf"\b{PART}(?P<m>{MONTH})\b(?:,?{S}(?P<y>{YEAR})|{S}(?P<yy>{SHORT_YEAR}))?",
        True,
        _part_of_month,
    ),
    (
        rf"\b(?P<which>first|second|third|fourth|last){S}(?:full{S})?week{S}(?:of|in){S}(?P<m>{MONTH})\b(?:,?{S}(?P<y>{YEAR}))?",
        True,
        _week_of_month,
    ),
    (
        rf"\b(?P<length>year|quarter){S}(?:up{S}to|to|ending(?:{S}in)?){S}(?:the{S})?(?:end{S}of{S})?(?P<m>{MONTH})\b(?:,?{S}(?P<y>{YEAR}))?",
        True,
        _span_to,
    ),
    (rf"\b(?P<m>{MONTH}),?{S}(?:of{S})?(?P<y>{YEAR})(?![/-]\d)", False, _month_year),
    (rf"\b(?P<m>{MONTH})-(?P<y>20\d\d|\d\d)\b(?![/-]\d)", False, _month_year),
    (rf"\b(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])\b(?!-)", False, _iso_month),
    (rf"\b(?:(?P<shift>[Tt]his|[Nn]ext|[Ll]ast){S})?(?P<m>{MONTH})(?![\w-])", False, _bare_month),
)
"""Pattern, whether capitals do not matter, and what makes an expression of a match and the document's own year."""
