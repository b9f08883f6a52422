"""A promise told of by its day, in other words."""

from __future__ import annotations

import pytest

from docmine.compare.mention import names_the_day
from docmine.records import Commitment


@pytest.mark.parametrize(
    ("promise", "due", "told", "named", "holds"),
    [
        ("The ferry desk will open in May", "2024-05", "It has been staffed since 13 May", ["2024-05-13"], True),
        ("We will print the rota by 28 May", "2024-05-28", "It came out on 21 May", ["2024-05-21"], True),
        ("We will meet you before Christmas", "2024-12-25", "We met on 3 December", ["2024-12-03"], True),
        ("A rota will be out this spring", "2024-05", "It came out on 21 March", ["2024-03-21"], True),
        ("The quay will be swept on Sundays", None, "It is done each Sunday", [], True),
        # Another month, another year, no day, another weekday; and by a season is not in it.
        ("The ferry desk will open in May", "2024-05", "It has been staffed since 13 June", ["2024-06-13"], False),
        ("The ferry desk will open in May", "2024-05", "It shut on 13 May 2025", ["2025-05-13"], False),
        ("The ferry desk will open in May", "2024-05", "It had 40 calls in May", ["2024-05"], False),
        ("The quay will be swept on Sundays", None, "It is done each Monday", [], False),
        ("A rota will be out by the summer", "2024-08", "The pier opened on 15 July", ["2024-07-15"], False),
        ("A rota will be out", None, "The pier opened on 15 July", ["2024-07-15"], False),
    ],
)
def test_names_the_day(promise: str, due: str | None, told: str, named: list[str], holds: bool) -> None:
    record = Commitment(doc="1.txt", text=promise, start=0, end=len(promise), owner=None, due=due, strength="firm")
    assert names_the_day(record, told, named) is holds
