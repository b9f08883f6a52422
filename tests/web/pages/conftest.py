"""The view of the sample publications, followed; and what a page of it says to a reader and to a browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from docmine import settings
from docmine.index import Index
from docmine.index.account import Account
from docmine.web.app import application
from tests.web.pages.reader import Page
from tests.web.view import browser


@pytest.fixture(scope="session")
def sample_app(sample_index: Index, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    path = Path(shutil.copy(sample_index.path, tmp_path_factory.mktemp("view") / "sample.duckdb"))
    Index(path).track()
    return application(path, settings.load({}))


@pytest.fixture(scope="session")
def sample(sample_app: FastAPI) -> TestClient:
    return browser(sample_app)


@pytest.fixture(scope="session")
def account(sample_app: FastAPI) -> Account:
    found: Account = sample_app.state.docmine.snapshot().account
    return found


@pytest.fixture(scope="session")
def page(sample: TestClient) -> Callable[[str], Page]:
    """A page of the sample as a browser reads it."""

    def read(address: str) -> Page:
        response = sample.get(address)
        assert response.status_code == 200, (address, response.status_code)
        return Page(response.text)

    return read


@pytest.fixture(scope="session")
def thread_with(account: Account) -> Callable[[str], str]:
    """The id of the one promise with these words."""

    def found(words: str) -> str:
        (one,) = [thread.id for thread in account.threads if words in thread.finding.text]
        return one

    return found
