"""Whether a statement can be heard as news of a commitment, so that nobody may say that it was dropped in silence."""

from __future__ import annotations

import pytest

from docmine.compare.judge import speaks
from docmine.compare.relations import Pair
from docmine.compare.terms import telling
from docmine.records import Commitment, Sentence


def pair(promise: str, statement: str, *, action: str, due: str | None, nearness: float) -> Pair:
    mine, theirs = telling(promise), telling(statement)
    return Pair(
        promise=Commitment(
            doc="a.txt", text=promise, start=0, end=len(promise), strength="firm", due=due, action=action
        ),
        sentence=promise,
        statement=Sentence(doc="b.txt", text=statement, start=0, end=len(statement), block=0),
        under=None,
        later=None,
        later_due=None,
        done_on=None,
        published="2023-07",
        nearness=nearness,
        words=len(mine.keys() & theirs.keys()) / len(mine),
    )


@pytest.mark.parametrize(
    ("promise", "action", "due", "statement", "nearness", "expected"),
    [
        (
            "The jury will give its view in May.",
            "give its view",
            "2023-05",
            "The jury's verdict fell in May.",
            0.2,
            True,
        ),
        ("The jury will give its view in May.", "give its view", "2023-05", "The fair was held in May.", 0.2, False),
        ("The jury will give its view in May.", "give its view", "2023-05", "The jury has a new chair.", 0.2, False),
        (
            "Train every warden in first aid.",
            "Train every warden",
            None,
            "Wardens had their training in June.",
            0.35,
            True,
        ),
        (
            "Train every warden in first aid.",
            "Train every warden",
            None,
            "Wardens had their dinner in June.",
            0.35,
            False,
        ),
        ("Meet at Ash, Elm and Fir.", "Meet", None, "Ash and Elm were full, Fir was not.", 0.1, True),
        ("Meet at Ash, Elm and Fir.", "Meet", None, "Ash was full.", 0.1, False),
    ],
)
def test_speaks(promise: str, action: str, due: str | None, statement: str, nearness: float, expected: bool) -> None:
    assert speaks(pair(promise, statement, action=action, due=due, nearness=nearness)) is expected
