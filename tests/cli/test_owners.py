"""`docmine owners`: people across documents, one person's page, and their rows."""

from __future__ import annotations

import csv
import io
import json

from tests.cli.conftest import Run


def test_a_person_of_two_documents_is_one_row_with_role_and_dates(run: Run) -> None:
    (jane,) = [json.loads(line) for line in run("owners", "--format", "jsonl").stdout.splitlines()]
    assert (jane["kind"], jane["name"]) == ("person", "Jane Okoro")
    (held,) = jane["roles"]
    assert held["role"] == "Director of Children's Services"
    assert (held["first"], held["last"]) == ("2022-07-01", "2022-10")
    assert held["documents"] == ["letter.txt", "newsletter.md"]
    assert [mention["doc"] for mention in jane["mentions"]] == ["letter.txt", "newsletter.md"]
    assert all(run("show", mention["id"]).exit_code == 0 for mention in jane["mentions"])
    (row,) = csv.DictReader(io.StringIO(run("owners", "--format", "csv").stdout))
    assert (row["name"], row["role"], row["first"]) == ("Jane Okoro", held["role"], "2022-07-01")


def test_a_name_shows_that_persons_page(run: Run) -> None:
    page = " ".join(run("owners", "okoro").stdout.split())
    assert page.startswith("Jane Okoro")
    assert "1 July 2022 to October 2022" in page
    assert "Named in 2 documents" in page


def test_a_name_that_nobody_has_says_so(run: Run) -> None:
    result = run("owners", "zeppelin")
    assert result.exit_code == 0
    assert "No people found in the 3 documents of" in result.stderr


def test_filters_choose_the_documents_that_name_somebody(run: Run) -> None:
    assert "Jane Okoro" in run("owners", "--doc", "newsletter.md").stdout
    assert run("owners", "--doc", "minutes.html").stdout.strip() == ""
