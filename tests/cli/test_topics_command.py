"""`docmine topics`."""

from __future__ import annotations

import csv
import io
import json

import pytest

from docmine.index import Index
from tests.cli.conftest import Run


def test_all_forms_tell_the_same(run: Run, sample_index: Index) -> None:
    rows = json.loads(run("topics", "--format", "json", on=sample_index.path).stdout)
    assert [json.loads(s) for s in run("topics", "-f", "jsonl", on=sample_index.path).stdout.splitlines()] == rows
    years = list(csv.DictReader(io.StringIO(run("topics", "-f", "csv", on=sample_index.path).stdout)))
    assert [(y["topic"], y["year"]) for y in years] == [(row["topic"], year) for row in rows for year in row["by_year"]]
    for row in rows:
        mentions = sum(int(year["mentions"]) for year in years if year["topic"] == row["topic"])
        assert mentions == row["mentions"]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_the_terminal(run: Run, sample_index: Index, width: int) -> None:
    result = run("topics", on=sample_index.path, env={"COLUMNS": str(width)})
    assert max(map(len, result.stdout.splitlines())) <= width
    assert "(FTB)" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_table_says_how_much_it_leaves_out(run: Run, sample_index: Index) -> None:
    every = len(sample_index.topics())
    result = run("topics", "--limit", 2, on=sample_index.path)
    assert result.stderr == f"2 of {every}; --limit {every} shows all.\n"
    assert run("topics", "--limit", every, on=sample_index.path).stderr == ""


def test_nothing_found(run: Run) -> None:
    result = run("topics", "zeppelins", "--format", "json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")
    assert "No topics found in the 3 documents" in result.stderr
