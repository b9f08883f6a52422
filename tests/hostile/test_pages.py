"""Every page of the web view on an index in which everything is hostile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from starlette.testclient import TestClient

from docmine.index import Index
from docmine.index.account import Account
from docmine.web.app import application
from tests.hostile.pages import faults, shown
from tests.hostile.test_report import SHORT, flat
from tests.hostile.texts import ATTRIBUTES, CONTROL, MARKUP
from tests.hostile.walk import Page, check, walked
from tests.web.view import browser


@pytest.fixture(scope="module")
def client(hostile: Index, account: Account) -> Iterator[TestClient]:
    with patch.object(Index, "account", lambda *_, **__: account):
        app = application(hostile.path, hostile.settings)
        yield browser(app)
        app.state.docmine.close()


@pytest.fixture(scope="module")
def pages(client: TestClient) -> list[Page]:
    return walked(client)


def test_every_page_answers_and_has_nothing_of_a_document_but_text(pages: list[Page]) -> None:
    check(pages)
    assert len(pages) > 100
    forms = Counter(page.path.partition("?")[0].rpartition(".")[2] for page in pages)
    assert min(forms["csv"], forms["xlsx"], forms["json"]) >= 5


def test_every_text_stands_on_a_page(pages: list[Page]) -> None:
    words = " ".join(shown(page.data.decode()) for page in pages if page.kind.startswith("text/html") and page.data)
    assert [name for name, text in SHORT.items() if flat(text) not in words] == []


def test_a_hostile_question_is_text(client: TestClient) -> None:
    for text in (*MARKUP, *ATTRIBUTES, *CONTROL[:2]):
        answer = client.get("/search", params={"q": text[:200].encode(errors="replace").decode()})
        assert answer.status_code in (200, 400), text
        assert faults(answer.text) == [], text
