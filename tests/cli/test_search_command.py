"""`docmine search`: what each hit shows, how the question was read, and what is said where nothing answers it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from docmine.cli.main import app
from docmine.index import Index
from docmine.report import inquiry
from tests.cli.conftest import Run

Ask = Callable[..., Result]


@pytest.fixture
def ask(run: Run, sample_index: Index) -> Ask:
    """`ask("...")` of the sample publications."""
    return lambda *words, **settings: run("search", *words, on=sample_index.path, **settings)


@pytest.fixture(scope="module")
def followed(sample_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's index after `track`."""
    copy = Path(shutil.copy(sample_index.path, tmp_path_factory.mktemp("followed") / "sample.duckdb"))
    assert Index(copy).track()
    return copy


@pytest.mark.parametrize("width", [60, 100])
def test_a_hit_fits_the_terminal_and_has_no_colour_when_piped(ask: Ask, width: int) -> None:
    result = ask("what was promised about FTB", env={"COLUMNS": str(width)})
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= width
    assert "\x1b" not in result.stdout + result.stderr
    assert re.search(r"^1\. .*\d{4}  [0-9a-f]{8}", result.stdout, re.S)


@pytest.mark.parametrize(
    ("question", "certain"),
    [
        ("when does the crisis line open at weekends", True),
        ("deadline of the DfE for the written plan", True),
        ("children permanently excluded from school", False),
        ("what did the bishop say about the organ", False),
    ],
)
def test_what_only_comes_nearest_is_said_to(ask: Ask, question: str, certain: bool) -> None:
    said = ask(question).stderr
    assert (not said) == certain
    assert certain or "certain" in said or "Nothing found" in said


def test_rows_have_the_words_that_match_and_what_a_promise_is(ask: Ask) -> None:
    hits = [
        json.loads(line) for line in ask("what was promised about the crisis line", "-f", "jsonl").stdout.splitlines()
    ]
    assert all(hit["text"][start:end] for hit in hits for start, end in hit["matches"])
    promise = next(hit for hit in hits if hit["kind"] == "commitment")
    assert promise["owner"]
    assert set(promise) >= {"headings", "due", "verdict", "also_in", "published", "id"}


def test_how_a_question_was_read_goes_before_the_hits_or_beside_the_rows(ask: Ask) -> None:
    question = "what was promised about FTB in newsletters since January 2024"
    table = ask("--explain", question)
    assert table.stdout.index("Must name") < table.stdout.index("1. ")
    assert "FTB, or Find The Balance" in " ".join(table.stdout.split())
    rows = ask("--explain", question, "--format", "jsonl")
    assert "published from 1 January 2024" in " ".join(rows.stderr.split())
    assert all(json.loads(line)["rank"] for line in rows.stdout.splitlines())
    assert "Must name" not in ask(question).stdout


def test_verdicts_are_shown_where_promises_were_followed(run: Run, ask: Ask, followed: Path) -> None:
    question = "which promises about short breaks slipped"
    before = ask(question)
    assert "run 'docmine track' first" in before.stderr
    assert "Verdict:" not in before.stdout
    after = run("search", question, on=followed)
    assert "track" not in after.stderr
    assert "Verdict: slipped" in after.stdout


def test_no_verdict_is_shown_that_a_newer_document_may_overturn(followed: Path, run: Run, tmp_path: Path) -> None:
    copy = Path(shutil.copy(followed, tmp_path / "grown.duckdb"))
    hits = Index(copy).search("short breaks statement")
    assert any(hit.verdict for hit in hits)
    (tmp_path / "news.txt").write_text("Marlbrook City Council\n1 June 2025\n\nThe statement is published.\n")
    assert run("ingest", tmp_path / "news.txt", on=copy).exit_code == 0
    assert not any(hit.verdict for hit in Index(copy).search("short breaks statement"))
    Index(copy).track()
    assert any(hit.verdict for hit in Index(copy).search("short breaks statement"))


