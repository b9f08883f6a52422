"""Promises said without "will": work in hand, plans of a day, what was agreed or said to be coming."""

from __future__ import annotations

import pytest

from tests.extract.commitment_voices import told

ROWS = [
    # under way, by other words than "under way"
    ("update", "A booking app is under development.", "ongoing"),
    ("update", "A second crossing is under construction.", "ongoing"),
    ("report", "Commissioners are in talks about a new lease.", "ongoing"),
    ("newsletter", "The trust is in negotiations with two landlords.", "ongoing"),
    # a trial or roll-out that takes place
    ("update", "A trial of quiet lorries is taking place in Dock Road.", "ongoing"),
    ("newsletter", "The national roll-out is taking place in four stages.", "ongoing"),
    ("update", "The pilot is taking place in six schools.", "ongoing"),
    # work that has started
    ("update", "Scanning the old files has started.", "ongoing"),
    ("update", "Clearing the remaining sites has begun.", "ongoing"),
    ("newsletter", "Rewiring the north wing has now commenced.", "ongoing"),
    # what moves or goes out
    ("newsletter", "In the background we’re moving to a new payments supplier.", "ongoing"),
    ("newsletter", "Behind closed doors we’re testing a smaller form.", "ongoing"),
    ("newsletter", "Across the county we’re replacing every lamp.", "ongoing"),
    ("report", "The contractor is now laying the new floor.", "ongoing"),
    ("report", "Our supplier is fixing the alarm.", "ongoing"),
    ("letter", "The builder is repairing the roof.", "ongoing"),
    ("letter", "A replacement is being sought by Oakley Recruitment.", "ongoing"),
    ("letter", "Funding for a third year is being sought from the lottery.", "ongoing"),
    ("letter", "New land is being sought for the depot.", "ongoing"),
    ("update", "Pruning of the limes goes on until the end of May.", "ongoing"),
    ("update", "Surveys of the culverts go on until June.", "ongoing"),
    ("update", "Gritting goes on until the end of April 2023.", "ongoing"),
    # with a day, in the present tense
    ("slides", "The entry fee goes up by £1 on 1 August.", "firm"),
    ("slides", "Season tickets go up by 3% on 1 May.", "firm"),
    ("slides", "The car park charge goes down on 1 June.", "firm"),
    ("letter", "A manager has been chosen and begins on 2 May.", "firm"),
    # somebody foresees a thing by a day
    ("report", "The estates team anticipates that the hall can be opened by the middle of May.", "planned"),
    ("report", "We expect that the lift can be used again in May.", "planned"),
    ("report", "The surveyor expects that the bridge can be reopened by June 2023.", "planned"),
    ("newsletter", "We now expect it back by June.", "planned"),
    ("newsletter", "We expect the new sweepers in May.", "planned"),
    ("newsletter", "The team expects delivery of the beds by 4 May.", "planned"),
    # somebody has given a word
    ("letter", "Cllr Hana Brook has given her word that no branch will shut.", "firm"),
    ("letter", "The chief executive has given an assurance that nobody will lose a place.", "firm"),
    ("letter", "The mayor gave a guarantee that the pool will reopen.", "firm"),
    # in reports: what was said that would come
    ("report", "They told us that the steering group would be restored by 1 May.", "firm"),
    ("report", "The director said that a shelter would be built by June 2023.", "firm"),
    ("report", "Officers assured the panel that the backlog would be cleared by May.", "firm"),
    ("report", "She undertook to bring the tender to this panel before it is signed.", "firm"),
    ("report", "The head of service undertook to publish the findings.", "firm"),
    ("minutes", "It was agreed that the newsletter be sent out a week earlier.", "required"),
    ("minutes", "It was resolved that the fee be held for a year.", "required"),
    ("minutes", "It was agreed that two lamps be moved.", "required"),
    ("minutes", "Priya would keep the second van until Easter.", "firm"),
    ("minutes", "He would share the rota with clerks.", "firm"),
    ("minutes", "Lena was happy to lead that from 1 May.", "firm"),
    ("minutes", "Omar was content to chair the group until June.", "firm"),
    # what is to be done to or for somebody, in recommendations
    ("report", "A named officer should be appointed as flood warden by May.", "required"),
    ("report", "Managers should be trained in the new procedure.", "required"),
    ("report", "The Youth Work Manager ought to be consulted beforehand.", "required"),
    ("inspection", "The board has asked for a report on staffing in May.", "required"),
    ("report", "The Audit Committee has asked for an update in May.", "required"),
    ("report", "Cabinet has called for a review of the scheme by June.", "required"),
    # inspectors know of what others have agreed
    ("inspection", "Local partners have agreed to pay for a third worker.", "firm"),
    ("inspection", "The trust has agreed to fund the pilot.", "firm"),
]


