"""A real browser, and the web view for it to look at: for the tests here, and for docs/pictures.py."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from docmine import settings
from docmine.web.app import application
from docmine.web.running import listening

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The browser of this computer."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def browsing(program: str) -> Iterator[Browser]:
    """The browser without windows. While it runs, this thread has an event loop; asyncio.run would refuse."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # What runs as root in a container, as builds do, has no sandbox to be in.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def serving(index: Path) -> Iterator[str]:
    """The web view of an index, at a free port: its address."""
    listener = listening("127.0.0.1", 0, exactly=True)
    app = application(index, settings.load({}))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="web view")
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
