"""Minutes: tasks given, promises reported, initials; and what was only said."""

from __future__ import annotations

import pytest

from tests.extract.commitment_voices import Row, told

BINDING: list[Row] = [
    (
        "minutes",
        [
            "Present: Sam Reyes (Chair), Joan Hart (Ashdale Council), Priya Nair (Health Trust)",
            "Action: JH to circulate the revised plan by 18 March.",
        ],
        [("JH to circulate the revised plan by 18 March", "required", "Joan Hart")],
    ),
    (
        "minutes",
        ["Present: Sam Reyes (SR, Chair), Joan Hart (JH)", "SR to write to the minister."],
        [("SR to write to the minister", "required", "Sam Reyes")],
    ),
    (
        "minutes",
        ["The board noted the report and agreed that a working group would be set up by May."],
        [("a working group would be set up by May", "required", None)],
    ),
    (
        "minutes",
        ["It was agreed that Joan Hart would draft a letter to schools."],
        [("Joan Hart would draft a letter to schools", "required", "Joan Hart")],
    ),
    (
        "minutes",
        ["The board asked Priya Nair to bring a paper to the May meeting."],
        [("The board asked Priya Nair to bring a paper to the May meeting", "required", "Priya Nair")],
    ),
    (
        "minutes",
        ["ACTION – Priya Nair to share the slides"],
        [("Priya Nair to share the slides", "required", "Priya Nair")],
    ),
    (
        "minutes",
        ["Joan Hart agreed to share the data before the next meeting."],
        [("Joan Hart agreed to share the data before the next meeting", "firm", "Joan Hart")],
    ),
    (
        "minutes",
        ["Present: Sam Reyes (SR, Chair), Joan Hart (JH)", "JH said she would circulate the data by Friday."],
        [("she would circulate the data by Friday", "firm", "Joan Hart")],
    ),
    (
        "minutes",
        ["Members agreed that the item would be brought back in June."],
        [("the item would be brought back in June", "firm", "Ashdale Improvement Board")],
    ),
]

NOT_BINDING: list[tuple[str, list[tuple[str, str] | str]]] = [
    ("minutes", ["It was agreed to defer the item to the next meeting."]),
    ("minutes", ["The chair thanked officers for their work."]),
    ("minutes", ["The board heard that the pilot would be extended."]),
    ("minutes", ["Date of next meeting: 12 May 2023"]),
    ("minutes", ["The board would like to see a plan."]),
    ("minutes", ["It was noted that numbers would rise."]),
]


@pytest.mark.parametrize(("voice", "blocks", "expected"), BINDING)
def test_what_binds(
    voice: str, blocks: list[tuple[str, str] | str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(voice, blocks) == expected


@pytest.mark.parametrize(("voice", "blocks"), NOT_BINDING)
def test_what_binds_nobody(voice: str, blocks: list[tuple[str, str] | str]) -> None:
    assert told(voice, blocks) == []
