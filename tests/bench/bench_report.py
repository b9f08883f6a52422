"""`docmine report` on a thousand generated documents: of one subject, and of everything."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from docmine.index import Index
from docmine.index.scope import Scope
from tests.bench.thousand import thousand

GATHERED = 5.0
"""Seconds for the account of everything, where findings, series and checks are kept."""
NARROWED = 0.2
"""Seconds to narrow an account that is gathered."""
SUBJECT, EVERYTHING = 5.0, 60.0
"""Seconds of a report, from the command to the file."""
LARGEST = 25.0
"""Megabytes of the report on everything."""


@pytest.fixture(scope="module")
def index() -> Index:
    return thousand()


def test_gathering_and_narrowing(index: Index) -> None:
    began = time.perf_counter()
    account = index.account()
    gathered = time.perf_counter() - began
    print(f"\n{len(account.threads)} promises of {len(account.documents)} documents gathered: {gathered:.1f} s")
    scopes = [
        Scope(topic="FHF"),
        Scope(topic="harbour clinic"),
        Scope(service="Transport"),
        Scope(owner="Ann Lee"),
        Scope(publisher="Borough Council 3"),
        Scope(since="2017"),
    ]
    for scope in scopes:
        began = time.perf_counter()
        part = account.within(scope)
        narrowed = time.perf_counter() - began
        print(f"{scope.given}: {len(part.threads)} promises, {narrowed:.3f} s")
        assert part.threads
        assert narrowed <= NARROWED
    assert gathered <= GATHERED


@pytest.mark.parametrize(("scope", "most"), [(["--topic", "FHF"], SUBJECT), ([], EVERYTHING)])
def test_report(index: Index, tmp_path: Path, scope: list[str], most: float) -> None:
    path = tmp_path / "report.html"
    command = [sys.executable, "-m", "docmine", "--index", str(index.path), "report", *scope, "--output", str(path)]
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    size = path.stat().st_size / 1_000_000
    print(f"\nreport {' '.join(scope) or 'of everything'}: {seconds:.1f} s, {size:.1f} MB")
    assert seconds <= most
    assert size <= LARGEST
