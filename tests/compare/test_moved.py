"""The later dates of a commitment: in the sentence that names the act, or right behind one that does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docmine.records import Finding

Follow = Callable[..., tuple[Finding, ...]]

FERRY = "!2024-03 The ferry terminal will open in March 2024."
BESIDE = "Bus fares went up by ten pence in the spring."


@pytest.mark.parametrize(
    ("later", "dues"),
    [
        (["!2024-06 The ferry terminal will now open in June 2024."], ["2024-06"]),
        (["!2024-06 We are now working towards opening the ferry terminal in June 2024."], ["2024-06"]),
        (["!2024-06 It follows that the ferry terminal cannot open before June 2024."], ["2024-06"]),
        (["The ferry terminal is not ready.", "!2024-06 We're now hoping for June 2024."], ["2024-06"]),
        (
            [
                "The ferry terminal is still a shell.",
                "!2024-06 The roof failed its test, and the new date is June 2024.",
            ],
            ["2024-06"],
        ),
        (
            ["The ferry terminal is late.", "!2024-06 Its roof leaked, and boats will start there in June 2024."],
            ["2024-06"],
        ),
        # It names the month that was promised.
        (["!2024-06 The ferry building will be ready in June 2024, not in March."], ["2024-06"]),
        # The date is that of something else.
        (["The ferry terminal is late.", "!2024-06 Boats will be painted in June 2024."], []),
        (["The ferry terminal is not ready.", "!2024-06 They will review bus fares in June 2024."], []),
        (["The ferry terminal is not ready.", "!2024-06 The bus station is now expected in June 2024."], []),
        (["The ferry terminal opened at last.", "!2024-06 A fair will be held there in June 2024."], []),
        (["!2024-06 The skate park will now open in June 2024."], []),
        (["!2024-06 A report on the ferry timetable will be written by June 2024."], []),
        # It is no later.
        (["!2024-03 The ferry terminal will now open in March 2024, not February."], ["2024-03"]),
    ],
)
def test_which_date_is_its_own(follow: Follow, later: list[str], dues: list[str]) -> None:
    found = follow(("1.txt", "2023-11", [BESIDE, FERRY]), ("2.txt", "2024-01", [*later, BESIDE]))[0]
    assert [entry["due"] for entry in found.due_history[1:]] == dues, found.due_history


def test_a_chain_keeps_every_date_with_its_source(follow: Follow) -> None:
    found = follow(
        ("1.txt", "2023-11", [BESIDE, FERRY]),
        ("2.txt", "2024-02", ["!2024-05 The ferry terminal moves to May 2024.", BESIDE]),
        ("3.txt", "2024-04", ["!2024-09 The ferry terminal cannot open before September 2024.", BESIDE]),
        ("4.txt", "2024-08", ["!2024-11 All being well, the ferry terminal will open in November 2024.", BESIDE]),
    )[0]
    assert [(entry["doc"], entry["due"]) for entry in found.due_history] == [
        ("1.txt", "2024-03"),
        ("2.txt", "2024-05"),
        ("3.txt", "2024-09"),
        ("4.txt", "2024-11"),
    ]
    assert found.revisions == 3


@pytest.mark.parametrize(
    ("promise", "rest", "moves"),
    [
        (
            "!2024-03 All twelve jetties will be repaired by March 2024.",
            "!2024-09 The last four will be done by September 2024.",
            True,
        ),
        (
            "!2024-03 The findings of the jetty review are due in March 2024.",
            "!2024-09 The last four will be done by September 2024.",
            False,
        ),
        (
            "!2024-03 Three jetties will be repaired by March 2024.",
            "!2024-09 The last four will be done by September 2024.",
            False,
        ),
    ],
)
def test_the_rest_of_it_is_a_part_of_a_number(follow: Follow, promise: str, rest: str, moves: bool) -> None:
    found = follow(
        ("1.txt", "2023-11", [BESIDE, promise]), ("2.txt", "2024-05", ["Eight jetties are repaired.", rest, BESIDE])
    )[0]
    assert (len(found.due_history) > 1) is moves
