"""What narrows a list is read as a question is: its subject, its short forms, its time."""

from __future__ import annotations

from datetime import date

import pytest

from docmine.search.narrow import first_day, last_day
from docmine.search.question import acronym_table
from docmine.search.question.subject import subject

SHORT = acronym_table([("NST", "Next Steps Team"), ("EHCP", "Education, Health and Care Plan")])
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("NST", ("NST",)),
        ("what was promised about NST", ("NST",)),
        ("waiting times", ("waiting times",)),
        ("NST waiting times", ("NST", "waiting times")),
        ("waiting times for speech therapy", ("waiting times", "speech therapy")),
        ("who is responsible for school transport?", ("school transport",)),
        ("Education, Health and Care Plans in Harrowfield", ("Education, Health and Care Plans", "Harrowfield")),
        ("what happened to the action plan", ("action plan",)),  # a word that also asks ends a phrase
        ("next steps", ("next steps",)),  # or is all there is
        ("promises", ("promises",)),
        ("Jane Okoro on short breaks", ("Jane Okoro", "short breaks")),
        ("bus.*", ("bus",)),
        ("the", ()),
    ],
)
def test_the_subject_of_a_filter(words: str, phrases: tuple[str, ...]) -> None:
    assert subject(words, SHORT, ["Jane Okoro"]).phrases == phrases


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2022-09", ("2022-09", "2022-09")),  # as the store reads it
        ("March 2022", ("2022-03-01", "2022-03-31")),
        ("last year", ("2025-01-01", "2025-12-31")),
        ("the summer term 2021", ("2021-04-01", "2021-07-31")),
        ("some day in March 2022", ("some day in March 2022",) * 2),  # more than a period: the store refuses it
        ("soon", ("soon", "soon")),
        ("2022-02-31", ("2022-02-31", "2022-02-31")),
        ("", ("", "")),
    ],
)
def test_dates_in_words(written: str, days: tuple[str, str]) -> None:
    assert (first_day(written, TODAY), last_day(written, TODAY)) == days
