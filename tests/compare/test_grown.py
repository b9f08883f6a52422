"""A page that grows: what was added to it after a document came out may speak of that document's promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from docmine.compare import track
from docmine.records import Block, Commitment, Document, Finding, Known, Sentence
from docmine.settings import Settings
from docmine.store import Store
from tests.compare.conftest import write

OWN = "Families in the valley have waited too long for the harbour clinic."
PROMISE = "We will appoint five speech therapists at the harbour clinic by June 2024."


def _track(folder: Path, added: str, as_of: str | None = None) -> Finding:
    """The finding on a promise of February 2024, beside a page of 2023 to which `added` was added in July 2024."""
    text = f"{OWN} {added}"
    spans = ((0, len(OWN), None), (len(OWN) + 1, len(text), "2024-07-10"))
    page = Document(
        name="page.html",
        path=None,
        sha256="page",
        media_type="text/html",
        text=text,
        blocks=tuple(Block(kind="paragraph", text=text[a:b], start=a, end=b, date=day) for a, b, day in spans),
        published=Known("2023-10-16", "text"),
        publisher=Known("Port Council", "text"),
        doc_type=Known("web page", "text"),
    )
    sentences = [Sentence(doc=page.name, text=text[a:b], start=a, end=b, block=i) for i, (a, b, _) in enumerate(spans)]
    none: list[Commitment] = []
    with Store.open(folder / "i.duckdb", create=True) as store:
        issue = ("news.txt", "2024-02-01", [f"!2024-06 {PROMISE}"])
        write(store, issue, series=None, publisher="Port Council", doc_type="newsletter")
        store.write(page, sentences, (), none, {}, model=Settings().embedding_model, run=1)
        return next(f for f in track(store, Settings(), as_of=as_of) if f.doc == "news.txt")


def test_an_addition_reports(tmp_path: Path) -> None:
    finding = _track(tmp_path, "We have appointed five speech therapists at the harbour clinic.")
    assert finding.verdict == "delivered"
    assert [(e.doc, e.published) for e in finding.evidence] == [("page.html", "2024-07-10")]
    assert finding.searched == ("page.html",)


@pytest.mark.parametrize("as_of", [None, "2024-05"])
def test_its_silence_tells_nothing(tmp_path: Path, as_of: str | None) -> None:
    finding = _track(tmp_path, "The car park of the library is open again.", as_of)
    assert finding.verdict in ("open", "unsure")
    assert all(OWN not in e.text for e in finding.evidence)
