"""Text → calendar expressions. British usage: the day stands first.

`find` only reads; it knows nothing of the document. `values.resolve` adds the year that the words leave out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from docmine.extract.calendar import days, relative, worth, years
from docmine.extract.calendar.model import Expression, is_valid
from docmine.extract.calendar.words import MONTH, ORDINAL, S, day

_Build = Callable[[re.Match[str], int | None], "Expression | None"]


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Build], ...]:
    """In order of preference: where two match from the same place on, the longer wins, then the earlier here.

    Made when a text is worth a look: a question seldom is, and to make them takes longer than to answer it.
    """
    return tuple(
        (re.compile(pattern, re.I if fold else 0), build)
        for pattern, fold, build in (
            *days.PATTERNS[:-1],
            *relative.PATTERNS,
            *years.PATTERNS[:-1],
            days.PATTERNS[-1],
            years.PATTERNS[-1],
        )
    )


_LIST_OF_DAYS = re.compile(
    rf"(?<![\d£.,/])(?P<days>{ORDINAL}(?:,{S}{ORDINAL})*),?{S}(?:and|or|&){S}(?={ORDINAL}{S}(?:of{S})?{MONTH}\b)", re.I
)
_LISTED = re.compile(rf",{S}(?:(?:and|or|&){S})?|{S}(?:and|or|&){S}", re.I)
"""What stands between two dates of which the first borrows the year of the second."""
_WEEK = re.compile(rf"\bweek{S}of{S}(?:the{S})?$", re.I)
_EDGE = re.compile(rf"\b(?P<edge>(?:start|beginning){S}of|end(?:{S}of)?){S}(?:the{S}|this{S})?$", re.I)
_LEAD = 40
"""Characters before a date in which the words stand that make it the end of a quarter, or its week."""


def find(text: str, known_year: int | None = None) -> list[Expression]:
    """The calendar expressions of a text in their order, none overlapping.

    `known_year` is the document's own year: it tells "October 21" (2021) from "October 21" (the day).
    """
    if not worth.a_look(text):
        return []
    found: list[tuple[int, int, int, Expression]] = []
    for rank, (pattern, build) in enumerate(_patterns()):
        for m in pattern.finditer(text):
            expression = build(m, known_year)
            if expression is not None:
                found.append((expression.start, -expression.end, rank, expression))
    kept: list[Expression] = []
    for *_, expression in sorted(found, key=lambda item: item[:3]):
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    kept = [_widened(text, e) for e in _with_borrowed_years(text, kept)]
    return sorted([*kept, *_listed_days(text, kept)], key=lambda e: (e.start, e.end))


def _with_borrowed_years(text: str, found: Iterable[Expression]) -> list[Expression]:
    """ "March, May and July 2023", "4 June and 8 July 2023": each takes its year from the one behind it."""
    settled: list[Expression] = []
    for e in reversed(list(found)):
        after = settled[-1] if settled else None
        if after is not None and _borrows(text, e, after):
            year = after.first.year or 0
            e = replace(e, first=e.first._replace(year=year - ((e.first.month or 0) > (after.first.month or 0))))
        settled.append(e)
    return settled[::-1]


def _borrows(text: str, e: Expression, after: Expression) -> bool:
    return (
        e.unit in ("day", "month")
        and e.unit == after.unit
        and after.first.year is not None
        and bool(e.first.month)
        and not (e.has_year or e.last or e.shift or e.first.day == 0)
        and _LISTED.fullmatch(text, e.end, after.start) is not None
    )


def _widened(text: str, e: Expression) -> Expression:
    """With the words before it that make a day its week, or a quarter, a season or holidays their first or last day."""
    lead = max(0, e.start - _LEAD)
    if e.unit == "day" and e.last is None and e.first.day:
        m = _WEEK.search(text, lead, e.start)
        return replace(e, start=m.start(), of_week=True) if m else e
    if e.unit in ("quarter", "season", "term") and e.last is not None and e.shift is None:
        m = _EDGE.search(text, lead, e.start)
        if m:
            ends = m["edge"].lower().startswith("end")
            return replace(e, start=m.start(), ends=ends, begins=not ends)
    return e


def _listed_days(text: str, found: list[Expression]) -> Iterator[Expression]:
    """ "3, 10 and 17 May": each day borrows the month at the end; its text runs as far as that month."""
    by_start = {e.start: e for e in found}
    for m in _LIST_OF_DAYS.finditer(text):
        month = by_start.get(m.end())
        if month is None or month.unit != "day" or month.last is not None:
            continue
        for listed in re.finditer(ORDINAL, m["days"]):
            date = month.first._replace(day=day(listed.group()))
            if is_valid(date):
                start = m.start() + listed.start()
                yield Expression(start, month.end, "day", date)
