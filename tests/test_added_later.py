"""What was added to a page later shows its own date wherever the index shows one."""

from __future__ import annotations

from typer.testing import CliRunner

from docmine.cli.main import app
from docmine.index import Index

PAGE = "send-improvement-programme.html"
ADDED = "The other five will be appointed"
OWN = "recruit 14 more case officers"


def test_lists(sample_index: Index) -> None:
    found = {c.text[:12]: sample_index.when().published(c) for c in sample_index.commitments(doc=PAGE)}
    assert found[ADDED[:12]] == "2024-06-12"
    assert found[OWN[:12]] == "2023-10-16"
    assert {c.text for c in sample_index.commitments(doc=PAGE, since="2024")} < {
        c.text for c in sample_index.commitments(doc=PAGE)
    }
    arguments = ["--index", str(sample_index.path), "commitments", "--doc", PAGE]
    shown = " ".join(CliRunner().invoke(app, arguments, env={"COLUMNS": "400"}).output.split())
    assert f"{PAGE}, 12 " in shown  # "June 2024" stands on the next line
    assert f"{PAGE}, 16 " in shown


def test_hits(sample_index: Index) -> None:
    hits = [h for h in sample_index.search("agency staff while posts were empty") if h.doc == PAGE]
    assert {h.published for h in hits if "£96,000" in h.text} == {"2024-06-12"}


def test_findings(sample_index: Index) -> None:
    finding = next(f for f in sample_index.track() if f.doc == PAGE and ADDED in f.text)
    assert finding.published == "2024-06-12"
    assert finding.verdict == "unsure"
    assert "addition of 2024-06-12" in finding.reasons[0]


def test_the_ledger_of_dates(sample_index: Index) -> None:
    moved = [entry for f in sample_index.track() for entry in f.due_history[1:] if entry["doc"] == PAGE]
    assert {entry["published"] for entry in moved if entry["due"] == "2024-09"} == {"2024-06-12"}


def test_sql(sample_index: Index) -> None:
    rows = sample_index.sql(f"SELECT DISTINCT published FROM figures WHERE doc = '{PAGE}' ORDER BY ALL").rows
    assert [str(row[0]) for row in rows] == ["2023-10-16", "2024-06-12"]
