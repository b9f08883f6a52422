"""A council's letters: what binds it, and what only informs, advises or instructs the reader."""

from __future__ import annotations

import pytest

from tests.extract.commitment_voices import Row, told

BINDING: list[Row] = [
    (
        "letter",
        ["We hope to open the new respite house before the end of the school year."],
        [("We hope to open the new respite house before the end of the school year", "planned", "Ashdale Council")],
    ),
    (
        "letter",
        ["Plans are in place to recruit two more educational psychologists."],
        [("Plans are in place to recruit two more educational psychologists", "planned", "Ashdale Council")],
    ),
    (
        "letter",
        ["Work is underway to redesign the transport application."],
        [("Work is underway to redesign the transport application", "ongoing", "Ashdale Council")],
    ),
    (
        "letter",
        ["We have committed to publishing the figures every quarter."],
        [("We have committed to publishing the figures every quarter", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["Our new phone line goes live on 3 April."],
        [("Our new phone line goes live on 3 April", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["A further consultation is planned for the summer."],
        [("A further consultation is planned for the summer", "planned", "Ashdale Council")],
    ),
    (
        "letter",
        ["We are looking to appoint a new headteacher by Easter."],
        [("We are looking to appoint a new headteacher by Easter", "planned", "Ashdale Council")],
    ),
    (
        "letter",
        ["You will receive a full reply from my office by 30 June."],
        [("You will receive a full reply from my office by 30 June", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["By March 2025 no child will wait longer than 18 weeks for a first appointment."],
        [("By March 2025 no child will wait longer than 18 weeks for a first appointment", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["I have instructed officers to review every case that was closed last year."],
        [("I have instructed officers to review every case that was closed last year", "required", "officers")],
    ),
    (
        "letter",
        ["Recruitment to the two remaining posts is ongoing."],
        [("Recruitment to the two remaining posts is ongoing", "ongoing", "Ashdale Council")],
    ),
    (
        "letter",
        ["A new strategy is in development and will go to cabinet in July."],
        [
            ("A new strategy is in development", "ongoing", "Ashdale Council"),
            ("will go to cabinet in July", "firm", "Ashdale Council"),
        ],
    ),
    (
        "letter",
        ["The next step is to agree a timetable with the unions."],
        [("The next step is to agree a timetable with the unions", "planned", "Ashdale Council")],
    ),
    (
        "letter",
        ["Our priority for the autumn is to clear the backlog of assessments."],
        [("Our priority for the autumn is to clear the backlog of assessments", "aspirational", "Ashdale Council")],
    ),
    ("letter", ["Further details are to follow."], [("Further details are to follow", "planned", "Ashdale Council")]),
    (
        "letter",
        ["More information will be shared with families in due course."],
        [("More information will be shared with families in due course", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["It is expected that the bridge will reopen in May 2023."],
        [("It is expected that the bridge will reopen in May 2023", "planned", "Ashdale Council")],
    ),
    (
        "letter",
        ["We expect the new contract to begin in June 2023."],
        [("We expect the new contract to begin in June 2023", "planned", "Ashdale Council")],
    ),
    (
        "letter",
        ["We anticipate that the first homes will be ready by spring 2024."],
        [("We anticipate that the first homes will be ready by spring 2024", "planned", "Ashdale Council")],
    ),
    (
        "letter",
        ["We have started work to replace the boilers."],
        [("We have started work to replace the boilers", "ongoing", "Ashdale Council")],
    ),
    (
        "letter",
        ["The team has been tasked with reviewing every overdue plan."],
        [("The team has been tasked with reviewing every overdue plan", "required", "team")],
    ),
    ("letter", ["Elen Prosser will lead the review."], [("Elen Prosser will lead the review", "firm", "Elen Prosser")]),
    (
        "letter",
        ["The review, led by Elen Prosser, is to report in June."],
        [("The review, led by Elen Prosser, is to report in June", "planned", "Elen Prosser")],
    ),
    (
        "letter",
        ["We’re working with schools to make sure that every child has a place."],
        [("We’re working with schools to make sure that every child has a place", "ongoing", "Ashdale Council")],
    ),
    (
        "letter",
        ["The scheme is being rolled out to all twelve wards."],
        [("The scheme is being rolled out to all twelve wards", "ongoing", "Ashdale Council")],
    ),
    (
        "letter",
        ["We have agreed that a new panel will meet monthly."],
        [("a new panel will meet monthly", "firm", "a new panel")],
    ),
    (
        "letter",
        ["Cabinet will be asked to approve the plan on 20 April."],
        [("Cabinet will be asked to approve the plan on 20 April", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["The decision will be taken by the planning committee in May."],
        [("The decision will be taken by the planning committee in May", "firm", "planning committee")],
    ),
    (
        "letter",
        ["A dedicated officer will be available to support you throughout the process."],
        [("A dedicated officer will be available to support you throughout the process", "firm", "dedicated officer")],
    ),
    (
        "letter",
        ["There is still more to do, and we are determined to do it."],
        [("we are determined to do it", "aspirational", "Ashdale Council")],
    ),
    (
        "letter",
        ["I have written to the minister and will let you know when I have a reply."],
        [("I have written to the minister and will let you know when I have a reply", "firm", "Asha Noor")],
    ),
    (
        "letter",
        ["I give you my word that the crossing will be built."],
        [("the crossing will be built", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["The bus will continue to run until the end of July 2023."],
        [("The bus will continue to run until the end of July 2023", "ongoing", "Ashdale Council")],
    ),
    (
        "letter",
        ["The contractor has been told to return and finish the job by the end of the week."],
        [
            (
                "The contractor has been told to return and finish the job by the end of the week",
                "required",
                "contractor",
            )
        ],
    ),
    (
        "letter",
        ["We will, of course, keep you informed."],
        [("We will, of course, keep you informed", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["The panel, which meets monthly, will look at your case on 4 April."],
        [("The panel, which meets monthly, will look at your case on 4 April", "firm", "panel")],
    ),
    (
        "letter",
        ["Whatever happens, nobody will be worse off as a result."],
        [("Whatever happens, nobody will be worse off as a result", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["We shall be reviewing the arrangements in September."],
        [("We shall be reviewing the arrangements in September", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["Subject to planning permission, building work will begin in spring 2024."],
        [("Subject to planning permission, building work will begin in spring 2024", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["We are recruiting and hope to be fully staffed by June."],
        [
            ("We are recruiting", "ongoing", "Ashdale Council"),
            ("hope to be fully staffed by June", "planned", "Ashdale Council"),
        ],
    ),
    (
        "letter",
        ["I will chair a meeting of all partners every fortnight until this is resolved."],
        [("I will chair a meeting of all partners every fortnight until this is resolved", "firm", "Asha Noor")],
    ),
    (
        "letter",
        ["Nobody will be asked to leave their home."],
        [("Nobody will be asked to leave their home", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["The cost of the work will be met by the developer."],
        [("The cost of the work will be met by the developer", "firm", "developer")],
    ),
    (
        "letter",
        ["We accept all of the recommendations and will act on them."],
        [("We accept all of the recommendations and will act on them", "firm", "Ashdale Council")],
    ),
    (
        "letter",
        ["Our officers will be out in the area this week."],
        [("Our officers will be out in the area this week", "firm", "Ashdale Council")],
    ),
]

NOT_BINDING: list[tuple[str, list[tuple[str, str] | str]]] = [
    ("letter", ["We want to be clear that the library is staying open."]),
    ("letter", ["We look forward to welcoming you to the fair in May."]),
    ("letter", ["We are proud of what our staff do every day."]),
    ("letter", ["The offer we make will depend on what the assessment says."]),
    ("letter", ["If you have already applied, we will contact you."]),
    ("letter", ["Should you wish to appeal, the panel will hear your case within 20 days."]),
    ("letter", ["Applications must be received by 31 March."]),
    ("letter", ["Applications must be made online before the start of term."]),
    ("letter", ["Branches must be registered with the returning officer by 4 May."]),
    ("letter", ["Forms should be returned to the school office by Friday."]),
    ("letter", ["All entries must reach us by noon on 12 May."]),
    ("letter", ["Please note that the office will be closed on 1 May."]),
    ("letter", ["The office will be closed over the bank holiday."]),
    ("letter", ["Claims need to be submitted within three months."]),
    ("letter", ["Visitors should report to reception on arrival."]),
    ("letter", ["Payments should be made by 6 April 2023."]),
    ("letter", ["You should hear from the school within five days."]),
    ("letter", ["Any resident who wants a copy will need to ask at the desk."]),
    ("letter", ["Tickets will cost £4 on the door."]),
    ("letter", ["The consultation closes on 5 May."]),
    ("letter", ["The closing date for nominations is 28 April 2023."]),
    ("letter", ["We would like to hear from you."]),
    ("letter", ["Watch this space for news of the autumn programme."]),
    ("letter", ["Ms Elen Prosser, our new head of service, joins us in May 2023."]),
    ("letter", ["We cannot promise that every road will be mended this year."]),
    ("letter", ["I cannot say when the pool will reopen."]),
    ("letter", ["Residents told us that they would like longer opening hours."]),
    ("letter", ["Residents asked that the council will keep the pool open."]),
    ("letter", ["In 2019 the council said that it would build 200 homes."]),
    ("letter", ["The aim of the course is to build confidence."]),
    ("letter", ["The fund is open to groups that plan to run activities this summer."]),
    ("letter", ["Once we have your form, an officer will call you and will then visit your home."]),
    ("letter", ["Every application will be considered on its merits."]),
    ("letter", ["The statement sets out what schools are expected to provide."]),
    ("letter", ["These plans should be reviewed at least once a year."]),
    ("letter", ["The law says that plans must be issued within 20 weeks."]),
    ("letter", ["We understand how frustrating this must be for you."]),
    ("letter", ["I hope this is helpful."]),
    ("letter", ["I will not be commenting on individual cases."]),
    ("letter", ["Our doors are always open."]),
    ("letter", ["You are entitled to a review if you think that we are wrong."]),
    ("letter", ["Had we known, we would have acted sooner."]),
    ("letter", ["Residents will see real improvements."]),
    ("letter", ["We need to rebuild trust."]),
    ("letter", ["My door is open and I would be glad to meet you."]),
    ("letter", ["This decision will not have been easy to hear."]),
]


@pytest.mark.parametrize(("voice", "blocks", "expected"), BINDING)
def test_what_binds(
    voice: str, blocks: list[tuple[str, str] | str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(voice, blocks) == expected


@pytest.mark.parametrize(("voice", "blocks"), NOT_BINDING)
def test_what_binds_nobody(voice: str, blocks: list[tuple[str, str] | str]) -> None:
    assert told(voice, blocks) == []
