"""Every page that this part of the view has: its status, its landmarks, and that no text of a document is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from docmine.errors import IndexLocked, ModelMissing, UsageError
from docmine.web.kinds import KINDS
from tests.web.view import browser

LISTS = [f"/{kind.name}" for kind in KINDS]
PAGES = ["/", "/verdicts", "/search", "/search?q=recovery+plan", "/search?q=zzqqx", "/api", *LISTS]


class Seen(HTMLParser):
    """Tags with their attributes, and whether each control has a name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.labelled: set[str] = set()
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "label" and values.get("for"):
            self.labelled.add(str(values["for"]))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [values for name, values in self.tags if name == tag]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_landmarks_and_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    seen = Seen(answer.text)
    for tag in ("main", "h1", "title"):
        assert len(seen.named(tag)) == 1, tag
    assert {"#main", "/commitments", "/documents"} <= {str(a.get("href")) for a in seen.named("a")}
    assert not seen.named("script")
    assert not [values for _, values in seen.tags if "style" in values or any(name.startswith("on") for name in values)]
    addresses = [str(v) for _, values in seen.tags for k, v in values.items() if k in ("href", "src", "action")]
    assert not [a for a in addresses if not a.startswith(("/", "#"))]


@pytest.mark.parametrize("path", [*LISTS, "/search?q=plan"])
def test_every_control_has_a_label(client: TestClient, path: str) -> None:
    seen = Seen(client.get(path).text)
    typed = [v for v in (*seen.named("input"), *seen.named("select")) if v.get("type") not in ("checkbox", "hidden")]
    assert typed
    assert {str(v.get("id")) for v in typed} <= seen.labelled
    assert len(seen.labelled) == len(typed)


@pytest.mark.parametrize("path", ["/commitments", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E+letter", "/dates"])
def test_text_of_a_document_stays_text(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert "&lt;b&gt;" in text or "&lt;script&gt;" in text
    assert "<script" not in text
    assert "<b>letter" not in text


@pytest.mark.parametrize(
    "path",
    [
        *("/nothing", "/commitments/x", "/commitments.exe", "/review/ffffffffffffffff", "/review/..%2f..%2fetc"),
        *("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/etc/passwd"),
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert "import" not in answer.text


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (UsageError("The date is none."), 400, "The date is none."),
        (IndexLocked("Another writes."), 503, "Another writes."),
        (ModelMissing("The model is not installed."), 503, "The model is not installed."),
        (ZeroDivisionError("a secret sentence"), 500, "docmine failed to make this page."),
    ],
)
@pytest.mark.parametrize("api", [False, True])
def test_an_error_is_a_sentence(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, said: str, api: bool
) -> None:
    @contextmanager
    def failing(_: object) -> Iterator[None]:
        raise error
        yield

    monkeypatch.setattr("docmine.web.state.Snapshot.asking", failing)
    answer = browser(app).get(f"{'/api' if api else ''}/search?q=what+{status}+{api}")
    assert answer.status_code == status
    assert said in (answer.json()["error"] if api else answer.text)
    assert "Traceback" not in answer.text
    assert "secret" not in answer.text


def test_a_search_shows_its_reading_its_marks_and_its_place(client: TestClient) -> None:
    text = client.get("/search?q=what+was+promised+about+the+recovery+plan").text
    for words in ("what was promised", "<mark>recovery</mark>", "1 July 2022", "Promised by", "/document/letter.txt"):
        assert words in text, words


def test_a_search_without_an_answer_says_what_was_searched(client: TestClient) -> None:
    text = client.get("/search?q=helicopters+zzqqx").text
    assert "Nothing" in text
    assert client.get("/search?q=...").status_code == 400
    assert client.get("/search", params={"q": "plan " * 200}).status_code == 400


def test_the_first_page_counts_what_became_of_promises(client: TestClient) -> None:
    text = client.get("/").text
    assert "3 documents" in text
    assert "1 July 2022" in text
    assert "/commitments?verdict=" in text


def test_the_addresses_that_are_told_are_there(client: TestClient) -> None:
    told = (Path(__file__).parents[2] / "docs" / "web.md").read_text(encoding="utf-8")
    table = "\n".join(line.partition("|")[2].partition("|")[0] for line in told.splitlines() if line.startswith("| `/"))
    addresses = [address for address in re.findall(r"`([^`]+)`", table) if "<" not in address]
    assert len(addresses) > 12
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)
