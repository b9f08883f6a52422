"""Inspectors' letters and reports: what they require, and what they only observe."""

from __future__ import annotations

import pytest

from docmine.records import Commitment
from tests.extract.commitment_reading import found


def letter(*blocks: tuple[str, str] | str) -> tuple[Commitment, ...]:
    return found(
        *blocks,
        title="Joint targeted area inspection of Lowmoor",
        publisher="Ofsted, the Care Quality Commission and His Majesty’s Inspectorate of Constabulary",
    )


@pytest.mark.parametrize(
    ("heading", "bullet"),
    [
        ("What needs to improve?", "The timeliness of responses to missing children."),
        ("What needs to improve", "Oversight of plans by senior managers."),
        ("What needs to improve?", "How well partners share what they know about risk."),
        ("Areas for improvement", "The quality of assessments, including those of health partners."),
        ("Areas for priority action", "Strategy meetings held without health professionals."),
        ("What must the partnership do to improve?", "Access to therapy for children who have been harmed."),
        ("What does the partnership need to do better?", "Recording of the decisions taken at meetings."),
        ("Recommendations", "Consistent use of the agreed threshold document."),
    ],
)
def test_a_phrase_under_what_needs_to_improve_is_required(heading: str, bullet: str) -> None:
    assert [(r.text, r.strength, r.owner) for r in letter(("heading", heading), ("list_item", bullet))] == [
        (bullet.rstrip("."), "required", "Lowmoor partnership")
    ]


@pytest.mark.parametrize(
    ("bullet", "owner"),
    [
        ("The response of the police to reports of missing children.", "police"),
        ("The identification of harm by the hospital trust.", "hospital trust"),
        ("Supervision of social workers by managers.", "Lowmoor partnership"),
    ],
)
def test_the_partner_that_is_named_owns_it(bullet: str, owner: str) -> None:
    (record,) = letter(("heading", "What needs to improve?"), ("list_item", bullet))
    assert record.owner == owner


@pytest.mark.parametrize(
    ("heading", "bullet"),
    [
        ("Headline findings", "The timeliness of responses to missing children."),
        ("What is working well?", "Oversight of plans by senior managers."),
        ("Strengths", "The quality of assessments."),
    ],
)
def test_what_they_praise_is_not(heading: str, bullet: str) -> None:
    assert letter(("heading", heading), ("list_item", bullet)) == ()


def test_a_council_that_lists_what_needs_to_improve_binds_nobody_yet() -> None:
    assert (
        found(("heading", "Areas for improvement"), ("list_item", "The quality of plans"), publisher="Ashdale Council")
        == ()
    )


def test_what_they_know_to_be_planned_for_a_day_stands() -> None:
    records = letter("Work has begun on a new clinic which will open in June 2023.", "Leaders are reviewing the offer.")
    assert [(r.text, r.due) for r in records] == [
        ("Work has begun on a new clinic which will open in June 2023", "2023-06")
    ]


def test_work_that_inspectors_only_tell_of_is_not_theirs() -> None:
    (record,) = letter("Work has begun on a new respite centre, which is due to open in 2031.")
    assert (record.owner, record.due) == ("Lowmoor partnership", "2031")


def test_words_that_a_page_cuts_off_require_nothing() -> None:
    assert letter("These plans should be") == ()
