"""A browser, the web view of the sample publications, and windows in which nothing foreign is asked for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from docmine import settings
from docmine.cli.main import app
from docmine.index import Index
from tests.browser.pages import samples
from tests.browser.serving import browsing, chromium, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from docmine.index.account import Account

MISSING = "no browser: install Chromium or Google Chrome to have the pages tried in it (apt install chromium)"
DESK = {"width": 1280, "height": 1024}
PHONE = {"width": 320, "height": 640}


@pytest.fixture(scope="package")
def program() -> str:
    found = chromium()
    if found is None:
        pytest.skip(MISSING)
    return found


@pytest.fixture(scope="package")
def browser(program: str) -> Iterator[Browser]:
    with browsing(program) as browser:
        yield browser


@pytest.fixture(scope="package")
def followed(sample_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the sample publications and of a file that cannot be read, followed."""
    folder = tmp_path_factory.mktemp("browser")
    path = Path(shutil.copy(sample_index.path, folder / "browser.duckdb"))
    (folder / "torn.pdf").write_bytes(b"%PDF-1.7\ntorn")
    index = Index(path, settings.load({}))
    index.ingest(folder / "torn.pdf")
    index.track()
    return path


@pytest.fixture(scope="package")
def account(followed: Path) -> Account:
    return Index(followed).account()


@pytest.fixture(scope="package")
def filled(account: Account) -> Callable[[str], str]:
    """`filled("/thread/{dropped}")`: the address with what it names."""
    named = samples(account)
    return lambda address: address.format_map(named)


@pytest.fixture(scope="package")
def server(followed: Path) -> Iterator[str]:
    with serving(followed) as address:
        yield address


@pytest.fixture(scope="package")
def report(browser: Browser, followed: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report of everything: a file."""
    file = tmp_path_factory.mktemp("report") / "report.html"
    made = CliRunner().invoke(app, ["--index", str(followed), "report", "-o", str(file)], catch_exceptions=False)
    assert made.exit_code == 0, made.output
    return file.as_uri()


class Windows:
    """Opens windows, and notes what their pages ask for and complain of."""

    def __init__(self, browser: Browser, server: str) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self._browser = browser
        self._server = server
        self._open: list[BrowserContext] = []

    def __call__(self, **options: Any) -> Page:
        """A window of a person of its own. `options` are those of Browser.new_context."""
        context = self._browser.new_context(
            **{"base_url": self._server, "viewport": DESK, "reduced_motion": "reduce", **options}
        )
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", lambda said: self.complaints.append(said.text) if said.type != "log" else None)
        self._open.append(context)
        return context.new_page()

    def close(self) -> None:
        for context in self._open:
            context.close()

    def elsewhere(self, own: str) -> list[str]:
        """What was asked for that is not of this server, or not this file."""
        return [url for url in self.asked if not url.startswith((f"{own}/", "data:")) and url.partition("#")[0] != own]


@pytest.fixture
def window(browser: Browser, server: str) -> Iterator[Windows]:
    """`window()`: an empty one. In the end no page may have asked elsewhere, or been complained of by the browser."""
    windows = Windows(browser, server)
    yield windows
    windows.close()
    assert windows.elsewhere(server) == []
    assert windows.complaints == []
