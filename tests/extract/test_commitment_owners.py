"""Who is to do it, as a reader would name them."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found

COUNCIL = "Ashdale Council"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        # a partnership that has just been named speaks as "we"
        ("The partnership has agreed a new charter. We will begin to use it.", "partnership"),
        ("The Ashdale Carers Partnership met in May and we will meet again.", "Ashdale Carers Partnership"),
        ("The safeguarding board signed it off. The next version will be shared.", COUNCIL),
        # the task is the possessor's
        ("The ombudsman’s report is out. The trust’s first task is to write to patients by May 2023.", "trust"),
        # "this service", "the project"
        (
            "Ashdale Night Nursing visits people at home. This service is to be extended to weekends.",
            "Ashdale Night Nursing",
        ),
        ("Harbour Futures runs a free swimming club. The project will take on two coaches.", "Harbour Futures"),
        ("The Family Hub Team visits homes. The team will open a second hub.", "Family Hub Team"),
        ("The scheme is run by the council. This trust will pay for it.", "trust"),
        # people named just before
        (
            "Ines Duarte and Kwame Asante have joined the planning desk. They will be training every officer.",
            "Ines Duarte and Kwame Asante",
        ),
        # several joint owners
        ("The council and the health trust will publish a joint plan.", "council and the health trust"),
        # of a verb that says who carries it out
        ("The audit will be carried out by Fenwick Consulting.", "Fenwick Consulting"),
        ("A new post will be funded by the health board.", "health board"),
        # someone's efforts are the one's who makes them
        ("Our efforts continue to reduce the waiting list.", COUNCIL),
        ("The ward team’s work continues to reduce falls.", "ward team"),
    ],
)
def test_owner(text: str, owner: str) -> None:
    assert [c.owner for c in found(text, publisher=COUNCIL)][:1] == [owner]


@pytest.mark.parametrize(
    ("heading", "text", "owner"),
    [
        ("Podiatry Service", "Efforts continue to shorten the wait for a first visit.", "Podiatry Service"),
        ("Update on the Community Dental Service", "Sixty more places will be available.", "Community Dental Service"),
        ("Ashdale Youth Justice Board", "A new action plan is being written.", "Ashdale Youth Justice Board"),
        ("Podiatry Service", "We will publish the results.", COUNCIL),
        ("Better services", "A new action plan is being written.", COUNCIL),
        ("Changes to our library service", "Opening hours will be extended.", COUNCIL),
    ],
)
def test_the_service_of_the_section_owns_what_has_no_doer(heading: str, text: str, owner: str) -> None:
    assert [c.owner for c in found(("heading", heading), text, publisher=COUNCIL)] == [owner]


def test_whose_work_follows_is_said_once() -> None:
    records = found(
        "Ashdale Council reports each term.",
        "The following sets out the progress made by the autism partnership.",
        "We are working on a new pathway.",
        "The draft will be shared in May 2023.",
        publisher=COUNCIL,
    )
    assert [c.owner for c in records] == ["autism partnership", "autism partnership"]


def test_a_joint_publication_speaks_for_the_partnership() -> None:
    records = found(
        "Welcome to our first joint bulletin from all partners.",
        "We will write to you again.",
        publisher=COUNCIL,
        title="Local Area Autism Bulletin",
        series="Local Area Autism Bulletin",
    )
    assert [c.owner for c in records] == ["Local Area Autism partnership"]
