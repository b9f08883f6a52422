"""A health trust's news: plans, and descriptions of how patients are looked after."""

from __future__ import annotations

import pytest

from tests.extract.commitment_voices import Row, told

BINDING: list[Row] = [
    (
        "health",
        ["The therapy team is recruiting three more physiotherapists, who are expected to start in June."],
        [
            (
                "The therapy team is recruiting three more physiotherapists, who are expected to start in June",
                "ongoing",
                "therapy team",
            )
        ],
    ),
    (
        "health",
        ["From May, patients will be able to book blood tests online."],
        [("From May, patients will be able to book blood tests online", "firm", "Lowmoor Health Trust")],
    ),
    (
        "health",
        ["The Lowmoor Breathing Clinic is to open on Saturdays from July."],
        [("The Lowmoor Breathing Clinic is to open on Saturdays from July", "planned", "Lowmoor Health Trust")],
    ),
    (
        "health",
        ["Our mission is to put patients first."],
        [("Our mission is to put patients first", "aspirational", "Lowmoor Health Trust")],
    ),
    (
        "health",
        ["A second scanner has been ordered and should arrive in May."],
        [("A second scanner has been ordered and should arrive in May", "planned", "Lowmoor Health Trust")],
    ),
    (
        "health",
        ["The ward will reopen once staff have been recruited."],
        [("The ward will reopen once staff have been recruited", "firm", "Lowmoor Health Trust")],
    ),
    (
        "health",
        ["The clinic is working at pace to reduce the wait for a first appointment."],
        [("The clinic is working at pace to reduce the wait for a first appointment", "ongoing", "clinic")],
    ),
    (
        "health",
        ["The trust expects to meet the target by March 2024."],
        [("The trust expects to meet the target by March 2024", "planned", "trust")],
    ),
    (
        "health",
        ["A business case has been submitted for two further posts, and a decision is expected in May."],
        [("a decision is expected in May", "planned", "Lowmoor Health Trust")],
    ),
    (
        "health",
        ["From 3 April the walk-in centre will open at 7am."],
        [("From 3 April the walk-in centre will open at 7am", "firm", "Lowmoor Health Trust")],
    ),
    (
        "health",
        ["The trust is investing £4m in new theatres, which will open in 2024."],
        [
            ("The trust is investing £4m in new theatres", "ongoing", "trust"),
            ("which will open in 2024", "firm", "Lowmoor Health Trust"),
        ],
    ),
    (
        "health",
        ["The mental health team is in the process of moving to Quay House."],
        [("The mental health team is in the process of moving to Quay House", "ongoing", "mental health team")],
    ),
    (
        "health",
        ["A task and finish group is being established to look at discharge."],
        [("A task and finish group is being established to look at discharge", "ongoing", "Lowmoor Health Trust")],
    ),
]

NOT_BINDING: list[tuple[str, list[tuple[str, str] | str]]] = [
    ("health", ["Patients will be seen by a nurse within two hours of arrival."]),
    ("health", ["The Lowmoor Breathing Clinic aims to help people to live well with asthma."]),
    ("health", ["Nurses will ask you some questions and will then take your blood pressure."]),
    ("health", ["At your first visit, a therapist will talk with you about what matters to you."]),
    ("health", ["Waiting times are expected to fall over the summer."]),
    ("health", ["Patients should bring a list of their medicines."]),
    ("health", ["A nurse will call you back within the hour."]),
    ("health", ["Our community team continues to see patients at home."]),
    ("health", ["Nationally, demand is set to double by 2030."]),
    ("health", ["Results are normally sent within five days."]),
]


@pytest.mark.parametrize(("voice", "blocks", "expected"), BINDING)
def test_what_binds(
    voice: str, blocks: list[tuple[str, str] | str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(voice, blocks) == expected


@pytest.mark.parametrize(("voice", "blocks"), NOT_BINDING)
def test_what_binds_nobody(voice: str, blocks: list[tuple[str, str] | str]) -> None:
    assert told(voice, blocks) == []
