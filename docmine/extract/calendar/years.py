"""Years and their parts: "2021/22", "FY24", "Q3 2024/25", "autumn term 2022", "October half term", "early 2025"."""

from __future__ import annotations

import re

from dateutil.easter import easter

from docmine.extract.calendar.days import PART
from docmine.extract.calendar.model import HALF_TERM_BREAKS, TERMS, Expression, Partial, Shift, Unit
from docmine.extract.calendar.words import DASH, MONTH, YEAR, S, is_near, may_be_span, month, near_year

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_HOLIDAYS = {"summer": (7, 8), "easter": (3, 4), "christmas": (12, 1)}
_PARTS = {"early": (1, 3), "mid": (5, 8), "middle": (5, 8), "late": (10, 12)}
HALVES = {"first": (1, 6), "second": (7, 12), "latter": (7, 12)}
_QUARTERS = {"first": 1, "one": 1, "second": 2, "two": 2, "third": 3, "three": 3, "fourth": 4, "four": 4}
_QUARTERS |= {"last": 4, "final": 4}
_SHIFTS: dict[str, Shift] = {"this": "this", "current": "this", "next": "next", "coming": "next", "new": "new"}
_SHIFTS |= {"last": "last", "previous": "last"}


def shift(text: str | None) -> Shift | None:
    """What the first of some words says: "this", "coming", "last"; None where it is another word."""
    return _SHIFTS.get(text.lower().split()[0]) if text and text.strip() else None


def unit(text: str) -> Unit:
    """The unit that the last word of a relative expression names: "next academic year", "this month", "last Monday"."""
    words = text.lower()
    if re.search(r"half[\s-]+term$", words):
        return "half_term"
    if words.endswith("year"):
        kind: Unit = "academic_year" if re.search(r"academic|school", words) else "year"
        return "financial_year" if "financial" in words else kind
    noun = words.split()[-1]
    return noun if noun in ("month", "week", "quarter", "term") else "weekday"  # type: ignore[return-value]


def part_months(part: str) -> tuple[int, int] | None:
    """First and last month of an "early", "mid" or "late" part of a year."""
    return _PARTS.get(part.lower().split()[0].rstrip("-‐‑–"))


def _part_of_year(m: re.Match[str], _: int | None) -> Expression | None:
    """ "early 2022", "the end of 2022/23"."""
    part = m["part"].lower().split()[0].rstrip("-‐‑–")
    ends, begins = part == "end", part in ("start", "beginning")
    if m["pair"]:
        first, last = _pair(m["pair"]) or (None, None)
        return Expression(m.start(), m.end(), "years", Partial(first), Partial(last), ends=ends) if first else None
    year, span = int(m["y"]), part_months(part)
    if span is None:
        return Expression(m.start(), m.end(), "year", Partial(year), ends=ends, begins=begins)
    return Expression(m.start(), m.end(), "month", Partial(year, span[0]), Partial(year, span[1]))


def _half_of_year(m: re.Match[str], _: int | None) -> Expression | None:
    low, high = HALVES[m["half"].lower()]
    if m["pair"]:  # which begins in April
        first, _last = _pair(m["pair"]) or (0, 0)
        year, low, high = (first, 4, 9) if low == 1 else (first, 10, 3)
        return Expression(m.start(), m.end(), "month", Partial(year, low), Partial(year + (high < low), high))
    return Expression(m.start(), m.end(), "month", Partial(int(m["y"]), low), Partial(int(m["y"]), high))


def _pair(text: str) -> tuple[int, int] | None:
    """ "2021/22", "2021-2022", "21/22", "2023/4" → two years, of which the later is written in full or follows."""
    first, last = re.findall(r"\d+", text)
    low = int(first) if len(first) == 4 else 2000 + int(first)
    high = int(last) if len(last) == 4 else low // 10 ** len(last) * 10 ** len(last) + int(last)
    return (low, high) if low < high else None


def _years(m: re.Match[str], _: int | None) -> Expression | None:
    pair = _pair(m.group())
    if pair is None or pair[1] - pair[0] > 30 or not may_be_span(m):
        return None
    return Expression(m.start(), m.end(), "years", Partial(pair[0]), Partial(pair[1]), bare=True)


