"""What is arranged, put off, aimed at, or told in headline style with a day to come."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found


@pytest.mark.parametrize(
    ("text", "strength", "due"),
    [
        ("A surveyor has been booked to check every roof.", "planned", None),
        ("The hearing has been scheduled for 3 June.", "planned", "2024-06-03"),
        ("That inspection is booked for 14 June.", "planned", "2024-06-14"),
        ("The launch has been put back to September.", "planned", "2024-09"),
        ("The second phase has been moved to spring 2025.", "planned", "2025-05"),
        ("Go-live has slipped to July.", "planned", "2024-07"),
        ("The revised deadline is 30 June.", "planned", "2024-06-30"),
        ("New date: 24 March 2025", "planned", "2025-03-24"),
        ("The aim is a working draft by the autumn.", "planned", "2024-11"),
        ("Our target is 400 visits by March 2025.", "planned", "2025-03"),
        ("£2m has been set aside to repair the bridges.", "planned", None),
        ("A search page is on the roadmap for next spring.", "planned", "2025-05"),
        ("She is down to visit two depots with the night crew.", "planned", None),
        ("Answers to your questions are going on the website by the end of June.", "planned", "2024-06-30"),
        ("A drop-in with an adviser is opening at Millgate on Thursdays.", "planned", None),
        ("The new lift is arriving in July.", "planned", "2024-07"),
        ("A hardship scheme is under discussion.", "ongoing", None),
        ("In the longer run we want every driver to carry a badge on their phone.", "planned", None),
        ("Each officer has 24 cases, and we want to get that down to 18.", "planned", None),
        ("MFA on all accounts by 30 November is a must.", "required", "2024-11-30"),
        # a present tense with a day, which the parser may take for a noun
        ("Ferndale follows in spring 2025.", "firm", "2025-05"),
        ("Bookings open in June.", "firm", "2024-06"),
        ("Public beta moves to spring 2025.", "firm", "2025-05"),
        ("Audits of twelve plans a month start in November, led by the head of service.", "firm", "2024-11"),
        ("The old system runs until 31 July 2024, when it will be switched off.", "firm", "2024-07-31"),
        # without a verb
        ("Second survey complete by 31 May 2025", "planned", "2025-05-31"),
        ("Kitchen in place by the end of June", "planned", "2024-06-30"),
        # less usual words
        ("A pilot in two wards kicks off in June.", "firm", "2024-06"),
        ("Plans are afoot to extend the route to Holm.", "ongoing", None),
        ("Our intention remains to open in September.", "planned", "2024-09"),
        ("We intend publishing the map in June.", "planned", "2024-06"),
        ("The team hopes to reach every street by Christmas.", "planned", "2024-12-25"),
        ("We plan to keep the hubs open on Saturdays, if volunteers can be found.", "planned", None),
        ("The council has committed £2m to resurfacing in 2024/25.", "firm", "2025-03"),
        ("The opening is now planned for the autumn.", "planned", "2024-11"),
        ("The drafting of the guidance has begun.", "ongoing", None),
        ("Coming in July: a map of every grit bin.", "planned", "2024-07"),
        # who does it
        ("Our solicitor, Priya Nolan, is drawing up an agreement.", "ongoing", None),
        ("Repairs were finished in April and the contractor is now fitting the lights.", "ongoing", None),
    ],
)
def test_arranged(text: str, strength: str, due: str | None) -> None:
    records = found(text, published="2024-05-10", publisher="Ashdale Council")
    assert [(c.strength, c.due) for c in records] == [(strength, due)]


@pytest.mark.parametrize(
    "text",
    [
        "The hall has been booked by the choir.",
        "Coming up in this issue: news of the pool.",
        "The hearing was scheduled for 3 June.",
        "The date is on the poster.",
        "The aim is a fairer system.",
        "All places have been booked.",
        "The road has been moved to the new list.",
        "The deadline was 3 May.",
        "The deadline for comments is 30 June.",
        "Waits are down to an average of 7 weeks.",
        "£2.3 million has been set aside for the programme in 2024/25.",
        "It follows that the launch cannot be before September 2024.",
        "The survey is going on in schools now.",
        "The number of calls is going up.",
        "Street start in May 2021.",
        "A late start in July 2024",
        "Work complete in 2023",
        "Ready for the summer?",
        "Fun day, open from 10am in June",
        "We want you to tell us what you think.",
        "They want to play.",
        "The family, who are waiting, is struggling.",
    ],
)
def test_not_arranged(text: str) -> None:
    assert [c.text for c in found(text, published="2024-05-10", publisher="Ashdale Council")] == []


def test_sentences_of_a_bullet_behind_its_first() -> None:
    """The words above bind a bullet's first sentence; the others speak for themselves; a label says nothing."""
    records = found(
        ("paragraph", "Doing:"),
        ("list_item", "Operators. The screens are up, and we will finish the rest in July."),
        ("list_item", "Bulk renewals for firms with more than fifty cars."),
        published="2024-05-10",
        publisher="Ashdale Council",
    )
    assert [(c.text, c.strength) for c in records] == [
        ("we will finish the rest in July", "firm"),
        ("Bulk renewals for firms with more than fifty cars", "ongoing"),
    ]
