"""Newsletters of a digital service: work in hand, road maps, and what a product or its users do."""

from __future__ import annotations

import pytest

from tests.extract.commitment_voices import Row, told

BINDING: list[Row] = [
    (
        "newsletter",
        ["In the next sprint we’ll be looking at how permits are extended."],
        [("In the next sprint we’ll be looking at how permits are extended", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["The team is busy preparing for the move to private beta."],
        [("The team is busy preparing for the move to private beta", "ongoing", "team")],
    ),
    (
        "newsletter",
        ["We’re currently building the fee calculator."],
        [("We’re currently building the fee calculator", "ongoing", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["Permit Desk is due to move into public beta in October 2023."],
        [("Permit Desk is due to move into public beta in October 2023", "planned", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["Next month’s newsletter will include an interview with our designers."],
        [("Next month’s newsletter will include an interview with our designers", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["We are on schedule to deliver the API in June 2023."],
        [("We are on schedule to deliver the API in June 2023", "planned", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["API documentation will be made available shortly."],
        [("API documentation will be made available shortly", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["Registration for the roadshows opens next week."],
        [("Registration for the roadshows opens next week", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["We are hoping to run four more sessions before the summer."],
        [("We are hoping to run four more sessions before the summer", "planned", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["Our developers are working through the list of known issues."],
        [("Our developers are working through the list of known issues", "ongoing", "Permit Desk team")],
    ),
    (
        "newsletter",
        [
            ("heading", "What’s next?"),
            ("list_item", "Continue user research on inspections"),
            ("list_item", "Start work on the reporting module"),
            ("list_item", "Finish testing of the map"),
        ],
        [
            ("Continue user research on inspections", "ongoing", "Permit Desk team"),
            ("Start work on the reporting module", "planned", "Permit Desk team"),
            ("Finish testing of the map", "planned", "Permit Desk team"),
        ],
    ),
    (
        "newsletter",
        ["The project will be at the Traffic Show in May, so come and say hello."],
        [("The project will be at the Traffic Show in May", "firm", "project")],
    ),
    (
        "newsletter",
        ["The old register will be decommissioned at the end of June 2023."],
        [("The old register will be decommissioned at the end of June 2023", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["We will be in touch with those councils to arrange training."],
        [("We will be in touch with those councils to arrange training", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["Over the next few weeks we’re going to be speaking to ten councils about invoicing."],
        [
            (
                "Over the next few weeks we’re going to be speaking to ten councils about invoicing",
                "planned",
                "Permit Desk team",
            )
        ],
    ),
    (
        "newsletter",
        ["The fee module is nearly finished and we hope to release it before the summer."],
        [("we hope to release it before the summer", "planned", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["We’ve started building the inspections screens."],
        [("We’ve started building the inspections screens", "ongoing", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["We’ll publish the notes on our blog."],
        [("We’ll publish the notes on our blog", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["The team will be attending the Street Works Conference in Harrogate on 10 May."],
        [("The team will be attending the Street Works Conference in Harrogate on 10 May", "firm", "team")],
    ),
    (
        "newsletter",
        ["Once the assessment is passed, the service will move into public beta."],
        [("Once the assessment is passed, the service will move into public beta", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        [
            ("heading", "In the next sprint"),
            ("list_item", "Begin alpha research on licences"),
            ("list_item", "Publish the data standard"),
            ("list_item", "Training videos"),
        ],
        [
            ("Begin alpha research on licences", "planned", "Permit Desk team"),
            ("Publish the data standard", "planned", "Permit Desk team"),
            ("Training videos", "planned", "Permit Desk team"),
        ],
    ),
    (
        "newsletter",
        [
            "In the next few weeks we will be:",
            ("list_item", "testing the map with users"),
            ("list_item", "recruiting a content designer"),
        ],
        [
            ("testing the map with users", "firm", "Permit Desk team"),
            ("recruiting a content designer", "firm", "Permit Desk team"),
        ],
    ),
    (
        "newsletter",
        ["Q: Will there be training? A: Yes, training will be free for all authorities until March 2024."],
        [("A: Yes, training will be free for all authorities until March 2024", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["Each authority will need to nominate a lead officer by 14 April 2023."],
        [("Each authority will need to nominate a lead officer by 14 April 2023", "required", "Each authority")],
    ),
    (
        "newsletter",
        ["The regulations are expected to come into force on 1 July 2023."],
        [("The regulations are expected to come into force on 1 July 2023", "planned", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["We know that some of you are waiting for a test account, and we’ll get these to you as soon as we can."],
        [("we’ll get these to you as soon as we can", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["The project team will be visiting Bristol, Leeds and Cardiff over the next month."],
        [("The project team will be visiting Bristol, Leeds and Cardiff over the next month", "firm", "project team")],
    ),
    (
        "newsletter",
        ["Feedback from the sessions will be used to shape the next version."],
        [("Feedback from the sessions will be used to shape the next version", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["What will happen to my data? All records will be moved across before the switch."],
        [("All records will be moved across before the switch", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["To help you prepare, we are putting together a toolkit."],
        [("To help you prepare, we are putting together a toolkit", "ongoing", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["Costs will be shared with authorities by the end of May 2023."],
        [("Costs will be shared with authorities by the end of May 2023", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["There will be two more roadshows before the summer."],
        [("There will be two more roadshows before the summer", "firm", "Permit Desk team")],
    ),
    (
        "newsletter",
        ["Our aim is to have all councils on board by December 2023."],
        [("Our aim is to have all councils on board by December 2023", "aspirational", "Permit Desk team")],
    ),
]

NOT_BINDING: list[tuple[str, list[tuple[str, str] | str]]] = [
    ("newsletter", ["The next workshop is on 28 April in Leeds."]),
    ("newsletter", ["Users will be able to save a draft and come back to it later."]),
    ("newsletter", ["The map will show all works within 500 metres."]),
    ("newsletter", ["Sign up now and you will get a weekly email with the latest changes."]),
    ("newsletter", ["If a permit is refused, the system will send the promoter a message."]),
    ("newsletter", ["Permit Desk is the new digital service that will replace the paper register."]),
    ("newsletter", ["The new service is expected to save councils £3 million a year."]),
    ("newsletter", ["We have been testing the map with ten councils."]),
    ("newsletter", ["For now, organisations will need to carry on using the old register."]),
    ("newsletter", ["Thanks to everyone who came to our Leeds workshop."]),
    ("newsletter", ["If you would like to take part, email the team by 5 April."]),
    ("newsletter", ["Our next show and tell takes place on 21 March."]),
    ("newsletter", ["Organisations that have not registered by 30 June will lose access to the pilot."]),
    ("newsletter", ["A user can only cancel a permit before work starts."]),
    ("newsletter", ["This month the team has been looking at how inspectors work."]),
    (
        "newsletter",
        [
            ("heading", "In the last two weeks we have"),
            ("list_item", "Released the search page"),
            ("list_item", "Met nine contractors"),
        ],
    ),
    ("newsletter", ["As you may know, the current register will reach the end of its life in 2024."]),
    ("newsletter", ["A big thank you to the eight councils who will be joining our pilot."]),
    ("newsletter", ["You will be invited to create an account."]),
    ("newsletter", ["Users will see a list of permits when they sign in."]),
    ("newsletter", ["A permit must be granted before work starts."]),
    ("newsletter", ["There will be three ways to sign up."]),
    ("newsletter", ["Dates for your diary: 4 May – Leeds; 11 May – Bristol."]),
    ("newsletter", ["Suppliers who wish to connect will need a key."]),
    ("newsletter", ["We want Permit Desk to be simple to use."]),
    ("newsletter", ["The design of the form has changed and continues to evolve."]),
]


@pytest.mark.parametrize(("voice", "blocks", "expected"), BINDING)
def test_what_binds(
    voice: str, blocks: list[tuple[str, str] | str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(voice, blocks) == expected


@pytest.mark.parametrize(("voice", "blocks"), NOT_BINDING)
def test_what_binds_nobody(voice: str, blocks: list[tuple[str, str] | str]) -> None:
    assert told(voice, blocks) == []
