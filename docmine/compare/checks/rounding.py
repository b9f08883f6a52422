"""A stated number against the exact one: equal, rounded, cut off, or neither."""

from __future__ import annotations

import math
from dataclasses import dataclass

from docmine.compare.checks.record import Verdict

_DUST = 1e-6
"""What floating point may add to or take from a number, as a share of the step."""
_NEAR = 0.06
"""How far "about" and "nearly" may be from the number that they stand before, as a share of it."""


@dataclass(frozen=True, slots=True)
class Judged:
    verdict: Verdict
    tolerance: str


def judged(stated: float, exact: float, step: float = 1.0, qualifier: str = "none", slack: float = 0.0) -> Judged:
    """Whether `stated`, given to the nearest `step`, can stand for `exact`.

    `slack` is how far `exact` itself may be off, where the values it was made from are rounded; `qualifier` is that of
    a figure: "over", "about" ...
    """
    dust = step * _DUST
    shown = f"{stated:,.10g}"
    if qualifier in ("over", "min", "under", "max"):
        fits = exact >= stated - slack - dust if qualifier in ("over", "min") else exact <= stated + slack + dust
        # "over 60%" of 60.4 is fair, and so is "over 60%" of 65; of 90 it is true and odd.
        return Judged("agrees" if fits else "does not agree", f"it is said to be {_SAID[qualifier]} {shown}")
    if qualifier == "about":
        room = max(step, _NEAR * (100 if 0 < stated <= 100 and step <= 1 else stated) / 2) + slack
        fits = abs(exact - stated) <= room + dust
        return Judged("agrees" if fits else "does not agree", f"it is said to be about {shown}: {room:,.3g} either way")
    if abs(exact - stated) <= dust:
        return Judged("agrees", "exact")
    if abs(exact - stated) <= step / 2 + dust:
        return Judged("agrees if rounded", f"rounded to {_step(step)}")
    if 0 < exact - stated < step - dust:
        return Judged(
            "agrees if truncated", f"cut off after {_step(step)}; rounded it would be {_rounded(exact, step)}"
        )
    if abs(_half_up(_half_up(exact, step / 10), step) - stated) <= dust:
        return Judged("agrees if rounded", f"rounded twice: to {_step(step / 10)}, then to {_step(step)}")
    if slack and abs(exact - stated) <= slack + step / 2 + dust:
        return Judged("agrees if rounded", "the values it comes from may themselves be rounded")
    return Judged(
        "does not agree", f"rounded to {_step(step)} it would be {_rounded(exact, step)}, cut off {_cut(exact, step)}"
    )


_SAID = {"over": "more than", "min": "at least", "under": "less than", "max": "at most"}


def step_of(number: str, scale: float = 1.0) -> float:
    """The size of the last digit of a number as written: 1 for "91", 0.1 for "66.7", times `scale`."""
    digits = number.partition(".")[2]
    count = len(digits) - len(digits.lstrip("0123456789"))
    return float(scale * 10.0**-count)


def _half_up(value: float, step: float) -> float:
    return math.floor(value / step + 0.5 + _DUST) * step


def _rounded(value: float, step: float) -> str:
    return f"{_half_up(value, step):,.10g}"


def _cut(value: float, step: float) -> str:
    return f"{math.floor(value / step + _DUST) * step:,.10g}"


def _step(step: float) -> str:
    if math.isclose(step, 1):
        return "whole numbers"
    if step < 1:
        places = round(-math.log10(step))
        return f"{places} decimal place{'s' if places > 1 else ''}"
    return f"the nearest {step:,.10g}"
