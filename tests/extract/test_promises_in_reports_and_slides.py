"""Reports to committees and slides: obligations, forecasts, notes in headline style."""

from __future__ import annotations

import pytest

from tests.extract.commitment_voices import Row, told

BINDING: list[Row] = [
    (
        "report",
        ["The council must submit its accounts by 31 May 2023."],
        [("The council must submit its accounts by 31 May 2023", "required", "council")],
    ),
    (
        "report",
        ["Managers should check a sample of cases each month."],
        [("Managers should check a sample of cases each month", "required", "Managers")],
    ),
    (
        "report",
        ["The recommendations should be implemented by the end of the year."],
        [("The recommendations should be implemented by the end of the year", "required", "Ashdale Council")],
    ),
    (
        "report",
        ["It is recommended that cabinet approves the scheme."],
        [("It is recommended that cabinet approves the scheme", "required", "cabinet")],
    ),
    (
        "report",
        ["Officers are drawing up options, which will be presented to members in June."],
        [
            ("Officers are drawing up options", "ongoing", "Officers"),
            ("which will be presented to members in June", "firm", "Ashdale Council"),
        ],
    ),
    (
        "report",
        ["Savings of £1m are to be made in 2023/24."],
        [("Savings of £1m are to be made in 2023/24", "planned", "Ashdale Council")],
    ),
    (
        "slides",
        [
            ("heading", "Next 90 days"),
            ("list_item", "Appoint programme director"),
            ("list_item", "Baseline data agreed with schools"),
            ("list_item", "First parent panel – April"),
        ],
        [
            ("Appoint programme director", "planned", "Ashdale Council"),
            ("Baseline data agreed with schools", "planned", "Ashdale Council"),
            ("First parent panel – April", "planned", "Ashdale Council"),
        ],
    ),
    (
        "slides",
        [
            ("heading", "Our ambition"),
            ("list_item", "Every child seen within 18 weeks"),
            ("list_item", "No child out of school"),
        ],
        [
            ("Every child seen within 18 weeks", "aspirational", "Ashdale Council"),
            ("No child out of school", "aspirational", "Ashdale Council"),
        ],
    ),
    (
        "slides",
        [
            ("heading", "Timeline"),
            ("list_item", "May 2023 – consultation launches"),
            ("list_item", "July 2023 – cabinet decision"),
            ("list_item", "January 2023 – survey of parents"),
        ],
        [
            ("May 2023 – consultation launches", "planned", "Ashdale Council"),
            ("July 2023 – cabinet decision", "planned", "Ashdale Council"),
        ],
    ),
    (
        "report",
        ["A report will be brought back to committee in the new year."],
        [("A report will be brought back to committee in the new year", "firm", "Ashdale Council")],
    ),
    (
        "report",
        ["Cabinet is recommended to approve the policy."],
        [("Cabinet is recommended to approve the policy", "required", "Cabinet")],
    ),
    (
        "report",
        ["The target for 2023/24 is to process 90% of claims within ten days."],
        [("The target for 2023/24 is to process 90% of claims within ten days", "planned", "Ashdale Council")],
    ),
    (
        "report",
        ["The service aims to reach 80% by March 2024."],
        [("The service aims to reach 80% by March 2024", "planned", "service")],
    ),
    (
        "report",
        ["Mitigation: weekly meetings will be held with the supplier."],
        [("Mitigation: weekly meetings will be held with the supplier", "firm", "Ashdale Council")],
    ),
]

NOT_BINDING: list[tuple[str, list[tuple[str, str] | str]]] = [
    ("report", ["Schools must by law admit a child whose plan names them."]),
    ("report", ["The programme is projected to overspend by £2m."]),
    ("report", ["Demand is expected to rise by a fifth over the next five years."]),
    ("slides", [("heading", "Where we are now"), ("list_item", "42 cases open"), ("list_item", "Three vacancies")]),
    ("report", ["Further work is needed to understand why."]),
    ("report", ["The committee is asked to note the report."]),
    ("report", ["Risk: the supplier may not deliver on time."]),
]


@pytest.mark.parametrize(("voice", "blocks", "expected"), BINDING)
def test_what_binds(
    voice: str, blocks: list[tuple[str, str] | str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(voice, blocks) == expected


@pytest.mark.parametrize(("voice", "blocks"), NOT_BINDING)
def test_what_binds_nobody(voice: str, blocks: list[tuple[str, str] | str]) -> None:
    assert told(voice, blocks) == []
