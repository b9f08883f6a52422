"""A question as a document reads it that defines a short form for itself."""

from __future__ import annotations

import pytest

from docmine.records import Acronym
from docmine.search.meanings import as_read_in, own_definitions
from docmine.search.question import acronym_table, understand

SAID = [("a", "PT", "physiotherapy"), ("b", "PT", "part time"), ("c", "PT", None), ("a", "OT", "occupational therapy")]
ACRONYMS = [Acronym(doc=doc, text=short, start=0, end=2, long=long) for doc, short, long in SAID]


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
    asked = understand(question, acronym_table((a.text, a.long) for a in ACRONYMS))
    read = as_read_in(asked, doc, own_definitions(ACRONYMS))
    assert any(("pt",) in concept.forms for concept in read.concepts) is short_form_counts
