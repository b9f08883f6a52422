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
        [("I filled in the form and then I rang.", "Resident", None)],
    ),
    # on a line that is cut by the page
    (
        'A carer found the ward calm, while a\nporter told us that the lifts are\n"the slowest I have ever ridden in".',
        [("the slowest I have ever ridden in", "a porter", None)],
    ),
    (
        'One boy said of his tutor, "He comes back. Even when I shout he comes back." A\nmother liked the school.',
        [("He comes back. Even when I shout he comes back.", "One boy", None)],
    ),
    ('Mr Bello said: "We were late." Mrs Lund added that the road was shut.', [("We were late.", "Bello", None)]),
    # the speaker in the paragraph after
    (
        '"We have had four timetables. None of them was true."\n\nThat was Nadia Holt, mother of two in Stoke.',
        [("We have had four timetables. None of them was true.", "Nadia Holt", "mother of two in Stoke")],
    ),
    (
        "“I waited nine weeks for a form.”\n\nThose are the words of Colin Marsh, who drives a taxi.",
        [("I waited nine weeks for a form.", "Colin Marsh", None)],
    ),
    ("“I waited nine weeks for a form.”\n\nThat was the state of things in May.", []),
    # in brackets
    (
        "Ottilie Brandt is our archivist. She looks after nine miles of it (“nothing is lost, it is only resting”).",
        [("nothing is lost, it is only resting", "Ottilie Brandt", None)],
    ),
    ("The hub is part of a scheme (“warm homes for every street”).", []),
    # a sentence about somebody that ends in a colon
    (
        "Councillor Amara Nwosu has promised that nobody will be cut off: “If the line fails, we send a van.”",
        [("If the line fails, we send a van.", "Amara Nwosu", "Councillor")],
    ),
    (
        "Tobias Lund has no doubt about the reason: “We stopped listening to tenants.”",
        [("We stopped listening to tenants.", "Tobias Lund", None)],
    ),
    ("The sign by the gate of the park now reads: “No games of any kind here.”", []),
    # under a passage without marks
    (
        "Our task this year is plain: mend the roof and pay the staff.\n\n(Hamish Orr, Finance Committee, 2 May)",
        [("Our task this year is plain: mend the roof and pay the staff.", "Hamish Orr", None)],
    ),
    ("Our task is to mend the roof.\n\n(see the finance report of May)", []),
    (
        "My sister drew me a map of the hostels.\n\nLeon, 34, released in November",
        [("My sister drew me a map of the hostels.", "Leon", None)],
    ),
    (
        "I used to carry the plans in a tube.\n\n- – Oswin Tate, Tate Harper Architects",
        [("I used to carry the plans in a tube.", "Oswin Tate", None)],
    ),
    (
        "The office is open on Mondays.\n\nEvery day is alike. You get a ticket, a\n\nmap and a list of closed doors."
        "\n\nMy aunt found me a bed.\n\nMaya, 19, Stoke",
        [
            (
                "Every day is alike. You get a ticket, a\n\nmap and a list of closed doors.\n\nMy aunt found me a bed.",
                "Maya",
                None,
            )
        ],
    ),
    ("A clerk told us that the queue is “the longest I have seen”.", [("the longest I have seen", "A clerk", None)]),
    (
        'Its area manager, Ms Petra Holt, told the panel in July that "the lifts will be mended by the autumn".',
        [("the lifts will be mended by the autumn", "Petra Holt", "area manager")],
    ),
    # somebody by what they are, with their age and place
    ("“I revise in the car park.” – Pupil, 14, Whinfell", [("I revise in the car park.", "Pupil", None)]),
    (
        "“My alarm fails when it rains.” – Retired farmer, Upper Thrang",
        [("My alarm fails when it rains.", "Retired farmer", None)],
    ),
    ("“The bus came twice in June.” – Young carer, 11, Elm", [("The bus came twice in June.", "Young carer", None)]),
    # the chair, in small letters
    (
        "Present: Ines Calder (chair), Wold District Council.\n\n‘That is no reason at all,’ said the chair.",
        [("That is no reason at all,", "Ines Calder", "chair")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_quoted_words_and_who_said_them(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(q.text, q.speaker, q.speaker_role) for q in analysed(text)._.quotes] == expected
