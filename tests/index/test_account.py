"""What an account tells of the sample publications, and that it is what the lists tell."""

from __future__ import annotations

import pytest

from docmine.errors import UsageError
from docmine.index import Index
from docmine.index.account import Account
from docmine.index.scope import Scope

REPLY, LETTER = "2023-11-06 Reply from the Director.docx", "2023-10-09 Open letter from parents.txt"
LISTS = ("figures", "dates", "quotes", "asks", "acronyms", "commitments")


@pytest.fixture(scope="module")
def account(sample_index: Index) -> Account:
    return sample_index.account()


def test_everything_is_told_and_has_its_id(sample_index: Index, account: Account) -> None:
    found = {account.id_of(f): f for f in sample_index.track() if not f.same_as}
    assert {t.id: t.finding for t in account.threads} == found
    for kind in LISTS:
        records = getattr(account, kind)
        assert records == getattr(sample_index, kind)()
        assert tuple(map(account.id_of, records)) == sample_index.ids(records)
    evidence = [e for t in account.threads for e in t.finding.evidence]
    assert evidence
    assert tuple(map(account.id_of, evidence)) == sample_index.ids(evidence)
    assert all(account.thread(t.id) is t and account.id_of(t.commitment) == t.id for t in account.threads)
    assert (account.as_of, account.made_from) == ("2025-03-17", str(sample_index.path))


def test_every_record_stands_in_its_sentence(account: Account) -> None:
    for kind in LISTS:
        for record in getattr(account, kind):
            sentence = account.sentence(record)
            assert sentence is not None
            assert sentence.start <= record.start < sentence.end
            assert account.published(record) is not None


@pytest.mark.parametrize(
    "topic",
    [
        "FTB",
        "find the balance",
        "Find The Balance crisis line",
        "transport",
        "taxi routes",
        "EHC plans",
        "SENDIASS",
        "Oyelaran",
    ],
)
def test_a_topic_is_what_it_is_to_the_lists(sample_index: Index, account: Account, topic: str) -> None:
    part = account.within(Scope(topic=topic))
    for kind in LISTS:
        assert getattr(part, kind) == getattr(sample_index, kind)(topic=topic), kind


@pytest.mark.parametrize(
    "filters",
    [
        {"since": "2024"},
        {"until": "March 2024"},
        {"since": "2024-03", "until": "2024-09"},
        {"doc": "newsletter 3"},
        {"topic": "transport", "since": "2024-02"},
        {"topic": "FTB", "doc": "Reply"},
    ],
)
def test_periods_and_documents_are_what_they_are_to_the_lists(
    sample_index: Index, account: Account, filters: dict[str, str]
) -> None:
    part = account.within(Scope(**filters))
    assert part.documents
    for kind in LISTS:
        assert getattr(part, kind) == getattr(sample_index, kind)(**filters), kind


SCOPES = [
    # scope, documents, threads, people, figures?
    (Scope(publisher="Helen Dacosta"), 1, 0, 2, True),
    (Scope(publisher="marlbrook city council"), 11, 73, 14, True),
    (Scope(series="Marlbrook SEND Newsletter"), 4, 28, 5, True),
    (Scope(doc_type="letter"), 4, 14, 9, True),
    (Scope(owner="Oyelaran"), 6, 2, 2, False),
    (Scope(owner="director of children's services"), 7, 4, 2, False),
    (Scope(service="transport"), 9, 5, 1, True),
    (Scope(publisher="Atlantis"), 0, 0, 0, False),
]


@pytest.mark.parametrize(("scope", "documents", "threads", "people", "figures"), SCOPES)
def test_scopes(account: Account, scope: Scope, documents: int, threads: int, people: int, figures: bool) -> None:
    part = account.within(scope)
    found = (len(part.documents), len(part.threads), len(part.people), bool(part.figures))
    assert found == (documents, threads, people, figures)
    assert part.scope == scope
    assert part.failures == account.failures


def test_a_service_is_what_stands_under_its_heading(account: Account) -> None:
    part = account.within(Scope(service="transport"))
    assert part.commitments
    for record in (*part.commitments, *part.figures):
        sentence = account.sentence(record)
        assert sentence is not None
        assert "transport" in " ".join(sentence.headings).lower()


def test_narrowed_twice_is_narrowed_by_both(account: Account) -> None:
    both = account.within(Scope(topic="transport", since="2024"))
    assert account.within(Scope(topic="transport")).within(Scope(since="2024")) == both
    assert both.within(Scope()) is both


def test_people_have_the_promises_that_are_in_scope(account: Account) -> None:
    owning = [p for p in account.people if p.commitments]
    assert owning
    part = account.within(Scope(until="2023"))
    promised = {(c.doc, c.start) for c in part.commitments}
    theirs = {(t.commitment.doc, t.commitment.start) for p in part.people for t in p.commitments}
    assert theirs
    assert theirs <= promised


def test_letters_and_the_replies_to_them(account: Account) -> None:
    found = {one.letter.name: one for one in account.letters}
    assert [r.name for r in found[LETTER].replies] == [REPLY]
    assert found[LETTER].sure
    assert len(found[LETTER].answers) == 7
    assert "9 October" in found[LETTER].because[0]
    assert found[LETTER].answers == account.within(Scope(doc=REPLY)).letters[0].answers
    assert [a.verdict for a in account.within(Scope(topic="short breaks")).letters[0].answers] == ["deflected"]


def test_as_of_an_earlier_day_nothing_later_is_known(sample_index: Index) -> None:
    then = sample_index.account(as_of="January 2024")
    assert then.as_of == "2024-01-31"
    assert {t.finding.doc for t in then.threads} <= {d.name for d in then.documents}
    assert max(d.published.value for d in then.documents if d.published) == "2024-01-22"
    names = {d.name for d in then.documents}
    assert all(p.figure.doc in names for s in then.series for p in s.points)
    assert {f.doc for f in then.figures} <= names
    assert then.document("2025-03-17 You said, we did.md").name not in names  # named, where a promise is heard again


@pytest.mark.parametrize(
    ("scope", "message"),
    [
        (Scope(since="soon"), "--since 'soon' is not a date"),
        (Scope(topic=" "), "has nothing in it to look for"),
        (Scope(doc="atlantis.pdf"), "No document in the index is called 'atlantis.pdf'"),
    ],
)
def test_a_scope_that_is_none(account: Account, scope: Scope, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        account.within(scope)
