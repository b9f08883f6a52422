"""Calendar expressions → ISO values: `resolve` adds the year that the words leave out.

Values are as precise as the words: "2022", "2022-05", "2022-05-22", "2021/2022" (an academic or financial year),
"2022-09/2023-03".
"""

from __future__ import annotations

import calendar as months
import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from docmine.extract.calendar.model import (
    HALF_TERM_BREAKS,
    HALF_TERMS,
    OF_TWO_YEARS,
    TERMS,
    Expression,
    Partial,
    Unit,
    is_valid,
)

Lean = Literal["past", "future", "near"]
_FIRST_MONTH = {"academic_year": 9, "financial_year": 4}
_BIAS = 31
"""Days by which a day to come must be the nearer one."""
_NEW_FOR = 2
"""So many months of a year or a term it is still called the new one."""


def resolve(e: Expression, anchor: Partial | None, lean: Lean = "near") -> str | None:
    """The ISO value of an expression, or null where the words and the anchor do not settle it.

    `anchor` is the date to reckon from, perhaps partial; `lean` tells whether the missing year lies before it, after it
    or as near as can be.
    """
    if e.unit == "half_term" and e.shift is None:
        if anchor is None or anchor.month is None:
            return None
        e = _next_break(e, anchor.month, lean)
    elif e.unit == "weekday" and e.bare:
        return _nearest_weekday(e, anchor, lean)
    elif e.shift is not None and e.first.month in (None, 0):
        return _resolve_relative(e, anchor)
    if not e.has_year:
        year = _missing_year(e, anchor, lean)
        if year is None:
            return None
        e = _with_year(e, year)
    elif e.first.year is None and e.last is not None and e.last.year is not None:
        e = replace(e, first=e.first._replace(year=e.last.year - e.wraps))
    elif e.last is not None and e.last.year is None and e.first.year is not None:
        e = _with_year(e, e.first.year)
    if e.unit in OF_TWO_YEARS and e.last is not None:
        return _of_years(e.first.year or 1, e, e.last.year)
    if e.unit == "term" and e.last is not None:
        return _edge_of_term(e, e.first, e.last)
    if e.ends:
        return _last_day(e.last or e.first)
    if e.begins:
        return _first_day(e.first)
    if e.unit == "week" and e.last is not None and e.last.day == 0:  # "the last week of June"
        return _last_week(e)
    if e.of_week:
        return _week(e)
    return f"{e.first.iso()}/{e.last.iso()}" if e.last is not None else e.first.iso()


def _with_year(e: Expression, year: int) -> Expression:
    first = e.first._replace(year=year)
    if first.day == 0:
        day = easter(year)
        first = Partial(year, day.month, day.day)
    last = e.last._replace(year=year + e.wraps) if e.last is not None else None
    return replace(e, first=first, last=last)


def _last_day(date: Partial) -> str:
    year, month = date.year or 1, date.month or 12
    return Partial(year, month, months.monthrange(year, month)[1]).iso()


def _first_day(date: Partial) -> str:
    return Partial(date.year or 1, date.month or 1, 1).iso()


def _edge(e: Expression, first: Partial, last: Partial) -> str:
    """The day that "end of" or "start of" means of a span, else the whole span."""
    if e.ends:
        return _last_day(last)
    return _first_day(first) if e.begins else f"{first.iso()}/{last.iso()}"


def _edge_of_term(e: Expression, first: Partial, last: Partial) -> str:
    """A term or its first or last month: on which day a school's term ends is not for the calendar to say."""
    return last.iso() if e.ends else first.iso() if e.begins else f"{first.iso()}/{last.iso()}"


def _last_week(e: Expression) -> str:
    end = datetime.date.fromisoformat(_last_day(e.first._replace(day=None)))
    return f"{(end - datetime.timedelta(days=6)).isoformat()}/{end.isoformat()}"


def _of_years(first: int, e: Expression, last: int | None = None) -> str:
    """A pair of years; the day it ends or begins on only where the words say what kind of year it is."""
    month = _FIRST_MONTH.get(e.unit)
    last = last or first + 1
    if month is not None and e.ends:
        return _last_day(Partial(last, month - 1))
    if month is not None and e.begins:
        return _first_day(Partial(first, month))
    return f"{first}/{last}"


def _week(e: Expression) -> str | None:
    if not is_valid(e.first) or e.first.year is None or e.first.month is None or e.first.day is None:
        return None
    day = datetime.date(e.first.year, e.first.month, e.first.day)
    return _seven_days(day - datetime.timedelta(days=day.weekday()))


def _seven_days(first: datetime.date) -> str:
    return f"{first.isoformat()}/{(first + datetime.timedelta(days=6)).isoformat()}"


def _missing_year(e: Expression, anchor: Partial | None, lean: Lean) -> int | None:
    if anchor is None or anchor.year is None:
        return None
    date, own = e.first, anchor.year
    if e.weekday is not None and date.day:
        fitting = [y for y in (own, own + 1, own - 1) if is_valid(date._replace(year=y)) and _on(date, y) == e.weekday]
        if fitting:
            return fitting[0]
    if anchor.month is None:
        return own + {"next": 1, "last": -1}.get(e.shift or "", 0)
    end = date if e.last is None or e.wraps else e.last
    if e.shift == "this":
        return own - (e.wraps and e.last is not None and anchor.month <= (e.last.month or 0))
    if e.shift == "next":
        return own if (date.month or 0) > anchor.month else own + 1
    if e.shift == "last":
        return own if (end.month or 0) < anchor.month else own - 1
    if lean == "future":
        later = (end.month or 0, end.day or 99) >= (anchor.month, anchor.day or 0)
        return own if later else own + 1
    if lean == "past":
        earlier = (date.month or 0, date.day or 0) <= (anchor.month, anchor.day or 99)
        return own if earlier else own - 1
    here = anchor.middle()
    return min((own, own - 1, own + 1), key=lambda y: _distance((_middle_of(date, y) - here).days))


