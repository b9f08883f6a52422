"""Every page of the web view on an index in which everything is hostile, found by following links."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from unittest.mock import patch

import lxml.html
import openpyxl
import pytest
from starlette.testclient import TestClient

from docmine.index import Index
from docmine.index.account import Account
from docmine.web.app import application
from tests.hostile.pages import faults, shown
from tests.hostile.test_report import SHORT, flat
from tests.hostile.texts import ATTRIBUTES, CONTROL, MARKUP, unsafe
from tests.web.view import browser

A_KIND = 6
"""Pages of one kind that are looked at: /document/..., /commitments?..."""
STARTS = (
    *("/", "/search?q=alert", "/commitments", "/figures", "/dates", "/owners", "/quotes", "/asks", "/acronyms"),
    *("/documents", "/series", "/unread", "/checks", "/ledger", "/letters", "/verdicts", "/api", "/nothing"),
)


@pytest.fixture(scope="module")
def client(hostile: Index, account: Account) -> Iterator[TestClient]:
    with patch.object(Index, "account", lambda *_, **__: account):
        app = application(hostile.path, hostile.settings)
        yield browser(app)
        app.state.docmine.close()


@dataclass(frozen=True)
class Page:
    path: str
    status: int
    kind: str
    data: bytes


@pytest.fixture(scope="module")
def pages(client: TestClient) -> list[Page]:
    found, waiting, seen = [], [*STARTS], set(STARTS)
    kinds = Counter[str]()
    while waiting:
        path = waiting.pop(0)
        place, _, query = path.partition("?")
        form = place.rpartition(".")[2]
        kind = f"{place.split('/')[1]} {form if form in ('csv', 'xlsx', 'json') else ''} {bool(query)}"
        kinds[kind] += 1
        if kinds[kind] > A_KIND:
            continue
        answer = client.get(path)
        found.append(Page(path, answer.status_code, answer.headers.get("content-type", ""), answer.content))
        if not found[-1].kind.startswith("text/html") or not answer.content:
            continue
        for element in lxml.html.document_fromstring(answer.content).iter("a", "link", "img"):
            to = (element.get("href") or element.get("src") or "").partition("#")[0]
            to = place + to if to.startswith("?") else to
            if to.startswith("/") and to not in seen:
                seen.add(to)
                waiting.append(to)
    return found


def test_every_page_answers(pages: list[Page]) -> None:
    assert len(pages) > 100
    assert {page.path: page.status for page in pages if page.status not in (200, 303, 307, 404)} == {}
    missing = [page.path for page in pages if page.status == 404]
    assert [path for path in missing if not path.startswith(("/nothing", "/file/", "/picture/", "/page/"))] == []


def test_nothing_on_a_page_comes_from_a_document_but_text(pages: list[Page]) -> None:
    scripts = ("/static/docmine.js",)
    bad = {
        page.path: faults(page.data.decode(), scripts=scripts) for page in pages if page.kind.startswith("text/html")
    }
    assert {path: found for path, found in bad.items() if found} == {}


def test_every_text_stands_on_a_page(pages: list[Page]) -> None:
    words = " ".join(shown(page.data.decode()) for page in pages if page.kind.startswith("text/html") and page.data)
    assert [name for name, text in SHORT.items() if flat(text) not in words] == []


def test_no_download_runs_anything(pages: list[Page]) -> None:
    forms = Counter(page.path.partition("?")[0].rpartition(".")[2] for page in pages)
    assert min(forms["csv"], forms["xlsx"], forms["json"]) >= 5
    for page in pages:
        form = page.path.partition("?")[0].rpartition(".")[2]
        if form == "csv":
            text = page.data.decode("utf-8-sig")
            assert not unsafe(text)
            cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
            assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "@", "＝"))]
        elif form == "json":
            assert not unsafe(page.data.decode())
            json.loads(page.data)
        elif form == "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(page.data))
            assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_a_hostile_question_is_text(client: TestClient) -> None:
    for text in (*MARKUP, *ATTRIBUTES, *CONTROL[:2]):
        answer = client.get("/search", params={"q": text[:200].encode(errors="replace").decode()})
        assert answer.status_code in (200, 400), text
        assert faults(answer.text) == [], text
