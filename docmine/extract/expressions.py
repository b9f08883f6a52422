"""Text → calendar expressions. British usage: the day stands first.

`find` only reads; it knows nothing of the document. `calendar.resolve` adds the year that the words leave out.
"""

from __future__ import annotations

import calendar as months
import re
from collections.abc import Callable, Iterator

from dateutil.easter import easter

from docmine.extract.calendar import TERMS, Expression, Partial, Shift, Unit, is_valid

_NEAR_YEARS = 8
"""How far a two-digit year may lie from the document's own: beyond that "May 03" is the third of May."""


_MONTHS = {name: i for i in range(1, 13) for name in (months.month_name[i].lower(), months.month_abbr[i].lower())}
_MONTHS["sept"] = 9
_DAYS = {name[:3].lower(): i for i, name in enumerate(months.day_name)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_PARTS = {"early": (1, 3), "mid": (5, 8), "middle": (5, 8), "late": (10, 12)}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}

S = r"(?:[^\S\n\t]+\n?[^\S\n\t]*|\n[^\S\n\t]*)"
"""White space within a line or over one line end; never a cell's edge or an empty line."""
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Satur|Sat|Sun)(?:day)?\b\.?,?{S}(?:the{S})?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORD = rf"(?:{_DAY}(?:{S}?(?:st|nd|rd|th))?)\b"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)\b"
_SHORT_YEAR = r"(?:['’‘]\d\d|\d\d)\b(?![\d%:/.,-]?\d|%)"
_DASH = r"[-‐‑–—−]"
_TO = rf"(?:{S}?{_DASH}{S}?|{S}(?:to|until|till|through){S}(?:the{S})?)"
_BETWEEN_AND = rf"(?:{_TO}|{S}and{S})"

_Build = Callable[[re.Match[str], int | None], "Expression | None"]


def _month(name: str) -> int:
    return _MONTHS[
        name.strip(" .,\n").lower()[:4] if name.lower().startswith("sept") else name.strip(" .,\n").lower()[:3]
    ]


def _day(text: str) -> int:
    return int(re.match(r"\d+", text).group())  # type: ignore[union-attr]


def _full_year(text: str | None) -> int | None:
    if not text:
        return None
    digits = text.strip("'’‘")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _near(year: int, known: int | None) -> bool:
    return abs(year - known) <= _NEAR_YEARS if known else 2010 <= year <= 2035


def _weekday(text: str | None) -> int | None:
    return _DAYS[text.strip()[:3].lower()] if text else None


def _iso_day(m: re.Match[str], _: int | None) -> Expression | None:
    date = Partial(int(m["y"]), int(m["m"]), int(m["d"]))
    return Expression(m.start(), m.end(), "day", date) if is_valid(date) else None


def _iso_month(m: re.Match[str], _: int | None) -> Expression | None:
    return Expression(m.start(), m.end(), "month", Partial(int(m["y"]), int(m["m"])))


def _numeric(m: re.Match[str], known: int | None) -> Expression | None:
    year = _full_year(m["y"])
    if year is None or not (len(m["y"]) == 4 or _near(year, known)):
        return None
    date = Partial(year, int(m["m"]), int(m["d"]))
    return Expression(m.start(), m.end(), "day", date) if is_valid(date) else None


def _day_span(m: re.Match[str], _: int | None) -> Expression | None:
    last = Partial(_full_year(m["y2"]), _month(m["m2"]), _day(m["d2"]))
    first_month = _month(m["m1"]) if m["m1"] else last.month
    first = Partial(_full_year(m["y1"]) or last.year, first_month, _day(m["d1"]))
    if not m["y1"] and last.year and first.month and last.month and first.month > last.month:
        first = first._replace(year=last.year - 1)
    if not (is_valid(first) and is_valid(last)) or not _may_be_span(m):
        return None
    return Expression(m.start(), m.end(), "day", first, last, _weekday(m["w1"]))


def _day_month(m: re.Match[str], known: int | None) -> Expression | None:
    year, end = _full_year(m["y"]), m.end()
    if m["yy"]:
        year = _full_year(m["yy"])
        if year is not None and not _near(year, known):
            year, end = None, m.start("yy")
            end -= len(m.string[:end]) - len(m.string[:end].rstrip(" ,\n"))
    date = Partial(year, _month(m["m"]), _day(m["d"]))
    return Expression(m.start(), end, "day", date, weekday=_weekday(m["w"])) if is_valid(date) else None


