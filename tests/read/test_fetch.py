"""Web addresses → bytes, from a server in this process; nothing else is asked."""

from __future__ import annotations

import gzip
import http.server
import io
import socket
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from docmine.errors import NoReader, UnreadableDocument
from docmine.read import kept
from docmine.read.fetch import FetchLimits, fetch, is_address, is_public

PAGE = b"<html><body><main><h1>The plan</h1><p>We will publish the plan in May.</p></main></body></html>"
PDF = b"%PDF-1.4\n%minimal\n"
OPEN = FetchLimits(allow_private=True, mb=1, seconds=5, silent_seconds=1)


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("plan.txt", "We will act.")
    return out.getvalue()


# path → status, heads, body
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/plan": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b" " * 50_000_000)),
    "/twice": (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(gzip.compress(PAGE))),
    "/huge": (200, {"Content-Type": "text/html"}, b"<p>" + b"word " * 300_000),
    "/plan.pdf": (200, {"Content-Type": "application/pdf"}, PDF),
    "/mislabelled": (200, {"Content-Type": "text/html"}, PDF),
    "/download": (200, {"Content-Type": "application/octet-stream"}, PDF),
    "/papers": (200, {"Content-Type": "application/zip"}, archive()),
    "/login.pdf": (200, {"Content-Type": "text/html"}, PAGE),
    "/no-pdf": (200, {"Content-Type": "application/pdf"}, PAGE),
    "/film": (200, {"Content-Type": "video/mp4"}, b"\x00\x00\x00\x18ftyp"),
    "/logo": (200, {}, b"GIF89a" + bytes(range(256))),
    "/scan": (200, {"Content-Type": "image/jpeg"}, b"\xff\xd8\xff\xe0"),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/gone": (404, {}, b"<html>Not found</html>"),
    "/locked": (403, {}, b""),
    "/broken": (503, {}, b""),
    "/teapot": (418, {}, b""),
    "/moved": (301, {"Location": "/plan"}, b""),
    "/further": (302, {"Location": "moved"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-name": (302, {"Location": "http://ada:owl@127.0.0.1/"}, b""),
}


class Handler(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str, str]]] = []

    def do_GET(self) -> None:
        Handler.asked.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
        if self.path == "/silent":
            time.sleep(1.5)
            return
        if self.path == "/trickle":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b"<p>word</p>")
                self.wfile.flush()
                time.sleep(0.2)
            return
        if self.path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"<p>word</p>")
            return
        status, heads, body = ANSWERS[self.path.partition("?")[0]]
        self.send_response(status)
        for name, value in heads.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what is tested here."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


GIVEN = [
    # path, where it ends, kind
    ("/plan", "/plan", "text/html"),
    ("/gzip", "/gzip", "text/html"),
    ("/moved", "/plan", "text/html"),
    ("/further", "/plan", "text/html"),
    ("/plan.pdf", "/plan.pdf", "application/pdf"),
    ("/mislabelled", "/mislabelled", "application/pdf"),  # the content decides
    ("/download", "/download", "application/pdf"),
    ("/papers", "/papers", "application/zip"),
    ("/scan", "/scan", "image/jpeg"),
]


@pytest.mark.parametrize(("path", "ends", "kind"), GIVEN, ids=[c[0] for c in GIVEN])
def test_given(site: str, path: str, ends: str, kind: str) -> None:
    found = fetch(site + path, OPEN)
    assert (found.asked, found.address, found.media_type) == (site + path, site + ends, kind)
    if kind == "text/html":
        assert found.data == PAGE


REFUSED = [
    ("/gone", "nothing at this address"),
    ("/locked", "refuses"),
    ("/broken", "out of order (503)"),
    ("/teapot", "418"),
    ("/round", "more than 5 times"),
    ("/to-file", "http and https only"),
    ("/to-name", "name or password"),
    ("/huge", "more than the 1 MB"),
    ("/bomb", "more than the 1 MB"),
    ("/twice", "did not ask for"),
    ("/silent", "longer than 1 seconds"),
    ("/trickle", "longer than 2 seconds"),
    ("/short", "broke off"),
    ("/empty", "empty"),
    ("/login.pdf", "web page came instead"),
    ("/no-pdf", "web page came instead"),
    ("/film", "kind video"),
]


@pytest.mark.parametrize(("path", "says"), REFUSED, ids=[c[0] for c in REFUSED])
def test_refused(site: str, path: str, says: str) -> None:
    limits = FetchLimits(allow_private=True, mb=1, seconds=2, silent_seconds=1)
    with pytest.raises(UnreadableDocument) as caught:
        fetch(site + path, limits)
    assert says in caught.value.reason
    assert caught.value.reason.endswith(".")
    assert caught.value.path == site + path


