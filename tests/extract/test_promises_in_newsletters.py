"""Promises as newsletters make them: times as subjects, news for a later issue, turns, wishes and conditions."""

from __future__ import annotations

import pytest

from docmine.extract.doubtful import AT_MOST
from tests.extract.commitment_reading import found


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Words, strength and due date of each commitment of a newsletter."""
    made = found(text, published="2024-03-01", publisher="Hartwell District Council", doc_type="newsletter")
    return [(c.text, c.strength, c.due) for c in made]


@pytest.mark.parametrize(
    ("text", "words", "strength", "due"),
    [
        # an infinitive to come behind "with"
        (
            "We met drivers in February, with the new screens to be delivered in the next few weeks.",
            "with the new screens to be delivered in the next few weeks",
            "planned",
            None,
        ),
        (
            "The library has reopened, with the café to be opened in May.",
            "with the café to be opened in May",
            "planned",
            "2024-05",
        ),
        (
            "The first two wards went live on Monday, with the remaining wards to follow in the coming weeks.",
            "with the remaining wards to follow in the coming weeks",
            "planned",
            None,
        ),
        # a time as the subject
        (
            "Autumn sees us hosting three open evenings for foster carers.",
            "Autumn sees us hosting three open evenings for foster carers",
            "planned",
            None,
        ),
        (
            "Next month brings the launch of our new reporting app.",
            "Next month brings the launch of our new reporting app",
            "planned",
            "2024-04",
        ),
        (
            "Summer 2024 sees the opening of the second recycling centre.",
            "Summer 2024 sees the opening of the second recycling centre",
            "planned",
            "2024-08",
        ),
        (
            "The coming weeks see our teams visiting every sheltered scheme.",
            "The coming weeks see our teams visiting every sheltered scheme",
            "planned",
            None,
        ),
        # a condition that an organisation must meet by a day
        (
            "Smaller authorities can stay on the old form as long as they move over by the end of March 2024.",
            "they move over by the end of March 2024",
            "required",
            "2024-03-31",
        ),
        (
            "Highway authorities do not need to act now as long as they migrate before the end of June 2024.",
            "they migrate before the end of June 2024",
            "required",
            "2024-06-30",
        ),
        (
            "Providers can use the interim rate, provided they return the declaration by 31 July 2024.",
            "they return the declaration by 31 July 2024",
            "required",
            "2024-07-31",
        ),
        # what those who write have begun to look at
        ("We know the page times out and we’re looking at that.", "we’re looking at that", "ongoing", None),
    ],
)
def test_what_newsletters_promise(text: str, words: str, strength: str, due: str | None) -> None:
    assert told(text) == [(words, strength, due)]


@pytest.mark.parametrize(
    "text",
    [
        "We want to use the feedback from the drop-ins to redesign the booking page.",
        "We would like to put together a list of clubs that take younger children.",
        "We’d like to hold a second open day at the depot.",
        "The board would like to commission a review of night shelters.",
    ],
)
def test_a_wish_of_an_own_act_is_an_aspiration_nobody_is_sure_of(text: str) -> None:
    (wish,) = found(text, published="2024-03-01", publisher="Hartwell District Council")
    assert wish.strength == "aspirational"
    assert wish.confidence is not None
    assert wish.confidence <= AT_MOST


@pytest.mark.parametrize(
    "text",
    [
        "Look out for more on this in a future issue.",
        "Watch out for more about the depot move in a future column.",
        "Keep an eye out for the full timetable in next month's bulletin.",
        "More on that next time.",
        "More on this next month.",
        "We’ll say more about that next time.",
        "Two depots have moved already and Hartwell is next.",
        "Refunds do not work yet, and they’re next.",
    ],
)
def test_what_is_announced_for_later_is_a_plan_nobody_is_sure_of(text: str) -> None:
    (plan,) = found(text, published="2024-03-01", publisher="Hartwell District Council")
    assert plan.strength == "planned"
    assert plan.owner == "Hartwell District Council"
    assert plan.confidence is not None
    assert plan.confidence <= AT_MOST


def test_a_wish_told_of_others_makes_a_promise_no_less_sure() -> None:
    (promise,) = found("We will visit every school that wants to join.", published="2024-03-01", publisher="Hartwell")
    assert promise.confidence is not None
    assert promise.confidence > AT_MOST


@pytest.mark.parametrize(
    "text",
    [
        # of readers, and of what anybody sees
        "Many of our readers are in the process of being moved on by their landlords.",
        "It has been a hard year, with a lot to be done at home.",
        "The form has six pages, with a box to be ticked on each.",
        "Autumn sees the leaves fall and the nights draw in.",
        "Summer brings more visitors to the coast.",
        "Spring sees demand rise as students move in.",
        "Summer 2023 sees the launch of the first hub.",
        "May sees the highest number of complaints.",
        "Every autumn sees a rise in calls.",
        # no later issue
        "Look out for ice on the steps.",
        "More on this can be found on our website.",
        "Details about the meeting next week can be found on our website.",
        "You can read more in our last issue.",
        # rules of a service, and what is only supposed
        "Drivers can park as long as they display a badge.",
        "You can enter as long as you book by 4 May 2024.",
        "Members may bring a guest as long as they book by 4 May 2024.",
        "We can do it in March, provided I get two crews and a dry April.",
        # feelings, invitations and requests
        "We would like to thank the volunteers who helped.",
        "We would like to invite you to the open day.",
        "We would like to see more children cycling.",
        "We would like to take this opportunity to welcome Dana.",
        "We want to help you stay warm.",
        "We wanted to use the old depot.",
        "If we want to use the data, we must ask.",
        "Parents want to use the pool on Sundays.",
        "We know that you would like to use the pool on Sundays.",
        # no turn
        "You are next in the queue.",
        "What happens next is up to you.",
        "We were looking at that last year.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("By Christmas each family will have a named officer.", "2024-12-25"),
        ("By half term both schools will have a crossing.", "2024-05"),
        ("The consultation closes on 30 April. We will publish the results then.", "2024-04-30"),
        ("We are shut from 24 May to 3 June. Our bulletin will be back then too.", "2024-06-03"),
        ("The panel meets on 18 April. The fees will be set at that meeting.", "2024-04-18"),
        ("The survey ran in May 2023. We will ask what mattered then.", None),
        ("The team now expects to reach 15 days in June 2024.", "2024-06"),
        ("We will share the findings from the survey, which closes at the end of May.", None),
        ("The children who start school in the summer will be visited by our team.", None),
        ("We plan to recruit lifeguards for the busy period in the summer.", None),
        ("We will launch the app, which goes live in May.", "2024-05"),
        ("We will recruit lifeguards in the summer.", "2024-08"),
        ("We expect to open in March, provided that the builders finish by 4 May 2024.", "2024-03"),
    ],
)
def test_by_when(text: str, due: str | None) -> None:
    assert told(text)[-1][2] == due