def _following_years(m: re.Match[str], known: int | None) -> Expression | None:
    """Of "23/24" and "2023/4" only one year and the next, near the document's own, can be meant."""
    pair = _pair(m.group())
    if pair is None or pair[1] != pair[0] + 1 or not is_near(pair[0], known):
        return None
    return Expression(m.start(), m.end(), "years", Partial(pair[0]), Partial(pair[1]), bare=True)


def _named_years(m: re.Match[str], known: int | None) -> Expression | None:
    """ "the 2023/24 financial year", "academic year 2024-25"."""
    pair = _pair(m["pair"])
    if pair is None or pair[1] != pair[0] + 1 or not is_near(pair[0], known):
        return None
    of: Unit = "financial_year" if m["of"].lower().startswith(("financial", "fy", "budget")) else "academic_year"
    return Expression(m.start(), m.end(), of, Partial(pair[0]), Partial(pair[1]))


def _year_by_its_end(m: re.Match[str], known: int | None) -> Expression | None:
    """ "FY24": the financial year that ends in 2024."""
    last = near_year(m["y"], known)
    return Expression(m.start(), m.end(), "financial_year", Partial(last - 1), Partial(last)) if last else None


def _quarter(m: re.Match[str], known: int | None) -> Expression | None:
    """A quarter of a financial year where two years or none are named: Q1 begins in April; else of the calendar's."""
    number = int(m["n"]) if m["n"] else _QUARTERS[(m["word"] or m["nth"]).lower()]
    if (m["nth"] or "").lower() == "last" and not (m["pair"] or m["y"]):
        return None  # the one before this
    of_calendar = m["y"] is not None
    low = 3 * number - 2 if of_calendar else (3 * number + 1 - 1) % 12 + 1
    year = int(m["y"]) if of_calendar else None
    if m["pair"]:
        pair = _pair(m["pair"])
        if pair is None or pair[1] != pair[0] + 1 or not is_near(pair[0], known):
            return None
        year = pair[0] + (number == 4)
    bare = year is None
    return Expression(m.start(), m.end(), "quarter", Partial(year, low), Partial(year, low + 2), bare=bare)


def _season(m: re.Match[str], known: int | None) -> Expression | None:
    name, term = m["season"].lower(), m["term"] is not None
    if term and (name == "winter" or m["to"]):
        return None
    low, high = (TERMS if term else _SEASONS)[name]
    if m["to"]:
        high = _SEASONS[m["to"].lower()][1]
    year = near_year(m["y"], known)
    if m["y"] and year is None:
        return None
    if year and m["b"] and low < 9:  # the spring and summer of 2022/23 are in 2023
        year += 1
    last = Partial(year + (high < low) if year else None, high)
    of: Unit = "term" if term else "season"
    return Expression(
        m.start(), m.end(), of, Partial(year, low), last, shift=shift(m["shift"]), bare=not m["y"] and not term
    )


def _half_term(m: re.Match[str], _: int | None) -> Expression | None:
    """The week without school: "October half term", "half term". "Next half term" is `relative`."""
    year = int(m["y"]) if m["y"] else None
    name = (m["of"] or "").lower()
    if not name:
        return Expression(m.start(), m.end(), "half_term", bare=True)
    number = HALF_TERM_BREAKS.get(name) or month(name)
    return Expression(m.start(), m.end(), "month", Partial(year, number))


def _holidays(m: re.Match[str], _: int | None) -> Expression | None:
    low, high = _HOLIDAYS[m["of"].lower()]
    year = int(m["y"]) if m["y"] else None
    last = Partial(year + (high < low) if year else None, high)
    return Expression(
        m.start(), m.end(), "season", Partial(year, low), last, shift=shift(m["shift"]), bare=year is None
    )


def _feast(m: re.Match[str], _: int | None) -> Expression | None:
    year = int(m["y"]) if m["y"] else None
    if m["feast"].startswith("New"):
        return Expression(m.start(), m.end(), "day", Partial(year, 1, 1), bare=year is None)
    if m["feast"].lower() == "christmas":
        return Expression(m.start(), m.end(), "day", Partial(year, 12, 25), bare=year is None)
    if year is None:
        return Expression(m.start(), m.end(), "day", Partial(None, 4, 0), bare=True)
    day = easter(year)
    return Expression(m.start(), m.end(), "day", Partial(year, day.month, day.day))