def _distance(days: int) -> int:
    """How far off a day is: what is named without a word of the future is rather over than to come."""
    return days + _BIAS if days > _BIAS else abs(days)


def _middle_of(date: Partial, year: int) -> datetime.date:
    dated = date._replace(year=year, day=date.day or None)
    return (dated if is_valid(dated) else dated._replace(day=28)).middle()


def _on(date: Partial, year: int) -> int:
    return datetime.date(year, date.month or 1, date.day or 1).weekday()


def _resolve_relative(e: Expression, anchor: Partial | None) -> str | None:
    """ "this month", "last year", "next week", from the document's own date; null where that is not precise enough."""
    if anchor is None or anchor.year is None:
        return None
    if e.unit == "year" and e.first.month is None:
        return _year(e, anchor)
    if anchor.month is None:
        return None
    step = _step(e)
    if e.unit in _FIRST_MONTH and e.part is not None:
        low, high = e.part
        first = _year_now(e.unit, anchor.year, anchor.month) + _step(e, anchor.month) + (low < _FIRST_MONTH[e.unit])
        return _edge(e, Partial(first, low), Partial(first, high))
    if e.unit in ("month", "year"):
        moved = anchor.middle() + (relativedelta(months=step) if e.unit == "month" else relativedelta(years=step))
        date = Partial(moved.year, moved.month)
        return _last_day(date) if e.ends else _first_day(date) if e.begins else date.iso()
    if e.unit in ("term", "half_term"):
        return _term(anchor.year, anchor.month, e)
    if e.unit in _FIRST_MONTH:
        return _of_years(_year_now(e.unit, anchor.year, anchor.month) + _step(e, anchor.month), e)
    if e.unit == "quarter":
        start = datetime.date(anchor.year, (anchor.month - 1) // 3 * 3 + 1, 1) + relativedelta(months=3 * step)
        return _edge(e, Partial(start.year, start.month), Partial(start.year, start.month + 2))
    return _day_or_week(e, anchor, step)


def _step(e: Expression, month: int | None = None) -> int:
    """How many units on from the present one; the new year of a school or a budget is the present one at first."""
    if e.shift == "new" and month is not None:
        return 0 if (month - _FIRST_MONTH.get(e.unit, 1)) % 12 < _NEW_FOR else 1
    return {"last": -1, "this": 0, "next": 1, "new": 1}[e.shift or "this"]


def _year(e: Expression, anchor: Partial) -> str:
    if e.shift == "new":
        return Partial((anchor.year or 1) + ((anchor.month or 0) > _NEW_FOR), 1).iso()
    year = Partial((anchor.year or 1) + _step(e))
    if e.part is not None:
        return _edge(e, year._replace(month=e.part[0]), year._replace(month=e.part[1]))
    return _last_day(year) if e.ends else _first_day(year) if e.begins else year.iso()


def _year_now(unit: Unit, year: int, month: int) -> int:
    """The calendar year in which the academic or financial year of a month began."""
    return year - (month < _FIRST_MONTH[unit])


def _day_or_week(e: Expression, anchor: Partial, step: int) -> str | None:
    if anchor.year is None or anchor.month is None or anchor.day is None:
        return None
    day = datetime.date(anchor.year, anchor.month, anchor.day)
    monday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(weeks=step)
    if e.unit == "week":
        sunday = monday + datetime.timedelta(days=6)
        return sunday.isoformat() if e.ends else monday.isoformat() if e.begins else _seven_days(monday)
    if e.unit == "day":
        return (day + datetime.timedelta(days=step)).isoformat()
    return (monday + datetime.timedelta(days=e.weekday or 0)).isoformat() if e.weekday is not None else None


def _nearest_weekday(e: Expression, anchor: Partial | None, lean: Lean) -> str | None:
    """ "on Friday": the next one, or the last one where the words tell of the past; null where they tell of neither."""
    if anchor is None or anchor.year is None or anchor.month is None or anchor.day is None or lean == "near":
        return None
    day = datetime.date(anchor.year, anchor.month, anchor.day)
    ahead = ((e.weekday or 0) - day.weekday() - 1) % 7 + 1
    return (day + datetime.timedelta(days=ahead if lean == "future" else ahead - 7 if ahead < 7 else -7)).isoformat()


def _next_break(e: Expression, here: int, lean: Lean) -> Expression:
    """ "by half term": the week without school that comes next, or came last where the words tell of the past."""
    breaks = sorted(HALF_TERM_BREAKS.values())
    if lean == "past":
        month = max((m for m in breaks if m <= here), default=breaks[-1])
    else:
        month = min((m for m in breaks if m >= here), default=breaks[0])
    return replace(e, unit="month", first=Partial(None, month))


def _term(year: int, month: int, e: Expression) -> str | None:
    """The term or half term of a month, or the one before or after; null for "this term" in the holidays of August."""
    spans: Sequence[tuple[int, int]] = sorted(TERMS.values()) if e.unit == "term" else HALF_TERMS
    at = next((i for i, (_, last) in enumerate(spans) if month <= last), 0)
    step = _step(e)
    if month < spans[at][0] and step <= 0:
        if step == 0:
            return None
        at -= 1
    elif month >= spans[at][0] and not (e.shift == "new" and month == spans[at][0]):
        at += step
    year, at = year + at // len(spans), at % len(spans)
    first, last = (Partial(year, edge) for edge in spans[at])
    return _edge_of_term(e, first, last)
