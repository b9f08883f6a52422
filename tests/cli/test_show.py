"""`docmine show`: a record in its place, its file, its picture."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from docmine.index import Index
from tests.cli.conftest import Run

LISTS = ["commitments", "figures", "dates", "owners --each", "quotes", "asks", "acronyms --each"]


def first(run: Run, *words: str) -> dict[str, object]:
    """The first row of a list."""
    row: dict[str, object] = json.loads(run(*words, "--format", "jsonl").stdout.splitlines()[0])
    return row


@pytest.mark.parametrize("command", LISTS)
def test_every_list_shows_ids_by_which_show_finds_the_record(run: Run, command: str) -> None:
    words = command.split()
    rows = [json.loads(line) for line in run(*words, "--format", "jsonl").stdout.splitlines()]
    by_csv = [row["id"] for row in csv.DictReader(io.StringIO(run(*words, "--format", "csv").stdout))]
    assert [row["id"] for row in rows] == by_csv
    assert all(re.fullmatch("[0-9a-f]{16}", row["id"]) for row in rows)
    table = run(*words).stdout
    assert all(row["id"][:8] in table for row in rows)
    assert max(map(len, table.splitlines())) <= 100
    for row in rows:
        shown = run("show", row["id"][:8])
        assert shown.exit_code == 0
        assert shown.stdout.startswith(f"{row['kind'].upper()}  {row['id']}\n")
        assert f">>{row['text']}<<" in " ".join(shown.stdout.split())


def test_hits_findings_and_evidence_have_ids_too(run: Run) -> None:
    hits = [json.loads(line) for line in run("search", "recovery plan", "--format", "jsonl").stdout.splitlines()]
    findings = [json.loads(line) for line in run("track", "--format", "jsonl").stdout.splitlines()]
    evidence = [piece for finding in findings for piece in finding["evidence"]]
    assert hits
    assert evidence
    assert all(hit["id"][:8] in run("search", "recovery plan").stdout for hit in hits)
    assert all(finding["id"][:8] in run("track").stdout for finding in findings)
    for item in (*hits, *findings, *evidence):
        shown = json.loads(run("show", item["id"], "--format", "json").stdout)
        assert item["text"] in shown["context"]["text"], item


def test_extract_names_records_as_the_index_does(run: Run, papers: Path) -> None:
    row = first(run, "extract", str(papers / "letter.txt"))
    assert row["kind"] == "document"
    assert run("show", row["id"]).stdout.startswith("DOCUMENT  ")
    known = {json.loads(line)["id"] for line in run("figures", "--format", "jsonl").stdout.splitlines()}
    extracted = [json.loads(line) for line in run("extract", papers / "letter.txt").stdout.splitlines()]
    assert {row["id"] for row in extracted if row["kind"] == "figure"} <= known


def test_a_record_is_shown_in_its_paragraph_with_its_fields_and_its_file(run: Run, papers: Path) -> None:
    row = first(run, "commitments", "--contains", "caseworkers")
    text = run("show", row["id"]).stdout
    assert "letter.txt, 1 July 2022" in text
    assert "We will publish a recovery plan by the end of September 2022." in text  # the sentence before
    assert ">>We will also recruit five caseworkers by December 2022" in text
    assert "Due: December 2022" in text
    assert f"File: {papers / 'letter.txt'} (unchanged since it was read)" in " ".join(text.split())
    assert re.search(r"SHA-256: [0-9a-f]{64}", text)
    assert "Picture:" not in text  # a text file has no pages


def test_the_headings_above_are_shown_and_no_heading_stands_for_the_sentence_before(run: Run) -> None:
    row = first(run, "figures", "--contains", "plans were issued")
    shown = json.loads(run("show", row["id"], "--format", "json").stdout)
    assert shown["headings"][-1] == "Waiting times"
    assert shown["before"] is None
    assert shown["after"].startswith('"We know that families')


def test_json_has_the_record_its_place_and_its_file(run: Run) -> None:
    row = first(run, "dates")
    shown = json.loads(run("show", row["id"], "-f", "json").stdout)
    assert {name: shown[name] for name in row} == row
    context = shown["context"]
    start = row["start"] - context["start"]
    assert context["text"][start : start + len(row["text"])] == row["text"]
    assert shown["problem"] is None
    assert (shown["boxes"], shown["links"]) == ([], [])


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("123", "is no id"),
        ("weeks-ago", "is no id"),
        ("0000000000000000", "No record in the index has the id"),
        ("ffffff", "No record in the index has the id"),
    ],
)
def test_what_is_no_id_ends_with_2(run: Run, id: str, says: str) -> None:
    result = run("show", id)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_without_an_index_it_says_so(run: Run, tmp_path: Path) -> None:
    result = run("show", "0123abcd", on=tmp_path / "none.duckdb")
    assert result.exit_code == 1
    assert "docmine ingest" in result.stderr


def test_ids_that_begin_alike_are_listed(run: Run, index: Path, tmp_path: Path) -> None:
    import duckdb

    copy = tmp_path / "copy.duckdb"
    shutil.copy(index, copy)
    with duckdb.connect(str(copy)) as connection:
        connection.execute("UPDATE all_figures SET id = 'abcdef' || right(id, 10)")
    result = run("show", "ABCDEF", on=copy)
    assert result.exit_code == 2
    assert "abcdef" in result.stderr
    assert "figures of letter.txt: 32 weeks" in result.stderr


def ingested(run: Run, folder: Path, text: str) -> tuple[Path, Path, str]:
    """A file, an index of it, and the id of its commitment."""
    file, index = folder / "plan.txt", folder / "plan.duckdb"
    file.write_text(text, encoding="utf-8")
    assert run("ingest", file, on=index).exit_code == 0
    return file, index, json.loads(run("commitments", "-f", "jsonl", on=index).stdout.splitlines()[0])["id"]


PLAN = "Harrowfield Council\n\n1 July 2022\n\nWe will publish the plan by May 2023.\n"


def test_of_a_file_that_moved_the_words_are_shown_and_a_note(run: Run, tmp_path: Path) -> None:
    file, index, id = ingested(run, tmp_path, PLAN)
    file.unlink()
    result = run("show", id, on=index)
    assert result.exit_code == 0
    assert ">>We will publish the plan by May 2023<<" in result.stdout
    assert "no longer there" in " ".join(result.stdout.split())
    assert "SHA-256" in result.stdout


def test_of_a_file_that_changed_the_old_words_are_shown_and_a_note(run: Run, tmp_path: Path) -> None:
    file, index, id = ingested(run, tmp_path, PLAN)
    file.write_text(PLAN.replace("May", "June"), encoding="utf-8")
    assert "has changed since it was read" in " ".join(run("show", id, on=index).stdout.split())
    assert run("ingest", file, on=index).exit_code == 0
    again = run("show", id, on=index)  # evidence that somebody noted earlier is still found
    assert ">>We will publish the plan by May 2023<<" in again.stdout
    assert "earlier version" in again.stdout


def test_a_copy_elsewhere_is_as_good(run: Run, tmp_path: Path) -> None:
    file, index, id = ingested(run, tmp_path, PLAN)
    copy = tmp_path / "copy.txt"
    shutil.copy(file, copy)
    assert run("ingest", copy, on=index).exit_code == 0
    file.unlink()
    assert "copy.txt (unchanged" in " ".join(run("show", id, on=index).stdout.split())


def pdf_record(index: Index) -> str:
    (found, *_) = [c for c in index.commitments() if c.doc.endswith(".pdf")]
    return index.ids([found])[0]


def test_a_picture_is_written_where_it_is_asked_for(run: Run, sample_index: Index, tmp_path: Path) -> None:
    id, target = pdf_record(sample_index), tmp_path / "evidence.png"
    result = run("show", id[:8], "--picture", target, on=sample_index.path)
    assert result.exit_code == 0
    assert str(target) in result.stdout
    assert target.read_bytes() == sample_index.picture(id)
    assert target.read_bytes().startswith(b"\x89PNG")
    assert f"docmine show {id[:8]} --picture {id[:8]}.png" in run("show", id, on=sample_index.path).stdout
    boxes = json.loads(run("show", id, "-f", "json", on=sample_index.path).stdout)["boxes"]
    assert set(boxes[0]) >= {"page", "x0", "top", "x1", "bottom", "start", "end", "confidence"}


def test_a_picture_that_cannot_be_had_says_why(run: Run, sample_index: Index, tmp_path: Path) -> None:
    id = pdf_record(sample_index)
    assert run("show", id, "--picture", "out.jpg", on=sample_index.path).exit_code == 2
    nowhere = run("show", id, "--picture", tmp_path / "none" / "out.png", on=sample_index.path)
    assert nowhere.exit_code == 1
    assert "could not be written" in nowhere.stderr
    letter = run("show", first(run, "commitments")["id"], "--picture", tmp_path / "out.png")
    assert letter.exit_code == 2
    assert "only what stands in a PDF" in letter.stderr


def test_no_picture_is_drawn_of_a_file_that_changed(run: Run, corpus: Path, tmp_path: Path) -> None:
    file, index = tmp_path / "news.pdf", tmp_path / "news.duckdb"
    shutil.copy(corpus / "Marlbrook SEND Newsletter 1.pdf", file)
    assert run("ingest", file, on=index).exit_code == 0
    id = first(lambda *words: run(*words, on=index), "commitments")["id"]
    file.write_bytes(file.read_bytes() + b"\n%")
    result = run("show", id, "--picture", tmp_path / "out.png", on=index)
    assert result.exit_code == 1
    assert "COMMITMENT" in result.stdout
    assert "has changed since it was read" in result.stderr
    assert not (tmp_path / "out.png").exists()
