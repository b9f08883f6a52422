"""What a calendar expression says before its value is settled: `Expression`, of `Partial` dates."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

TERMS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}
"""First and last month of each school term."""
HALF_TERMS = ((1, 2), (2, 3), (4, 5), (6, 7), (9, 10), (11, 12))
"""First and last month of each half of a school term, in the order of the year."""
HALF_TERM_BREAKS = {"spring": 2, "summer": 5, "autumn": 10}
"""The month of the week without school in the middle of each term."""

Shift = Literal["this", "next", "last", "new"]
Unit = Literal[
    "day",
    "weekday",
    "week",
    "month",
    "quarter",
    "season",
    "term",
    "half_term",
    "year",
    "years",
    "academic_year",
    "financial_year",
]
"""`years` is a pair such as "2021/22", which may be academic or financial."""
OF_TWO_YEARS: frozenset[Unit] = frozenset({"years", "academic_year", "financial_year"})


class Partial(NamedTuple):
    """A date of which the words may leave out the year, the month or the day."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        return "-".join(f"{part:02d}" for part in self if part is not None)

    def middle(self) -> datetime.date:
        """A day to measure distances from: the middle of the month or year where no day is given."""
        return datetime.date(self.year or 1, self.month or 7, self.day or (15 if self.month else 1))


NO_DATE = Partial(None)


@dataclass(frozen=True, slots=True)
class Expression:
    """One calendar expression. `start` and `end` are offsets into the text that was searched."""

    start: int
    end: int
    unit: Unit
    first: Partial = NO_DATE
    last: Partial | None = None
    """The end of a span."""
    weekday: int | None = None
    """Monday is 0."""
    shift: Shift | None = None
    """ "next March", "this month", "last year"."""
    ends: bool = False
    """ "end of August": the last day is meant."""
    begins: bool = False
    """ "start of August": the first day is meant."""
    part: tuple[int, int] | None = None
    """First and last month of the part that is meant of a relative year: "early next year"."""
    of_week: bool = False
    """Of a day: the week that holds it is meant, "week of 13 May"."""
    bare: bool = False
    """A month, season or year on its own, which could be another word or number: the caller looks at its context."""

    @property
    def has_year(self) -> bool:
        return self.first.year is not None or (self.last is not None and self.last.year is not None)

    @property
    def wraps(self) -> bool:
        """Whether a span without years runs over the turn of the year: "November to January"."""
        last = self.last
        return last is not None and (last.month or 0, last.day or 0) < (self.first.month or 0, self.first.day or 0)


def is_valid(date: Partial) -> bool:
    """Whether there is such a day; a date without a year may be 29 February."""
    try:
        datetime.date(date.year or 2024, date.month or 1, date.day or 1)
    except ValueError:
        return False
    return True