def _month_day(m: re.Match[str], known: int | None) -> Expression | None:
    """ "September 14th", "October 21": a bare number is a year where it can be one, and a day after "on"."""
    number = _day(m["d"]) if m["d"][0] not in "'’‘" else int(m["d"][1:])
    month = _month(m["m"])
    written_as_day = bool(m["ord"] or m["w"] or m["y"] or re.search(rf"\bon{S}(?:the{S})?$", m.string[: m.start()]))
    if not written_as_day and len(m["d"]) >= 2 and (m["d"][0] in "'’‘" or _near(2000 + number, known)):
        return Expression(m.start(), m.end(), "month", Partial(2000 + number, month))
    date = Partial(_full_year(m["y"]), month, number)
    return Expression(m.start(), m.end(), "day", date, weekday=_weekday(m["w"])) if number and is_valid(date) else None


def _month_span(m: re.Match[str], known: int | None) -> Expression | None:
    first, last = Partial(_full_year(m["y1"]), _month(m["m1"])), Partial(_full_year(m["y2"]), _month(m["m2"]))
    for date in (first, last):
        if date.year and not _near(date.year, known) and date.year not in (_four(m["y1"]), _four(m["y2"])):
            return None
    if not _may_be_span(m):
        return None
    if first.year is None and last.year is not None and first.month and last.month:
        first = first._replace(year=last.year - (first.month > last.month))
    return Expression(m.start(), m.end(), "month", first, last)


def _four(text: str | None) -> int | None:
    return int(text) if text and len(text) == 4 and text.isdigit() else None


def _part(m: re.Match[str], known: int | None) -> Expression | None:
    """ "early 2022", "mid-October", "the end of August 2022", "end of next month"."""
    part = m["part"].lower().split()[0].rstrip("-‐‑–")
    ends, begins = part == "end", part in ("start", "beginning")
    if m["rel"]:
        shift = _shift(m["rel"]) or "this"
        return Expression(m.start(), m.end(), _unit(m["rel"]), shift=shift, ends=ends, begins=begins)
    year = _full_year(m["y"] or m["yy"])
    if m["yy"] and year is not None and not _near(year, known):
        return None
    if m["m"]:
        return Expression(m.start(), m.end(), "month", Partial(year, _month(m["m"])), ends=ends, begins=begins)
    if m["school"]:
        return Expression(m.start(), m.end(), "school_year", *_school(m["school"]), ends=ends)
    if ends or begins:
        return Expression(m.start(), m.end(), "year", Partial(year), ends=ends, begins=begins)
    if part in _PARTS:
        low, high = _PARTS[part]
        return Expression(m.start(), m.end(), "month", Partial(year, low), Partial(year, high))
    return Expression(m.start(), m.end(), "year", Partial(year))


def _school(text: str) -> tuple[Partial, Partial]:
    first, last = re.findall(r"\d+", text)
    return Partial(int(first)), Partial(int(first[:2] + last[-2:]))


def _month_year(m: re.Match[str], _: int | None) -> Expression | None:
    return Expression(m.start(), m.end(), "month", Partial(int(m["y"]), _month(m["m"])))


def _years(m: re.Match[str], _: int | None) -> Expression | None:
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first // 100 * 100 + int(m["b"])
    if last <= first or last - first > 30 or not _may_be_span(m):
        return None
    return Expression(m.start(), m.end(), "school_year", Partial(first), Partial(last), bare=True)


def _may_be_span(m: re.Match[str]) -> bool:
    """ "and" joins the ends of a span only after "between": "in 2016 and 2019" are two dates."""
    joint = re.search(rf"{S}and{S}", m.group())
    return joint is None or re.search(rf"\bbetween{S}(?:the{S})?$", m.string[: m.start()], re.I) is not None


def _quarter(m: re.Match[str], _: int | None) -> Expression | None:
    number = int(m["n"]) if m["n"] else _QUARTERS[m["word"].lower()]
    if m["b"]:  # of a financial year: Q1 begins in April
        year = int(m["y"]) + (number == 4)
        month = (3 * number + 1 - 1) % 12 + 1
    else:
        year, month = int(m["y"]), 3 * number - 2
    return Expression(m.start(), m.end(), "quarter", Partial(year, month), Partial(year, month + 2))


def _season(m: re.Match[str], _: int | None) -> Expression | None:
    name, term = m["season"].lower(), m["term"] is not None
    if term and name == "winter":
        return None
    low, high = (TERMS if term else _SEASONS)[name]
    year = int(m["y"]) if m["y"] else None
    if year and term and m["b"] and low < 9:  # the spring term of 2022/23 is in 2023
        year += 1
    elif year and m["b"] and low < 9:
        year = None if name == "winter" else year + 1
    last = Partial(year + (high < low) if year else None, high)
    return Expression(
        m.start(),
        m.end(),
        "season",
        Partial(year, low),
        last,
        shift=_shift(m["shift"] or ""),
        bare=not m["y"] and not term,
    )


