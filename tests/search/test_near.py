"""Words that mean nearly the same."""

from __future__ import annotations

import pytest

from docmine.search.near import near, strength
from docmine.words import stem


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("lawyer", "solicitor"),
        ("cops", "police"),
        ("elevator", "lift"),
        ("weekends", "Saturday"),
        ("teeth", "dental"),
        ("kids", "children"),
    ],
)
def test_near_words_are_found_in_any_form(word: str, other: str) -> None:
    assert 0.25 <= near(stem(word))[stem(other)] < 1


@pytest.mark.parametrize("word", ["qqxzy", "", "aaaaaaaa", "zzzz", "Made"])
def test_a_word_that_is_not_common_has_none(word: str) -> None:
    assert near(word) == {}


def test_the_nearest_come_first_and_none_is_the_word_itself() -> None:
    found = near("school")
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert "school" not in found


@pytest.mark.parametrize(("cosine", "kept"), [(0.2, 0), (0.4, 0), (0.7, 50), (1.0, 99)])
def test_a_cosine_is_kept_as_two_digits(cosine: float, kept: int) -> None:
    assert strength(cosine) == kept
