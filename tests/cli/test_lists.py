"""The commands that list records and findings: their forms, filters and fields."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LISTS = ["commitments", "figures", "dates", "owners --each", "quotes", "asks", "acronyms --each"]
KINDS = dict(zip(LISTS, ["commitment", "figure", "date", "owner", "quote", "ask", "acronym"], strict=True))


@pytest.mark.parametrize("command", LISTS)
def test_every_list_is_the_same_in_all_forms(run: Run, command: str) -> None:
    words = command.split()
    lines = [json.loads(line) for line in run(*words, "--format", "jsonl").stdout.splitlines()]
    assert lines, f"the small index has no {command}"
    assert lines == json.loads(run(*words, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").stdout)))
    assert [row["start"] for row in rows] == [str(line["start"]) for line in lines]
    for line in lines:
        assert list(line)[:3] == ["kind", "doc", "text"]
        assert list(line)[-3:] == ["start", "end", "page"]
        assert line["kind"] == KINDS[command]
    table = " ".join(run(*words).stdout.split())
    assert all(line["doc"] in table for line in lines)


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (["commitments", "--doc", "MINUT"], 1),
        (["commitments", "--doc", "letter.txt", "--contains", "RECRUIT"], 1),
        (["commitments", "--due-before", "2022-12"], 1),
        (["commitments", "--until", "2022-07", "--limit", "1"], 1),
        (["dates", "--since", "2022-10", "--doc", "letter.txt"], 0),
        (["commitments", "--until", "July 2022"], 2),
        (["commitments", "--since", "last year"], 0),
        (["commitments", "--due-before", "the autumn of 2022", "--doc", "letter"], 0),
        (["commitments", "--topic", "what was promised about caseworkers"], 3),  # their paragraphs
        (["commitments", "--topic", "when will the Next Steps Team report back"], 1),
        (["commitments", "--topic", "recruitment of caseworkers"], 0),  # both must be named
        (["acronyms", "--contains", "NST"], 1),
        (["commitments", "--confidence", "1"], 0),
    ],
)
def test_filters_narrow_a_list(run: Run, words: list[str], texts: int) -> None:
    result = run(*words, "--format", "jsonl")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == texts, result.stdout


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_nothing_found_says_what_was_searched_and_what_to_do(run: Run, form: str) -> None:
    result = run("commitments", "--contains", "zeppelin", "--format", form)
    assert result.exit_code == 0
    assert "No commitments found in the 3 documents of" in result.stderr
    assert "docmine status" in result.stderr
    assert result.stdout.strip() == {"json": "[]"}.get(form, "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["commitments", "--since", "whenever"], "whenever"),
        (["commitments", "--due-before", "2022-02-31"], "2022-02-31"),
        (["figures", "--doc", "nowhere.pdf"], "nowhere.pdf"),
        (["track", "--as-of", "soon"], "soon"),
        (["diff", "letter.txt", "nowhere.pdf"], "nowhere.pdf"),
    ],
)
def test_a_value_that_is_none_ends_with_2_and_names_it(run: Run, words: list[str], says: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_dates_are_british_for_people_and_iso_for_programs(run: Run) -> None:
    assert "September 2022" in run("commitments", "--doc", "letter.txt").stdout
    (due, *_) = [
        json.loads(line)["due"] for line in run("commitments", "--doc", "letter.txt", "-f", "jsonl").stdout.splitlines()
    ]
    assert due.startswith("2022-09")


def test_search_prints_ranked_hits(run: Run) -> None:
    hits = [
        json.loads(line)
        for line in run("search", "recovery plan", "--format", "jsonl", "--limit", "3").stdout.splitlines()
    ]
    assert 1 <= len(hits) <= 3
    assert list(hits[0])[:6] == ["rank", "score", "doc", "page", "text", "kind"]
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    assert "recovery plan" in hits[0]["text"]


def test_search_takes_a_question_without_quotes_and_shows_file_and_date(run: Run) -> None:
    result = run("search", "when", "is", "the", "recovery", "plan", "published")
    assert result.exit_code == 0
    assert "1. letter.txt, 1 July 2022" in result.stdout or "1. newsletter.md, October 2022" in result.stdout
    assert "\x1b" not in result.stdout


def test_track_prints_a_verdict_for_each_commitment(run: Run) -> None:
    findings = [json.loads(line) for line in run("track", "--format", "jsonl").stdout.splitlines()]
    assert findings
    for finding in findings:
        assert list(finding)[:6] == ["doc", "text", "verdict", "reasons", "searched", "evidence"]
        assert finding["reasons"]
        for evidence in finding["evidence"]:
            assert list(evidence)[:4] == ["doc", "text", "relation", "score"]
    only = [
        json.loads(line)
        for line in run("track", "--doc", "letter.txt", "--limit", "1", "-f", "jsonl").stdout.splitlines()
    ]
    assert [finding["doc"] for finding in only] == ["letter.txt"]


def test_a_finding_is_reviewed(run: Run) -> None:
    finding = json.loads(run("track", "--format", "jsonl").stdout.splitlines()[0])
    result = run("track", "review", finding["id"][:8], "--verdict", "unsure", "--reason", "No minutes at hand.")
    assert result.exit_code == 0
    assert "No minutes at hand." in " ".join(result.stdout.split())
    again = json.loads(run("track", "--format", "jsonl").stdout.splitlines()[0])
    assert (again["verdict"], again["review"]["said"]) == ("unsure", finding["verdict"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["review"], "by its id"),
        (["review", "abcdef12"], "--agree"),
        (["review", "abcdef12", "--agree", "--verdict", "open"], "--agree"),
        (["review", "abcdef12", "--agree"], "abcdef12"),
        (["--agree"], "review"),
    ],
)
def test_a_review_that_says_too_little_is_refused(run: Run, arguments: list[str], message: str) -> None:
    result = run("track", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_diff_shows_what_came_and_went(run: Run) -> None:
    result = run("diff", "letter.txt", "newsletter.md", "--format", "jsonl")
    changes = [json.loads(line) for line in result.stdout.splitlines()]
    assert {change["change"] for change in changes} >= {"new", "gone"}
    assert run("diff", "letter.txt", "letter.txt").stderr.startswith("No difference")


def test_sql_answers_and_refuses_to_write(run: Run) -> None:
    counted = run("sql", "SELECT count(*) AS n FROM documents", "--format", "jsonl")
    assert json.loads(counted.stdout) == {"n": 3}
    assert run("sql", "SELECT doc FROM documents WHERE false", "--format", "csv").exit_code == 2
    assert run("sql", "SELECT name FROM documents WHERE false", "--format", "csv").stdout == "name\n"
    for refused in (
        "DELETE FROM all_documents",
        "SELECT 1; SELECT 2",
        "SELECT * FROM '/etc/passwd'",
        "COPY documents TO 'x'",
    ):
        result = run("sql", refused)
        assert result.exit_code == 2, refused
        assert result.stdout == ""


def test_files_of_one_name_lend_each_other_no_date(run: Run, tmp_path: Path) -> None:
    for year in ("2023", "2024"):
        (tmp_path / year).mkdir()
        text = f"Harrowfield Council\n\n1 July {year}\n\nWe will report in May 2025.\n"
        (tmp_path / year / "news.txt").write_text(text, encoding="utf-8")
    assert "news.txt, 1 July" not in " ".join(run("extract", tmp_path, "--format", "table").stdout.split())

    index = tmp_path / "index.duckdb"
    assert run("ingest", tmp_path, on=index).exit_code == 0
    shown = " ".join(run("commitments", on=index, env={"COLUMNS": "160"}).stdout.split())
    assert "2023/news.txt, 1 July 2023" in shown
    assert "2024/news.txt, 1 July 2024" in shown
    assert run("track", on=index).exit_code == 0
