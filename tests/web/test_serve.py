"""`docmine serve` as a process of its own, beside other commands."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.web.view import written

PATIENCE = 60
"""Seconds, on a busy computer."""
Serve = Callable[..., tuple["subprocess.Popen[str]", str]]


def docmine(path: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "docmine", "--index", str(path), *words]


@pytest.fixture
def serve(made: Path, tmp_path: Path) -> Iterator[Serve]:
    """`serve("--port", "0")`: the process, and the address that it prints, on an index of its own."""
    path = Path(shutil.copy(made, tmp_path / "served.duckdb"))
    running: list[subprocess.Popen[str]] = []

    def start(*words: str) -> tuple[subprocess.Popen[str], str]:
        one = subprocess.Popen(
            docmine(path, "serve", "--no-open", *words), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        running.append(one)
        assert one.stdout is not None
        line = one.stdout.readline()
        found = re.search(r"http://\S+(?= \(Ctrl\+C ends it\)$)", line)
        assert found, line + one.stdout.read()
        return one, found[0]

    yield start
    for one in running:
        one.terminate()  # not killed: it puts its snapshot away
        one.communicate(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.1)


def test_it_serves_while_others_ingest_and_ends_in_a_line(serve: Serve, tmp_path: Path) -> None:
    process, address = serve("--port", str(free_port()))
    assert address.startswith("http://127.0.0.1:")
    (tmp_path / "papers").mkdir()
    papers = written(tmp_path / "papers")
    (papers / "new.txt").write_text(
        "Harrowfield Council\n\n3 May 2023\n\nThe room opened in April 2023.\n", encoding="utf-8"
    )
    ingest = subprocess.Popen(
        docmine(tmp_path / "served.duckdb", "ingest", str(papers)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    statuses = set()
    while ingest.poll() is None:
        statuses.add(httpx.get(f"{address}commitments", timeout=PATIENCE).status_code)
        time.sleep(0.05)
    assert ingest.returncode == 0, ingest.communicate()
    assert statuses == {200}
    until(lambda: "new.txt" in httpx.get(f"{address}documents", timeout=PATIENCE).text)
    assert (
        subprocess.run(docmine(tmp_path / "served.duckdb", "track"), capture_output=True, check=False).returncode == 0
    )
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=PATIENCE)
    assert output.splitlines() == ["docmine has ended."]
    assert process.returncode == 0


def test_other_computers_need_the_token_that_is_printed(serve: Serve) -> None:
    _, address = serve("--host", "0.0.0.0", "--port", str(free_port()))
    found = re.fullmatch(r"http://[^/:]+:(\d+)/\?token=([\w-]{20,})", address)
    assert found, address
    here = f"http://127.0.0.1:{found[1]}/"
    assert httpx.get(here, timeout=PATIENCE).status_code == 401
    assert httpx.get(here, headers={"Host": "evil.example"}, timeout=PATIENCE).status_code == 421
    with httpx.Client(timeout=PATIENCE) as client:
        assert client.get(f"{here}?token={found[2]}").status_code == 200
        assert "Harrowfield" in client.get(here).text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--port", "{taken}"], "Port {taken} of 127.0.0.1 cannot be used (Address already in use). Name another"),
        (["--host", "192.0.2.1"], "Port 8765 of 192.0.2.1 cannot be used"),
        (["--index", "nowhere.duckdb"], "There is no index at nowhere.duckdb. Make one with 'docmine ingest FOLDER'"),
    ],
)
def test_what_cannot_be_served_is_told_in_a_sentence(made: Path, words: list[str], said: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = str(other.getsockname()[1])
        command = docmine(made, "serve", "--no-open", *(word.format(taken=taken) for word in words))
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 1
    assert done.stderr.startswith(f"docmine: {said.format(taken=taken)}")
    assert done.stderr.count("\n") == 1


def test_the_usual_port_may_be_taken() -> None:
    from docmine.web.running import listening

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with listening("127.0.0.1", port, exactly=False) as found:
            assert port < found.getsockname()[1] < port + 20
