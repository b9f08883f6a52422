"""`docmine check` and `docmine answers`: what they print, in every format, and where there is no index."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner, Result

from docmine.cli import check as command
from docmine.cli.main import app
from docmine.compare.checks import KINDS
from docmine.index import Index

LETTER, REPLY = "2023-10-09 Open letter from parents.txt", "2023-11-06 Reply from the Director.docx"


def run(index: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--index", str(index), *arguments], env={"COLUMNS": "120"})


def test_only_what_does_not_come_out_is_shown(sample_index: Index) -> None:
    shown = run(sample_index.path, "check")
    assert shown.exit_code == 0
    assert "187 ÷ 281 = 66.55%" in shown.stdout
    assert "118 + 97 + 134 + 61 = 410" in shown.stdout
    assert "148 ÷ 241" not in shown.stdout
    assert "148 ÷ 241 = 61.41%" in run(sample_index.path, "check", "--all").stdout


def test_one_document_and_one_kind(sample_index: Index) -> None:
    rows = json.loads(run(sample_index.path, "check", "Quarterly", "--kind", "total", "--format", "json").stdout)
    assert {(row["stated"], row["verdict"]) for row in rows} == {("420", "does not agree")}
    assert len(rows[0]["evidence"]) == 4
    assert run(sample_index.path, "show", rows[0]["id"]).exit_code == 0


@pytest.mark.parametrize("arguments", [("check", "--all"), ("answers", LETTER, REPLY)])
def test_every_format_has_the_same_rows(sample_index: Index, arguments: tuple[str, ...]) -> None:
    as_json = json.loads(run(sample_index.path, *arguments, "--format", "json").stdout)
    as_lines = [json.loads(x) for x in run(sample_index.path, *arguments, "--format", "jsonl").stdout.splitlines()]
    as_csv = list(csv.DictReader(io.StringIO(run(sample_index.path, *arguments, "--format", "csv").stdout)))
    assert as_json == as_lines
    assert [row["verdict"] for row in as_csv] == [row["verdict"] for row in as_json]


def test_a_file_needs_no_index(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Bins\n\n91% of bins were emptied (100 out of 132).\n", encoding="utf-8")
    shown = run(tmp_path / "none.duckdb", "check", str(page))
    assert shown.exit_code == 0
    assert "100 ÷ 132 = 75.76%" in shown.stdout


def test_where_all_is_well_it_says_so(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Bins\n\n92% of bins were emptied (121 out of 132).\n", encoding="utf-8")
    shown = run(tmp_path / "none.duckdb", "check", str(page))
    assert shown.stdout == ""
    assert "Nothing that does not agree: 1 agrees if rounded." in shown.stderr


def test_an_unknown_document_is_said_to_be_unknown(sample_index: Index) -> None:
    assert run(sample_index.path, "check", "nowhere.pdf").exit_code == 2
    assert run(sample_index.path, "answers", LETTER, "nowhere.pdf").exit_code == 2


def test_ask_and_reply_stand_side_by_side(sample_index: Index) -> None:
    shown = run(sample_index.path, "answers", LETTER, REPLY)
    assert shown.exit_code == 0
    assert "DEFLECTED" in shown.stdout
    assert "5 answered, 1 deflected, 1 unanswered" in shown.stdout


def test_the_kinds_of_the_option_are_those_of_checks() -> None:
    assert get_args(command.KindName) == KINDS
