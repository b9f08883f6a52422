"""Stems: equal for forms of one word, unequal for other words."""

from __future__ import annotations

import pytest

from docmine.words import content, is_function_word, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("expand", "expands", "expanded", "expanding", "Expanded"),
        ("wait", "waits", "waiting"),
        ("service", "services", "service’s"),
        ("strategy", "strategies"),
        ("EHCP", "EHCPs"),
        ("plan", "planned", "planning", "plans"),
        ("publish", "published", "publishes"),
    ],
)
def test_forms_of_one_word(forms: tuple[str, ...]) -> None:
    assert len({stem(f) for f in forms}) == 1, [stem(f) for f in forms]


@pytest.mark.parametrize(("a", "b"), [("plan", "planet"), ("SENDIASS", "SENDIAS"), ("bus", "bu"), ("thing", "th")])
def test_other_words(a: str, b: str) -> None:
    assert stem(a) != stem(b)


@pytest.mark.parametrize(
    ("word", "function"), [("can", True), ("CAN", False), ("It", True), ("IT", False), ("A", True)]
)
def test_capitals_make_a_name(word: str, function: bool) -> None:
    assert is_function_word(word) is function


def test_content() -> None:
    assert content("The services will be expanded") == (stem("service"), "expand")
