"""Every page of a web view, found by following links, and what each must be."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import lxml.html
import openpyxl
from starlette.testclient import TestClient

from tests.hostile.pages import faults
from tests.hostile.texts import unsafe

A_KIND = 6
"""Pages of one kind that are looked at: /document/..., /commitments?..."""
STARTS = (
    *("/", "/search?q=alert", "/commitments", "/figures", "/dates", "/owners", "/quotes", "/asks", "/acronyms"),
    *("/documents", "/series", "/unread", "/checks", "/ledger", "/letters", "/verdicts", "/api", "/nothing"),
)
SCRIPTS = ("/static/docmine.js",)


@dataclass(frozen=True)
class Page:
    path: str
    status: int
    kind: str
    data: bytes


def walked(client: TestClient, starts: Sequence[str] = STARTS) -> list[Page]:
    """The pages at `starts`, and those that their links lead to: a few of each kind."""
    found, waiting, seen = [], [*starts], set(starts)
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


def check(pages: Sequence[Page]) -> None:
    """Each answers, and none has anything of a document but text."""
    assert {page.path: page.status for page in pages if page.status not in (200, 303, 307, 404)} == {}
    missing = [page.path for page in pages if page.status == 404]
    assert [path for path in missing if not path.startswith(("/nothing", "/file/", "/picture/", "/page/"))] == []
    written = [page for page in pages if page.kind.startswith("text/html")]
    bad = {page.path: faults(page.data.decode(), scripts=SCRIPTS) for page in written}
    assert {path: found for path, found in bad.items() if found} == {}
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