@pytest.mark.parametrize(("voice", "text", "strength"), ROWS)
def test_binds(voice: str, text: str, strength: str) -> None:
    heard = told(voice, [text])
    assert [s for _, s, _ in heard] == [strength]
    assert text.rstrip(".").endswith(heard[0][0])


@pytest.mark.parametrize(
    ("voice", "text"),
    [
        # advice
        ("letter", "My advice is to apply early and to keep a copy."),
        ("letter", "My tip is to book in the morning."),
        ("letter", "Our recommendation is to test the alarm weekly."),
        # what will suit
        ("letter", "Any afternoon will do."),
        ("letter", "A short note will do."),
        ("letter", "Either form will do, as long as it is signed."),
        # a state
        ("newsletter", "About 40 of the benches are missing from the map."),
        ("newsletter", "Eleven of our signs are missing."),
        ("newsletter", "The register is lacking most of its older entries."),
        # a count of works at the time
        ("report", "Of 90 repairs ordered, 61 are done and 12 are in progress."),
        ("report", "Of the 30 schemes, 17 are complete, 8 are under way."),
        ("report", "Twelve are under construction and nine have been let."),
        # money that is foreseen
        ("newsletter", "We were given £4 million and are on course to spend £5 million."),
        ("report", "The service is expected to spend £300,000 more than its budget."),
        ("report", "The trust is on track to lose 40 staff."),
        # asked and answered in the room
        ("minutes", "Lena was asked to explain why the gate had been left open."),
        ("minutes", "Officers were asked to comment on the delay."),
        ("minutes", "The chair was asked to clarify the rule."),
        # what a policy says, not what somebody is told
        ("report", "Policy says that it should begin ten weeks before."),
        ("report", "The guidance says that reviews should be held yearly."),
        ("report", "The standard states that a manager should sign each plan."),
        # said long ago
        ("report", "In 2019 the service undertook to replace all its vans."),
        ("report", "Residents said that they would use it more."),
        ("report", "The council said in 2020 that it would reopen the baths by May 2021."),
        # praise
        ("inspection", "Practitioners should be commended for their patience."),
        ("inspection", "Staff should be praised for this."),
        ("inspection", "The team should be thanked."),
    ],
)
def test_binds_nobody(voice: str, text: str) -> None:
    assert told(voice, [text]) == []


@pytest.mark.parametrize(
    ("voice", "blocks", "expected"),
    [
        (
            "report",
            ["The network must, by 30 June 2023:", ("list_item", "appoint a lead;"), ("list_item", "agree one plan.")],
            [("appoint a lead", "required", "network"), ("agree one plan", "required", "network")],
        ),
        (
            "slides",
            ["The fund will pay for a year, provided that we:", ("list_item", "report outcomes every quarter")],
            [("report outcomes every quarter", "required", "Ashdale Council")],
        ),
        ("newsletter", ["Write to the desk and we will get back to you as soon as possible."], []),
        ("newsletter", ["Fill in the form and our team will come back to you."], []),
        (
            "inspection",
            ["Inspectors will hold a progress meeting in May 2023."],
            [
                (
                    "Inspectors will hold a progress meeting in May 2023",
                    "firm",
                    "Ofsted and the Care Quality Commission",
                )
            ],
        ),
    ],
)
def test_lists_and_offers(
    voice: str, blocks: list[tuple[str, str] | str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert [row for row in told(voice, blocks) if "fund" not in row[0]] == expected
