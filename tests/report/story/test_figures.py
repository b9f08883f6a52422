"""How a figure moved, in words."""

from __future__ import annotations

from datetime import date

import pytest

from docmine.report.story.figures import Dot, _told, changes
from docmine.report.story.nouns import Cite
from docmine.report.story.story import Story

CITE = Cite(publisher=None, title=None, published=None, page=None, file="a.txt", sha256="0")


def dot(words: str, value: float, month: int | None, *, quoted: bool = False) -> Dot:
    when = date(2024, month, 1) if month else None
    said = f"month {month}" if month else "no date"
    return Dot(words=words, value=value, when=when, period=said, note="", text="", cite=CITE, quoted=quoted)


CASES = [
    # (points, unit, what is said)
    (
        (("14 weeks", 14, 1), ("16 weeks", 16, 2)),
        "weeks",
        "Rose from 14 weeks (month 1) to 16 weeks (month 2): 2 weeks more, a change of 14%.",
    ),
    (
        (("7 weeks", 7, 1), ("6 weeks", 6, 2)),
        "weeks",
        "Fell from 7 weeks (month 1) to 6 weeks (month 2): 1 week less, a change of 14%.",
    ),
    # percentages move by points
    (
        (("61%", 61, 1), ("73%", 73, 2)),
        "percent",
        "Rose from 61% (month 1) to 73% (month 2): 12 percentage points more.",
    ),
    # what doubled is no change of 578%
    (
        (("121", 121, 1), ("820", 820, 2)),
        "count",
        "Rose from 121 (month 1) to 820 (month 2): 699 more, 6.8 times as much.",
    ),
    (
        (("£1,000", 1000, 1), ("£900", 900, 2)),
        "gbp",
        "Fell from £1,000 (month 1) to £900 (month 2): £100 less, a change of 10%.",
    ),
    ((("0", 0, 1), ("5", 5, 2)), "count", "Rose from 0 (month 1) to 5 (month 2): 5 more."),
    # inside a sentence "More than" is "more than"
    (
        (("900", 900, 1), ("More than 950", 950, 2)),
        "count",
        "Rose from 900 (month 1) to more than 950 (month 2): 50 more, a change of 6%.",
    ),
    # what lies in between is not hidden
    (
        (("6 weeks", 6, 1), ("8 weeks", 8, 2), ("5 weeks", 5, 3), ("6 weeks", 6, 4)),
        "weeks",
        "The same at both ends: 6 weeks (month 1) and 6 weeks (month 4). Lowest in between: 5 weeks (month 3)."
        " Highest in between: 8 weeks (month 2).",
    ),
    # nothing is compared that has one date, or none
    (
        (("5", 5, 1), ("6", 6, 1)),
        "count",
        "It is given more than once, but not for two different times that could be compared.",
    ),
    (
        (("5", 5, None), ("6", 6, 1)),
        "count",
        "It is given more than once, but not for two different times that could be compared.",
    ),
]


@pytest.mark.parametrize(("points", "unit", "told"), CASES)
def test_how_a_figure_moved(points: tuple[tuple[str, float, int | None], ...], unit: str, told: str) -> None:
    assert _told([dot(*point) for point in points], unit, []) == told


def test_an_earlier_value_that_is_quoted_later_is_no_end() -> None:
    dots = [dot("14 weeks", 14, 1), dot("19 weeks", 19, 1, quoted=True), dot("16 weeks", 16, 2)]
    assert _told(dots, "weeks", []).startswith("Rose from 14 weeks (month 1) to 16 weeks")


def test_an_earlier_value_stands_in_the_sentence_that_is_shown(told: Story) -> None:
    assert told.changes
    for change in told.changes:
        before = change.told.removeprefix("Rose from ").removeprefix("Fell from ").partition(" to ")[0]
        assert before in change.text


def test_nothing_is_said_to_have_changed_without_an_earlier_value() -> None:
    assert changes((), (), None) == ()  # type: ignore[arg-type]
