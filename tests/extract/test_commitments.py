"""What binds and what only looks so; rows are (text, [(strength, words of the record, due)])."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found

BINDING = [
    # will be done
    ("We will open a second hub in Harlow Road by June 2023.", "firm", "open a second hub", "2023-06"),
    ("The board shall receive a progress report each quarter.", "firm", "progress report", None),
    ("The strategy will be published on 4 May.", "firm", "will be published", "2023-05-04"),
    ("I promise that every call will be answered within a day.", "firm", "every call will be answered", None),
    ("Officers won’t close the centre but will extend its hours.", "firm", "extend its hours", None),
    ("By the end of July every school will have a link worker.", "firm", "every school will have", "2023-07-31"),
    # is intended
    ("We plan to recruit six more therapists.", "planned", "recruit six more therapists", None),
    ("The council is due to decide on the budget in April.", "planned", "due to decide", "2023-04"),
    ("The playground is to be resurfaced.", "planned", "The playground is to be resurfaced", None),
    ("The review is expected to finish by autumn 2023.", "planned", "finish by autumn", "2023-11"),
    ("We are going to redesign the referral form.", "planned", "redesign the referral form", None),
    ("The new route opens on 1 September.", "firm", "The new route opens", "2023-09-01"),
    # under way
    ("We are writing a new travel policy with parents.", "ongoing", "writing a new travel policy", None),
    ("The portal is being tested in three schools.", "ongoing", "is being tested", None),
    ("The team continues to reduce the backlog.", "ongoing", "continues to reduce", None),
    ("We will continue to meet the forum every month.", "ongoing", "continue to meet", None),
    ("A review of short breaks is under way.", "ongoing", "A review of short breaks is under way", None),
    ("Recruitment for the night service is underway.", "ongoing", "Recruitment", None),
    # wishes that bind nobody to anything that could be checked
    ("We are committed to earlier help for every family.", "aspirational", "committed to earlier help", None),
    ("Our ambition is to be the best place to grow up.", "aspirational", "Our ambition is to be the best", None),
    ("We remain committed to inclusion.", "aspirational", "remain committed", None),
    ("We are not only committed to listening, but to acting.", "aspirational", "committed to listening", None),
    # told to
    ("The trust must submit a recovery plan by 30 June 2023.", "required", "must submit a recovery plan", "2023-06-30"),
    ("The council has been asked to prepare a written statement.", "required", "prepare a written statement", None),
    ("The regulator requires the partnership to publish its data.", "required", "publish its data", None),
    ("Leaders should improve the quality of plans.", "required", "Leaders should improve", None),
    # only announced
    ("Further details to follow.", "planned", "details to follow", None),
]


@pytest.mark.parametrize(("text", "strength", "words", "due"), BINDING)
def test_binding_words(text: str, strength: str, words: str, due: str | None) -> None:
    records = found(text)
    assert [(r.strength, r.due) for r in records] == [(strength, due)]
    assert words in records[0].text


@pytest.mark.parametrize(
    "text",
    [
        # advice to the reader and what readers can do
        "You will need your reference number when you call.",
        "Parents will be able to see the report online.",
        "Please let us know if you will attend.",
        "Applicants must sign both forms.",
        # conditions, questions, wishes
        "If the bid succeeds, we will celebrate.",
        "Will the pool stay open?",
        "Guidance explains how users will sign in.",
        "I hope that residents will join us.",
        "We will only succeed if everybody joins in.",
        # benefits of something promised elsewhere
        "This will enable families to plan ahead.",
        "The survey will help us to understand needs.",
        "The leaflet will contain a map.",
        # results, facts and courtesies
        "Waits have fallen since May.",
        "The hub opened in January.",
        "I am pleased to be writing to you.",
        "I will readily admit that we fell short.",
        "Numbers will rise.",
        "We are looking forward to the summer.",
        "Families continue to wait.",
        "The team is made up of nurses and social workers.",
        # done with the document itself
        "The timetable is being sent out with this newsletter.",
        # descriptions
        "The purpose of the board is to advise the cabinet.",
        "There is a lift to the first floor.",
        "One sheet explains where a form is to be sent.",
        # denials
        "The changes will not yet have reached every ward.",
    ],
)
def test_what_only_looks_binding(text: str) -> None:
    assert found(text) == ()


def test_joined_promises_are_two_when_each_is_whole() -> None:
    records = found("We will publish the findings in May and we will hold a meeting about them in June.")
    assert [(r.text, r.due) for r in records] == [
        ("We will publish the findings in May", "2023-05"),
        ("we will hold a meeting about them in June", "2023-06"),
    ]


def test_one_act_of_several_verbs_stays_whole() -> None:
    records = found("The plan will be monitored and reviewed by the board.")
    assert [r.text for r in records] == ["The plan will be monitored and reviewed by the board"]


@pytest.mark.parametrize(
    ("stem", "bullet", "strength", "due"),
    [
        ("By the end of May we will:", "visit every nursery", "firm", "2023-05-31"),
        ("In the next few weeks:", "Finish the pilot in two wards", "planned", None),
        ("We are working on:", "Shorter forms for new referrals", "ongoing", None),
        ("In the next few weeks:", "Continue testing the booking page", "ongoing", None),
        ("The partnership must urgently improve:", "the timeliness of annual reviews", "required", None),
        ("In the last few weeks we have:", "met every head teacher", None, None),
        ("You will need:", "proof of your address", None, None),
        ("The app will allow users to:", "Book a visit - this will be its main feature", None, None),
        ("In the next two weeks:", "Please send us your views", None, None),
        ("The team is made up of:", "two nurses and a doctor", None, None),
        ("We may look at:", "longer opening hours", None, None),
    ],
)
def test_bullets_take_what_their_stem_promises(stem: str, bullet: str, strength: str | None, due: str | None) -> None:
    records = found(stem, ("list_item", bullet))
    assert [(r.text, r.strength, r.due) for r in records] == ([(bullet, strength, due)] if strength else [])


@pytest.mark.parametrize(
    ("heading", "bullet", "expected"),
    [
        ("What we will do next", "Open the sensory room", ["Open the sensory room"]),
        ("Coming soon", "A new directory of clubs", ["A new directory of clubs"]),
        ("What we did last term", "Opened the sensory room", []),
        ("Areas for improvement", "The quality of plans", []),
        ("What needs to improve?", "Plans are often out of date.", []),
    ],
)
def test_bullets_right_under_a_heading(heading: str, bullet: str, expected: list[str]) -> None:
    assert [r.text for r in found(("heading", heading), ("list_item", bullet))] == expected


def test_rows_of_a_table_of_actions() -> None:
    (record,) = found(
        ("table_row", "Action\tOwner\tDue"), ("table_row", "Draft the transport policy\tAsha Noor\t12 May 2023")
    )
    assert (record.text, record.owner, record.due, record.strength) == (
        "Draft the transport policy",
        "Asha Noor",
        "2023-05-12",
        "required",
    )


_HEAD = "What we will do\tWho leads\tBy when\tWhere it stands"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (  # bullets that say to what: one task; the state of a row is not
            "Replace the fans in: • the hall • the kitchen • the annex\tRafe Okoro\t31 July 2023\tBlue",
            [("Replace the fans in: • the hall • the kitchen • the annex", "Rafe Okoro", "2023-07-31")],
        ),
        (  # bullets that begin with a verb: a task each
            "We will: • write to every tenant • publish the results\tTenancy team\t31 July 2023\tNot begun",
            [
                ("write to every tenant", "Tenancy team", "2023-07-31"),
                ("publish the results", "Tenancy team", "2023-07-31"),
            ],
        ),
        (
            "1. Write to every tenant of the three blocks. 2. Publish the results.\tTenancy team\tMay 2023\tAmber",
            [
                ("Write to every tenant of the three blocks", "Tenancy team", "2023-05"),
                ("Publish the results", "Tenancy team", "2023-05"),
            ],
        ),
        (  # a long cell, and what is said of it in another, which is the same person's to do
            "Inspect all homes that were built before 1965 for damp, beginning with those of young children\tAsha Noor"
            "\t30 September 2023\tAmber: two surveyors have left, and the first block will be done in March 2024",
            [
                (
                    "Inspect all homes that were built before 1965 for damp, beginning with those of young children",
                    "Asha Noor",
                    "2023-09-30",
                ),
                ("the first block will be done in March 2024", "Asha Noor", "2024-03"),
            ],
        ),
        (
            "Answer every report within a day\tAsha Noor\tIn force since 1 May 2023\tOn track",
            [("Answer every report within a day", "Asha Noor", None)],
        ),
        ("Write to: • tenants • landlords\tAsha Noor\tMay 2023\tDone", []),
        (  # a report of what was said is nobody's task
            "The panel heard that the figure had risen in each of the last four months. It asked why this was so."
            "\tAsha Noor\tMay 2023\tNoted",
            [],
        ),
    ],
)
def test_rows_with_lists_and_long_cells(row: str, expected: list[tuple[str, str, str | None]]) -> None:
    records = found(("table_row", row), headers=_HEAD)
    assert [(r.text, r.owner, r.due) for r in records] == expected


def test_the_bullets_of_a_cell_take_what_its_words_promise() -> None:
    row = "Tarn Trust\tThe trust should improve: • the quality of its plans • the speed of its answers"
    records = found(("table_row", row), headers="Responsible body\tAreas for improvement")
    assert [(r.text, r.strength) for r in records] == [
        ("the quality of its plans", "required"),
        ("the speed of its answers", "required"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Action: J Roe to bring the plan by 9 May", [("J Roe to bring the plan by 9 May", "J Roe", "2023-05-09")]),
        ("Action 3: JR/AN to write to all schools.", [("JR/AN to write to all schools", "JR/AN", None)]),
        ("Action: the clerk will invite the police", [("the clerk will invite the police", "the clerk", None)]),
        ("Action: Letter to go to all parents", [("Letter to go to all parents", None, None)]),
        ("Action: none", []),
    ],
)
def test_a_line_of_minutes_gives_a_task(line: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(r.text, r.owner, r.due) for r in found("The board met.", line)] == expected


def test_the_key_to_a_table_promises_nothing() -> None:
    assert not found("Green: on time. Amber: late, but will be finished within three months. Red: will not be done.")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("We will publish the plan.", "Ashdale Council"),
        ("I will write to every family.", "Asha Noor"),
        ("The Health Trust will run the clinic.", "Health Trust"),
        ("The plan will be reviewed by the scrutiny committee.", "scrutiny committee"),
        ("The plan will be reviewed.", "Ashdale Council"),
        ("The scrutiny committee met in May. It will report to cabinet.", "scrutiny committee"),
    ],
)
def test_owner_as_a_reader_would_name_them(text: str, owner: str) -> None:
    records = found(text, publisher="Ashdale Council", signatory="Asha Noor")
    assert [r.owner for r in records] == [owner]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The pool will open, though not before May 2023.", None),  # the earliest day
        ("We will review it after May 2023.", None),
        ("We will open it from May 2023.", "2023-05"),
        ("We will finish it before June 2023.", "2023-06"),
    ],
)
def test_which_dates_are_deadlines(text: str, due: str | None) -> None:
    (record,) = found(text)
    assert record.due == due


def test_a_deadline_in_a_sentence_of_its_own_belongs_to_the_promise_before() -> None:
    (record,) = found("We will answer every question that you send. The deadline is 28 April 2023.")
    assert record.due == "2023-04-28"


def test_an_inspection_speaks_for_itself_only() -> None:
    records = found(
        "Leaders are developing a new policy. The council must publish it. A further visit will be made in May.",
        title="Inspection of services in Ashdale",
        publisher="Ofsted",
    )
    assert [r.strength for r in records] == ["required", "firm"]


def test_every_record_is_verbatim() -> None:
    text = "Thank you for coming.  We will share the slides — and the notes — by Friday 17 March, as we said."
    (record,) = found(text)
    assert text[record.start : record.end] == record.text


def test_what_the_public_says_binds_nobody() -> None:
    assert found("We, the undersigned, ask for answers. We will not stop asking. You must reply by May.") == ()
