"""`docmine series`, and `docmine diff`, on the sample publications."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from docmine.cli.main import app
from docmine.index import Index

LABELS = Path(__file__).parents[1] / "labelled" / "checks.jsonl"
Ask = Callable[..., Result]


@pytest.fixture
def ask(sample_index: Index) -> Ask:
    def run(*words: str) -> Result:
        return CliRunner().invoke(app, ["--index", str(sample_index.path), *words])

    return run


def test_the_planted_baseline_is_found_and_no_other(sample_index: Index) -> None:
    planted = [
        label for label in map(json.loads, LABELS.read_text("utf-8").splitlines()) if label["check"] == "baseline"
    ]
    moved = [flag for one in sample_index.series() for flag in one.flags if flag.kind == "moved baseline"]
    assert [(f.later.figure.doc, f.later.figure.text, f.earlier.figure.text) for f in moved] == [
        (label["doc"], label["text"], label["first"]["text"]) for label in planted
    ]
    assert all(flag.sure for flag in moved)


def test_what_else_is_flagged_is_so(sample_index: Index) -> None:
    """A base of 24 places that is to open with 20; a reader may count other flags of the publications as true."""
    others = [flag for one in sample_index.series() for flag in one.flags if flag.kind != "moved baseline"]
    assert [(f.kind, f.earlier.figure.text, f.later.figure.text) for f in others] == [("different values", "24", "20")]


def test_a_series_is_asked_for_by_words_and_short_forms(ask: Ask) -> None:
    found = [
        json.loads(line) for line in ask("series", "average", "wait", "OT", "--format", "jsonl").stdout.splitlines()
    ]
    (one,) = [series for series in found if series["flags"]]
    assert [point["value"] for point in one["points"]] == [14, 14, 14, 14, 15, 16, 17, 19, 16]
    assert [point["quoted"] for point in one["points"]].count(True) == 1
    assert ask("series", "unicorns").stderr.startswith("No series found")


def test_a_card_shows_both_sentences_of_a_flag(ask: Ask) -> None:
    text = " ".join(ask("series", "--flagged", "wait").stdout.split())
    assert "MOVED BASELINE: The earlier value is quoted as 19 weeks for October 2023" in text
    assert "has been reduced from 19 weeks in October 2023 to 16 weeks in September 2024”" in text
    assert "How long children wait: Occupational therapy (OT) | 14 weeks | 402”" in text


def test_a_spreadsheet_has_a_row_a_point(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("series", "--doc", "Newsletter 4", "--format", "csv").stdout)))
    assert {"measure", "value", "period", "doc", "sentence", "flags"} <= set(rows[0])
    assert any(row["flags"].startswith("moved baseline") for row in rows)


def test_diff_puts_figures_first_and_marks_the_words(ask: Ask) -> None:
    names = ("Marlbrook SEND Newsletter 2.pdf", "Marlbrook SEND Newsletter 3.pdf")
    changes = [json.loads(line) for line in ask("diff", *names, "--format", "jsonl").stdout.splitlines()]
    waits = {(c["before"], c["after"]) for c in changes if c["change"] == "figure changed"}
    assert {("14 weeks", "15 weeks"), ("415", "431")} <= waits
    assert changes[0]["change"] == "figure changed"
    assert changes[-1] == {"change": "unchanged", "count": changes[-1]["count"]}
    assert "14 weeks → 15 weeks" in ask("diff", *names).stdout
    assert "[-14-] {+15+} weeks" in ask("diff", *names).stdout


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["diff", "2024-01-22 SEND Improvement Board minutes.docx"], 0, "No tracked changes"),
        (["diff", "Marlbrook SEND Newsletter 2.pdf"], 2, "Name a second document"),
        (["diff", "Marlbrook SEND Newsletter 2.pdf", "--versions"], 2, "one version"),
        (["diff", "a", "b", "--versions"], 2, "two versions of one document"),
    ],
)
def test_diff_of_one_document(words: list[str], code: int, says: str, ask: Ask) -> None:
    result = ask(*words)
    assert result.exit_code == code
    assert says in result.stderr
