"""The page of a document: all its text and nothing else as text, its records marked, its pages and its file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from docmine import settings
from docmine.index import Index
from docmine.index.account import Account
from docmine.records import ASIDE, RECORD_KINDS
from docmine.web.app import application
from docmine.web.text.layout import ASIDES
from tests.web.pages.reader import NOT_TEXT, Page
from tests.web.view import browser

Read = Callable[[str], Page]
ALL = "&".join(f"show={kind}" for kind in RECORD_KINDS)
NEWS = "/document/Marlbrook%20SEND%20Newsletter%201.pdf"


def words(text: str) -> list[str]:
    return text.split()


def test_the_text_is_the_documents_text(page: Read, sample_app: FastAPI, account: Account) -> None:
    for document in account.documents:
        with sample_app.state.docmine.snapshot().asking() as index:
            blocks = index.opened(document).blocks
        body = [b.text for b in blocks if b.kind not in ASIDE]
        aside = [b.text for kind in ASIDES for b in blocks if b.kind == kind]
        found = page(f"/document/{quote(document.name)}?{ALL}")
        texts = [e for e in found.all("div") if "text" in e.classes]
        shown = [word for text in texts for word in words(text.text(NOT_TEXT))]
        assert shown == words(" ".join(body)), document.name
        beside = [p.text(NOT_TEXT) for e in found.all("section") if "aside" in e.classes for p in e.all("p")]
        assert words(" ".join(beside)) == words(" ".join(aside)), document.name


def test_marks_nest_and_nothing_is_amiss(page: Read, account: Account) -> None:
    for document in account.documents:
        for shown in (ALL, "", "show=&pictures=no"):
            assert page(f"/document/{document.sha256[:16]}?{shown}").faults() == []


def test_each_record_is_marked_and_leads_to_its_page(page: Read, sample_app: FastAPI, account: Account) -> None:
    found = page(f"{NEWS}?{ALL}")
    with sample_app.state.docmine.snapshot().asking() as index:
        records = index.opened("Marlbrook SEND Newsletter 1.pdf").records
        ids = index.ids(records)
    where = [f"/thread/{i}" if r.kind == "commitment" else f"/record/{i}" for r, i in zip(records, ids, strict=True)]
    tags = [e.attributes["href"] for e in found.main.all("a") if "tag" in e.classes]
    assert sorted(tags) == sorted(where)


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("", {"commitment", "figure", "date", "owner", "quote"}),
        ("?show=&show=figure", {"figure"}),
        ("?show=", set()),
        ("?show=acronym&show=date", {"acronym", "date"}),
        ("?show=%3Cscript%3E", set()),
    ],
)
def test_kinds_are_chosen_by_the_address(page: Read, asked: str, kinds: set[str]) -> None:
    found = page(f"{NEWS}{asked}")
    tags = [e for e in found.main.all("a") if "tag" in e.classes]
    assert {name[2:] for tag in tags for name in tag.classes if name != "tag"} == kinds
    ticked = {e.attributes["value"] for e in found.main.all("input") if "checked" in e.attributes}
    assert ticked == kinds


def test_a_tag_says_in_words_what_it_is(page: Read) -> None:
    tags = {e.text().strip() for e in page(NEWS).main.all("a") if "tag" in e.classes}
    assert {"PPromise: Never heard of again:", "FFigure:", "DDate:", "NName:"} <= tags


def test_words_that_an_address_points_at_are_marked_once(page: Read) -> None:
    found = page(f"{NEWS}?at=30-60")
    here = [e for e in found.all("mark") if e.attributes.get("id") == "here"]
    assert len(here) == 1
    assert not list(page(f"{NEWS}?at=60-30").main.all("mark"))
    assert not list(page(f"{NEWS}?at=%22onload").main.all("mark"))


def test_pages_stand_beside_the_text(page: Read, sample: TestClient) -> None:
    found = page(NEWS)
    pictures = list(found.main.all("img"))
    assert [e.attributes["alt"] for e in pictures] == ["Picture of page 1", "Picture of page 2"]
    assert all(e.attributes["loading"] == "lazy" for e in pictures)
    answer = sample.get(pictures[0].attributes["src"])
    assert (answer.headers["content-type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert not list(page(f"{NEWS}?pictures=no").main.all("img"))


def test_tables_are_tables(page: Read) -> None:
    table = next(iter(page(f"{NEWS}?show=").main.all("table")))
    assert [cell.text() for cell in table.all("th")] == ["Service", "Average wait", "Children waiting"]
    assert [cell.text() for row in list(table.all("tr"))[1:2] for cell in row.all("td")] == [
        *("Occupational therapy (OT)", "14 weeks", "402")
    ]


def test_the_file_is_given_as_it_was_read(sample: TestClient, account: Account, corpus: Path) -> None:
    for document in account.documents:
        answer = sample.get(f"/file/{document.sha256[:16]}")
        assert hashlib.sha256(answer.content).hexdigest() == document.sha256
        assert answer.headers["content-disposition"].startswith("attachment; ")
        assert answer.headers["content-type"].startswith(("text/plain", "application/octet-stream"))
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_changed_file_is_a_sentence(tmp_path: Path, corpus: Path) -> None:
    name = "2025-03-17 You said, we did.md"
    here = tmp_path / name
    here.write_bytes((corpus / name).read_bytes())
    path = tmp_path / "own.duckdb"
    Index(path, settings.load({})).ingest(here)
    app = application(path, settings.load({}))
    client = browser(app)
    assert client.get(f"/file/{quote(name)}").status_code == 200
    here.write_text("Something else.")
    changed = client.get(f"/file/{quote(name)}")
    assert (changed.status_code, "The file has changed since it was read" in changed.text) == (404, True)
    here.unlink()
    gone = client.get(f"/file/{quote(name)}")
    assert (gone.status_code, "The file is no longer there" in gone.text) == (404, True)
    found = Page(client.get(f"/document/{quote(name)}").text)
    assert "The file is no longer there" in found.text
    assert "We did" in found.text
    app.state.docmine.close()


def test_versions_of_a_file(tmp_path: Path) -> None:
    here, path = tmp_path / "page.txt", tmp_path / "own.duckdb"
    index = Index(path, settings.load({}))
    for words in ("We will open the hall in May 2024.", "We will open the hall in July 2024."):
        here.write_text(f"Harbour Council\n1 February 2024\n\nThe hall\n\n{words}\n")
        index.ingest(here)
    app = application(path, settings.load({}))
    client = browser(app)
    now = Page(client.get("/document/page.txt").text)
    older = next(link for link in now.links if link.startswith("/document/"))
    assert "What changed since the version before" in now.text
    then = Page(client.get(older).text)
    assert "This is an earlier version" in then.text
    assert "May 2024" in then.text
    compared = Page(client.get("/diff?old=page.txt%401&new=page.txt").text)
    assert "May 2024 → became July 2024" in compared.text
    assert compared.faults() == []
    assert "No document is called" in client.get("/diff?old=page.txt%407&new=page.txt").text
    app.state.docmine.close()


def test_the_choice_of_kinds_stays_on_a_document_with_an_odd_name(tmp_path: Path) -> None:
    here, path = tmp_path / "What next? #1.txt", tmp_path / "own.duckdb"
    here.write_text("Harbour Council\n1 February 2024\n\nWe will open the hall in May 2024.\n")
    Index(path, settings.load({})).ingest(here)
    app = application(path, settings.load({}))
    client = browser(app)
    page = client.get(f"/document/{quote(here.name)}").text
    (address,) = re.findall(r'<form class="kinds" method="get" action="([^"#]+)', page)
    assert client.get(f"{address}?show=date").status_code == 200
    app.state.docmine.close()


def test_text_of_a_document_never_becomes_markup(client: TestClient) -> None:
    answer = client.get(f"/document/letter.txt?{ALL}")
    found = Page(answer.text)
    assert "<b>letter</b>" in found.text
    assert "<script>alert(1)</script> & javascript:alert(2)" in found.text
    assert "<script>alert" not in answer.text
    assert not [link for link in found.links if link.startswith("javascript")]
    assert found.faults() == []
