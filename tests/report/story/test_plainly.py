from __future__ import annotations

import pytest

from docmine.report.story.plainly import reasons

NAMES = ("2024-05-14 RE Taxi.eml", "News 1.pdf", "News 11.pdf")
CASES = [
    # dates are British, scores are left out
    ("it was due 2024-05, which has passed", "It was due May 2024, which has passed."),
    ("no later statement is near it (the nearest: 0.26)", "No later statement is near it."),
    ("both speak of “plan”", "Both speak of “plan”"),
    # names of files become titles, their dates stay
    (
        "2024-05-14 RE Taxi.eml: due 2024-05-14, now 2025-07",
        "<2024-05-14 RE Taxi.eml>: due 14 May 2024, now July 2025.",
    ),
    ("later documents cover it (News 11.pdf, News 1.pdf)", "Later documents cover it (<News 11.pdf>, <News 1.pdf>)."),
    # words of the trade, but never those of a document
    ("a firm commitment is now aspirational", "A firm commitment is now a hope."),
    ("it says “an aspirational 2024-05 (0.50)”", "It says “an aspirational 2024-05 (0.50)”"),
    ("the index holds no later document", "No later document was given."),
]


@pytest.mark.parametrize(("reason", "told"), CASES)
def test_a_reason_is_a_sentence_for_people(reason: str, told: str) -> None:
    assert reasons([reason], NAMES, lambda name: f"<{name}>") == (told,)


@pytest.mark.parametrize(
    "reason", ["near in meaning and words (0.76)", "near in meaning (0.21) without a word in common"]
)
def test_a_score_alone_is_no_reason(reason: str) -> None:
    assert reasons([reason, "the same words"], NAMES, str) == ("The same words.",)
