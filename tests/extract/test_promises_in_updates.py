"""A council's updates: splitting, lists under words that look ahead, road maps, and words that bind nobody."""

from __future__ import annotations

import pytest

from tests.extract.commitment_voices import Row, told

BINDING: list[Row] = [
    (
        "update",
        ["We will publish the timetable in April and open the booking line in May."],
        [
            ("We will publish the timetable in April", "firm", "Ashdale Council"),
            ("open the booking line in May", "firm", "Ashdale Council"),
        ],
    ),
    (
        "update",
        ["We will start two more carers’ groups in May so please tell us if you would like to come."],
        [("We will start two more carers’ groups in May", "firm", "Ashdale Council")],
    ),
    ("update", ["The team will listen, learn and adapt."], [("The team will listen, learn and adapt", "firm", "team")]),
    (
        "update",
        ["Two officers are being recruited and will start in June 2023."],
        [("Two officers are being recruited and will start in June 2023", "firm", "Ashdale Council")],
    ),
    (
        "update",
        ["The council will write to all tenants, and the contractor will begin the repairs in May."],
        [
            ("The council will write to all tenants", "firm", "council"),
            ("the contractor will begin the repairs in May", "firm", "contractor"),
        ],
    ),
    (
        "update",
        ["The draft has been written, will be tested in May and is due to be adopted in July."],
        [
            ("The draft has been written, will be tested in May", "firm", "Ashdale Council"),
            ("is due to be adopted in July", "planned", "Ashdale Council"),
        ],
    ),
    (
        "update",
        ["We will work with partners to design, test and launch a new offer."],
        [("We will work with partners to design, test and launch a new offer", "firm", "Ashdale Council")],
    ),
    (
        "update",
        ["A new hub, which will offer advice and hot meals, will open in Mill Lane in June."],
        [
            (
                "A new hub, which will offer advice and hot meals, will open in Mill Lane in June",
                "firm",
                "Ashdale Council",
            )
        ],
    ),
    (
        "update",
        [
            ("heading", "Next steps"),
            ("list_item", "Sign off the plan at the May board"),
            ("list_item", "Details to follow"),
        ],
        [
            ("Sign off the plan at the May board", "planned", "Ashdale Council"),
            ("Details to follow", "planned", "Ashdale Council"),
        ],
    ),
    (
        "update",
        [
            ("heading", "What we are doing"),
            ("list_item", "Training 40 new volunteers"),
            ("list_item", "Rewriting our letters in plain English"),
        ],
        [
            ("Training 40 new volunteers", "ongoing", "Ashdale Council"),
            ("Rewriting our letters in plain English", "ongoing", "Ashdale Council"),
        ],
    ),
    (
        "update",
        [
            "Over the next three months the team will focus on:",
            ("list_item", "clearing the backlog"),
            ("list_item", "shorter letters to parents"),
        ],
        [("clearing the backlog", "firm", "team"), ("shorter letters to parents", "firm", "team")],
    ),
    (
        "update",
        ["Our priorities for 2023/24 are to:", ("list_item", "cut waiting times"), ("list_item", "open a second hub")],
        [("cut waiting times", "planned", "Ashdale Council"), ("open a second hub", "planned", "Ashdale Council")],
    ),
    (
        "update",
        [
            "Our pledges",
            ("list_item", "We will answer your call within five rings"),
            ("list_item", "We will tell you who is dealing with your case"),
        ],
        [
            ("We will answer your call within five rings", "firm", "Ashdale Council"),
            ("We will tell you who is dealing with your case", "firm", "Ashdale Council"),
        ],
    ),
    (
        "update",
        [
            ("heading", "Coming up"),
            ("list_item", "Summer fair, 3 June"),
            ("list_item", "A new booking system from September"),
        ],
        [("A new booking system from September", "planned", "Ashdale Council")],
    ),
    (
        "update",
        [
            ("heading", "Action we are taking"),
            ("list_item", "A new helpline for carers, open from 1 May"),
            ("list_item", "Extra staff at weekends"),
        ],
        [
            ("A new helpline for carers, open from 1 May", "ongoing", "Ashdale Council"),
            ("Extra staff at weekends", "ongoing", "Ashdale Council"),
        ],
    ),
    (
        "update",
        [
            "By the end of the summer term we plan to have:",
            ("list_item", "trained all school nurses"),
            ("list_item", "a single phone number for families"),
        ],
        [
            ("trained all school nurses", "planned", "Ashdale Council"),
            ("a single phone number for families", "planned", "Ashdale Council"),
        ],
    ),
    (
        "update",
        [
            "Partners have committed to:",
            ("list_item", "sharing data every month"),
            ("list_item", "a joint complaints process"),
        ],
        [("sharing data every month", "firm", "Partners"), ("a joint complaints process", "firm", "Partners")],
    ),
    (
        "update",
        ["Letters to families are being rewritten, and the first will go out after Easter."],
        [
            ("Letters to families are being rewritten", "ongoing", "Ashdale Council"),
            ("the first will go out after Easter", "firm", "Ashdale Council"),
        ],
    ),
    (
        "update",
        ["It is our intention to publish these figures every quarter."],
        [("It is our intention to publish these figures every quarter", "planned", "Ashdale Council")],
    ),
    (
        "update",
        ["There are plans to extend the pilot to all secondary schools."],
        [("There are plans to extend the pilot to all secondary schools", "planned", "Ashdale Council")],
    ),
    (
        "update",
        ["Discussions are ongoing with the trust about a joint team."],
        [("Discussions are ongoing with the trust about a joint team", "ongoing", "Ashdale Council")],
    ),
    (
        "update",
        ["A recovery plan has been drawn up and is being put into action."],
        [("A recovery plan has been drawn up and is being put into action", "ongoing", "Ashdale Council")],
    ),
    (
        "update",
        ["We have pledged to cut the backlog by half by Christmas."],
        [("We have pledged to cut the backlog by half by Christmas", "firm", "Ashdale Council")],
    ),
    (
        "update",
        [
            ("heading", "What we are going to do next"),
            ("list_item", "Work with schools to agree a single form"),
            ("list_item", "By July: a new panel for appeals"),
            ("list_item", "You can read the full plan on our website"),
        ],
        [
            ("Work with schools to agree a single form", "planned", "Ashdale Council"),
            ("By July: a new panel for appeals", "planned", "Ashdale Council"),
        ],
    ),
    (
        "update",
        ["Since January we have been working with schools on a new form, and it will be ready for September."],
        [("it will be ready for September", "firm", "Ashdale Council")],
    ),
    (
        "update",
        ["We are now turning our attention to annual reviews."],
        [("We are now turning our attention to annual reviews", "ongoing", "Ashdale Council")],
    ),
    (
        "update",
        ["The team will grow from four to nine people by May 2023."],
        [("The team will grow from four to nine people by May 2023", "firm", "team")],
    ),
    (
        "update",
        ["This work is being led by Elen Prosser."],
        [("This work is being led by Elen Prosser", "ongoing", "Elen Prosser")],
    ),
]

