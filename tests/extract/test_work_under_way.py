"""Work that has begun, obligations and joined promises that are easily missed."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found


@pytest.mark.parametrize(
    ("text", "strength", "words"),
    [
        ("The therapy team is focused on cutting the longest waits.", "ongoing", "focused on cutting"),
        ("We are focussing on repairs to the oldest homes.", "ongoing", "focussing on repairs"),
        ("Talks have started to extend the scheme to two more wards.", "ongoing", "have started to extend"),
        ("Work has begun on a second household waste site.", "ongoing", "Work has begun on a second"),
        ("The council has started to replace the lifts.", "ongoing", "has started to replace"),
        ("Work is taking place to bring the two registers together.", "ongoing", "Work is taking place"),
        ("Engagement is taking place with residents of both estates.", "ongoing", "Engagement is taking place"),
        ("The backlog of repairs is being tackled through a new contract.", "ongoing", "is being tackled"),
        ("A review of transport for pupils, with escorts is underway", "ongoing", "A review of transport for pupils"),
        ("Plans are in hand to move the archive.", "ongoing", "Plans are in hand"),
        ("We are in the process of hiring four wardens.", "ongoing", "in the process of hiring"),
        ("Preparations are being made for a new bus lane.", "ongoing", "Preparations are being made"),
        ("We have begun work on a new dementia strategy.", "ongoing", "begun work on a new dementia strategy"),
        ("We are on track to open the hub in June 2023.", "planned", "on track to open the hub"),
        ("The home is on course to reopen by May 2023.", "planned", "on course to reopen"),
        ("Groundwork has also started for the new sports hall.", "ongoing", "Groundwork has also started"),
        ("Preparations have begun for the move to the new depot.", "ongoing", "Preparations have begun for"),
        ("Early work has started towards a single waiting list.", "ongoing", "work has started towards"),
        (
            "We’ve also started a series of workshops with each supplier to discuss their plans.",
            "ongoing",
            "started a series of workshops",
        ),
        (
            "We have begun a programme of visits to every care home to check fire doors.",
            "ongoing",
            "a programme of visits",
        ),
        # an obligation
        ("Ministers have told the council to publish its accounts.", "required", "publish its accounts"),
        ("The board prepares a plan, which will have to show how waits will fall.", "required", "will have to show"),
        # several people at once, after a time
        (
            "In early April the outreach officer Ines Duarte, the chair, Kwame Asante and our clerk Priya Nair will be "
            "visiting every club.",
            "firm",
            "will be visiting every club",
        ),
    ],
)
def test_found(text: str, strength: str, words: str) -> None:
    records = found(text, publisher="Ashdale Council")
    assert [r.strength for r in records] == [strength]
    assert words in records[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Numbers have started to fall.",
        "We have started the latest round of roadshows.",
        "Term has started for most pupils.",
        "The countdown has begun for Christmas.",
        "Families have begun to notice a difference.",
        "The school year has started.",
        "The meeting is taking place in the town hall.",
        "Pupils are focused on their exams.",
        "Residents asked that the council reopens the pool.",
    ],
)
def test_not_found(text: str) -> None:
    assert [r.text for r in found(text, publisher="Ashdale Council")] == []


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        (
            "Leaders need to raise the number of monthly checks and improve the quality of repairs.",
            ["Leaders need to raise the number of monthly checks", "improve the quality of repairs"],
        ),
        (
            "Managers need to cut the number of calls answered late and review the rota.",
            ["Managers need to cut the number of calls answered late", "review the rota"],
        ),
        (
            "The board will approve the budget and then publish a summary of it for residents.",
            ["The board will approve the budget", "then publish a summary of it for residents"],
        ),
    ],
)
def test_two_promises_apart(text: str, texts: list[str]) -> None:
    assert [r.text for r in found(text)] == texts


@pytest.mark.parametrize(
    ("heading", "stem", "strength"),
    [
        ("What we will be doing this month", "In the coming weeks:", "firm"),
        ("What we will do next", "Over the next month:", "firm"),
        ("What we plan to do", "In the coming weeks:", "planned"),
        ("News", "In the coming weeks:", "planned"),
        ("What we will do next", "In the coming weeks we aim to:", "planned"),
    ],
)
def test_a_stem_of_mere_time_binds_as_its_heading_does(heading: str, stem: str, strength: str) -> None:
    (record,) = found(("heading", heading), stem, ("list_item", "Test the booking page with two libraries"))
    assert record.strength == strength
