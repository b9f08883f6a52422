"""Is the number that a promise sets reached by the number that a report gives?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from docmine.words import is_function_word, stem

_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_LARGE = re.compile(
    rf"\b(?:(?P<teen>{'|'.join(_TEENS)})|(?P<ten>{'|'.join(_TENS)})(?:[- ](?P<one>one|two|three|four|five|six|seven"
    rf"|eight"
    r"|nine))?|(?P<hundred>(?:a|one) hundred)|(?P<dozen>(?:a|one) dozen))\b",
    re.IGNORECASE,
)
_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|january|february|march|april|june|july|august|september"
    r"|october|november|december"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?:, | and | to | or | ?[-–] ?)){{0,4}}"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})(?: \d{{4}})?\b|\b(?:{_MONTH}) \d{{1,4}}(?:st|nd|rd|th)?\b"
    r"|\b(?:19|20)\d\d(?:[-/]\d\d)*\b|\b\d{1,2}[:.]\d\d ?(?:am|pm)?\b|\b\d{1,2} ?(?:am|pm)\b|\b\d+(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\bfrom (?:(?:about|around|over|just|only) )?(?:\d[\d,]*(?:\.\d+)?|{'|'.join(_SMALL)})(?P<unit> ?%| [a-z]+)?"
    rf" to (?P<goal>\d[\d,]*(?:\.\d+)?|{'|'.join(_SMALL)})\b",
    re.IGNORECASE,
)
"""What a number grows or falls from is not what was promised: "from six surveyors to twelve"."""
_NUMBER = re.compile(
    rf"(?P<sign>£)?\b(?:(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<word>{'|'.join(_SMALL[1:])}))\b ?(?P<unit>%|[a-z]+)?"
    rf"(?P<rest>(?: (?!(?:{'|'.join(_SMALL)})\b)[a-z]+){{0,3}})",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:reduc|cut|lower|fall|fell|bring\w* down|decreas|shorten|closer to|within|no more than|at most|under|below)",
    re.I,
)
PART = re.compile(
    rf"(?<![\d.])\b(?P<part>\d[\d,]*|{'|'.join(_SMALL)}) (?:out )?of (?:the |our |these |those )?"
    rf"(?P<whole>\d[\d,]*|{'|'.join(_SMALL)})\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    rf"\b(?:\d[\d,]*|{'|'.join(_SMALL)}) (?:\w+ )?(?:fewer|less|more|longer|shorter|earlier|later|higher|lower)\b",
    re.IGNORECASE,
)
"""How much one number differs from another is not itself the number that was promised."""
_MOST = re.compile(
    r"\b(?:(?:no(?:body|ne)?|no one|never|not)\b[^.;]{0,60}\b(?:more|longer|over|above|exceed)\w*|at most|within"
    r"|(?:capped|limited|kept) (?:at|to|under|below)|under|below|less than|fewer than|maximum of)\b",
    re.IGNORECASE,
)
_TOWARDS = re.compile(r"\b(?:reduc|cut|lower|bring|get|decreas|shorten|fall)\w*", re.IGNORECASE)
"""What is to come down to a number need not be there yet."""
_OFTEN = tuple(
    re.compile(rf"\b(?:{adverb}|(?:every|each|once an?|one an?) {unit})\b(?! ago)", re.IGNORECASE)
    for adverb, unit in (
        ("daily", "day"),
        ("weekly|on (?:mon|tues|wednes|thurs|fri|satur|sun)days", "week"),
        ("fortnightly", "(?:fortnight|two weeks|other week)"),
        ("monthly", "month"),
        ("quarterly", "(?:quarter|three months)"),
        ("termly", "term"),
        ("twice a year|six-monthly", "(?:six months|half[- ]year)"),
        ("yearly|annually", "year"),
    )
)
"""From the most to the least often."""
_CLEARED = re.compile(r"\b(?:clear|reduc\w+ (?:\w+ ){0,4}by)\b", re.IGNORECASE)
_DOWN_FROM = re.compile(
    r"(?P<now>\d[\d,]*)[^.\d]{0,60}(?:down|reduced|fell|fallen) from (?P<then>\d[\d,]*)", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\b(?:all|every|each (?!on\b)|the last (?:of|\d[\d,]*(?![\d,]* (?:days|weeks|months|years)))"
    r"|in full|fully|completed (?:our|the))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    value: float
    of: frozenset[str]
    """Stems of what is counted, "%" and "£" among them."""


def in_digits(text: str) -> str:
    """With the numbers from thirteen to a hundred written in digits."""
    return _LARGE.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    if match["hundred"]:
        return "100"
    if match["dozen"]:
        return "12"
    if match["teen"]:
        return str(13 + _TEENS.index(match["teen"].lower()))
    one = _SMALL.index(match["one"].lower()) + 1 if match["one"] else 0
    return str(20 + 10 * _TENS.index(match["ten"].lower()) + one)


@lru_cache(maxsize=50_000)
def numbers(text: str) -> tuple[Number, ...]:
    """The counts and sums in a text, without its dates, times and ordinals."""
    found = []
    text = _FROM.sub(r"to \g<goal>\g<unit>", _DATE.sub(" ", in_digits(text)))
    for match in _NUMBER.finditer(text):
        digits, word = match["digits"], match["word"]
        amount = value(digits) if digits else _SMALL.index(word.lower()) + 1.0
        named = [match["sign"] or "", match["unit"] or "", *match["rest"].split()]
        found.append(Number(amount, frozenset(stem(w) for w in named if w and not is_function_word(w))))
    return tuple(found)


def values(text: str) -> set[float]:
    return {number.value for number in numbers(text)}


def reached(promise: str, report: str) -> bool:
    """Whether each number that the promise sets is met by the report, or there is none.

    A cut is met from above, all else from below. A report of all of them needs no number.
    """
    wanted = numbers(promise)
    if not wanted:
        return True
    report = in_digits(report)
    part = PART.search(report)
    if part and value(part["part"]) < value(part["whole"]):
        return False
    down_from = _DOWN_FROM.search(report)
    if down_from and _CLEARED.search(promise):
        return value(down_from["then"]) - value(down_from["now"]) >= max(number.value for number in wanted)
    if _WHOLE.search(report):
        return True
    said = numbers(_DIFFERENCE.sub(" ", report))
    down = _DOWN.search(promise) is not None or _DOWN.search(report) is not None
    return all(any(_meets(s, w, down) for s in said) for w in wanted)


def broken(promise: str, report: str) -> str | None:
    """How a report goes beyond the most that was promised: "34 working days" where none were to be more than 20."""
    most = _MOST.search(promise)
    if most is None or _TOWARDS.search(promise):
        return None
    for wanted in numbers(promise[most.start() :])[:1]:
        for said in numbers(_DIFFERENCE.sub(" ", report)):
            if said.of & wanted.of and said.value > wanted.value:
                return f"{said.value:g} where {wanted.value:g} was to be the most"
    return None


def seldomer(promise: str, later: str) -> str | None:
    """That something comes less often than was promised: "every month", "once a quarter"."""
    mine, theirs = _often(promise), _often(later)
    if mine is None or theirs is None or theirs[0] <= mine[0]:
        return None
    return f"“{mine[1]}” has become “{theirs[1]}”"


def _often(text: str) -> tuple[int, str] | None:
    """The place of the first word that says how often in the order from daily to yearly, and the word."""
    found = [(match, i) for i, often in enumerate(_OFTEN) if (match := often.search(text))]
    if len(found) != 1:
        return None
    match, i = found[0]
    return i, match.group()


def unsaid(promise: str, report: str) -> bool:
    """Whether every number of the promise is a small one in words ("two events"), which reports seldom repeat, and the
    report gives no smaller number of the same."""
    wanted = numbers(promise)
    if not wanted or any(c.isdigit() for c in _DATE.sub(" ", promise)):
        return False
    return not any(said.of & number.of and said.value < number.value for said in numbers(report) for number in wanted)


def _meets(said: Number, wanted: Number, down: bool) -> bool:
    if said.value == wanted.value:
        return True
    return bool(said.of & wanted.of) and (said.value <= wanted.value if down else said.value >= wanted.value)


def value(digits: str) -> float:
    """Of digits, or of a small number in words."""
    return _SMALL.index(digits.lower()) + 1.0 if digits.lower() in _SMALL else float(digits.replace(",", ""))