def _shift(text: str) -> Shift | None:
    word = text.lower().split()[:1]
    if word in (["this"], ["next"], ["last"]):
        return word[0]  # type: ignore[return-value]
    return {"current": "this", "coming": "next", "previous": "last"}.get(word[0]) if word else None  # type: ignore[return-value]


def _unit(text: str) -> Unit:
    noun = text.lower().split()[-1]
    if noun == "year":
        return "school_year" if re.search(r"academic|school|financial", text, re.I) else "year"
    return noun if noun in ("month", "week", "quarter", "term") else "weekday"  # type: ignore[return-value]


def _relative(m: re.Match[str], _: int | None) -> Expression | None:
    words = m["rel"]
    unit = _unit(words)
    return Expression(
        m.start(),
        m.end(),
        unit,
        weekday=_weekday(words.split()[-1]) if unit == "weekday" else None,
        shift=_shift(words),
    )


def _same_time(m: re.Match[str], _: int | None) -> Expression | None:
    """ "this time next month", "this time last year": precise to the month, which 0 says of a year."""
    unit = _unit(m["rel"])
    return Expression(m.start(), m.end(), unit, Partial(None, 0 if unit == "year" else None), shift=_shift(m["rel"]))


def _feast(m: re.Match[str], _: int | None) -> Expression | None:
    year = int(m["y"]) if m["y"] else None
    if m["feast"].lower() == "christmas":
        return Expression(m.start(), m.end(), "day", Partial(year, 12, 25), bare=year is None)
    if year is None:
        return Expression(m.start(), m.end(), "day", Partial(None, 4, 0), bare=True)
    day = easter(year)
    return Expression(m.start(), m.end(), "day", Partial(year, day.month, day.day))


def _bare_month(m: re.Match[str], _: int | None) -> Expression | None:
    return Expression(
        m.start(), m.end(), "month", Partial(None, _month(m["m"])), shift=_shift(m["shift"] or ""), bare=not m["shift"]
    )


def _bare_year(m: re.Match[str], _: int | None) -> Expression | None:
    return Expression(m.start(), m.end(), "year", Partial(int(m[0])), bare=True)


_SCHOOL = rf"(?:20\d\d{S}?[/–-]{S}?(?:20)?\d\d)\b"
_REL = (
    r"(?:(?:this|next|last|current|coming|previous)\s+(?:(?:academic|school|financial)\s+year|calendar\s+year|year|month|week|quarter|term"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b"
)
_OWN = r"(?:(?:academic|school|financial|calendar)\s+year|year|month|term)\b"
"""What "the end of the" needs no more words for: the month or year of the document."""
_PART = rf"(?P<part>(?:early|late|mid|(?:end|start|beginning|middle){S}of)(?:{S}?{_DASH}{S}?|{S})(?:the{S})?)"

