"""Words that no document has → the words they are slips of."""

from __future__ import annotations

import pytest

from docmine.index import Index
from docmine.search import search
from docmine.search.spelling import respelled
from docmine.store import Store


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("speach and langauge therapy", {"speach": "speech", "langauge": "language"}),
        ("share of assesment requests", {"assesment": "assessment"}),
        ("libary", {"libary": "library"}),
        ("assessing", {}),  # another form of a word that is there
        ("recruited", {}),  # the table of everyday words has it
        ("Fenwyck", {}),  # a name is what it is
        ("SENDIS", {}),
        ("quantum chromodynamics", {}),  # nothing is near
        ("lat", {}),  # too short to tell
    ],
)
def test_slips(sample_index: Index, question: str, taken: dict[str, str]) -> None:
    with Store.open(sample_index.path, read_only=True) as store:
        assert respelled(store, question) == taken


def test_a_question_with_a_slip_is_answered_as_without(sample_index: Index) -> None:
    with Store.open(sample_index.path, read_only=True) as store:
        slipped = search(store, "waits for ocupational therapy", sample_index.settings)
        assert slipped == search(store, "waits for occupational therapy", sample_index.settings)
