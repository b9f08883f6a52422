"""Expressions that the document's own date settles: "this month", "next half term", "last Thursday"."""

from __future__ import annotations

import re

from docmine.extract.calendar.days import PART
from docmine.extract.calendar.model import Expression, Partial
from docmine.extract.calendar.words import DASH, S, weekday
from docmine.extract.calendar.years import HALVES, part_months, shift, unit


def _relative(m: re.Match[str], _: int | None) -> Expression | None:
    words = m["rel"]
    of = unit(words)
    day = weekday(words.split()[-1]) if of == "weekday" else None
    return Expression(m.start(), m.end(), of, weekday=day, shift=shift(words))


def _part(m: re.Match[str], _: int | None) -> Expression | None:
    """ "end of next month", "the start of term", "early next year"."""
    words, part = m["rel"], m["part"].lower()
    of = unit(words)
    months = part_months(part) if of == "year" else None
    begins = part.startswith(("start", "beginning"))
    return Expression(
        m.start(), m.end(), of, shift=shift(words) or "this", ends=part.startswith("end"), begins=begins, part=months
    )


def _half(m: re.Match[str], _: int | None) -> Expression | None:
    """ "the second half of next year"."""
    months = HALVES[m["half"].lower()]
    return Expression(m.start(), m.end(), "year", shift=shift(m["rel"]) or "this", part=months)


def _same_time(m: re.Match[str], _: int | None) -> Expression | None:
    """ "this time next month", "this time last year": precise to the month, which 0 says of a year."""
    of = unit(m["rel"])
    return Expression(m.start(), m.end(), of, Partial(None, 0 if of == "year" else None), shift=shift(m["rel"]))


def _new_year(m: re.Match[str], _: int | None) -> Expression | None:
    return Expression(m.start(), m.end(), "year", shift="new")


def _weekday(m: re.Match[str], _: int | None) -> Expression | None:
    return Expression(m.start("day"), m.end(), "weekday", weekday=weekday(m["day"]), bare=True)


_KIND = r"(?:academic|school|financial)"
_RELATIVE = (
    rf"(?:(?:this|next|last|current|coming|previous)\s+(?:{_KIND}\s+year|calendar\s+year|year|month|week|quarter|half[\s-]+term|term"
    rf"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?:this\s+)?current\s+{_KIND}\s+year|new\s+(?:{_KIND}\s+year|term))\b"
)
_OWN = rf"(?:{_KIND}\s+year|calendar\s+year|year|month|week|quarter|half[\s-]+term|term)\b"
"""What "the end of the" needs no more words for: the month or year of the document."""

PATTERNS = (
    (rf"\b{PART}(?P<rel>{_RELATIVE}|(?<=\bthe\s){_OWN}|(?<=\bof\s)(?:half[\s-]+)?term\b)", True, _part),
    (
        rf"\b(?P<half>first|second|latter){S}half{S}of{S}(?:the{S})?(?P<rel>(?:(?:this|next|last){S})?year)\b",
        True,
        _half,
    ),
    (rf"\bthis{S}time{S}(?P<rel>(?:next|last){S}(?:month|year))\b", True, _same_time),
    (rf"\b(?P<rel>{_RELATIVE})", True, _relative),
    (
        rf"\b(?:on|by|before|until){S}(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!{S}(?:\d|and|or|to|the{S}\d|morning|{DASH})|s|,{S}\d|{S}?[–/-])",
        False,
        _weekday,
    ),
    (rf"(?<=\bin\sthe\s)new{S}year\b", True, _new_year),
)
"""As in `days`."""