# In order of preference: where two match from the same place on, the longer wins, then the earlier here.
_PATTERNS: tuple[tuple[re.Pattern[str], _Build], ...] = tuple(
    (re.compile(pattern, re.I if fold else 0), build)
    for pattern, fold, build in (
        (rf"\b(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>\d\d)\b", False, _iso_day),
        (
            rf"\b(?P<d>{_DAY})(?P<sep>[/.-])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>20\d\d|19\d\d|\d\d)\b(?![/.-]\d)",
            False,
            _numeric,
        ),
        (
            rf"(?P<w1>{_WEEKDAY})?\b(?P<d1>{_ORD})(?:{S}(?:of{S})?(?P<m1>{_MONTH})(?:,?{S}(?P<y1>{_YEAR}))?)?{_BETWEEN_AND}"
            rf"(?P<w2>{_WEEKDAY})?(?P<d2>{_ORD}){S}(?:of{S})?(?P<m2>{_MONTH})\b(?:,?{S}(?P<y2>{_YEAR}))?",
            True,
            _day_span,
        ),
        (
            rf"(?P<w>{_WEEKDAY})?\b(?P<d>{_ORD}){S}?(?:of{S})?(?P<m>{_MONTH})\b(?:,?{S}(?P<y>{_YEAR})|{S}(?P<yy>{_SHORT_YEAR}))?",
            True,
            _day_month,
        ),
        (
            rf"(?P<w>{_WEEKDAY})?\b(?P<m>{_MONTH}){S}(?P<d>['’‘]?\d\d?)(?P<ord>st|nd|rd|th)?\b(?!%|[:.,]\d|{S}?{_DASH}\d)"
            rf"(?:,?{S}(?P<y>{_YEAR}))?",
            False,
            _month_day,
        ),
        (
            rf"\b(?P<m1>{_MONTH})(?:{S}(?P<y1>{_YEAR}|{_SHORT_YEAR}))?(?:{_BETWEEN_AND}|{S}?/{S}?)"
            rf"(?:(?:early|late|mid|the end of){S})?(?P<m2>{_MONTH})\b(?:{S}(?P<y2>{_YEAR}|{_SHORT_YEAR}))?",
            False,
            _month_span,
        ),
        (
            rf"\b{_PART}(?:(?P<rel>{_REL}|(?<=\bthe\s){_OWN})|(?P<m>{_MONTH})\b(?:,?{S}(?P<y>{_YEAR})|{S}(?P<yy>{_SHORT_YEAR}))?)"
            rf"(?P<school>(?!))?",
            True,
            _part,
        ),
        (
            rf"\b{_PART}(?P<rel>(?!))?(?P<m>(?!))?(?P<yy>(?!))?(?:(?P<school>{_SCHOOL})|(?P<y>{_YEAR}))(?![/–-]\d)",
            True,
            _part,
        ),
        (rf"\b(?P<m>{_MONTH}),?{S}(?:of{S})?(?P<y>{_YEAR})(?![/-]\d)", False, _month_year),
        (
            rf"\b(?:Q(?:uarter)?{S}?(?P<n>[1-4])|(?P<word>first|second|third|fourth|last|final){S}quarter),?{S}(?:of{S})?"
            rf"(?P<y>{_YEAR})(?:[/–-](?P<b>(?:20)?\d\d)\b)?",
            True,
            _quarter,
        ),
        (
            rf"\b(?P<a>{_YEAR})(?:{S}?[/‐‑–—-]{S}?(?P<b>(?:20)?\d\d)\b(?![-/]\d))",
            False,
            _years,
        ),
        (rf"\b(?P<a>{_YEAR}){S}(?P<and>to|until|and){S}(?P<b>{_YEAR})", False, _years),
        (rf"\b(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])\b(?!-)", False, _iso_month),
        (
            rf"\b(?:(?P<shift>this|next|last){S})?(?:(?:early|late|mid){S})?(?P<season>spring|summer|autumn|winter)(?P<term>{S}term)?"
            rf"(?:,?{S}(?:(?:of|in){S})?(?P<y>{_YEAR})(?:[/–-](?P<b>(?:20)?\d\d)\b)?)?\b",
            True,
            _season,
        ),
        (rf"\bthis{S}time{S}(?P<rel>(?:next|last){S}(?:month|year))\b", True, _same_time),
        (rf"\b(?P<rel>{_REL})", True, _relative),
        (rf"\b(?P<feast>Christmas|Easter)(?:{S}(?P<y>{_YEAR}))?\b", False, _feast),
        (rf"\b(?:(?P<shift>[Tt]his|[Nn]ext|[Ll]ast){S})?(?P<m>{_MONTH})(?![\w-])", False, _bare_month),
        (rf"(?<![\w£$€.,/-]){_YEAR}(?![\w%/-]|[.,]\d)", False, _bare_year),
    )
)
_WORTH_A_LOOK = re.compile(
    r"\d|spring|summer|autumn|winter|christmas|easter|(?:this|next|last|current|coming|previous)\s|\bof\sthe\s"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    re.I,
)
_LIST_OF_DAYS = re.compile(
    rf"(?<![\d£.,/])(?P<days>{_ORD}(?:,{S}{_ORD})*),?{S}(?:and|or|&){S}(?={_ORD}{S}(?:of{S})?{_MONTH}\b)", re.I
)


def find(text: str, known_year: int | None = None) -> list[Expression]:
    """The calendar expressions of a text in their order, none overlapping.

    `known_year` is the document's own year: it tells "October 21" (2021) from "October 21" (the day).
    """
    if not _WORTH_A_LOOK.search(text):
        return []
    found: list[tuple[int, int, int, Expression]] = []
    for rank, (pattern, build) in enumerate(_PATTERNS):
        for m in pattern.finditer(text):
            expression = build(m, known_year)
            if expression is not None:
                found.append((expression.start, -expression.end, rank, expression))
    kept: list[Expression] = []
    for *_, expression in sorted(found, key=lambda item: item[:3]):
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return sorted([*kept, *_listed_days(text, kept)], key=lambda e: (e.start, e.end))


def _listed_days(text: str, found: list[Expression]) -> Iterator[Expression]:
    """ "3, 10 and 17 May": each day borrows the month at the end; its text runs as far as that month."""
    by_start = {e.start: e for e in found}
    for m in _LIST_OF_DAYS.finditer(text):
        month = by_start.get(m.end())
        if month is None or month.unit != "day" or month.last is not None:
            continue
        for day in re.finditer(_ORD, m["days"]):
            date = month.first._replace(day=_day(day.group()))
            if is_valid(date):
                start = m.start() + day.start()
                yield Expression(start, month.end, "day", date)
