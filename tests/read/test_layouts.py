"""Layouts that are hard to read in order: each piece stands whole, and after the one that a person reads before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.read import read
from tests.read.layouts.pages import LAYOUTS

ORDER: dict[str, list[str]] = {
    "masthead": [
        "Marlbrook Matters",
        "A word from the Director",
        "This issue says what will change in September, who is responsible and how you can tell us if it does not.",
        "Short breaks\n\nEvery family that is on the list for a short break will have a letter with a date",
        "We have found 40 more places with three providers in the city, and the money for them is agreed.",
        "New hubs\n\nTwo family hubs will open in October 2024, one in Tarn Valley and one at Ashgrove.",
        "A quiet room in each, with sensory toys and soft light for children who need it",
    ],
    "flyer": [
        "What is a plan?\n\nA plan says what help a child needs.",
        "It is reviewed every year with the family.",
        "Who can ask?\n\nParents, schools and young people over 16 can ask.",
        "How long will it take?\n\nWe must answer within six weeks.",
        "The whole plan takes no more than 20 weeks.",
    ],
    "slides": [
        "What we have done since March\n\nAppointed nine case officers",
        "Cleared 284 overdue annual reviews and told each family the result",
        "of plans were issued on time",
        "What comes next\n\nOpen the parent portal in July",
        "Publish the transport review in full by the end of August 2024",
        "is the target for December",
    ],
    "continued_table": [
        "Waits by ward\n\nThe table shows each ward at the end of June 2024.",
        "Ward 1\t23\t11 weeks\tOfficer 1\nWard 2\t26\t12 weeks\tOfficer 2",
        "Ward 45\t155\t55 weeks\tOfficer 45",
        "Wards without children waiting are left out.",
    ],
    "action_plan": [
        "1. Plans on time\tRecruit six caseworkers and train them before the autumn term begins\tPriti Vaghela,",
        "Publish the number of overdue reviews each month\tTom Ferriby\tFrom July 2024\tAmber\tTwo months",
        "2. Therapy\tBring the average wait for occupational therapy down to ten weeks",
        "\tRed\tThe wait has risen to 16 weeks",
    ],
    "letter": [
        "Dear Mrs Haddad\n\nTransport to Ashgrove School\n\nThank you for your letter of 20 May.",
        "I will write to you again by 28 June 2024 to say whether this has worked.",
        "Yours sincerely",
        "Imran Sheikh",
    ],
    "sidebar": [
        "The year of the hub\n\nWhen the first hub opened in Tarn Valley in May, forty families came",
        "most of them about school transport.\n\n“Nobody had asked us before.”\n\nA second hub will open at Ashgrove",
        "so that families need not travel into the city.",
        "Contact us\n\nSEND helpline",
        "3 July: open meeting at Civic House",
    ],
    "bullets_in_cells": [
        "Nobody rings back when we ask how the plan is coming along",
        "Calls are answered within two working days, or we write",
        "The form is too long",
        "It has four pages now, and had eleven",
    ],
    "jump": [
        "Money for therapy\n\nThe Integrated Care Board has set aside £410,000",
        "The other half goes to schools, which will be able to",
        "Travel training\n\nTwelve young people have learnt to take the bus on their own.",
        "train their own staff. Each school will be told its share by the end of March 2025.",
        "Have your say\n\nThe survey closes on 14 February 2025.",
    ],
    "agenda": [
        "10.00",
        "The chair welcomed two parents who came for the first time.",
        "10.10",
        "2.1 The review is finished.",
        "2.2 Its findings will be published in May 2024.",
        "10.40",
        "3.1 The wait is 16 weeks, and was 14 weeks in March.",
    ],
}


def test_every_layout_has_its_order() -> None:
    assert set(ORDER) == set(LAYOUTS)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read_in_order(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(LAYOUTS[name]())
    document = read(path)
    at = 0
    for piece in ORDER[name]:
        found = document.text.find(piece, at)
        assert found >= 0, f"not whole, or not in this place: {piece!r}\n\n{document.text}"
        at = found + len(piece)
