"""What stands in two files of one issue is told once."""

from __future__ import annotations

import pytest

from docmine.index import Index
from docmine.index.account import Account
from docmine.index.scope import Scope
from docmine.store import Store
from tests.compare.conftest import Issue, write

SAID = ["!2023-05 The harbour clinic for young carers will open by May 2023.", "The pier is open to all of us."]
ISSUES: tuple[Issue, ...] = (
    ("1.docx", "2023-02", [*SAID, "! We will paint the boats of the ferry this year."]),
    ("1.pdf", "2023-02", [*SAID, "! We will paint the boats of the ferry this year.", "Printed by the Port Council."]),
    ("2.pdf", "2023-07", ["The harbour clinic for young carers has been opened.", "The pier is closed to all."]),
)


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Account:
    path = tmp_path_factory.mktemp("twins") / "i.duckdb"
    with Store.open(path, create=True) as store:
        for issue in ISSUES:
            write(store, issue, series="Port News", publisher="Port Council", doc_type="newsletter")
    return Index(path).account()


def test_a_promise_of_two_files_is_one_thread(account: Account) -> None:
    assert account.same_issue == {"1.docx": ("1.pdf",), "1.pdf": ("1.docx",)}
    assert [(t.finding.doc, [f.doc for f in t.twins]) for t in account.threads] == [("1.pdf", ["1.docx"])] * 2
    assert [d.name for d in account.documents] == ["1.docx", "1.pdf", "2.pdf"]


def test_the_other_file_leads_to_it(account: Account) -> None:
    first = account.threads[0]
    assert account.thread(account.id_of(first.twins[0])) is first
    part = account.within(Scope(doc="1.docx"))
    assert part.threads == account.threads
    assert [d.name for d in part.documents] == ["1.docx", "1.pdf"]
