"""Names of several documents as people: who is one person, who is kept apart, who held what when, what is theirs."""

from __future__ import annotations

import itertools

import pytest

from docmine.compare.posts import Person, gathered
from docmine.compare.spellings import Named, merge
from docmine.records import Commitment, Owner

Said = tuple[str, str | None, str | None]
"""Name, role, organisation, each in a document of its own."""


def named(name: str, role: str | None = None, body: str | None = None, doc: str = "a.txt", **more: str | None) -> Named:
    record = Owner(
        doc=doc, text=name, start=0, end=len(name), name=name, role=role, organisation=body, email=more.get("email")
    )
    return Named(record, more.get("published", "2024-01-01"), more.get("publisher"))


ONE: list[list[Said]] = [
    [("Jane Hill", "Head of Housing", None), ("Jane Hill", "Head of Housing", "Lowmoor Council")],
    [("Jane Hill", "Head of Housing", "Lowmoor Council"), ("Jane Hill", "Director", "Lowmoor City Council")],
    [("Jane Hill", "Head of Housing", None), ("Jane Hill", None, None)],
    [("Jane Hill", "Head of Housing", None), ("J. Hill", "Head of Housing", None)],
    [("Jane Hill", None, "Lowmoor Council"), ("J Hill", "Chair", "Lowmoor Council")],
    [("Daniel Reyes", "Head of Roads", None), ("Dan Reyes", "Head of Roads", None)],
    [("Amina Diallo", "Head of Roads", None), ("Amina Diallo", "Interim Head of Roads", None)],
    [("Zoë Łęcka", "Clerk to the Panel", None), ("Zoe Lecka", "Clerk to the Panel", None)],
    [("Siobhán O’Dowd", None, "Fenwick Trust"), ("Siobhan O'Dowd", None, "Fenwick NHS Trust (FNT)")],
    [("Ana Maria Ruiz", "School Nurse", None), ("Ana Ruiz", "School Nurse", None)],
]
APART: list[list[Said]] = [
    [("Jane Hill", "Head of Housing", "Lowmoor Council"), ("Jane Hill", "Head of Roads", "Denmoor Council")],
    [("Jane Hill", "parent", None), ("Jane Hill", "Head of Housing", None)],
    [("Jane Hill", "Head of Housing", None), ("John Hill", "Head of Housing", None)],
    [("Jane Hill", "Head of Housing", None), ("J. Hill", "Head of Roads", None)],
    [("Jane Hill", "Head of Housing", "Lowmoor Council"), ("Hill", "Head of Housing", "Lowmoor Council")],
    [("Jane Hill", "Chair", None), ("J. Hill", "Chair", None)],
    [("Dan Reyes", None, None), ("Daniel Reyes", None, None)],
    [("Hill", None, None), ("Hill", None, None)],
    [("Jane Hill", "Head of Housing", "Lowmoor City Council"), ("Jane Hill", None, "Denmoor City Council")],
]
"""The last name alone, an initial without a role or body, a common word as a role: none makes two names one person."""


def placed(said: list[Said]) -> list[Named]:
    return [named(*one, doc=f"{i}.txt") for i, one in enumerate(said)]


@pytest.mark.parametrize("said", ONE)
def test_spellings_with_something_else_in_common_are_one_person(said: list[Said]) -> None:
    for order in itertools.permutations(placed(said)):
        assert len(merge(order)) == 1


@pytest.mark.parametrize("said", APART)
def test_a_name_alone_does_not_make_two_one_person(said: list[Said]) -> None:
    for order in itertools.permutations(placed(said)):
        assert len(merge(order)) == len(said)


def test_an_initial_that_two_could_bear_stays_apart() -> None:
    said = [
        ("Jane Hill", None, "Lowmoor Council"),
        ("John Hill", None, "Lowmoor Council"),
        ("J. Hill", None, "Lowmoor Council"),
    ]
    assert len(merge(placed(said))) == 3


def test_a_bare_name_joins_neither_of_two_namesakes_and_all_say_so() -> None:
    said = [("Jane Hill", None, "Lowmoor Council"), ("Jane Hill", None, "Denmoor Trust"), ("Jane Hill", None, None)]
    found = gathered(placed(said), [], {})
    assert [len(p.apart) for p in found] == [2, 2, 2]
    assert (
        found[0].apart[0]
        == "Jane Hill (Denmoor Trust; in 1.txt) is kept apart: nothing shows that they are one person."
    )


