"""A number in digits or words → its value: "1,245", "£1.2m", "twenty-five", "over a dozen"."""

from __future__ import annotations

import re

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
]
SMALL = {word: n for n, word in enumerate([*UNITS, "eighteen", "nineteen"])}
TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
_SCALES = {"hundred": 100, "dozen": 12, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SUFFIXES = {"k": 1000, "m": 10**6, "bn": 10**9, **_SCALES}


def value_of(text: str) -> float:
    """The number that a text of digits or words names: "1,245", "£1.2m", "twenty-five", "over a dozen"."""
    text = text.lower().replace(",", "").strip(" £")
    digits = re.match(r"(\d+(?:\.\d+)?)\s*(million|billion|thousand|bn|m|k)?\b", text)
    if digits:
        return round(float(digits[1]) * _SUFFIXES.get(digits[2] or "", 1), 6)
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", text):
        if word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if word not in ("hundred", "dozen"):
                total, current = total + current, 0
        else:
            current += SMALL.get(word, 0) + TENS.get(word, 0) + (0.5 if word == "half" else 0)
    return total + current
