"""A question as a document reads it that defines a short form for itself."""

from __future__ import annotations

import pytest

from docmine.search.meanings import as_read_in, own_definitions
from docmine.search.question import acronym_table, understand

SAID = [("a", "PT", "physiotherapy"), ("b", "PT", "part time"), ("c", "PT", None), ("a", "OT", "occupational therapy")]


@pytest.mark.parametrize(
    ("question", "doc", "short_form_counts"),
    [
        ("part time staff", "a", False),  # there PT is physiotherapy
        ("part time staff", "b", True),
        ("part time staff", "c", True),  # it does not say
        ("PT waits", "a", True),
        ("PT waits", "b", True),
    ],
)
def test_a_short_form_is_what_the_document_says(question: str, doc: str, short_form_counts: bool) -> None:
    asked = understand(question, acronym_table((short, long) for _, short, long in SAID))
    read = as_read_in(asked, doc, own_definitions(SAID))
    assert any(("pt",) in concept.forms for concept in read.concepts) is short_form_counts
