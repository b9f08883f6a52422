"""Web addresses at the command line: fetched from a server in this process, kept beside the index, read anew."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docmine.cli.main import app
from docmine.index import Index

PAGE = (
    "<html><body><main><h1>Our plan</h1><p>Northbury Council will publish the recovery plan by the end of {month} 2022."
    ' See <a href="/how">how</a>.</p></main></body></html>'
)


class Handler(http.server.BaseHTTPRequestHandler):
    page = PAGE.format(month="September")

    def do_GET(self) -> None:
        if self.path not in ("/plan", "/moved"):
            self.send_error(404)
            return
        self.send_response(302 if self.path == "/moved" else 200)
        self.send_header(
            "Location" if self.path == "/moved" else "Content-Type", "/plan" if self.path == "/moved" else "text/html"
        )
        self.end_headers()
        self.wfile.write(b"" if self.path == "/moved" else self.page.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_ingest_keeps_what_an_address_gave(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "note.txt"
    note.write_text("We will write to every family in May 2022, and say what comes next.")
    index = tmp_path / "mine.duckdb"
    ingest = ["--index", str(index), "ingest", "--allow-private", f"{site}/moved"]

    first = CliRunner().invoke(app, [*ingest, str(note), f"{site}/gone"])
    assert first.exit_code == 3, first.output
    assert "2 new" in first.output
    assert "nothing at this address" in " ".join(first.output.split())
    (document,) = [d for d in Index(index).documents() if d.source]
    assert (document.name, document.source) == ("plan.html", f"{site}/plan")
    kept = Path(document.path or "")
    assert kept.is_relative_to(tmp_path / "mine.web")

    assert "1 already there" in CliRunner().invoke(app, ingest).output
    monkeypatch.setattr(Handler, "page", PAGE.format(month="December"))
    assert "1 changed" in CliRunner().invoke(app, ingest).output
    (promise,) = [c for c in Index(index).commitments() if c.doc == "plan.html"]
    assert promise.due == "2022-12-31"
    assert sorted(path.suffix for path in kept.parent.iterdir()) == [".html", ".html", ".json"]


def test_read_shows_a_page(site: str) -> None:
    said = CliRunner().invoke(app, ["read", f"{site}/plan", "--allow-private", "--links"])
    assert said.exit_code == 0, said.output
    assert "# Our plan" in said.output
    assert f"{site}/how" in said.output


def test_a_private_address_needs_leave(site: str) -> None:
    said = CliRunner().invoke(app, ["read", f"{site}/plan"])
    assert said.exit_code == 1
    assert "--allow-private" in said.output
