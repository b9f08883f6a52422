"""Everyday words → what official texts call the same."""

from __future__ import annotations

import pytest

from docmine.search.lexicon import in_words, softened
from docmine.search.question import acronym_table, understand

ACRONYMS = acronym_table([("FTB", "Forward to Better")])


@pytest.mark.parametrize(
    ("question", "also"),
    [
        ("are they hiring", {"recruit", "appoint"}),
        ("money for charities", {"funding", "voluntary", "sector"}),
        ("who pays for the school run", {"transport"}),  # a phrase of two words
        ("late replies", {"overdue", "response"}),
        ("FTB", set()),  # a short form is what it stands for, and nothing else
        ("Forward to Better", set()),
        ("zebras", set()),
    ],
)
def test_other_words_for_it(question: str, also: set[str]) -> None:
    found = in_words(softened(understand(question, ACRONYMS)))
    assert also <= found
    assert bool(found) == bool(also)


def test_no_word_stands_for_itself() -> None:
    soft = softened(understand("funding delays", {}))
    assert all(form not in concept.forms for concept, forms in soft.items() for form in forms)
