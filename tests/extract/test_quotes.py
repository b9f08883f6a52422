"""Quotations as tables of cases: (text, the quoted words, speaker, the speaker's role)."""

from __future__ import annotations

import pytest

from tests.extract.people_reading import analysed

SPOKEN: list[tuple[str, str, str, str | None]] = [
    # attribution behind
    ("“We will not wait another year,” said Amara Diallo.", "We will not wait another year,", "Amara Diallo", None),
    ("'The bus never came,' one parent told us.", "The bus never came,", "one parent", None),
    (
        '"It took nine months to get a reply," says Ewan Ross, head teacher.',
        "It took nine months to get a reply,",
        "Ewan Ross",
        "head teacher",
    ),
    (
        "“The lifts are working again.” – Lucia Moretti, Estates Manager",
        "The lifts are working again.",
        "Lucia Moretti",
        "Estates Manager",
    ),
    (
        "“My son is happy at school now.” (Parent, west of the county)",
        "My son is happy at school now.",
        "Parent, west of the county",
        None,
    ),
    ("“Nobody called us back.”\n\n– Parent of two", "Nobody called us back.", "Parent of two", None),
    # before
    (
        "Yusuf Demir, Chair of Governors, said: “We owe families an apology.”",
        "We owe families an apology.",
        "Yusuf Demir",
        "Chair of Governors",
    ),
    (
        "Nia says, ‘I love my new college and its staff.’\n\nNia Lloyd is a student.",
        "I love my new college and its staff.",
        "Nia Lloyd",
        "student",
    ),
    ("Carers told inspectors: “Nobody tells us anything.”", "Nobody tells us anything.", "Carers", None),
    ("As one pupil put it, ‘they listen to us now.’", "they listen to us now.", "one pupil", None),
    (
        "According to the ombudsman, “the delay was avoidable and long”.",
        "the delay was avoidable and long",
        "the ombudsman",
        None,
    ),
    (
        "We heard the message from tenants ‘Fix It Before Winter Comes’ and act.",
        "Fix It Before Winter Comes",
        "tenants",
        None,
    ),
    # apostrophes inside
    (
        "Ravi Menon said: ‘The parents’ views weren’t heard, and that’s wrong.’",
        "The parents’ views weren’t heard, and that’s wrong.",
        "Ravi Menon",
        None,
    ),
    # over paragraphs
    (
        "Kofi Annor said: “First we listened.\n\n“Then we acted.”",
        "First we listened.\n\n“Then we acted.",
        "Kofi Annor",
        None,
    ),
    # a pronoun
    (
        "Dr Hana Sato leads the clinic. “We see more children each year,” she said.",
        "We see more children each year,",
        "Hana Sato",
        None,
    ),
]

UNSPOKEN = [
    "The ‘stop/start’ approach is over.",
    "The ‘Fairer Streets For All’ scheme begins in May.",
    "In the film, ‘Our Day In The Park’, pupils act.",
    "32% said “Good” or “Very Good”.",
    "Our parents’ group and the governors’ panel met.",
    "It is the children's and the carers' choice.",
    "See the section ‘How we will pay for this work’ below.",
    "Permit Manager instead asks the clear question “Is the road shut at night?”.",
    "A ‘You Asked, We Acted’ page is on the site.",
]


@pytest.mark.parametrize(("text", "quoted", "speaker", "role"), SPOKEN)
def test_quoted_words_and_their_speaker(text: str, quoted: str, speaker: str, role: str | None) -> None:
    assert [(q.text, q.speaker, q.speaker_role) for q in analysed(text)._.quotes] == [(quoted, speaker, role)]


@pytest.mark.parametrize("text", UNSPOKEN)
def test_terms_and_titles_in_marks_are_no_quotes(text: str) -> None:
    assert [q.text for q in analysed(text)._.quotes] == []


def test_a_quotation_that_is_interrupted_has_one_speaker() -> None:
    text = "“We are ready,” said Bronwen Hughes. “The hall opens on Monday.”"
    assert [(q.text, q.speaker) for q in analysed(text)._.quotes] == [
        ("We are ready,", "Bronwen Hughes"),
        ("The hall opens on Monday.", "Bronwen Hughes"),
    ]
