"""How a later statement stands to a commitment: each relation with a pair that lacks one thing."""

from __future__ import annotations

import pytest

from docmine.compare.relations import Pair, relation
from docmine.records import Commitment, Sentence

PROMISE = "We will open the harbour clinic to 40 carers by May 2023."


def judge(
    promise: str,
    statement: str,
    *,
    due: str | None = None,
    strength: str = "firm",
    later_due: str | None = None,
    later_strength: str | None = None,
    words: float = 0.6,
    published: str = "2023-03",
) -> str:
    place = {"start": 0, "page": None}
    made = (
        Commitment(doc="b.txt", text=statement, end=len(statement), strength=later_strength, due=later_due, **place)  # type: ignore[arg-type]
        if later_strength
        else None
    )
    return relation(
        Pair(
            promise=Commitment(doc="a.txt", text=promise, end=len(promise), due=due, strength=strength, **place),  # type: ignore[arg-type]
            sentence=promise,
            statement=Sentence(doc="b.txt", text=statement, end=len(statement), block=0, **place),  # type: ignore[arg-type]
            under=None,
            later=made,
            later_due=later_due,
            done_on=None,
            published=published,
            nearness=0.5,
            words=words,
        )
    )[0]


@pytest.mark.parametrize(
    ("statement", "options", "expected"),
    [
        ("The harbour clinic has been opened to 40 carers.", {}, "delivered"),
        ("The harbour clinic has been opened to all carers.", {}, "delivered"),
        ("The harbour clinic has been opened to 25 carers.", {}, "progressed"),  # not the number
        ("The harbour clinic is being opened to 40 carers.", {}, "progressed"),
        ("The harbour clinic will open to 40 carers in May 2023.", {"later_due": "2023-05"}, "repeated"),
        ("The harbour clinic will open to 40 carers in July 2023.", {"later_due": "2023-07"}, "slipped"),
        ("The harbour clinic will open to 60 carers in July 2023.", {"later_due": "2023-07"}, "progressed"),  # another
        ("The opening of the harbour clinic to 40 carers is delayed.", {}, "slipped"),
        ("The harbour clinic will open to 40 carers.", {"published": "2023-07"}, "slipped"),  # overdue by then
        ("The harbour clinic will open to 25 carers.", {"later_strength": "firm"}, "weakened"),
        ("We aim to open the harbour clinic to more carers.", {"later_strength": "aspirational"}, "weakened"),
        ("The harbour clinic will no longer open to carers.", {}, "contradicted"),
        ("The helpline will no longer open to carers.", {"words": 0.2}, "progressed"),  # something else
        ("Carers cannot come to the harbour clinic.", {}, "contradicted"),
        ("The harbour clinic is there for carers.", {"published": "2023-07"}, "progressed"),  # 40 were promised
        ("The harbour clinic won't open before July 2023.", {"later_due": "2023-07"}, "slipped"),
        ("The harbour clinic was due in May.", {"published": "2023-07"}, "slipped"),
        ("The harbour clinic opens to carers in July 2023.", {"later_due": "2023-07", "words": 0.3}, "slipped"),
        ("The harbour clinic opens to carers in May.", {"later_strength": "firm", "words": 0.3}, "repeated"),
    ],
)
def test_relation(statement: str, options: dict[str, str], expected: str) -> None:
    assert judge(PROMISE, statement, due="2023-05", **options) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("promise", "strength", "statement", "expected"),
    [
        ("We will continue to mend the crossings.", "ongoing", "Crossings were mended in the valley.", "progressed"),
        ("We are finalising the guide.", "ongoing", "The guide has been published.", "delivered"),
        ("We are building the crossing.", "ongoing", "Lights have been put up.", "progressed"),
        ("Begin to build the crossing.", "firm", "Building of the crossing has begun.", "delivered"),
        ("Build the crossing.", "firm", "Building of the crossing has begun.", "progressed"),
        ("A second team is being set up.", "ongoing", "The second team started work on 4 May.", "delivered"),
        ("We are training befrienders.", "ongoing", "Befrienders are trained and meet weekly.", "delivered"),
        ("We are training befrienders.", "ongoing", "Befrienders are in training and meet weekly.", "progressed"),
        ("We will not close a nursery.", "firm", "The nursery closed in August.", "contradicted"),
        ("We will not close a nursery.", "firm", "The nursery opened a garden in August.", "progressed"),
        ("We will keep on looking for nurses.", "firm", "The last of the nurses was found.", "delivered"),
        ("We will keep on looking for nurses.", "firm", "Nurses were found in the last two weeks.", "progressed"),
        ("From May we will be able to send letters.", "firm", "We are sending letters.", "delivered"),
        ("We will design letters.", "firm", "We are designing letters.", "progressed"),
        ("We will hold two further open days.", "firm", "The open days have been held.", "delivered"),
    ],
)
def test_what_a_commitment_was_to_do_decides(promise: str, strength: str, statement: str, expected: str) -> None:
    assert judge(promise, statement, strength=strength) == expected
