"""Short forms of several documents: one meaning, several, or none that is said."""

from __future__ import annotations

import pytest

from docmine.compare.meanings import gathered
from docmine.records import Acronym

Said = tuple[str, str, str | None]
"""Document, short form, the long form that the document gives."""


def records(said: list[Said]) -> list[Acronym]:
    return [Acronym(doc=doc, text=short, start=0, end=len(short), long=long) for doc, short, long in said]


CASES: list[tuple[list[Said], list[tuple[str, list[str], list[str]]]]] = [
    # documents → each short form, its meanings, the documents that do not say
    ([("a", "PT", "physiotherapy"), ("b", "PT", "part time")], [("PT", ["part time", "physiotherapy"], [])]),
    ([("a", "OT", "occupational therapy"), ("b", "OT", None)], [("OT", ["occupational therapy"], ["b"])]),
    (
        [("a", "DfE", "Department for Education"), ("b", "DfE", "Department of Education")],
        [("DfE", ["Department of Education"], [])],
    ),
    (
        [("a", "EP", "educational psychologist"), ("b", "EPs", "Educational Psychologists")],
        [("EP", ["educational psychologist"], [])],
    ),
    (
        [
            ("a", "SEND", "special educational needs and disabilities"),
            ("b", "SEND", "special educational needs and/or disability"),
        ],
        [("SEND", ["special educational needs and/or disability"], [])],
    ),
    (
        [("a", "CAN", "Children with Additional Needs"), ("b", "CAN", "Community Action Network")],
        [("CAN", ["Community Action Network", "Children with Additional Needs"], [])],
    ),
    ([("a", "NHS", None), ("b", "NHS", None)], [("NHS", [], ["a", "b"])]),
]


@pytest.mark.parametrize(("said", "expected"), CASES)
def test_short_forms_and_their_meanings(said: list[Said], expected: list[tuple[str, list[str], list[str]]]) -> None:
    found = gathered(records(said))
    assert found == gathered(records(said[::-1]))
    assert [(f.short, sorted(m.long for m in f.meanings), list(f.undefined)) for f in found] == [
        (short, sorted(longs), undefined) for short, longs, undefined in expected
    ]


def test_a_documents_own_definition_wins_then_the_only_one_of_the_index() -> None:
    said: list[Said] = [("a", "PT", "physiotherapy"), ("b", "PT", "part time"), ("c", "PT", None)]
    (pt,) = gathered(records(said))
    assert pt.ambiguous
    assert [pt.meant(doc) for doc in "abc"] == ["physiotherapy", "part time", None]
    (ot,) = gathered(records([("a", "OT", "occupational therapy"), ("c", "OT", None)]))
    assert ot.meant("c") == "occupational therapy"
