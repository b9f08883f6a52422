"""Where a commitment begins: at its own subject, whole, and not at somebody else's object."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "We have now welcomed the library and Wold Town Council is soon to be added as well.",
            "Wold Town Council is soon to be added as well",
        ),
        (
            "The library and its garden are soon to be handed over.",
            "The library and its garden are soon to be handed over",
        ),
        (
            "We met the trust and a date for the new clinic will be announced in June.",
            "a date for the new clinic will be announced in June",
        ),
        (
            "The trial is over and the register which allows all schools to record and compare the progress of Year 4 "
            "pupils is currently being rolled out.",
            "the register which allows all schools to record and compare the progress of Year 4 pupils is currently "
            "being rolled out",
        ),
        (
            "The Director of Housing accepts that the system has not worked and is recruiting six more surveyors.",
            "is recruiting six more surveyors",
        ),
        (
            "As the works go on, and throughout the summer, small changes will be made to the routes.",
            "As the works go on, and throughout the summer, small changes will be made to the routes",
        ),
        (
            "The trust is to extend the grant to March 2026, £45k a year, provided that we:",
            "The trust is to extend the grant to March 2026, £45k a year",
        ),
    ],
)
def test_whole(text: str, words: str) -> None:
    records = found(text, published="2024-05-10", publisher="Ashdale Council")
    assert [c.text for c in records] == [words]
