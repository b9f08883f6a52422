"""Text → quantities: numbers in words and digits with unit, qualifier and whole. Says nothing of whether they matter.

Values are plain numbers: "£1.2m" is 1200000 gbp, "two to three-year" is 3 years (max), "8 out of 12" is 8 of 12.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from docmine.extract.spelled import SMALL, TENS, UNITS, value_of

_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_MULTIPLES = {"doubl": 2, "twice": 2, "halv": 0.5, "trebl": 3, "tripl": 3, "quadrupl": 4}

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_ONE_WORD = "|".join((*list(SMALL)[1:], *TENS))
_YEAR = r"(?:(?:19|20)\d\d(?:[/–-]\d\d)?|(?<=\d[/–-])\d\d)"
"""A year is not the lower end of a range: "60% in 2021 and 70% in 2022"."""
_WORDS = (
    rf"(?:(?:(?:{_ONE_WORD}|half\sa|a)\s)?(?<!several\s)(?<!few\s)(?<!many\s)(?:hundred|dozen|thousand|million|billion)(?:\sand\s(?:{_ONE_WORD})(?:-(?:{_ONE_WORD}))?)?"
    rf"|(?:{'|'.join(TENS)})[-\s](?:{'|'.join(UNITS[1:10])})|{_ONE_WORD})\b"
)
_NUM = rf"(?:{_DIGITS}(?:\s?(?:million|billion|thousand|bn|m|k)\b(?!\s\d+s\b))?|{_WORDS})"
_DASH = r"\s?[-‐‑–—]\s?"
_TO = rf"(?:{_DASH}|\s(?:to|or)\s)"
_QUALIFIERS = {
    "over": r"(?:just |well |slightly )?(?:over|above|more than|greater than|in excess of|upwards of)|exceeding",
    "min": r"at least|(?:a )?minimum of|no (?:fewer|less) than|not less than",
    "max": r"up to|(?:a )?max(?:imum)?(?: of)?|no (?:more|longer|later) than|not more than|at most",
    "under": r"(?:just |well |slightly )?(?:under|below|less than|fewer than)",
    "about": r"approximately|approx\.?|about|around|roughly|circa|nearly|almost|close to|(?:an )?estimated|some",
}
_QUALIFIER = "|".join(_QUALIFIERS.values())
_Q = (
    rf"(?:\b(?P<qual>{_QUALIFIER})\s+(?:the\s+)?(?:(?:a|an)\s+(?=£|\d|dozen|hundred|thousand|million|quarter|third))?)?"
)
_TIME = r"(?:years?|months?|weeks?|days?|hours?|minutes?|hrs?|mins?|seconds)"
_TIMES = {"hr": "hours", "min": "minutes"}
_HALF = r"(?P<half>\sand\sa\shalf|½)?"
_BETWEEN = r"(?:\bbetween\s+(?=\S+(?:\s\w+)?\s+and\s))?"
_POINTS = r"%(?:\s?(?:points?|pts?)\b)?|per\s?cent\b|percentage\spoints?\b|pp(?:ts?)?\b"
_OR_MORE = re.compile(
    r"\s+or\s+(?P<more>more|over|above|higher|longer)\b|\s+or\s+(?P<less>fewer|less|under|below|lower|shorter)\b", re.I
)
"""What stands behind a number as its qualifier."""
_SPREAD = re.compile(r"(?:£\S+|\b(?:million|billion|spread|phased|delivered|invested|spent|saved|saving))\s+$", re.I)
"""Before "over three years": in that time, not more than it."""
_CHANGED = re.compile(
    r"(?<!ranging )(?<!ranged )(?<!range )(?<!varying )(?<!vary )(?<!anything )(?<!ages )(?<!aged )"
    r"\bfrom\s+(?:an?\s+average\s+of\s+|around\s+|about\s+|roughly\s+|just\s+|over\s+|under\s+|nearly\s+|some\s+)*$",
    re.I,
)
"""Before "29 to 27 weeks": it is no range but a change from the one to the other."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written. `start` to `end` covers qualifier and unit; `number` is where the number itself starts."""

    start: int
    end: int
    number: int
    value: float
    unit: str = "count"
    qualifier: str = "none"
    of: float | None = None
    form: str = "number"
    """ "number", "share", "money", "duration", "fraction", "multiple", "sample" or "range"."""
    spelled: bool = False


