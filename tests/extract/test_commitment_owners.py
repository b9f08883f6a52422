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


@pytest.mark.parametrize(
    ("blocks", "owner"),
    [
        # "I" in a message of somebody within a newsletter, or in a letter whose signature stands below
        (["I will publish the waits every month.", "Thank you.", "Rosa Keller", "Chief Executive"], "Rosa Keller"),
        (["I promise that no ward will close.", "Idris Vane", "Medical Director, Lowmoor Trust"], "Idris Vane"),
        (["Dear Tom", "I’ll walk the street with you in May.", "Kind regards", "Cllr Ruth Adeyemi"], "Ruth Adeyemi"),
        # she and he are people, it is no person
        (
            ["Sarah Haddad is our delivery manager. About 20 maps are old. She will present the plan in May."],
            "Sarah Haddad",
        ),
        (["The operations manager, Jan Kowal, met me. He has agreed to come to the May forum."], "Jan Kowal"),
        (["The clerk, Wei Lin, met the team. The notes were lost. She will write them again."], "Wei Lin"),
        (["Yusuf asked about the bays. They were lost. It has to be cleared by 5 May."], None),
        (["Three planners joined us. The desk is shut. It will reopen by 5 May."], COUNCIL),
        (["The parking team is at full strength. A map was late. It will be available in May."], COUNCIL),
        # whoever is asked for what comes, by their place, where the document names them
        (["Director of Housing: Mei Tran", "The Director of Housing will write to tenants."], "Mei Tran"),
        (["Tom Bassey, Head of Parks, spoke. The Head of Parks will publish a map."], "Tom Bassey"),
        (["The Head of Parks will publish a map."], "Head of Parks"),
        (["The Portfolio Holder, Cllr Ann Musa, has said she will attend."], "Ann Musa"),
        # things begin by the doing of the body that speaks
        (["The spring programme starts on Monday 8 May."], COUNCIL),
        (["The new scheme begins on 1 June."], COUNCIL),
        (["The swimming project launches in May."], COUNCIL),
    ],
)
def test_owner_by_place_and_pronoun(blocks: list[str], owner: str | None) -> None:
    owners = [c.owner for c in found(*blocks, publisher=COUNCIL)]
    assert len(owners) == 1
    named = owners[0] or ""
    assert named.removeprefix("Cllr ") == (owner or "")


@pytest.mark.parametrize(
    ("text", "text_found", "owner"),
    [
        ("ACTION: PT to bring a revised roll-out map by 4 May.", "PT to bring a revised roll-out map by 4 May", "PT"),
        ("ACTION: Jo H. to cost a second gate.", "Jo H. to cost a second gate", "Jo Hathersage"),
        ("ACTION: Jo H. to order the follow-up kit.", "Jo H. to order the follow-up kit", "Jo Hathersage"),
        ("ACTION: Jo to redraw the one-way map.", "Jo to redraw the one-way map", "Jo Hathersage"),
    ],
)
def test_owner_of_a_task_in_minutes(text: str, text_found: str, owner: str) -> None:
    notes = found("Present: Jo Hathersage, Rafiq Oni", text, publisher=COUNCIL, doc_type="minutes")
    assert [(c.text, c.owner) for c in notes] == [(text_found, owner)]


@pytest.mark.parametrize(
    ("task", "owner"),
    [
        ("ACTION: MSJ to send the map.", "Mina Stone-Jarvis"),
        ("ACTION: Harbour Director to write to the insurers.", "Mina Stone-Jarvis"),
        ("ACTION: Depot Manager to write to the insurers.", "Depot Manager"),
    ],
)
def test_double_names_and_posts_in_minutes(task: str, owner: str) -> None:
    notes = found("Mina Stone-Jarvis, Harbour Director, reported.", task, publisher=COUNCIL, doc_type="minutes")
    assert [c.owner for c in notes] == [owner]
