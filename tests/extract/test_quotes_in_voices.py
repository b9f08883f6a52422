"""Quotations in many publications' ways: rows are (text, (quoted words, speaker, the speaker's role) of each)."""

from __future__ import annotations

import pytest

from tests.extract.people_reading import analysed

QUOTES: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    (
        "“We were ready on the day,” says Farah Malik, Head of Highways. “Nobody had to wait.”",
        [
            ("We were ready on the day,", "Farah Malik", "Head of Highways"),
            ("Nobody had to wait.", "Farah Malik", "Head of Highways"),
        ],
    ),
    (
        "The promoter told me that “no contract has been signed”.",
        [("no contract has been signed", "The promoter", None)],
    ),
    (
        'At the old dairy (site 7) the developer told me that "no contract has been signed".',
        [("no contract has been signed", "the developer", None)],
    ),
    (
        'I note the rules change in 2026, and that the Minister has said that plans "must be kept up to date".',
        [("must be kept up to date", "the Minister", None)],
    ),
    (
        'Dr Amina Yusuf fairly accepted in answer to my question that "we stopped looking once we had enough".',
        [("we stopped looking once we had enough", "Amina Yusuf", None)],
    ),
    (
        'Mrs Rahman gave us this account. "The ceiling fell in at night. Nobody came for a week."',
        [("The ceiling fell in at night. Nobody came for a week.", "Rahman", None)],
    ),
    ('Our customer promise says that "every tenant counts with us".', []),
    ("The strategy states that “all children will thrive”.", []),
    (
        "One engineer wrote: ‘I still ring somebody up to check.’",
        [("I still ring somebody up to check.", "One engineer", None)],
    ),
    (
        "“Thank you to everyone who came. It made my year.”\n\nDesmond, foster carer since 2009",
        [("Thank you to everyone who came. It made my year.", "Desmond", "foster carer")],
    ),
    (
        "“Thank you to everyone who came. It made my year.”\n\n— Desmond, foster carer",
        [("Thank you to everyone who came. It made my year.", "Desmond", "foster carer")],
    ),
    (
        '"The council has turned a corner. What I need now is speed," said Cressida Thorne, independent '
        "chair of the board.",
        [
            (
                "The council has turned a corner. What I need now is speed,",
                "Cressida Thorne",
                "independent chair of the board",
            )
        ],
    ),
    (
        "‘I was nervous the first time,’ Wilf Gale, a member of the group, told us. ‘That changed.’",
        [
            ("I was nervous the first time,", "Wilf Gale", "member of the group"),
            ("That changed.", "Wilf Gale", "member of the group"),
        ],
    ),
    (
        'Cllr Hamish Dunn, who leads for adult services, said: "We did not look behind the green lights."',
        [("We did not look behind the green lights.", "Hamish Dunn", "Councillor")],
    ),
    (
        'As the head teacher put it, the bollards were "locked by nobody and opened by everybody".',
        [("locked by nobody and opened by everybody", "the head teacher", None)],
    ),
    (
        'The bollards were "locked by nobody and opened by everybody", as the head teacher put it.',
        [("locked by nobody and opened by everybody", "the head teacher", None)],
    ),
    (
        'Several carers described "a wall of silence from the office".',
        [("a wall of silence from the office", "Several carers", None)],
    ),
    ('"It works," one resident said.', [("It works,", "one resident", None)]),
    (
        "“First we listened.\n\n“Then we acted,” said Kofi Annan-Price, Director of Housing.",
        [("First we listened.\n\n“Then we acted,", "Kofi Annan-Price", "Director of Housing")],
    ),
    ("The new ‘Stay Safe, Stay Warm’ scheme starts in May.", []),
    ('We call this approach "one front door".', []),
    ("The booklet “A Guide to Your New Home” is on the site.", []),
    ("What does “sustainable” mean here?", []),
    ("Users can now choose “Save and come back later”.", []),
    ("Question 4 asks “Is the site near a river?”", []),
    (
        "Nobody told me about the laundry.\n\nWe took in three brothers and I have never laughed so "
        "much.\n\n— Desmond, foster carer",
        [
            (
                "Nobody told me about the laundry.\n\nWe took in three brothers and I have never laughed so much.",
                "Desmond",
                "foster carer",
            )
        ],
    ),
    ("The centre is open on Fridays.\n\n— Desmond, foster carer", []),
    (
        "We welcome Ravinder Sidhu, our Product Manager. Rav says: 'I count the cones that come off the road.'",
        [("I count the cones that come off the road.", "Ravinder Sidhu", "Product Manager")],
    ),
    (
        'Present: Sian Rowlatt (SR), Head of Highways.\n\nSR: "Ask me that question after the winter."',
        [("Ask me that question after the winter.", "Sian Rowlatt", "Head of Highways")],
    ),
    (
        "Beatrix Lind closed the meeting with these words: “A plan that nobody can check is an essay.”",
        [("A plan that nobody can check is an essay.", "Beatrix Lind", None)],
    ),
    (
        '"I filled in the form and then I rang." Resident, user research',
        [("I filled in the form and then I rang.", "Resident, user research", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_quoted_words_and_who_said_them(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(q.text, q.speaker, q.speaker_role) for q in analysed(text)._.quotes] == expected
