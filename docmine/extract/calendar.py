"""Calendar expressions → ISO values: `resolve` adds the year that the words leave out.

Values are as precise as the words: "2022", "2022-05", "2022-05-22", "2021/2022" (an academic or financial year),
"2022-09/2023-03". `expressions.find` reads them from a text.
"""

from __future__ import annotations

import calendar as months
import datetime
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

TERMS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}
"""First and last month of each school term."""

Lean = Literal["past", "future", "near"]
Shift = Literal["this", "next", "last"]
Unit = Literal["day", "weekday", "week", "month", "quarter", "season", "term", "year", "school_year"]


class Partial(NamedTuple):
    """A date of which the words may leave out the year, the month or the day."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        return "-".join(f"{part:02d}" for part in self if part is not None)

    def middle(self) -> datetime.date:
        """A day to measure distances from: the middle of the month or year where no day is given."""
        return datetime.date(self.year or 1, self.month or 7, self.day or (15 if self.month else 1))


NO_DATE = Partial(None)


@dataclass(frozen=True, slots=True)
class Expression:
    """One calendar expression. `start` and `end` are offsets into the text that was searched."""

    start: int
    end: int
    unit: Unit
    first: Partial = NO_DATE
    last: Partial | None = None
    """The end of a span."""
    weekday: int | None = None
    """Monday is 0."""
    shift: Shift | None = None
    """ "next March", "this month", "last year"."""
    ends: bool = False
    """ "end of August": the last day is meant."""
    begins: bool = False
    """ "start of August": the first day is meant."""
    bare: bool = False
    """A month, season or year on its own, which could be another word or number: the caller looks at its context."""

    @property
    def has_year(self) -> bool:
        return self.first.year is not None or (self.last is not None and self.last.year is not None)


def is_valid(date: Partial) -> bool:
    try:
        datetime.date(date.year or 2024, date.month or 1, date.day or 1)
    except ValueError:
        return False
    return True


def resolve(e: Expression, anchor: Partial | None, lean: Lean = "near") -> str | None:
    """The ISO value of an expression, or null where the words and the anchor do not settle it.

    `anchor` is the date to reckon from, perhaps partial; `lean` tells whether the missing year lies before it, after it
    or as near as can be.
    """
    if e.shift is not None and e.first.month in (None, 0):
        return _resolve_relative(e, anchor)
    if not e.has_year:
        year = _missing_year(e, anchor, lean)
        if year is None:
            return None
        e = _with_year(e, year)
    elif e.first.year is None and e.last is not None:
        e = replace(e, first=e.first._replace(year=e.last.year))
    elif e.last is not None and e.last.year is None and e.first.year is not None:
        e = _with_year(e, e.first.year)
    if e.ends and e.unit != "school_year":  # an academic year and a financial one end on different days
        return _last_day(e)
    if e.begins and e.unit != "school_year":
        return _first_day(e.first)
    if e.last is None:
        return e.first.iso()
    if e.unit == "school_year":
        return f"{e.first.year}/{e.last.year}"
    return f"{e.first.iso()}/{e.last.iso()}"


def _with_year(e: Expression, year: int) -> Expression:
    first = e.first._replace(year=year)
    if first.day == 0:
        day = easter(year)
        first = Partial(year, day.month, day.day)
    last = e.last
    if last is not None:
        wraps = (last.month or 0, last.day or 0) < (first.month or 0, first.day or 0)
        last = last._replace(year=year + wraps)
    return replace(e, first=first, last=last)


def _last_day(e: Expression) -> str:
    date = e.last or e.first
    year, month = date.year or 1, date.month or 12
    return Partial(year, month, months.monthrange(year, month)[1]).iso()


def _first_day(date: Partial) -> str:
    return Partial(date.year or 1, date.month or 1, 1).iso()


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
    here = anchor.middle()
    if e.shift == "next":
        return own if (date.month or 0) > anchor.month else own + 1
    if e.shift == "last":
        return own if (date.month or 0) < anchor.month else own - 1
    if lean == "future":
        later = (date.month or 0, date.day or 99) >= (anchor.month, anchor.day or 0)
        return own if later else own + 1
    if lean == "past":
        earlier = (date.month or 0, date.day or 0) <= (anchor.month, anchor.day or 99)
        return own if earlier else own - 1
    return min((own, own - 1, own + 1), key=lambda y: abs((_middle_of(date, y) - here).days))


def _middle_of(date: Partial, year: int) -> datetime.date:
    dated = date._replace(year=year, day=date.day or None)
    return (dated if is_valid(dated) else dated._replace(day=28)).middle()


def _on(date: Partial, year: int) -> int:
    return datetime.date(year, date.month or 1, date.day or 1).weekday()


def _resolve_relative(e: Expression, anchor: Partial | None) -> str | None:
    """ "this month", "last year", "next week", from the document's own date; null where that is not precise enough."""
    if anchor is None or anchor.year is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[e.shift or "this"]
    if e.unit == "year" and e.first.month is None:
        year = Partial(anchor.year + step)
        return _last_day(Expression(0, 0, "year", year)) if e.ends else _first_day(year) if e.begins else year.iso()
    if anchor.month is None:
        return None
    if e.unit in ("month", "year"):
        moved = anchor.middle() + (relativedelta(months=step) if e.unit == "month" else relativedelta(years=step))
        date = Partial(moved.year, moved.month)
        return _last_day(Expression(0, 0, "month", date)) if e.ends else _first_day(date) if e.begins else date.iso()
    if e.unit == "term":
        return _term(anchor.year, anchor.month, step, e)
    if e.unit == "school_year":
        first = anchor.year - (anchor.month < 9) + step
        return f"{first}/{first + 1}"
    if e.unit == "quarter":
        start = datetime.date(anchor.year, (anchor.month - 1) // 3 * 3 + 1, 1) + relativedelta(months=3 * step)
        return f"{Partial(start.year, start.month).iso()}/{Partial(start.year, start.month + 2).iso()}"
    if anchor.day is None:
        return None
    day = datetime.date(anchor.year, anchor.month, anchor.day)
    monday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(weeks=step)
    if e.unit == "week":
        return f"{monday.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"
    return (monday + datetime.timedelta(days=e.weekday or 0)).isoformat() if e.weekday is not None else None


def _term(year: int, month: int, step: int, e: Expression) -> str | None:
    """The term that a month lies in, or the one before or after; null for "this term" in the holidays of August."""
    terms = sorted(TERMS.values())
    at = next((i for i, (_, last) in enumerate(terms) if month <= last), 0)
    if month < terms[at][0] and step <= 0:
        if step == 0:
            return None
        at -= 1
    elif month >= terms[at][0]:
        at += step
    year, at = year + at // len(terms), at % len(terms)
    first, last = (Partial(year, edge) for edge in terms[at])
    if e.ends:
        return _last_day(Expression(0, 0, "month", last))
    return _first_day(first) if e.begins else f"{first.iso()}/{last.iso()}"
