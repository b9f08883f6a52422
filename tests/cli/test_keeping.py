"""The commands that fill, show, check, copy and empty an index; and those that need none."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def copy(index: Path, tmp_path: Path) -> Path:
    """The small index, to be written to."""
    return Path(shutil.copy(index, tmp_path / "copy.duckdb"))


def documents(run: Run, on: Path) -> dict[str, dict[str, object]]:
    rows = [json.loads(line) for line in run("status", "--format", "jsonl", on=on).stdout.splitlines()]
    return {row["doc"]: row for row in rows}


def test_ingest_says_what_it_did_and_does_nothing_twice(run: Run, copy: Path, papers: Path) -> None:
    result = run("ingest", papers, on=copy)
    assert result.exit_code == 0
    assert result.stdout.startswith("3 files: 3 already there.")
    assert result.stderr == ""


def test_a_changed_file_is_a_new_version(run: Run, copy: Path, tmp_path: Path) -> None:
    paper = tmp_path / "note.txt"
    for words, outcome, version in (("May", "new", 1), ("June", "changed", 2), ("June", "unchanged", 2)):
        paper.write_text(f"Harrowfield Council\n\nWe will report in {words} 2023.\n", encoding="utf-8")
        (row,) = [json.loads(line) for line in run("ingest", paper, "-f", "jsonl", on=copy).stdout.splitlines()]
        assert row == {"path": str(paper), "outcome": outcome, "reason": None}
        assert documents(run, copy)["note.txt"]["version"] == version
    assert run("remove", "note.txt", on=copy).stdout.startswith("Removed note.txt (2 versions)")
    assert "note.txt" not in documents(run, copy)


def test_options_overrule_what_a_document_says_of_itself(run: Run, copy: Path, papers: Path) -> None:
    words = ["--published", "2020-02", "--publisher", "Elsewhere", "--series", "Letters", "--type", "report"]
    assert run("ingest", papers / "letter.txt", *words, on=copy).exit_code == 0
    row = documents(run, copy)["letter.txt"]
    assert [row[name] for name in ("published", "publisher", "series", "doc_type")] == [
        "2020-02",
        "Elsewhere",
        "Letters",
        "report",
    ]


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_names_of_files_may_come_from_standard_input(run: Run, copy: Path, papers: Path, command: str) -> None:
    result = run(command, "-", on=copy, input=f"{papers / 'letter.txt'}\n{papers / 'minutes.html'}\n")
    assert result.exit_code == 0
    assert "2 files" in result.stdout or '"doc": "minutes.html"' in result.stdout


def test_status_counts_by_type_publisher_series_and_year(run: Run) -> None:
    text = " ".join(run("status").stdout.split())
    for expected in ("3 documents", "By type: ", "By publisher: ", "By series: ", "By year: 2022 2, 2023 1"):
        assert expected in text
    whole = json.loads(run("status", "--format", "json").stdout)
    assert whole["counts"]["documents"] == 3
    assert {"by_type", "by_publisher", "by_series", "by_year", "documents", "failures"} <= set(whole)
    assert len(list(csv.DictReader(io.StringIO(run("status", "--format", "csv").stdout)))) == 3


def test_verify_finds_nothing_wrong_and_sees_a_record_that_was_moved(run: Run, copy: Path) -> None:
    import duckdb

    assert "is where it says: 3 documents" in run("verify", on=copy).stderr
    with duckdb.connect(str(copy)) as connection:
        connection.execute("UPDATE all_dates SET start_char = start_char + 1 WHERE doc = 'letter.txt'")
    result = run("verify", on=copy)
    assert result.exit_code == 1
    assert "letter.txt" in result.stdout


@pytest.mark.parametrize(("form", "ending"), [("csv", ".csv"), ("jsonl", ".jsonl"), ("parquet", ".parquet")])
def test_export_writes_a_file_for_each_table_and_names_it(run: Run, tmp_path: Path, form: str, ending: str) -> None:
    result = run("export", tmp_path / "out", "--format", form)
    assert result.exit_code == 0
    named = {Path(line) for line in result.stdout.splitlines()}
    assert named == set((tmp_path / "out").iterdir())
    assert {f"documents{ending}", f"commitments{ending}", f"passages{ending}"} <= {path.name for path in named}


def test_read_shows_the_text_or_its_blocks(run: Run, papers: Path) -> None:
    text = run("read", papers / "newsletter.md").stdout
    assert "We will publish the recovery plan by the end of December 2022." in text
    whole = json.loads(run("read", papers / "newsletter.md", "--format", "json").stdout)
    assert all(block["text"] in text for block in whole["blocks"])
    for block in whole["blocks"]:
        assert list(block)[:5] == ["kind", "text", "start", "end", "page"]
        assert whole["text"][block["start"] : block["end"]] == block["text"]
    assert "heading" in {block["kind"] for block in whole["blocks"]}


def test_extract_prints_verbatim_records_one_a_line(run: Run, papers: Path) -> None:
    lines = [json.loads(line) for line in run("extract", papers).stdout.splitlines()]
    texts = {
        name: json.loads(run("read", papers / name, "-f", "json").stdout)["text"] for name in {r["doc"] for r in lines}
    }
    assert set(texts) == {"letter.txt", "newsletter.md", "minutes.html"}
    assert {record["kind"] for record in lines} >= {"document", "commitment", "figure", "date", "owner", "acronym"}
    for record in lines:
        assert list(record)[:3] == ["kind", "doc", "text"]
        assert texts[record["doc"]][record["start"] : record["end"]] == record["text"]


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_extract_has_the_other_forms_too(run: Run, papers: Path, form: str) -> None:
    result = run("extract", papers / "letter.txt", "--format", form)
    assert result.exit_code == 0
    assert "We will publish a recovery plan" in " ".join(result.stdout.split())


def test_the_tour_shows_what_was_read_findings_and_what_to_try_next(run: Run) -> None:
    text = run("demo").stdout
    for expected in ("What was read", "letter.txt", "with evidence", "Searched:", "Try next"):
        assert expected in text
    for command in ("search", "track", "report", "serve", "commitments"):
        assert f".venv/bin/docmine {command}" in text
