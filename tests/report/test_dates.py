from __future__ import annotations

import datetime

import pytest

from docmine.report.dates import british


@pytest.mark.parametrize(
    ("iso", "read"),
    [
        (None, ""),
        ("2022", "2022"),
        ("2022-09", "September 2022"),
        ("2022-07-22", "22 July 2022"),
        ("2022-07-02", "2 July 2022"),
        ("2021/2022", "2021/22"),
        ("2019/2022", "2019 to 2022"),
        ("2022-09/2023-03", "September 2022 to March 2023"),
        ("2022-09-01/2022-09-30", "1 September 2022 to 30 September 2022"),
        ("2022-07-22T09:30:15+00:00", "22 July 2022, 09:30"),
        (datetime.date(2022, 7, 22), "22 July 2022"),
        (datetime.datetime(2022, 7, 22, 9, 30, 15), "22 July 2022, 09:30"),
        ("2022-13", "2022-13"),  # no month: shown as it is, never guessed
        ("soon", "soon"),
    ],
)
def test_dates_are_shown_as_british_readers_write_them(iso: object, read: str) -> None:
    assert british(iso) == read
