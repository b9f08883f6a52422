"""`docmine evaluate` and `docmine label`: scores against labels, and labels to correct."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docmine.index import Index
from tests.cli.conftest import Run

LABELS: list[dict[str, Any]] = [
    {"kind": "commitment", "text": "We will publish a recovery plan by the end of September 2022", "due": "2022-10"},
    {"kind": "commitment", "text": "We will mend the roof", "due": None},
    {"kind": "figure", "text": "32 weeks", "value": 32, "unit": "weeks"},
    {"kind": "comitment", "text": "We will also recruit five caseworkers"},
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with labels of letter.txt."""
    return write(tmp_path / "gold" / "letter.jsonl", LABELS).parent


def write(file: Path, labels: list[dict[str, Any]]) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
    return file


def test_the_index_and_its_files_score_alike(run: Run, gold: Path, papers: Path, tmp_path: Path) -> None:
    by_index = run("evaluate", gold, "--format", "json")
    by_file = run("evaluate", gold, papers, "--format", "json", on=tmp_path / "no.duckdb")
    assert by_index.stdout == by_file.stdout
    scores = json.loads(by_index.stdout)
    assert scores["commitment"] == {
        "gold": 2, "hit": 1, "missed": 1, "extra": 1, "optional": 0,
        "precision": 0.5, "recall": 0.5, "f1": 0.5, "due_ok": 0.0, "owner_ok": 0.0, "strength_ok": 0.0,
    }  # fmt: skip
    assert scores["figure"]["recall"] == 1.0


def test_a_table_for_people_and_rows_for_programs(run: Run, gold: Path) -> None:
    table = run("evaluate", gold).stdout
    assert "due 0/1" in table
    assert "1 document with 4 labels" in table
    assert run("evaluate", gold, "--format", "csv").stdout.startswith("kind,gold,hit,missed,extra,optional,precision")
    lines = run("evaluate", gold, "--format", "jsonl").stdout.splitlines()
    assert json.loads(lines[0])["kind"] == "figure"


def test_what_was_missed_is_extra_or_disagrees(run: Run, gold: Path) -> None:
    shown = " ".join(run("evaluate", gold, "--show", "commitment").stdout.split())
    assert "letter.txt" in shown
    assert "missed “We will mend the roof” These words do not stand in the document." in shown
    assert "extra “We will also recruit five caseworkers by December 2022”" in shown
    assert "due “We will publish a recovery plan by the end of September 2022”" in shown
    assert "label: October 2022 · docmine: 30 September 2022" in shown
    rows = [
        json.loads(line) for line in run("evaluate", gold, "--show", "commitment", "-f", "jsonl").stdout.splitlines()
    ]
    assert [row["difference"] for row in rows[:3]] == ["missed", "extra", "due"]
    assert rows[2]["label"] == {"due": "2022-10"}
    assert (rows[0]["verbatim"], rows[1]["verbatim"]) == (False, True)


def test_a_miss_tells_its_page(sample_index: Index, tmp_path: Path, run: Run) -> None:
    label = {"kind": "ask", "text": "Weekend opening of the FTB crisis line"}
    gold = write(tmp_path / "Marlbrook SEND Newsletter 2.jsonl", [label])
    assert "page 1" in run("evaluate", gold, "--show", "ask", on=sample_index.path).stdout


def test_labels_that_count_nowhere_are_named(run: Run, gold: Path) -> None:
    assert "1 label has the kind 'comitment', which there is not" in run("evaluate", gold).stderr


def test_a_document_that_is_not_there_is_named_and_its_labels_are_missed(run: Run, gold: Path) -> None:
    write(gold / "lost letter.jsonl", LABELS)
    result = run("evaluate", gold, "--format", "json")
    assert "1 labelled document is not in the index" in result.stderr
    assert "lost letter" in result.stderr
    assert json.loads(result.stdout)["figure"]["missed"] == 1