NOT_BINDING: list[tuple[str, list[tuple[str, str] | str]]] = [
    (
        "update",
        [
            ("heading", "What we have done"),
            ("list_item", "Recruited two educational psychologists"),
            ("list_item", "New website live from January"),
        ],
    ),
    (
        "update",
        ["To apply you will need to:", ("list_item", "complete the form"), ("list_item", "send us two photographs")],
    ),
    ("update", ["The group is made up of:", ("list_item", "six parents"), ("list_item", "two head teachers")]),
    (
        "update",
        ["The service can help you with:", ("list_item", "filling in forms"), ("list_item", "finding a solicitor")],
    ),
    (
        "update",
        [
            "You told us that:",
            ("list_item", "letters are hard to read"),
            ("list_item", "we need to answer the phone faster"),
        ],
    ),
    ("update", ["You said: we never hear back. We did: we now reply within five days."]),
    ("update", ["We are keen to hear from young people."]),
    ("update", ["The new team leader takes up her post in May."]),
    ("update", ["Half of all schools are yet to sign up."]),
    ("update", ["Next on the list is a refresh of the website."]),
    ("update", ["The number of plans continues to rise."]),
    ("update", ["Families can expect to be told of any delay."]),
]


@pytest.mark.parametrize(("voice", "blocks", "expected"), BINDING)
def test_what_binds(
    voice: str, blocks: list[tuple[str, str] | str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(voice, blocks) == expected


@pytest.mark.parametrize(("voice", "blocks"), NOT_BINDING)
def test_what_binds_nobody(voice: str, blocks: list[tuple[str, str] | str]) -> None:
    assert told(voice, blocks) == []
