"""Which documents follow which: minimal pairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from docmine.compare.issues import dated, same_issues
from docmine.compare.later import ages, could_mention, is_later, is_successor, searched
from docmine.records import Known
from docmine.store import StoredDocument
from docmine.store.partial import bounds

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAMES = frozenset({"ashford", "belton", "borough", "harbour"})


def document(
    name: str,
    published: str | None,
    *,
    title: str | None = None,
    series: str | None = "Port News",
    number: str | None = None,
    publisher: str = "Port Council",
    addressee: str | None = None,
    by: str = "text",
    media_type: str = PDF,
) -> StoredDocument:
    known = bounds(published)
    return StoredDocument(
        doc_id=name,
        name=name,
        path=name,
        sha256=name,
        version=1,
        current=True,
        media_type=media_type,
        pages=1,
        title=Known(title, "text") if title else None,
        doc_type=None,
        publisher=Known(publisher, "text"),
        addressee=Known(addressee, "text") if addressee else None,
        signatory=None,
        series=Known(series, "title") if series else None,
        number=Known(number, "title") if number else None,
        published=Known(published, by) if published else None,  # type: ignore[arg-type]
        published_from=known[0] if known else None,
        published_to=known[1] if known else None,
        source=None,
        part_of=None,
        warnings=(),
        run=1,
        ingested=datetime(2024, 1, 1, tzinfo=UTC),
    )


FIRST = document("1.pdf", "2023-02", title="Port News No.1", number="1")


@pytest.mark.parametrize(
    ("first", "second", "follows"),
    [
        (FIRST, document("2.pdf", "2023-03", title="Port News No.2", number="2"), True),
        (FIRST, document("2.pdf", "2023-02-20", title="Port News No.2", number="2"), False),  # perhaps of one day
        (FIRST, document("1.docx", "2023-03", title="Port News No.1", number="1", media_type=DOCX), False),  # one issue
        (FIRST, document("1b.pdf", "2024-02", title="Port News No.1", number="1"), True),  # the numbers began anew
        (
            FIRST,
            document("2.pdf", "2023-03", title="Port News No.2", number="2", by="metadata"),
            False,
        ),  # the file's own date
        (FIRST, document("2.eml", "2023-03", series=None, by="metadata", media_type="message/rfc822"), True),
        (
            document("a.pdf", "2023-02", title="Inspection of Ashford Borough", series="Inspection letter"),
            document("b.pdf", "2023-03", title="Inspection of Belton Borough", series="Inspection letter"),
            False,
        ),
        (
            document("a.pdf", "2023-02", title="Inspection of Ashford Borough", series="Inspection letter"),
            document("b.pdf", "2023-03", title="Second inspection of Ashford Borough", series="Inspection letter"),
            True,
        ),
        (
            document("a.pdf", "2023-02", title="A letter", addressee="Ms Ashford"),
            document("b.pdf", "2023-03", title="A letter", addressee="Mr Belton"),
            False,
        ),
        (
            document("a.pdf", "2023-02", title="A letter", addressee="Ms Ashford"),
            document("b.pdf", "2023-03", title="A letter", addressee="Parents"),
            True,
        ),
    ],
)
def test_who_follows(first: StoredDocument, second: StoredDocument, follows: bool) -> None:
    documents = dated([first, second], {})
    twins = same_issues(documents, {})
    found = searched(documents, twins, {first.name: "", second.name: ""}, NAMES, None)
    assert (second.name in [d.name for d in found.get(first.name, [])]) is follows


@pytest.mark.parametrize(
    ("publisher", "text", "searches", "accuses"),
    [
        ("Port Council", "", True, True),
        ("Harbour Board", "minutes of a meeting", False, False),  # another body, of other matters
        ("Harbour Board", "port council will report", True, False),  # it names the publisher
        (None, "", True, False),  # nobody knows whose it is
        ("the undersigned", "", False, False),
    ],
)
def test_what_is_searched_and_what_may_accuse(publisher: str | None, text: str, searches: bool, accuses: bool) -> None:
    mine = replace(FIRST, series=None, publisher=Known("Port Council", "text"))
    other = replace(
        document("b.pdf", "2023-03", title="Board"),
        series=None,
        publisher=Known(publisher, "text") if publisher else None,
    )
    assert could_mention(mine, other, {mine.name: "", other.name: text}) is searches
    assert is_successor(mine, other) is accuses


@pytest.mark.parametrize(
    ("publisher", "accuses"),
    [("Port Council", True), ("Port Council and the Harbour Board", True), ("Tarn Council", False)],
)
def test_what_two_publishers_call_by_one_name_are_two_series(publisher: str, accuses: bool) -> None:
    assert is_successor(FIRST, document("2.pdf", "2023-03", number="2", publisher=publisher)) is accuses


@pytest.mark.parametrize("by", ["metadata", None])
def test_a_file_without_a_date_of_its_own_takes_that_of_its_issue(by: str | None) -> None:
    weak = document("copy.pdf", "2023-09-10" if by else None, title="Port News No.1", number="1", by=by or "text")
    assert {d.published_from for d in dated([FIRST, weak], {})} == {FIRST.published_from}
    stranger = replace(weak, title=Known("Port News No.7", "text"), number=Known("7", "title"))
    assert dated([FIRST, stranger], {})[1].published_from is None


def test_files_of_one_issue_are_of_one_age() -> None:
    later = [
        document("2.pdf", "2023-03", title="Port News No.2", number="2"),
        document("2.docx", "2023-03", title="Port News No.2", number="2"),
        document("3.pdf", "2023-05", title="Port News No.3", number="3"),
    ]
    assert ages(later, same_issues(later, {})) == {"2.pdf": 0, "2.docx": 0, "3.pdf": 1}


@pytest.mark.parametrize(
    ("first", "second", "linked"),
    [
        (FIRST, document("1.docx", "2023-02-14", number="1", media_type=DOCX), True),
        (FIRST, document("1.docx", "2023-02-14", number="2", media_type=DOCX), False),
        (FIRST, document("1.docx", "2023-02", media_type=DOCX), False),  # without a number it may be another
        (FIRST, document("b.pdf", "2023-02", number="1", publisher="Tarn Council"), False),
        (FIRST, document("b.pdf", "2023-02", number="1", publisher="Port Council and the Harbour Board"), True),
        (FIRST, document("b.pdf", "2024-02", number="1"), False),  # the numbers began anew
        (
            document("a.pdf", "2023-02", title="Port News – February 2023"),
            document("a.docx", "2023-02", title="Port News – February 2023"),
            True,
        ),
        (document("a.pdf", "2023-02", title="Port News"), document("b.pdf", "2023-03", title="Port News"), False),
        (document("a.pdf", "2023", title="Port review"), document("b.pdf", "2023", title="Port review"), False),
        (
            document("a.pdf", "2023-02-01", title="Port News", by="metadata"),
            document("b.pdf", "2023-02-01", title="Port News", by="metadata"),
            False,  # saved on one day
        ),
        (
            replace(document("a.pdf", "2023-02-01", title="Your place"), doc_type=Known("letter", "text")),
            replace(document("b.pdf", "2023-02-01", title="Your place"), doc_type=Known("letter", "text")),
            False,  # to two people
        ),
    ],
)
def test_files_of_one_issue_are_linked(first: StoredDocument, second: StoredDocument, linked: bool) -> None:
    expected = {first.name: (second.name,), second.name: (first.name,)} if linked else {}
    assert same_issues([first, second], {}) == expected


def test_files_with_nearly_the_same_text_are_linked() -> None:
    words = frozenset(f"sentence number {i} of the issue" for i in range(10))
    texts = {"a": words, "b": words | {"a correction of the copy"}, "c": frozenset(list(words)[:3])}
    found = same_issues([document(name, None, series=None) for name in "abc"], texts)
    assert found == {"a": ("b",), "b": ("a",)}


def test_series_by_series_is_document_by_document() -> None:
    """`searched` never looks at each pair; what it finds is what each pair would have said."""
    bodies = [None, "Port Council", "Harbour Board", "Port Council and the Harbour Board", "the undersigned"]
    said = ["minutes", "port council will report", "the harbour board met", "the undersigned"]
    documents, texts = [], {}
    for i in range(40):
        body, series = bodies[i % 5], [None, "Port News", "Notes"][i % 3]
        made = document(f"{i:02}.pdf", f"2023-{1 + i % 12:02}", title=f"No title {i}", series=series)
        documents.append(replace(made, publisher=Known(body, "text") if body else None))
        texts[made.name] = said[(i // 2) % 4]
    found = searched(documents, {}, texts, NAMES, None)
    order = sorted(documents, key=lambda d: (d.published_from, d.name))
    for a in documents:
        assert found[a.name] == [b for b in order if is_later(a, b) and could_mention(a, b, texts)]