def test_what_nothing_names_is_said_with_what_is_written_like_it(ask: Ask) -> None:
    result = ask("what was promised about FBT")
    assert result.exit_code == 0
    assert "Nothing here names FBT. Did you mean FTB (Find The Balance)" in result.stderr


def test_a_slip_of_the_pen_is_said(ask: Ask) -> None:
    assert "No document has “transprot”: searched as “transport”." in ask("transprot").stderr
    assert "searched as" not in ask("transport").stderr


def test_documents_that_there_are_not_are_said(ask: Ask) -> None:
    result = ask("what was promised in the newsletters of 1987")
    assert "There is no newsletter published 1 January 1987 to 31 December 1987 in the index" in result.stderr


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_nothing_found_says_what_was_searched(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.txt").write_text("Harrowfield Council\n1 July 2022\n\nThe Zebra Crossing Team (ZCT) met.\n")
    runner = CliRunner()
    index = ["--index", str(tmp_path / "one.duckdb")]
    assert runner.invoke(app, [*index, "ingest", str(tmp_path / "a.txt")]).exit_code == 0
    result = runner.invoke(app, [*index, "search", "umbrella prices in Lisbon", "--format", form])
    assert (result.exit_code, result.stdout.strip("[]\n")) == (0, "")
    said = "Nothing found in 1 document of 1 July 2022, by Harrowfield Council. 'docmine topics' lists"
    assert said in result.stderr


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("FBT", "FTB (Find The Balance)"),
        ("transprot", "Transport"),
        ("FTB", None),  # is there: nothing is taken for a slip of it
        ("zeppelin", None),
    ],
)
def test_what_is_written_alike(sample_index: Index, words: str, first: str | None) -> None:
    found = sample_index.suggestions(words)
    assert (found[0] if found else None) == first


def test_what_was_searched_names_kinds_dates_and_publishers(sample_index: Index) -> None:
    documents = sample_index.documents()
    said = inquiry.nothing(documents, "newsletter", ["FTB"])
    assert said.startswith(f"Nothing found in {len(documents)} documents (newsletter) of 9 October 2023 to ")
    assert "Marlbrook City Council" in said
    assert "Did you mean FTB?" in said


def test_an_ambiguous_short_form_is_always_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "1 July 2022\n\nPhysiotherapy Team (PT) sessions begin. We will offer PT at home.\n"
    )
    (tmp_path / "b.txt").write_text("1 May 2023\n\nStaff work Partial Timetables (PT). The PT pupils will be seen.\n")
    runner = CliRunner()
    index = ["--index", str(tmp_path / "two.duckdb")]
    assert runner.invoke(app, [*index, "ingest", str(tmp_path)]).exit_code == 0
    result = runner.invoke(app, [*index, "search", "PT", "--format", "jsonl"])
    assert re.search(r"^PT is .* in some documents, .* in others\.$", result.stderr, re.M)


def test_an_empty_question_ends_with_2(ask: Ask) -> None:
    result = ask("  ")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "The question is empty" in result.stderr


def test_a_hit_is_shown_in_its_place_and_on_its_page(run: Run, ask: Ask, sample_index: Index, tmp_path: Path) -> None:
    hits = [json.loads(line) for line in ask("what was promised about short breaks", "-f", "jsonl").stdout.splitlines()]
    on_a_page = next(hit for hit in hits if hit["doc"].endswith(".pdf"))
    picture = tmp_path / "hit.png"
    shown = run("show", on_a_page["id"][:8], "--picture", picture, on=sample_index.path)
    assert shown.exit_code == 0
    assert f">>{' '.join(on_a_page['text'].split())}<<" in " ".join(shown.stdout.split())
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_hit_without_a_page_is_shown_and_says_that_it_has_no_picture(run: Run, tmp_path: Path) -> None:
    (hit, *_) = (json.loads(line) for line in run("search", "recovery plan", "-f", "jsonl").stdout.splitlines())
    shown = run("show", hit["id"], "--picture", tmp_path / "hit.png")
    assert shown.exit_code == 2
    assert "only what stands in a PDF has a place on a page" in shown.stderr
    assert not (tmp_path / "hit.png").exists()
