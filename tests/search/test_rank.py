"""Where a text names what was asked, and how scores are fused."""

from __future__ import annotations

import pytest

from docmine.search.question import acronym_table, understand
from docmine.search.rank import closeness, echo, fuse, matches

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


@pytest.mark.parametrize(
    ("better", "worse"),
    [((0.8, 0.5, 0.5), (0.7, 0.5, 0.5)), ((0.5, 1.0, 0.0), (0.5, 0.0, 1.0)), ((0.9, 0.9, 0.0), (0.2, 0.2, 1.0))],
)
def test_fusing(better: tuple[float, float, float], worse: tuple[float, float, float]) -> None:
    assert 0 <= fuse(*worse) < fuse(*better) <= 1
    assert fuse(1, 1, 1) == pytest.approx(1)


def test_cosines_become_a_share() -> None:
    assert closeness(-0.2) == 0
    assert closeness(0.99) == 1
    assert 0 < closeness(0.4) < closeness(0.5) < 1


def test_a_text_that_only_repeats_the_question_counts_less() -> None:
    asked = understand("FTB", ACRONYMS)
    assert echo("Forward to Better (FTB)", asked) < 1
    assert echo("FTB will open three clinics in spring.", asked) == 1
