"""Numbers that are promised, and whether a report meets them."""

from __future__ import annotations

import pytest

from docmine.compare.numbers import broken, reached, seldomer, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cut the wait to 8 weeks by 1 September 2024", {8}),
        ("open three hubs at 10am on 3rd May", {3}),
        ("£1.5 million for 1,200 families in 2023-24", {1.5, 1200}),
        ("from spring 2024", set()),
        ("meet on 16, 17 and 18 May", set()),
        ("one of us will come", set()),  # a pronoun
        ("recruit a dozen sweepers", {12}),
        ("grow from six surveyors to twelve", {12}),  # where it starts is not promised
    ],
)
def test_values(text: str, expected: set[float]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("promise", "report", "expected"),
    [
        ("open a hub", "A hub opened.", True),
        ("open three hubs", "Three hubs have opened.", True),
        ("open three hubs", "Two hubs have opened.", False),
        ("open three hubs", "Four hubs have opened.", True),
        ("open three hubs", "All hubs have opened.", True),
        ("open three hubs", "Hubs have opened.", False),
        ("train 50 members of staff", "We have trained 32 of the 50 members of staff.", False),
        ("train 50 members of staff", "We have trained 50 of the 50 members of staff.", True),
        ("cut the wait to 8 weeks", "The wait fell from 19 weeks to 16 weeks.", False),
        ("cut the wait to 8 weeks", "The wait fell from 19 weeks to 7 weeks.", True),
        ("cut the wait to 8 weeks", "The wait fell by 3 days.", False),  # another unit
    ],
)
def test_reached(promise: str, report: str, expected: bool) -> None:
    assert reached(promise, report) is expected


@pytest.mark.parametrize(
    ("promise", "report", "expected"),
    [
        ("No tenant will wait more than 20 days.", "Tenants waited 34 days.", "34 where 20 was to be the most"),
        ("No tenant will wait more than 20 days.", "Tenants waited 12 days.", None),
        ("No tenant will wait more than 20 days.", "340 tenants waited.", None),  # another unit
        ("Reduce the wait to no more than 20 days.", "Tenants waited 34 days.", None),  # not there yet
        ("Open 20 places.", "There are 34 places.", None),
    ],
)
def test_broken(promise: str, report: str, expected: str | None) -> None:
    assert broken(promise, report) == expected


@pytest.mark.parametrize(
    ("promise", "later", "expected"),
    [
        ("Figures will come out every month.", "Figures come out once a quarter.", True),
        ("Figures will come out every quarter.", "Figures come out monthly.", False),
        ("Figures will come out every month.", "Figures came out a month ago.", False),
        ("We will open every day.", "We will open on Fridays.", True),
        ("Figures will come out every month.", "Figures came out each week, and each year.", False),  # which?
    ],
)
def test_seldomer(promise: str, later: str, expected: bool) -> None:
    assert (seldomer(promise, later) is not None) is expected