def qualifier_of(words: str | None) -> str:
    """ "max" for "up to", "about" for "nearly", "none" for no words at all."""
    if not words:
        return "none"
    folded = re.sub(r"\s+", " ", words.lower())
    return next((name for name, pattern in _QUALIFIERS.items() if re.fullmatch(pattern, folded)), "none")


def _made(m: re.Match[str], **values: object) -> Quantity:
    number = m.start("n")
    qualifier = values.pop("qualifier", qualifier_of(m["qual"] if "qual" in m.groupdict() else None))
    value = values.pop("value", None)
    return Quantity(
        start=m.start(),
        end=m.end(),
        number=number,
        value=value_of(m["n"]) if value is None else value,  # type: ignore[arg-type]
        qualifier=qualifier,  # type: ignore[arg-type]
        spelled=not m["n"].lstrip("£")[:1].isdigit(),
        **values,  # type: ignore[arg-type]
    )


def _all_but(m: re.Match[str]) -> Quantity:
    whole = value_of(m["whole"])
    return _made(m, value=whole - value_of(m["n"]), of=whole, form="share")


def _out_of(m: re.Match[str]) -> Quantity | None:
    whole = value_of(m["whole"])
    return _made(m, of=whole, form="share") if value_of(m["n"]) <= whole else None


def _in_every(m: re.Match[str]) -> Quantity | None:
    part, whole = value_of(m["n"]), value_of(m["whole"])
    return _made(m, of=whole, form="share") if part < whole <= (1000 if part == 1 else 100) and part <= 20 else None


def _upper(m: re.Match[str]) -> tuple[float, str]:
    """The upper end of a range and its qualifier, or the number itself and the words before it."""
    if m["upper"]:
        upper = value_of(m["upper"])
        low = value_of(m["n"])
        scale = re.search(r"(million|billion|thousand|bn|m|k)\s*$", m["upper"])
        if not scale and low > upper:
            return low, qualifier_of(m["qual"])
        return upper, "max"
    return value_of(m["n"]), qualifier_of(m["qual"])


def _percent(m: re.Match[str]) -> Quantity:
    value, qualifier = _upper(m)
    unit = "percentage_points" if re.search(r"p(?:oin)?ts?|pp", m["unit"], re.I) else "percent"
    return _made(m, value=value, qualifier=qualifier, unit=unit)


def _money(m: re.Match[str]) -> Quantity:
    value, qualifier = _upper(m)
    return _made(m, value=value, qualifier=qualifier, unit="gbp", form="money")


def _pence(m: re.Match[str]) -> Quantity:
    return _made(m, value=value_of(m["n"]) / 100, unit="gbp", form="money")


def _duration(m: re.Match[str]) -> Quantity:
    value, qualifier = _upper(m)
    stem = m["unit"].lower().rstrip("s")
    unit = _TIMES.get(stem, stem + "s")
    return _made(m, value=value + (0.5 if m["half"] else 0), qualifier=qualifier, unit=unit, form="duration")


def _one_duration(m: re.Match[str]) -> Quantity:
    return _made(m, value=1, unit=m["unit"].lower().rstrip("s") + "s", form="duration")


def _fraction(m: re.Match[str]) -> Quantity:
    part = re.sub(r"s$", "", m["n"].lower().replace("-", " ").split()[-1])
    count = next((SMALL[w] for w in re.split(r"[\s-]+", m["n"].lower()) if w in SMALL), 1)
    return _made(m, value=round(count * _FRACTIONS[part], 4), unit="ratio", form="fraction")


def _multiple(m: re.Match[str]) -> Quantity:
    word = m["n"].lower()
    return _made(
        m, value=next(v for stem, v in _MULTIPLES.items() if word.startswith(stem)), unit="ratio", form="multiple"
    )


def _times(m: re.Match[str]) -> Quantity:
    return _made(m, unit="ratio", form="multiple")


def _sample(m: re.Match[str]) -> Quantity:
    return _made(m, form="sample")


def _none_of(m: re.Match[str]) -> Quantity:
    return _made(m, value=0, of=value_of(m["whole"]), form="share")


def _fold(m: re.Match[str]) -> Quantity:
    return _made(m, unit="ratio", form="multiple")


def _range(m: re.Match[str]) -> Quantity | None:
    low, high = value_of(m["n"]), value_of(m["upper"])
    return _made(m, value=high, qualifier="max", form="range") if low < high else None