def _bare_year(m: re.Match[str], _: int | None) -> Expression | None:
    return Expression(m.start(), m.end(), "year", Partial(int(m[0])), bare=True)


_PAIR = rf"(?:20\d\d{S}?[/‐‑–—-]{S}?(?:20)?\d\d|\d\d{S}?[/–-]{S}?\d\d)\b"
_SHIFT = rf"(?:(?P<shift>this|next|last|coming){S})?"
_SEASON = r"(?:spring|summer|autumn|winter)"
_KIND = r"(?:academic|school|financial|budget)"

PATTERNS = (
    (
        rf"\b{PART}(?:(?P<pair>20\d\d{S}?[/–-]{S}?(?:20)?\d\d\b)|(?P<y>{YEAR}))(?![/–-]\d)",
        True,
        _part_of_year,
    ),
    (
        rf"\b(?P<half>first|second|latter){S}half{S}of{S}(?:(?P<pair>20\d\d[/–-](?:20)?\d\d\b)|(?P<y>{YEAR})(?![/–-]\d))",
        True,
        _half_of_year,
    ),
    (
        rf"\b(?:Q(?:uarter)?{S}?(?P<n>[1-4])|quarter{S}(?P<word>one|two|three|four)|(?P<nth>first|second|third|fourth|last|final){S}quarter)"
        rf"(?:,?{S}(?P<open>\()?(?:of{S})?(?:(?:the{S})?(?:financial{S}year{S}|FY{S}?))?(?:(?P<pair>{_PAIR})|(?P<y>{YEAR})(?![/–-]\d))(?(open)\)))?(?![\w-])",
        True,
        _quarter,
    ),
    (rf"\b(?P<of>{_KIND}{S}year|FY),?{S}?(?P<pair>{_PAIR})", True, _named_years),
    (rf"(?<![\w£.,/-])(?P<pair>{_PAIR}){S}(?P<of>{_KIND}{S}year)\b", True, _named_years),
    (rf"\bFY{S}?(?P<y>20\d\d|\d\d)\b(?![/–-]\d)", False, _year_by_its_end),
    (rf"\b{YEAR}{S}?[/‐‑–—-]{S}?(?:20)?\d\d\b(?![-/]\d)", False, _years),
    (rf"\b{YEAR}{S}(?:to|until|and){S}{YEAR}", False, _years),
    (rf"(?<![\w£.,/:-])(?:20\d\d/\d|\d\d/\d\d)\b(?![\w%]|[-/.,:]\d|{S}{MONTH})", False, _following_years),
    (
        rf"\b{_SHIFT}(?:(?:early|late|mid)(?:{DASH}|{S}))?(?P<season>{_SEASON})(?:{S}?[/–-]{S}?(?P<to>{_SEASON}))?(?P<term>{S}term)?"
        rf"(?:,?{S}(?:(?:of|in){S})?(?P<y>{YEAR}|['’‘]\d\d\b|\d\d\b(?![\d%:.,-]?\d|%|{S}[a-z]+s\b))(?:[/–-](?P<b>(?:20)?\d\d)\b)?)?(?![\w])",
        True,
        _season,
    ),
    (
        rf"\b(?:(?P<of>{MONTH}|spring|summer|autumn){S})?half[\s-]+term(?:{S}(?:holidays?|break|week))?\b(?:,?{S}(?P<y>{YEAR}))?",
        True,
        _half_term,
    ),
    (
        rf"\b{_SHIFT}(?P<of>summer|Easter|Christmas){S}(?:school{S})?(?:holidays?|break|vacation)\b(?:,?{S}(?P<y>{YEAR}))?",
        True,
        _holidays,
    ),
    (rf"\b(?P<feast>Christmas|Easter|New{S}Year(?:['’]s{S}Day)?)(?:{S}(?P<y>{YEAR}))?\b", False, _feast),
    (rf"(?<![\w£$€.,/-]){YEAR}(?![\w%/-]|[.,]\d)", False, _bare_year),
)
"""As in `days`."""