def test_one_publishers_names_without_a_role_are_one_person() -> None:
    one = named("Jane Hill", "Head of Housing", doc="a.txt", publisher="Lowmoor Council")
    other = named("Jane Hill", "Director of Place", doc="b.txt", publisher="Lowmoor Council")
    assert len(merge([one, other])) == 1
    assert len(merge([one, named("Jane Hill", "Director of Place", doc="b.txt", publisher="Denmoor Council")])) == 2


def test_roles_have_the_dates_of_the_documents_that_name_somebody_in_them() -> None:
    said = [
        named("Jane Hill", "Head of Housing", None, "a.txt", published="2023-05-01", publisher="Lowmoor Council"),
        named(
            "Jane Hill", "Head of Housing", "Lowmoor Council", "b.txt", published="2023-09", publisher="Lowmoor Council"
        ),
        named("Jane Hill", "Director of Place", None, "c.txt", published="2024-02-01", publisher="Lowmoor Council"),
    ]
    (jane,) = gathered(said, [], {})
    assert [(h.role, h.organisation, h.first, h.last, h.documents) for h in jane.held] == [
        ("Head of Housing", "Lowmoor Council", "2023-05-01", "2023-09", ("a.txt", "b.txt")),
        ("Director of Place", None, "2024-02-01", "2024-02-01", ("c.txt",)),
    ]


PEOPLE = [
    named("Jane Hill", "Head of Housing", None, "a.txt", published="2023-01", publisher="Lowmoor Council"),
    named("Jane Hill", "Head of Housing", None, "b.txt", published="2023-06", publisher="Lowmoor Council"),
    named("Omar Aziz", "Head of Housing", None, "c.txt", published="2024-01", publisher="Lowmoor Council"),
    named("Omar Aziz", "Head of Housing", None, "d.txt", published="2024-06", publisher="Lowmoor Council"),
    named("Wei Li", "Chair", None, "a.txt", published="2023-01", publisher="Lowmoor Council"),
]
OWNED: list[tuple[str | None, str, str, list[tuple[str, str]]]] = [
    # owner of the commitment, its document, that document's date, whose it is and by what
    ("Jane Hill", "x.txt", "2025", [("Jane Hill", "name")]),
    ("Head of Housing", "x.txt", "2023-03", [("Jane Hill", "role")]),
    ("the Head of Housing", "x.txt", "2024-03-09", [("Omar Aziz", "role")]),
    ("Head of Housing", "x.txt", "2023-09", []),  # between the two
    ("Head of Housing", "x.txt", "2025-09", []),  # after the last document that names somebody
    ("Head of Housing", "b.txt", "2023-06", [("Jane Hill", "role")]),
    ("Jane Hill and Omar Aziz", "x.txt", "2023", [("Omar Aziz", "name"), ("Jane Hill", "name")]),
    ("Ms Hill", "a.txt", "2023-01", [("Jane Hill", "name")]),
    ("Ms Hill", "x.txt", "2023-01", []),  # a document that names no Hill
    ("Chair", "a.txt", "2023-01", [("Wei Li", "role")]),
    ("Chair", "x.txt", "2023-01", []),  # of what?
    ("Lowmoor Council", "a.txt", "2023-01", []),
    (None, "a.txt", "2023-01", []),
]


@pytest.mark.parametrize(("owner", "doc", "published", "expected"), OWNED)
def test_a_commitment_is_theirs_by_name_or_by_the_role_held_then(
    owner: str | None, doc: str, published: str, expected: list[tuple[str, str]]
) -> None:
    made = Commitment(doc=doc, text="We will build.", start=9, end=23, owner=owner)
    publishers = dict.fromkeys(("a.txt", "b.txt", "c.txt", "d.txt", "x.txt"), "Lowmoor Council")
    found: tuple[Person, ...] = gathered(PEOPLE, [(made, published)], publishers)
    assert [(p.name, theirs.by) for p in found for theirs in p.commitments] == expected


def test_another_bodys_role_of_the_same_name_is_not_theirs() -> None:
    made = Commitment(doc="x.txt", text="We will build.", start=9, end=23, owner="Head of Housing")
    found = gathered(PEOPLE, [(made, "2023-03")], {"a.txt": "Lowmoor Council", "x.txt": "Denmoor Council"})
    assert not any(p.commitments for p in found)
