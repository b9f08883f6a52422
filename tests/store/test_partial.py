from __future__ import annotations

from datetime import date

import pytest

from docmine.errors import UsageError
from docmine.store.partial import asked, bounds


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-09-14", date(2022, 9, 14), date(2022, 9, 14)),
        ("2022-09", date(2022, 9, 1), date(2022, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),  # a leap year
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2021/2022", date(2021, 1, 1), date(2022, 12, 31)),
        ("2022-09/2023-03", date(2022, 9, 1), date(2023, 3, 31)),
    ],
)
def test_partial_dates_are_spans_of_days(value: str, first: date, last: date) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value", [None, "", "soon", "2022-13", "2022-02-30", "22-09-14", "2022-9", "0000", "2023/2022", "/", "2022-09-14T1"]
)
def test_what_is_no_date_has_no_days(value: str | None) -> None:
    assert bounds(value) is None


def test_a_wrong_date_is_answered_with_an_example() -> None:
    with pytest.raises(
        UsageError, match=r"--since 'last May' is not a date\. Write it as 2022-09-14, 2022-09 or March 2022\."
    ):
        asked("last May", "--since")
