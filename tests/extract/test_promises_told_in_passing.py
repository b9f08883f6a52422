"""Promises in relative clauses, behind "with", without a verb of their own, and abilities that something new brings."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found


def told(text: str) -> list[tuple[str, str]]:
    """Words and strength of each commitment of a newsletter."""
    return [(c.text, c.strength) for c in found(text, published="2024-05-10", publisher="Ashdale Council")]


@pytest.mark.parametrize(
    ("text", "words", "strength"),
    [
        # of something new: an act with a day, or one kept up
        ("We have drawn up a charter that we will publish in June.", "a charter that we will publish in June", "firm"),
        (
            "The board has agreed a set of measures that it will report on every six months.",
            "measures that it will report on every six months",
            "firm",
        ),
        (
            "There is a new working group that we will set up in July.",
            "a new working group that we will set up in July",
            "firm",
        ),
        (
            "Tonight we opened a helpline, which we will run until March 2025.",
            "which we will run until March 2025",
            "firm",
        ),
        # what the sentence is there to say
        (
            "We have a revised booklet that is being sent out by the housing associations.",
            "a revised booklet that is being sent out by the housing associations",
            "ongoing",
        ),
        (
            "There are six officers who are being trained to use the new system.",
            "six officers who are being trained to use the new system",
            "ongoing",
        ),
        # behind "with"
        (
            "The focus this month has been permits, with the designers currently hard at work on maps.",
            "with the designers currently hard at work on maps",
            "ongoing",
        ),
        (
            "The depot is finished, with work now under way on the offices.",
            "with work now under way on the offices",
            "ongoing",
        ),
        (
            "The audit closed in April, with a report expected in July.",
            "with a report expected in July",
            "planned",
        ),
        (
            "The pages are in place, with the team now working on the search.",
            "with the team now working on the search",
            "ongoing",
        ),
        # meetings to come
        (
            "We look forward to meeting residents at the next forum in June.",
            "We look forward to meeting residents at the next forum in June",
            "aspirational",
        ),
        # kept up
        (
            "We also continue to have wardens seconded to the trust.",
            "We also continue to have wardens seconded to the trust",
            "ongoing",
        ),
        ("The first thing we will do is publish the plan.", "The first thing we will do is publish the plan", "firm"),
    ],
)
def test_told_in_passing(text: str, words: str, strength: str) -> None:
    assert told(text) == [(words, strength)]


@pytest.mark.parametrize(
    "text",
    [
        "These are the decisions that we will have to live with.",
        "The form asks about things that you will need on the day.",
        "The questions that we will ask are on page two.",
        "A list of the roads that we will close in June is on the website.",
        "This is the tool that the team will use.",
        "The forms that are being used in schools are old.",
        "We visited the homes that are being built in Marlow Road.",
        "There is a lot of work that is being done.",
        "A big thank you to the six clubs who will be joining our trial.",
        "The following shows the progress that has and is being made by the partnership.",
        "It has been a busy month, with a huge amount being done.",
        "There are 2097 children waiting, with the average wait being 53 weeks.",
        "The hall was full, with people queuing outside.",
        "We look forward to hearing from you.",
        "We look forward to seeing those who are booked in over the coming weeks.",
        "We continue to have concerns about the waiting list.",
        "We continue to have a backlog of repairs.",
        "The service continues to have difficulties with recruitment.",
    ],
)
def test_nothing_told_in_passing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        (
            "The hall will reopen in June and the whole building by the end of January 2025.",
            [
                ("The hall will reopen in June", "2024-06", "Reopen in June"),
                (
                    "the whole building by the end of January 2025",
                    "2025-01-31",
                    "Reopen the whole building by the end of January 2025",
                ),
            ],
        ),
        (
            "Managers will be trained by July, everyone by Easter 2025.",
            [
                ("Managers will be trained by July", "2024-07", "Train Managers by July"),
                ("everyone by Easter 2025", "2025-04-20", "Train everyone by Easter 2025"),
            ],
        ),
        (
            "Half of the posts will be filled by June, with the remainder by the end of March 2025.",
            [
                ("Half of the posts will be filled by June", "2024-06", "Fill Half of the posts by June"),
                (
                    "the remainder by the end of March 2025",
                    "2025-03-31",
                    "Fill the remainder by the end of March 2025",
                ),
            ],
        ),
        (
            "We will meet the residents of Hill Street in June and in July.",
            [
                (
                    "We will meet the residents of Hill Street in June and in July",
                    "2024-07",
                    "Meet the residents of Hill Street in June and in July",
                )
            ],
        ),
    ],
)
def test_without_a_verb_of_its_own(text: str, promises: list[tuple[str, str, str]]) -> None:
    records = found(text, published="2024-05-10", publisher="Ashdale Council")
    assert [(c.text, c.due, c.action) for c in records] == promises


@pytest.mark.parametrize(
    "text",
    [
        "Soon you will be able to report a missed bin by text.",
        "In the next release, you will be able to upload photographs of a defect.",
        "When the new portal goes live, tenants will be able to book repairs online.",
        "On the first Friday of every month parents will be able to bring a draft plan to a surgery.",
        "If you can’t make it, the slides will be available afterwards on our website.",
        "Four more health visitors will be in post by the end of March 2025.",
        "From April 2025 they won’t have to pay council tax.",
        "Members are to get a £10 voucher for every meeting they attend.",
    ],
)
def test_what_people_will_have_or_can_do_then(text: str) -> None:
    assert [words for words, _ in told(text)] == [text.rstrip(".")]


def test_ability_in_a_product_that_is_announced() -> None:
    """Only the document tells that the product is still to come."""
    ability = "In Kerbline, you will be able to raise, review and dispute a fine."
    assert told(ability) == []
    announced = f"Kerbline will be a new service for permits.\n\n{ability}".split("\n\n")
    records = found(*announced, published="2024-05-10", publisher="Ashdale Council")
    assert ability.rstrip(".") in [c.text for c in records]


@pytest.mark.parametrize(
    "text",
    [
        "You will be able to find the minutes on our website.",
        "Once you have registered you will be able to see your bill.",
        "You will be able to park in the school car park.",
        "Soon you will be able to relax.",
        "If you do not pay, we will write to you.",
        "When you sign in, your details will be checked and a code will be sent.",
        "You won’t have to pay.",
    ],
)
def test_standing_offers(text: str) -> None:
    assert told(text) == []
