"""Where a text names what was asked."""

from __future__ import annotations

import pytest

from docmine.search.question import acronym_table, understand
from docmine.search.rank import echoes, matches

ACRONYMS = acronym_table([("FTB", "Forward to Better")])


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("expanding the service", "Services were expanded.", ["Services", "expanded"]),
        ("FTB", "The Forward to Better team (FTB) met.", ["Forward to Better", "FTB"]),
        ("forward to better", "FTB met.", ["FTB"]),
        ("waiting times", "No such thing.", []),
    ],
)
def test_matches_are_the_words_of_the_question_in_the_text(question: str, text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in matches(text, understand(question, ACRONYMS))] == expected


def test_a_text_that_only_repeats_the_question() -> None:
    asked = understand("FTB", ACRONYMS)
    assert echoes("Forward to Better (FTB)", asked)
    assert not echoes("FTB will open three clinics in spring.", asked)
