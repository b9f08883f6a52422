"""Expressions that the document's own date settles: "this month", "next half term", "last Thursday"."""

from __future__ import annotations

import re

from docmine.extract.calendar.days import PART
from docmine.extract.calendar.model import Expression, Partial, Unit
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


def _quarter_of(m: re.Match[str], _: int | None) -> Expression | None:
    """ "the first quarter of next year", "the current financial year's first quarter"."""
    number = _QUARTERS[(m["nth"] or m["own"]).lower()]
    words = m["rel"] or m["year"]
    of: Unit = unit(words)
    low = 3 * number - 2 if of == "year" else number * 3 % 12 + 1
    part = m["part"].lower() if m["part"] else ""
    begins = part.startswith(("start", "beginning"))
    return Expression(
        m.start(),
        m.end(),
        of,
        shift=shift(words) or "this",
        ends=part.startswith("end"),
        begins=begins,
        part=(low, low + 2),
    )


def _beside_today(m: re.Match[str], _: int | None) -> Expression | None:
    """ "tomorrow", "yesterday": where it is a day and not the time to come."""
    return Expression(m.start(), m.end(), "day", shift="next" if m.group().lower() == "tomorrow" else "last")


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

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_NTH = rf"(?:{'|'.join(_QUARTERS)})"
_YEAR_OF = (
    rf"(?:(?:this|next|last|current|coming|previous)\s+(?:{_KIND}\s+|calendar\s+)?year|(?<=\bthe\s){_KIND}\s+year)\b"
)

PATTERNS = (
    (
        rf"\b(?:{PART})?(?:(?P<nth>{_NTH}){S}quarter{S}of{S}(?:the{S})?(?P<rel>{_YEAR_OF})"
        rf"|(?P<year>{_YEAR_OF})['’]s{S}(?P<own>{_NTH}){S}quarter\b)",
        True,
        _quarter_of,
    ),
    (
        r"(?:(?<=\bby )|(?<=\bfrom )|(?<=\buntil )|(?<=\bbefore )|(?<=\bplay )|(?<=\bnoon )|(?<=\bmidday )"
        r"|(?<=\bstarts )|(?<=\bbusiness )|(?<=\bopens )|(?<=\bout ))tomorrow\b|\byesterday\b(?!['’]s)",
        True,
        _beside_today,
    ),
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
