"""Sentence → its amounts: numbers with units, without those of dates, times and telephones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from docmine.compare.checks.rounding import step_of
from docmine.extract import numerals
from docmine.extract.numerals import Quantity
from docmine.records import Sentence

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_YEAR = r"(?:19|20)\d\d"
_NOT = r"(?!\s?%|\s+(?:of|out)\b|,\d)"
_NO_AMOUNT = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b(?:,?\s+{_YEAR}\b)?"
    rf"|\b{_MONTH}\.?\s+(?:(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b{_NOT}(?:,?\s+{_YEAR}\b)?|{_YEAR}\b|['’]?\d\d\b{_NOT})"
    rf"|\b(?:in|since|by|of|for|from|to|until|during|and|spring|summer|autumn|winter|year|early|late|before|after)\s+{_YEAR}"
    rf"(?:\s?[/–-]\s?(?:{_YEAR}|\d\d))?\b(?!\s?%|,\d|\s(?:children|pupils|people|families|plans|young|parents|cases))"
    rf"|\b{_YEAR}\s?[/–-]\s?(?:{_YEAR}|\d\d)\b|\(\s?{_YEAR}\s?\)|\b{_YEAR}(?=:)"
    r"|\b\d{1,2}[:.]\d\d\s?(?:am|pm)?\b(?!\s?(?:%|per\s?cent|weeks|days|months|years|hours|m\b|million))(?<=[ap]m)"
    r"|\b\d{1,2}\s?(?:am|pm)\b|\b\d+(?:st|nd|rd|th)\b|\b0\d{2,4}[\s\d]{6,}\d\b|https?://\S+|\bwww\.\S+|\S+@\S+"
    r"|\b(?:section|page|table|figure|chapter|part|key\sstage|year|grade|phase|band|annex|appendix|item|no\.|issue|q)\s?\d+\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d\s?(?:%|per\s?cent)?(?:\s?[-‐‑–—]\s?|\s?(?P<to>to|and|or)\s)£?\d", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:by|up|down|rose|fell|grew|dropped)\s+$", re.IGNORECASE)
COUNTED_IN_TIME_OR_MONEY = frozenset({"weeks", "months", "years", "days", "hours", "minutes", "seconds", "gbp"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity of a sentence; offsets into the sentence's text."""

    value: float
    unit: str
    qualifier: str
    start: int
    """Of the number itself, without the words that qualify it."""
    end: int
    text: str
    """As written, without the words that qualify it."""
    step: float
    """The size of its last digit."""
    of: float | None = None
    form: str = "number"
    spelled: bool = False
    first: int = 0
    """Where its qualifier starts, or the number itself."""


@dataclass(frozen=True)
class Statement:
    """A sentence with its amounts."""

    sentence: Sentence

    @property
    def text(self) -> str:
        return self.sentence.text

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        return amounts(self.sentence.text)

    def before(self, amount: Amount) -> str:
        """The text before an amount and the words that qualify it."""
        return self.text[: amount.first]

    def after(self, amount: Amount) -> str:
        return self.text[amount.end :]

    def between(self, one: Amount, other: Amount) -> str:
        return self.text[one.end : other.first]


def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a text in order; no dates, years, times, telephones, and no ranges."""
    masked = _NO_AMOUNT.sub(lambda m: "§" * len(m.group()), text)
    found: list[Amount] = []
    for q in numerals.find(masked):
        joined = _RANGE.search(text[q.number : q.end])
        if joined is None:
            found.append(_amount(text, q))
        elif joined["to"] and (ends := _ends(masked, q, joined)):
            found += (_amount(text, end) for end in ends)
    return tuple(found)


def _ends(text: str, q: Quantity, joined: re.Match[str]) -> list[Quantity]:
    """The two numbers of "£12,000 to 40 clubs", "80% and 85%", "rose by 3% to 95%"; none of a range."""
    middle = q.number + joined.start("to")
    first, second = numerals.find(text[q.start : middle]), numerals.find(text[middle : q.end])
    if len(first) != 1 or len(second) != 1:
        return []
    both = joined["to"].lower() == "and" and "between" not in text[max(0, q.start - 9) : q.number].lower()
    if not (both or first[0].value > second[0].value or _CHANGED.search(text[: q.start])):
        return []
    return [
        replace(one, start=one.start + at, end=one.end + at, number=one.number + at)
        for one, at in ((first[0], q.start), (second[0], middle))
    ]


def _amount(text: str, q: Quantity) -> Amount:
    written = text[q.number : q.end]
    bare = re.sub(r"[£,]", "", written)
    digits = re.match(r"\s*(\d+(?:\.\d+)?)", bare)
    scale = q.value / float(digits[1]) if digits and float(digits[1]) and q.form in ("money", "number") else 1.0
    return Amount(
        q.value,
        q.unit,
        q.qualifier,
        q.number,
        q.end,
        written,
        step_of(digits[1] if digits else "", scale),
        q.of,
        q.form,
        q.spelled,
        q.start,
    )


def shown(value: float, unit: str = "count") -> str:
    """A value with its unit, for a sum: "132", "91.67%", "£1,200", "27 weeks"."""
    number = f"{value:,.2f}".rstrip("0").rstrip(".") if value != int(value) else f"{int(value):,}"
    number = number.replace("-", "−")
    if unit == "percent":
        return f"{number}%"
    if unit == "gbp":
        pounds = f"{abs(value):,.2f}" if value != int(value) else f"{abs(int(value)):,}"
        return f"{'−' if value < 0 else ''}£{pounds}"
    if unit == "percentage_points":
        return f"{number} percentage points"
    return number if unit in ("count", "ratio") else f"{number} {unit}"
