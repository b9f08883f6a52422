"""By when a promise is due: from its own words, a heading, the sentence beside it; rows are (blocks, due)."""

from __future__ import annotations

import pytest

from tests.extract.commitment_reading import found


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # of the clause
        ("By the end of April 2023 Denmoor Homes will have repaired 300 flats.", "2023-04-30"),
        ("Every road will have been gritted by the end of the month.", "2023-03-31"),
        ("Before the end of May 2023 the council will have inspected all of its care homes.", "2023-05-31"),
        # a date that belongs to another act of the sentence
        ("The grant scheme opened on 2 March, and up to £40,000 will be available to clubs.", None),
        ("The pool was shut on 9 March and we will repair the roof by June 2023.", "2023-06"),
        # at an event that the date names
        ("We will have more to say at the May open day.", "2023-05"),
        ("We will bring more news to the April roadshows.", "2023-04"),
        ("The findings will be presented to the June meeting of the scrutiny committee.", "2023-06"),
        # what the date names is only prepared, or a thing
        ("We will prepare for the May elections.", None),
        ("We will update the June 2022 strategy.", None),
    ],
)
def test_due_from_its_own_words(text: str, due: str | None) -> None:
    assert [c.due for c in found(text)] == [due]


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        # an occasion that the sentence before names
        ("The forum has invited us to its meeting on 23 May 2023. I shall attend.", ["2023-05-23"]),
        (
            "Figures will be reported to the panel on 13 April 2023. The Leader has said she will attend.",
            ["2023-04-13", "2023-04-13"],
        ),
        ("The hearing is on 4 May 2023. Both of us will be there.", ["2023-05-04"]),
        ("The inquiry opened on 4 January 2023. We will attend future hearings.", [None]),
        # what holds from a day that the paragraph has named
        (
            "Two officers start with us on 5 June 2023, and from then on every case will be read within a week.",
            ["2023-06-05"],
        ),
        # the date of another thing
        (
            "The trust expects to sign the lease in July 2023, with the first moves following in March 2024.",
            ["2023-07"],
        ),
        ("The builder expects to hand back the hall in June 2023 and the whole school by August 2024.", ["2023-06"]),
        ("We will publish the plan in May 2023 and the accounts by September 2023.", ["2023-05"]),
        # one date for two acts
        ("The board must complete its list of sites, and write to each owner, by 31 May 2023.", ["2023-05-31"]),
    ],
)
def test_due_of_what_the_words_name(text: str, dues: list[str | None]) -> None:
    assert [c.due for c in found(text)][: len(dues)] == dues


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We will rewrite the parking policy. This will be finished by 30 June 2023.", "2023-06-30"),
        ("We will map every footpath. We aim to complete this by October 2023.", "2023-10"),
        ("Officers are drafting a new lettings plan. It should be ready by July 2023.", "2023-07"),
        ("The trust will hire more nurses. We expect to have this done before September 2023.", "2023-09"),
        ("The council will replace all street lamps. This work is due to be completed in May 2023.", "2023-05"),
        ("We will inspect each playground. The target date is 12 April 2023.", "2023-04-12"),
        ("The trust must see that every decision is recorded. That has to be done by 30 June 2023.", "2023-06-30"),
        (
            "We are working with the port on a new procedure. The regulator requires this to be finished by May 2023.",
            "2023-05",
        ),
        ("The council will mend the sea wall. The insurers want it completed by July 2023.", "2023-07"),
        ("The club is to repay the grant. The auditors need this to be settled by 4 April 2023.", "2023-04-04"),
    ],
)
def test_a_deadline_in_the_sentence_after_belongs_to_the_promise(text: str, due: str) -> None:
    assert [c.due for c in found(text)] == [due]


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        ("We will open a café by May 2023. This will sell local food by June 2023.", ["2023-05"]),
        ("We will write to tenants in April 2023. We aim to complete the survey by June 2023.", ["2023-04", "2023-06"]),
    ],
)
def test_a_promise_with_a_deadline_keeps_its_own(text: str, dues: list[str]) -> None:
    assert [c.due for c in found(text)][: len(dues)] == dues


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        ("The actions must be completed by 30 June 2023.", ["2023-06-30", "2023-05"]),
        ("All of these steps should be completed by the end of July 2023.", ["2023-07-31", "2023-05"]),
        ("The pool must be drained by 30 June 2023.", [None, "2023-05"]),
    ],
)
def test_a_deadline_under_a_list_is_that_of_its_items(text: str, dues: list[str | None]) -> None:
    bullets = (("list_item", "write a recovery plan for the pool"), ("list_item", "appoint a surveyor by May 2023"))
    commitments = found(("paragraph", "The council is required to:"), *bullets, text)
    assert [c.due for c in commitments][:2] == dues


@pytest.mark.parametrize(
    ("heading", "text", "due"),
    [
        ("June workshops", "We will explain the new forms in more detail.", "2023-06"),
        ("By September 2023", "We will recruit a second educational psychologist.", "2023-09"),
        ("Open evening, 27 April 2023", "Officers will answer questions about the route.", "2023-04-27"),
        # its own time, even a vague one, comes first
        ("June workshops", "Tickets will be sent out in the next few days.", None),
        ("June workshops", "We will publish the slides in July 2023.", "2023-07"),
        # a heading of the past, or one whose year is but part of a name
        ("January workshops", "We will explain the new forms in more detail.", None),
        ("Transport strategy 2023-2030", "We will explain the new forms in more detail.", None),
        ("Budget 2024", "We will explain the new forms in more detail.", None),
    ],
)
def test_due_from_a_heading(heading: str, text: str, due: str | None) -> None:
    assert [c.due for c in found(("heading", heading), text)] == [due]