def test_a_labelled_file_that_cannot_be_read_ends_with_3(run: Run, gold: Path, tmp_path: Path, papers: Path) -> None:
    write(gold / "torn.jsonl", LABELS)
    (tmp_path / "torn.txt").touch()
    result = run("evaluate", gold, papers, tmp_path / "torn.txt")
    assert result.exit_code == 3
    assert "torn.txt: " in result.stderr
    assert "all their labels count as missed: torn" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.jsonl", None, "There is no file or folder"),
        ("bad.jsonl", '{"kind": "ask", "text": "a"}\n{"kind": ', "Line 2 of"),
        ("other.jsonl", '{"kind": "ask", "text": "a"}', "the document that other labels is not in the index"),
    ],
)
def test_labels_that_cannot_be_scored(run: Run, tmp_path: Path, name: str, content: str | None, says: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    result = run("evaluate", tmp_path / name)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_agrees_with_the_reference_scorer(
    run: Run, sample_index: Index, corpus: Path, shared: Path, tmp_path: Path
) -> None:
    """From the same documents, the reference scoring what `docmine extract` prints."""
    gold, predicted = tmp_path / "gold", tmp_path / "predicted"
    gold.mkdir()
    predicted.mkdir()
    for labels in sorted((corpus.parent / "tests" / "labelled").glob("Marlbrook*.jsonl")):
        shutil.copy(labels, gold)
        result = run("extract", corpus / f"{labels.stem}.pdf")
        (predicted / labels.name).write_text(result.stdout, encoding="utf-8")
    command = [sys.executable, str(shared / "eval" / "score.py"), str(gold), str(predicted), "--json"]
    reference = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert json.loads(run("evaluate", gold, "--format", "json", on=sample_index.path).stdout) == reference
    assert json.loads(run("evaluate", gold, corpus, "--format", "json").stdout) == reference


# Labels to correct ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["letter.txt", "newsletter.md", "minutes.html"])
def test_a_draft_scores_in_full_against_its_own_document(run: Run, papers: Path, tmp_path: Path, name: str) -> None:
    draft = tmp_path / "draft.jsonl"
    drafted = run("label", papers / name, "-o", draft)
    assert drafted.exit_code == 0
    assert drafted.stdout == ""
    assert f"Then: docmine evaluate {draft} {papers / name}" in drafted.stderr
    scores = json.loads(run("evaluate", draft, papers / name, "--format", "json").stdout)
    assert scores
    assert {value for row in scores.values() for n, value in row.items() if n == "f1" or n.endswith("_ok")} == {1.0}
    assert json.loads(run("evaluate", draft, "--format", "json").stdout) == scores


def test_a_draft_has_the_fields_of_labels(run: Run, papers: Path) -> None:
    labels = [json.loads(line) for line in run("label", papers / "letter.txt").stdout.splitlines()]
    assert labels[0]["kind"] == "document"
    (promise,) = (label for label in labels if label["text"].startswith("We will publish"))
    assert list(promise) == ["kind", "doc", "text", "owner", "action", "due", "strength", "topic", "certain"]
    people = [label["name"] for label in labels if label["kind"] == "owner"]
    assert len(people) == len(set(people))


def test_a_draft_replaces_nobodys_corrections(run: Run, papers: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.jsonl").write_text("mine")
    refused = run("label", papers / "letter.txt", "-o", tmp_path)  # a folder: named after the document
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert (tmp_path / "letter.jsonl").read_text() == "mine"
    assert run("label", papers / "letter.txt", "-o", tmp_path, "--force").exit_code == 0
    assert '"kind"' in (tmp_path / "letter.jsonl").read_text()


@pytest.mark.parametrize(
    ("file", "output", "code", "says"),
    [("none.txt", "a.jsonl", 1, "none.txt"), ("letter.txt", "no/folder/a.jsonl", 2, "cannot be written")],
)
def test_a_draft_that_cannot_be(
    run: Run, papers: Path, tmp_path: Path, file: str, output: str, code: int, says: str
) -> None:
    result = run("label", papers / file, "-o", tmp_path / output)
    assert result.exit_code == code
    assert says in result.stderr
