"""Words that tell what a statement is about, and words that only point back."""

from __future__ import annotations

import pytest

from docmine.compare.terms import names_in, points_back


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We will ask the NHS board.", ["NHS"]),
        ("Present to the Harbour Conference.", ["Harbour Conference"]),
        ("Data will be stored in the Cloud.", []),  # one capital may be a whim
        ("The Plan will be published.", []),
        ("It should be with you by Summer 2023.", []),
        ("Teams meet in Early March.", []),
    ],
)
def test_names_that_can_be_missed(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("We will share this with you in May", True),
        ("It will open in the spring", True),
        ("A further five are being set up", True),
        ("They will be given a key worker by June", True),
        ("We will share this report with you in May", False),
        ("We are planning repairs for these in the summer", False),
        ("The harbour clinic will open in the spring", False),
    ],
)
def test_a_commitment_that_names_its_object_only_by_pointing_back(text: str, back: bool) -> None:
    assert points_back(text) is back
