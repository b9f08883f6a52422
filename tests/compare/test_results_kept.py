"""Checks and series that are kept: what is kept is what would be made, and a change makes anew what it can touch."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from docmine.compare import check, checked, series, traced
from docmine.compare.checks.kept import RULES
from docmine.compare.paper import stored
from docmine.index import Index
from docmine.records import Block, Document, Figure, Known, Sentence
from docmine.settings import Settings
from docmine.store import CHECKS, Store

WAIT = "The average wait for the clinic is {} weeks."
SHARE = "We answered 121 of 132 calls (92%) in time."


def put(store: Store, name: str, published: str, weeks: int, share: str = SHARE) -> None:
    """One issue of a newsletter: how long the wait was, and a share that comes out where it says 92%."""
    lines = [WAIT.format(weeks), share]
    text = "\n".join(lines)
    spans = [(0, len(lines[0])), (len(lines[0]) + 1, len(text))]
    document = Document(
        name=name,
        path=f"/nowhere/{name}",
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        media_type="text/plain",
        text=text,
        blocks=tuple(Block(kind="paragraph", text=text[a:b], start=a, end=b) for a, b in spans),
        published=Known(published, "text"),
        publisher=Known("Port Council", "text"),
        series=Known("Port News", "title"),
        doc_type=Known("newsletter", "text"),
    )
    sentences = [Sentence(doc=name, text=text[a:b], start=a, end=b, block=i) for i, (a, b) in enumerate(spans)]
    digits = f"{weeks} weeks"
    at = text.index(digits)
    wait = Figure(
        doc=name,
        text=digits,
        start=at,
        end=at + len(digits),
        value=float(weeks),
        unit="weeks",
        metric="average wait for the clinic",
    )
    store.write(document, sentences, (), [wait], {}, model=Settings().embedding_model, run=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "i.duckdb", create=True) as store:
        put(store, "1.txt", "2023-02", 9)
        put(store, "2.txt", "2023-05", 7)
    return tmp_path / "i.duckdb"


def test_kept_checks_are_what_would_be_made(path: Path) -> None:
    made = Index(path).check()
    assert [(c.doc, c.verdict) for c in made] == [("1.txt", "agrees if rounded"), ("2.txt", "agrees if rounded")]
    with Store.open(path, read_only=True) as store:
        again = checked(store)
        assert (again.checks, again.fresh) == (made, {})
        assert made == tuple(c for d in store.documents() for c in check(stored(store, d.doc_id)))
        assert store.query("SELECT DISTINCT rules FROM checked").rows == ((RULES,),)
        assert store.query("SELECT doc, verdict FROM checks ORDER BY doc").rows[0] == ("1.txt", "agrees if rounded")


def test_a_document_that_is_new_or_read_again_is_checked(path: Path) -> None:
    Index(path).check()
    with Store.open(path) as store:
        put(store, "1.txt", "2023-02", 9, share="We answered 121 of 132 calls (82%) in time.")
        put(store, "3.txt", "2023-08", 6)
        names = {d.doc_id: d.name for d in store.documents()}
        assert store.kept(CHECKS, ["x"]) == {"x": []}
        found = checked(store)
        assert {names[key] for key in found.fresh} == {"1.txt", "3.txt"}
        assert [c.verdict for c in found.checks] == ["does not agree", "agrees if rounded", "agrees if rounded"]


def test_kept_series_are_what_would_be_made(path: Path) -> None:
    made = Index(path).series()
    assert [[p.value for p in one.points] for one in made] == [[9, 7]]
    with Store.open(path, read_only=True) as store:
        assert (traced(store).series, traced(store).fresh) == (made, None)
        assert made == series(store)
        assert traced(store, "clinic").series == made
        assert traced(store, "library").series == ()
        assert store.query("SELECT measure, points FROM courses").rows == ((made[0].measure, 2),)


def test_a_document_that_is_new_makes_series_anew(path: Path) -> None:
    Index(path).series()
    with Store.open(path) as store:
        put(store, "3.txt", "2023-08", 6)
    assert [p.value for p in Index(path).series()[0].points] == [9, 7, 6]


def test_a_removed_document_takes_its_results_and_all_series(path: Path) -> None:
    index = Index(path)
    index.check()
    index.series()
    with Store.open(path) as store:
        assert [p for p in store.verify() if p.fault] == []
        first = store.documents()[0]
        store.remove(first.doc_id)
        assert first.doc_id not in store.fingerprints(CHECKS)
        assert store.query("SELECT doc_id FROM all_checks").rows == ((store.documents()[0].doc_id,),)
        assert store.query("SELECT count(*) FROM courses").rows == ((0,),)
        assert [p for p in store.verify() if p.fault] == []
    assert index.series() == ()