def test_a_kind_that_is_not_read(site: str) -> None:
    with pytest.raises(NoReader, match="GIF"):
        fetch(site + "/logo", OPEN)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://example.org/plan", "http and https only"),
        ("file:///etc/passwd", "http and https only"),
        ("https://", "no site"),
        ("https://ada:owl@example.org/", "name or password"),
        ("http://127.0.0.1/", "private network"),
        ("http://[::1]/", "private network"),
        ("http://2130706433/", "private network"),
        ("http://localhost/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("https://no-such-site.invalid/", "no site called"),
    ],
)
def test_addresses(address: str, says: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        fetch(address, FetchLimits(seconds=30))
    assert says in caught.value.reason


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnreadableDocument, match="no connection"):
        fetch(f"http://127.0.0.1:{port}/", OPEN)


def test_no_certificate(site: str) -> None:
    with pytest.raises(UnreadableDocument, match="cannot be trusted"):
        fetch(site.replace("http:", "https:") + "/plan", OPEN)


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Let names have these addresses, one after the other; the names that were looked up."""
    names: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: int, **more: int) -> object:
        if host.replace(".", "").isdigit():
            return real(host, port, *rest, **more)
        names.append(host)
        return real(answers[min(len(names), len(answers)) - 1], port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return names


def test_the_name_is_looked_up_once_and_the_address_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second answer, which may be private, is never asked for."""
    names = resolving(monkeypatch, "127.0.0.1")
    port = site.rpartition(":")[2]
    Handler.asked.clear()
    found = fetch(f"http://www.example.org:{port}/further", OPEN)
    assert found.address == f"http://www.example.org:{port}/plan"
    assert names == ["www.example.org"] * 3  # one a hop
    assert {host for _, host, _ in Handler.asked} == {f"www.example.org:{port}"}
    assert all(agent.startswith("docmine/") for _, _, agent in Handler.asked)


def test_a_public_name_with_a_private_address(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, "10.0.0.7")
    with pytest.raises(UnreadableDocument, match=r"www\.example\.org is an address of this computer or of a private"):
        fetch("http://www.example.org/", FetchLimits())


def test_a_redirect_to_a_private_address(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docmine.read.fetch.is_public", lambda ip: ip == "127.0.0.1")
    monkeypatch.setitem(ANSWERS, "/inwards", (302, {"Location": "http://192.168.0.1/"}, b""))
    with pytest.raises(UnreadableDocument, match=r"192\.168\.0\.1 is an address"):
        fetch(site + "/inwards", FetchLimits())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),  # shared by providers
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),  # a private address in the clothes of the other kind
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::127.0.0.1", False),
        ("::ffff:0:127.0.0.1", False),
        ("64:ff9b:1::7f00:1", False),
        ("fec0::1", False),  # of a site
        ("192.0.0.8", False),
    ],
)
def test_public(address: str, expected: bool) -> None:
    assert is_public(address) == expected


def test_what_is_an_address() -> None:
    assert is_address("https://example.org/plan")
    assert is_address("HTTP://example.org")
    assert not is_address("corpus/plan.pdf")
    assert not is_address("C:\\plan.pdf")
    assert not is_address(Path("https://example.org"))


def test_kept(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same address is the same path; other bytes leave the older ones under their hash."""
    first = kept.keep(fetch(site + "/plan?page=2", OPEN), tmp_path)
    assert (first.name, first.read_bytes()) == ("plan.html", PAGE)
    note = kept.origin(first)
    assert note is not None
    assert (note.asked, note.address) == (site + "/plan?page=2", site + "/plan?page=2")
    assert note.fetched.startswith("20")
    assert kept.keep(fetch(site + "/plan?page=2", OPEN), tmp_path) == first
    assert len(list(first.parent.iterdir())) == 2
    assert kept.keep(fetch(site + "/plan", OPEN), tmp_path).parent != first.parent

    monkeypatch.setitem(ANSWERS, "/plan", (200, {"Content-Type": "text/html"}, PAGE.replace(b"May", b"June")))
    assert kept.keep(fetch(site + "/plan?page=2", OPEN), tmp_path) == first
    assert b"June" in first.read_bytes()
    older = first.with_name(f"plan.{note.sha256[:12]}.html")
    assert older.read_bytes() == PAGE
    assert kept.origin(older) is None


NAMED = [
    ("/plan.pdf", "plan.pdf"),
    ("/moved", "plan.html"),
    ("/papers", "papers.zip"),
    ("/download", "download.pdf"),
    ("/scan", "scan.jpg"),
]


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_names(site: str, tmp_path: Path, path: str, name: str) -> None:
    assert kept.keep(fetch(site + path, OPEN), tmp_path).name == name
