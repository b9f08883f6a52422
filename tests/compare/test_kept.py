"""Findings that are kept: only what a new document can touch is judged again, and what people said stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.compare import follow
from docmine.compare.weights import RULES
from docmine.errors import IndexLocked, IndexTooOld, UsageError
from docmine.index import Index
from docmine.settings import Settings
from docmine.store import FINDINGS, Store, migrate
from tests.compare.conftest import Issue, write
from tests.store.test_opening import HOLD_AS_IT_IS, held

PORT: tuple[Issue, ...] = (
    ("1.txt", "2023-02", ["!2023-05 The harbour clinic for young carers will open by May 2023.", "The pier is open."]),
    ("2.txt", "2023-07", ["The harbour clinic for young carers has been opened.", "The pier is closed."]),
)
MILL: tuple[Issue, ...] = (
    ("a.txt", "2023-02", ["! The mill will be mended for the apprentices.", "Bread is dear."]),
    ("b.txt", "2023-07", ["The mill is being mended for the apprentices.", "Bread is cheap."]),
)
MOVED: Issue = ("3.txt", "2023-09", ["!2023-12 The harbour clinic for young carers will open by December 2023."])


def fill(store: Store) -> None:
    for publisher, issues in (("Port Council", PORT), ("Mill Council", MILL)):
        for issue in issues:
            write(store, issue, series=f"{publisher} News", publisher=publisher, doc_type="newsletter")


def keep(store: Store) -> set[str]:
    """Follow and keep, as Index.track does; the documents whose commitments were judged afresh."""
    found = follow(store, Settings())
    store.keep(FINDINGS, found.fresh, rules=RULES)
    names = {d.doc_id: d.name for d in store.documents()}
    return {names[key] for key in found.fresh}


def test_a_new_document_touches_its_own_threads_only(tmp_path: Path) -> None:
    with Store.open(tmp_path / "i.duckdb", create=True) as store:
        fill(store)
        assert keep(store) == {"1.txt", "a.txt"}
        assert keep(store) == set()
        write(store, MOVED, series="Port Council News", publisher="Port Council", doc_type="newsletter")
        assert keep(store) == {"1.txt", "3.txt"}


def test_what_is_kept_is_what_would_be_made(tmp_path: Path) -> None:
    with Store.open(tmp_path / "i.duckdb", create=True) as store:
        fill(store)
        made = follow(store, Settings())
        store.keep(FINDINGS, made.fresh, rules=RULES)
        assert follow(store, Settings()).findings == made.findings
        assert store.query("SELECT doc, verdict FROM findings ORDER BY doc").rows == (
            ("1.txt", "delivered"),
            ("a.txt", "progressed"),
        )


def test_a_review_is_shown_and_outlives_a_re_ingest(tmp_path: Path) -> None:
    path = tmp_path / "i.duckdb"
    with Store.open(path, create=True) as store:
        fill(store)
    index = Index(path)
    (clinic, _) = index.track()
    (id,) = index.ids([clinic])
    assert index.review(id[:8], "unsure", "It was opened for one day only.").verdict == "unsure"
    with Store.open(path) as store:
        fill(store)  # read again: the same bytes, the same ids
    (again, _) = index.track()
    assert again.review is not None
    assert (again.verdict, again.review["said"]) == ("unsure", "delivered")
    assert "one day only" in again.reasons[0]
    assert index.review(id, None, "").verdict == "unsure"  # who agrees, agrees with what is shown


def test_only_findings_can_be_reviewed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "i.duckdb", create=True) as store:
        fill(store)
    index = Index(tmp_path / "i.duckdb")
    (evidence, *_) = index.track()[0].evidence
    (id,) = index.ids([evidence])
    with pytest.raises(UsageError, match="no finding"):
        index.review(id)


def test_a_removed_document_takes_what_quotes_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "i.duckdb", create=True) as store:
        fill(store)
        keep(store)
        gone = {d.name: d.doc_id for d in store.documents()}["2.txt"]
        store.remove(gone)
        kept = store.kept(FINDINGS, sorted(store.fingerprints(FINDINGS)))
        assert [text for own in kept.values() for text in own if "2.txt" in text or "1.txt" in text] == []
        assert keep(store) == {"1.txt"}  # of Mill Council nothing has changed


def test_an_index_of_an_earlier_docmine_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "i.duckdb"
    with monkeypatch.context() as patch:
        before = {number: sql for number, sql in migrate.scripts().items() if number < 4}
        patch.setattr(migrate, "scripts", lambda: before)
        Store.open(path, create=True).close()
    says = r"is from an earlier docmine, and cannot be brought up to date now: [^.]+\.$"
    with held(path, True, HOLD_AS_IT_IS), pytest.raises(IndexTooOld, match=says):
        Index(path).track()
    assert Index(path).track() == ()


@pytest.mark.parametrize("read_only", [True, False])
def test_while_another_process_has_the_index(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "i.duckdb"
    with Store.open(path, create=True) as store:
        fill(store)
    with held(path, read_only):
        if read_only:
            assert len(Index(path).track()) == 2  # found, though they cannot be kept
        else:
            with pytest.raises(IndexLocked, match=r"is being written by another docmine\. Wait until it has finished"):
                Index(path).track()
    with Store.open(path, read_only=True) as store:
        assert store.fingerprints(FINDINGS) == {}
