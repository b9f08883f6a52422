"""`docmine acronyms`: what short forms stand for across documents, and where documents differ."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docmine.cli.main import app
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def rotas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two documents that mean two things by "PT"."""
    folder = tmp_path_factory.mktemp("rotas")
    (folder / "therapy.txt").write_text("Waits for physiotherapy (PT) fell. PT clinics open in May.", "utf-8")
    (folder / "staff.txt").write_text("Four posts are part time (PT). The PT posts are advertised.", "utf-8")
    file = folder / "index.duckdb"
    assert CliRunner().invoke(app, ["--index", str(file), "ingest", str(folder)]).exit_code == 0
    return file


def test_documents_that_differ_are_shown_side_by_side(run: Run, rotas: Path) -> None:
    (form,) = [json.loads(line) for line in run("acronyms", "pt", "-f", "jsonl", on=rotas).stdout.splitlines()]
    assert (form["kind"], form["short"], form["ambiguous"]) == ("short form", "PT", True)
    assert {m["long"]: m["documents"] for m in form["meanings"]} == {
        "physiotherapy": ["therapy.txt"],
        "part time": ["staff.txt"],
    }
    table = run("acronyms", "--ambiguous", on=rotas).stdout
    assert "several meanings" in " ".join(table.split())
    rows = list(csv.DictReader(io.StringIO(run("acronyms", "-f", "csv", on=rotas).stdout)))
    assert [row["long"] for row in rows] == ["part time", "physiotherapy"]


def test_a_topic_does_not_find_a_document_that_means_something_else(run: Run, rotas: Path) -> None:
    found = [
        json.loads(x)
        for x in run("acronyms", "--each", "--topic", "physiotherapy", "-f", "jsonl", on=rotas).stdout.splitlines()
    ]
    assert [row["doc"] for row in found] == ["therapy.txt"]


def test_nothing_ambiguous_says_so(run: Run) -> None:
    result = run("acronyms", "--ambiguous")
    assert result.exit_code == 0
    assert "No acronyms found" in result.stderr