def _number(m: re.Match[str]) -> Quantity:
    return _made(m)


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...] = tuple(
    (re.compile(pattern, re.I), build)
    for pattern, build in (
        (
            rf"\ball\s+but\s+(?P<n>{_NUM})\s+(?:out\s+)?of\s+(?:the\s+|our\s+|its\s+)?(?P<whole>{_NUM})(?![\w%])",
            _all_but,
        ),
        (
            rf"\b(?P<n>none)\s+of\s+(?:the|these|those|our|its|their)\s+(?P<whole>{_NUM})(?![\w%])",
            _none_of,
        ),
        (
            rf"{_Q}(?<![\w.,£/-])(?P<n>{_NUM})\s+(?:\(\d[\d.]*%\)\s+)?(?:out\s+of|(?-i:of))\s+(?:(?:the|these|those|our|all|its|a\s+total\s+of|a\s+possible)\s+)*(?:[A-Za-z]+['’]s\s+)?"
            rf"(?P<whole>{_NUM})(?![\w%]|\.\d|[-\s](?:year|month|week|day|hour|minute)\b)",
            _out_of,
        ),
        (r"(?<![\w.,£/-])(?P<n>\d\.\d|\d(?=\s/\s))\s?/\s?(?P<whole>5|10)(?![\w/.,]\d|\w)", _out_of),
        (rf"{_Q}(?<![\w.,£/-])(?P<n>{_NUM})\s+[a-z]+\s+out\s+of\s+(?P<whole>{_NUM})(?![\w%])", _out_of),
        (rf"{_Q}\b(?P<n>one|1)\s+[a-z]+\s+in\s+(?:every\s+)?(?P<whole>{_NUM})(?![\w%/]|[.,]\d|\s{_TIME})", _in_every),
        (rf"{_Q}(?<![\w.,£/-])(?P<n>{_NUM})\s+in\s+(?:every\s+)?(?P<whole>{_NUM})(?![\w%/]|[.,]\d)", _in_every),
        (
            rf"{_BETWEEN}{_Q}(?<![\w.,£])(?!{_YEAR}\sand\s)(?P<n>{_NUM})(?:\s?(?:%|per\s?cent))?(?:(?:{_TO}|\sand\s(?=\d+\s?(?:%|per\s?cent)))(?P<upper>{_NUM}))?\s?"
            rf"(?P<unit>{_POINTS})",
            _percent,
        ),
        (
            rf"\bbetween\s+(?P<n>£\s?{_DIGITS}(?:\s?(?:million|billion|thousand|bn|m|k)\b)?)\sand\s(?P<upper>£\s?{_NUM})",
            _money,
        ),
        (rf"{_Q}(?<![\w.,£/-])(?P<n>\d{{1,3}})p\b(?!\.)", _pence),
        (
            rf"{_Q}(?P<n>£\s?{_DIGITS}(?:\s?(?:million|billion|thousand|bn|m|k)\b)?)(?:{_TO}(?P<upper>£?{_NUM}))?",
            _money,
        ),
        (
            rf"{_BETWEEN}{_Q}(?<![\w.,£/])(?!{_YEAR}{_TO})(?P<n>{_NUM})(?:(?:{_TO}|\sand\s)(?P<upper>{_NUM}))?{_HALF}\+?[-‐‑–\s]?\s?(?:(?:working|school|calendar)\s)?(?P<unit>{_TIME})\b",
            _duration,
        ),
        (
            r"\b(?P<qual>(?:just )?(?:over|under)|(?:more|less) than|nearly|almost)\s+"
            r"(?P<n>an?)\s+(?P<unit>year|month|week|day)\b",
            _one_duration,
        ),
        (
            rf"{_Q}\b(?P<n>half(?=\s+of\b)|(?:an?|one)[\s-](?:third|quarter|fifth|tenth)|(?:two|three|four)[\s-](?:thirds|quarters|fifths))"
            r"(?=\s+of\b|\s*$|[.,;)]|\s+(?:were|are|was|is|have|had|said|say|felt|feel)\b)",
            _fraction,
        ),
        (rf"{_Q}\b(?P<n>half)(?=\s+(?:the|our|all|its)\s+(?!(?:battle|time|story|year|term|day|way)\b))", _fraction),
        (rf"{_Q}\b(?P<n>half)(?=\s*$|[.,;)]|\s+(?:were|are|was|is|have|had|said|say|felt|feel)\b)", _fraction),
        (
            rf"{_Q}\b(?P<n>doubl(?:e|ed|es|ing)|twice|halved|halving|trebl(?:e|ed|ing)|tripl(?:e|ed|ing)|quadrupled)\b",
            _multiple,
        ),
        (
            rf"{_Q}(?<![\w.,£-])(?P<n>{_NUM})\s+times(?=\s+(?:as|more|higher|greater|longer|the|larger|lower|fewer|less)\b)",
            _times,
        ),
        (rf"{_Q}\b(?P<n>{_ONE_WORD}|(?<![.,])\d{{1,3}})[-\s]?fold\b", _fold),
        (rf"\bn\s?=\s?(?P<n>{_DIGITS})", _sample),
        (
            rf"{_BETWEEN}{_Q}(?<![\w.,£/-])(?P<n>{_NUM})(?:{_TO}|\sand\s(?=\d))(?P<upper>{_NUM})(?![\w%/-]|[.,]\d|\s?[%:])",
            _range,
        ),
        (rf"{_Q}(?<![\w.,£/–-])(?P<n>{_NUM}|zero\b)\+?(?![\w%/]|[.,:]\d|-\d|\s?%)", _number),
    )
)
_NEEDS: dict[Callable[[re.Match[str]], Quantity | None], tuple[str, ...]] = {
    _all_but: ("but",),
    _none_of: ("none",),
    _percent: ("%", "per", "pp"),
    _money: ("£",),
    _duration: ("year", "month", "week", "day", "hour", "hr", "min", "second"),
    _one_duration: ("year", "month", "week", "day"),
    _fraction: ("half", "third", "quarter", "fifth", "tenth"),
    _multiple: tuple(_MULTIPLES),
    _fold: ("fold",),
    _times: ("times",),
    _sample: ("=",),
}
"""Characters of which a text must hold one for a pattern to be worth trying, in lower case."""
_WORTH_A_LOOK = re.compile(
    rf"\d|\b(?:{_ONE_WORD}|zero|dozen|hundred|thousand|million|half|third|quarter|doubl|twice|halv|trebl|tripl|year|month|week)",
    re.I,
)


