"""Values in one unit, and whether two of them can be the same number told twice."""

from __future__ import annotations

import re

from docmine.records import Figure

_DAYS = {"minutes": 1 / 1440, "hours": 1 / 24, "days": 1.0, "weeks": 7.0, "months": 365.25 / 12, "years": 365.25}
_DECIMALS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_SCALES = ((re.compile(r"(?:million|m)\b", re.I), 1e6), (re.compile(r"(?:billion|bn)\b", re.I), 1e9))
_THOUSANDS = re.compile(r"\d\s?k\b|thousand", re.IGNORECASE)
ABOUT = 0.1
"""How far, as a share, "about 300" may be from the exact number."""
OVER = 0.25
"""How far above 780 a number may be that "over 780" tells."""


def family(unit: str) -> str:
    """Units that can be converted into each other are of one family."""
    return "time" if unit in _DAYS else unit


def aligned(value: float, unit: str, to: str) -> float:
    """`value` in the unit `to` of the same family, rounded to a tenth where it was converted."""
    if unit == to or unit not in _DAYS or to not in _DAYS:
        return value
    return round(value * _DAYS[unit] / _DAYS[to], 1)


def agree(a: Figure, b: Figure, unit: str) -> bool:
    """Whether the two can be one number: rounded or cut off differently, "over" and "about" allowed for."""
    mine, theirs = aligned(a.value, a.unit, unit), aligned(b.value, b.unit, unit)
    if mine == theirs:
        return True
    if a.unit != b.unit:
        return abs(mine - theirs) <= max(mine, theirs) * ABOUT
    if _vague(a.qualifier, mine, theirs) or _vague(b.qualifier, theirs, mine):
        return True
    steps = sorted((precision(a), precision(b)))
    return steps[0] != steps[1] and abs(mine - theirs) < steps[1]


def precision(figure: Figure) -> float:
    """The worth of one in the last place that is written: 1 of "65%", 0.1 of "4.9 weeks", 100,000 of "£1.9 million"."""
    match = _DECIMALS.search(figure.text)
    if match is None:
        return 1.0
    scale = next((worth for pattern, worth in _SCALES if pattern.search(figure.text)), 1.0)
    scale = 1e3 if _THOUSANDS.search(figure.text) else scale
    return float(scale / 10 ** len(match[1] or ""))


def _vague(qualifier: str, value: float, other: float) -> bool:
    """Whether `value`, so qualified, can stand for `other`."""
    if qualifier == "about":
        return abs(value - other) <= ABOUT * max(abs(value), abs(other))
    if qualifier in ("over", "min"):
        return value <= other <= value * (1 + OVER)
    if qualifier in ("under", "max"):
        return value * (1 - OVER) <= other <= value
    return False
