"""Which records pass which filter."""

from __future__ import annotations

import pytest
from shelves import Shelf, at

from docmine.errors import UsageError
from docmine.records import Acronym, Commitment, Document, Figure, Owner, Quote, Record
from docmine.store import Filters

EXPAND = "We will expand the Family Tea Bureau"
PLAN = "A plan will follow"
CLOSE = "FTB will close\nat Easter"
COME = "Shall come"


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    def first(document: Document) -> list[Record]:
        return [
            at(document, EXPAND, Commitment, owner="Northam City Council", due="2022-09", confidence=0.9),
            at(document, "FTB", Acronym, long="Family Tea Bureau"),
            at(document, "Ann Lee", Owner, name="Ann Lee"),
            at(document, "65%", Figure, value=65.0),
        ]  # type: ignore[list-item]

    def second(document: Document) -> list[Record]:
        return [
            at(
                document,
                PLAN,
                Commitment,
                owner="Dr José Ruiz",
                strength="planned",
                topic="school buses",
                confidence=0.6,
            ),
            at(document, CLOSE, Commitment, owner="the board", due="2023"),
            at(document, "closing time", Quote, speaker="José Ruiz"),
        ]  # type: ignore[list-item]

    shelf.put(
        "News-2.txt",
        "We will expand the Family Tea Bureau (FTB).",
        "Ann Lee counted 65%.",
        published="2022-05",
        records=first,
    )
    shelf.put(
        "Old News-2.txt", "A plan will follow.", "FTB will close\nat Easter.", "closing time", heading="Transport",
        published="2022", records=second,
    )  # fmt: skip
    shelf.put("undated.txt", "Shall come", records=lambda d: [at(d, "Shall come", Commitment)])  # type: ignore[list-item]
    return shelf


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (Filters(), [PLAN, CLOSE, EXPAND, COME]),  # by date: 2022 begins before May 2022; undated last
        (Filters(doc="news-2.TXT"), [EXPAND]),  # an exact name wins over a part
        (Filters(doc="news"), [PLAN, CLOSE, EXPAND]),
        (Filters(owner="northam"), [EXPAND]),
        (Filters(confidence=0.9), [EXPAND]),  # at least; what an earlier docmine read has no probability
        (Filters(confidence=0.5), [PLAN, EXPAND]),
        (Filters(owner="jose ruiz"), [PLAN]),  # accents do not matter
        (Filters(topic="FTB"), [CLOSE, EXPAND]),  # short form finds the long form, in the text
        (Filters(topic="family  tea bureau"), [CLOSE, EXPAND]),  # and the other way round
        (Filters(topic="bus"), [PLAN]),  # the topic's own words, in the plural
        (Filters(topic="transport"), [PLAN, CLOSE]),  # the heading above
        (Filters(topic=("transport", "FTB")), [CLOSE]),  # all of several, each expanded
        (Filters(topic=("transport", "unheard of")), []),
        (Filters(topic="plane"), []),  # whole words only
        (Filters(topic="tea.*"), [EXPAND]),  # no patterns: "tea" alone
        (Filters(since="2022-06"), [PLAN, CLOSE]),  # "2022" may be later than June
        (Filters(since="2022-05-31"), [PLAN, CLOSE, EXPAND]),
        (Filters(until="2022-04"), [PLAN, CLOSE]),
        (Filters(until="2021"), []),
        (Filters(due_before="2022-10"), [EXPAND]),
        (Filters(due_before="2022-09"), []),  # due in September is not due before September
        (Filters(due_before="2024"), [CLOSE, EXPAND]),
        (Filters(strength="planned"), [PLAN]),
        (Filters(contains="CLOSE AT easter"), [CLOSE]),  # across a line's end
        (Filters(contains="100% of"), []),
        (Filters(contains="'; DROP TABLE all_documents; --"), []),
        (Filters(limit=2), [PLAN, CLOSE]),
        (Filters(topic="FTB", since="2022-05", limit=1), [CLOSE]),
    ],
)
def test_commitments(filled: Shelf, filters: Filters, texts: list[str]) -> None:
    assert [record.text for record in filled.store.records("commitment", filters)] == texts


@pytest.mark.parametrize(
    ("kind", "filters", "texts"),
    [
        ("owner", Filters(owner="lee"), ["Ann Lee"]),
        ("quote", Filters(owner="josé"), ["closing time"]),
        ("quote", Filters(topic="transport"), ["closing time"]),
        ("figure", Filters(since="2022-05", contains="65"), ["65%"]),
        ("figure", Filters(contains="Ann Lee counted"), ["65%"]),  # the sentence around it
        ("figure", Filters(topic="counted"), ["65%"]),  # and its paragraph
        ("acronym", Filters(topic="Family Tea Bureau"), ["FTB"]),
        ("ask", Filters(), []),
    ],
)
def test_other_kinds(filled: Shelf, kind: str, filters: Filters, texts: list[str]) -> None:
    assert [record.text for record in filled.store.records(kind, filters)] == texts


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(), ["Old News-2.txt", "News-2.txt", "undated.txt"]),
        (Filters(doc="news-2.txt"), ["News-2.txt"]),
        (Filters(topic="ftb"), ["Old News-2.txt", "News-2.txt"]),
        (Filters(contains="shall come"), ["undated.txt"]),
        (Filters(until="2022-01-01", limit=5), ["Old News-2.txt"]),
    ],
)
def test_documents(filled: Shelf, filters: Filters, names: list[str]) -> None:
    assert [record.doc for record in filled.store.records("document", filters)] == names


@pytest.mark.parametrize(
    ("kind", "filters", "says"),
    [
        ("commitment", Filters(doc="nowhere"), "No document in the index is called 'nowhere'"),
        ("commitment", Filters(since="May"), "--since 'May' is not a date"),
        ("commitment", Filters(until="2022-13"), "--until '2022-13' is not a date"),
        ("commitment", Filters(due_before="soon"), "--due-before 'soon' is not a date"),
        ("commitment", Filters(strength="strong"), "--strength 'strong' is none of firm, planned"),
        ("commitment", Filters(limit=0), "--limit 0"),
        ("commitment", Filters(topic=" "), "--topic ' ' has nothing in it to look for"),
        ("commitment", Filters(topic="!!!"), "--topic '!!!' has nothing in it to look for"),
        ("document", Filters(topic=""), "--topic '' has nothing in it"),
        ("commitment", Filters(doc=""), "--doc '' has nothing in it"),
        ("commitment", Filters(owner=""), "--owner '' has nothing in it"),
        ("commitment", Filters(contains=" "), "--contains ' ' has nothing in it"),
        ("commitment", Filters(since=""), "--since '' has nothing in it"),
        ("commitment", Filters(due_before=""), "--due-before '' has nothing in it"),
        ("figure", Filters(owner="Ann"), "--owner does not apply to records of kind 'figure'"),
        ("date", Filters(strength="firm"), "--strength does not apply"),
        ("document", Filters(due_before="2022"), "--due-before does not apply"),
    ],
)
def test_filters_that_make_no_sense_are_said_to(filled: Shelf, kind: str, filters: Filters, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        filled.store.records(kind, filters)


def test_only_current_versions_are_listed(filled: Shelf) -> None:
    filled.put("News-2.txt", "Nothing is promised here.", published="2022-05")
    assert [r.text for r in filled.store.records("commitment")] == [PLAN, CLOSE, COME]
    # The acronym went with the old version, and so does its long form.
    assert [r.text for r in filled.store.records("commitment", Filters(topic="Family Tea Bureau"))] == []