def _apart(text: str, m: re.Match[str], q: Quantity) -> tuple[Quantity, Quantity]:
    """The two ends of a change: "from 29 to 27 weeks", "from 19% to 7%"."""
    sign = re.compile(r"\s?(?:%|per\s?cent\b)").match(text, m.end("n"))
    form = "number" if q.form == "range" else q.form
    first = replace(
        q, end=sign.end() if sign else m.end("n"), value=value_of(m["n"]), qualifier=qualifier_of(m["qual"]), form=form
    )
    low = m.start("upper")
    return first, replace(q, start=low, number=low, value=value_of(m["upper"]), qualifier="none", form=form)


def _with_what_follows(text: str, q: Quantity) -> Quantity:
    """With the qualifier that stands behind it, if any does: "40 or more", "100+"."""
    if q.form in ("number", "range") and text[q.end - 1] == "+":
        return replace(q, qualifier="over")
    if (
        q.form in ("duration", "number")
        and q.qualifier == "over"
        and _SPREAD.search(text, max(0, q.start - 20), q.start)
    ):
        return replace(q, start=q.number, qualifier="none")
    behind = _OR_MORE.match(text, q.end) if q.form in ("number", "money", "duration") or q.unit == "percent" else None
    return replace(q, end=behind.end(), qualifier="min" if behind["more"] else "max") if behind else q


def find(text: str) -> list[Quantity]:
    """The quantities of a text in their order, none overlapping: the earliest, then the longest, wins."""
    if not _WORTH_A_LOOK.search(text):
        return []
    found: list[tuple[int, int, int, Quantity]] = []
    folded = text.lower()
    for rank, (pattern, build) in enumerate(_PATTERNS):
        if build in _NEEDS and not any(part in folded for part in _NEEDS[build]):
            continue
        for m in pattern.finditer(text):
            quantity = build(m)
            if quantity is None:
                continue
            if "upper" in pattern.groupindex and m["upper"] and _CHANGED.search(text, 0, m.start("n")):
                found.extend((q.start, -q.end, rank, q) for q in _apart(text, m, quantity))
                continue
            quantity = _with_what_follows(text, quantity)
            if quantity.form == "sample":
                quantity = Quantity(quantity.number, quantity.end, quantity.number, quantity.value, form="sample")
            found.append((quantity.start, -quantity.end, rank, quantity))
    kept: list[Quantity] = []
    for *_, quantity in sorted(found, key=lambda item: item[:3]):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept
