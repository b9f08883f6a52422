"""What is passed over when documents are searched for news of a promise."""

from __future__ import annotations

import pytest

from docmine.compare.scene import only_a_name, only_an_address


@pytest.mark.parametrize(
    ("line", "passed"),
    [
        ("ann.lee@hartby.gov.uk", True),
        ("Email: help@hartby.gov.uk", True),
        ("Visit www.hartby.gov.uk/send", True),
        ("Telephone: 01632 960001", True),
        ("Completed", False),
        ("The plan is now on our website: www.hartby.gov.uk/plan", False),
        ("Five caseworkers have started.", False),
        ("Plans issued on time: 65%", False),
        ("Plans issued: 12000", False),
    ],
)
def test_a_line_that_only_tells_where_to_write_to_is_no_news(line: str, passed: bool) -> None:
    assert only_an_address(line) == passed


@pytest.mark.parametrize(
    ("line", "passed"),
    [
        ("Hartby Council", True),
        ("Hartby Council, 17 March 2025", True),
        ("HARTBY COUNCIL", True),
        ("Spring 2025 – Hartby Council", True),
        ("Hartby Council opened it.", False),
        ("Hartby Council has now opened the centre.", False),
        ("Hartby Council’s recovery plan was published in March.", False),
        ("The centre is open.", False),
    ],
)
def test_a_line_that_only_says_who_publishes_it_is_no_news(line: str, passed: bool) -> None:
    assert only_a_name(line, "Hartby Council") == passed
