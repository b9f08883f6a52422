"""What an export has besides the tables of the index, and what a workbook tells, on the sample publications."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from openpyxl.workbook import Workbook

from docmine.index import Index
from docmine.index.account import Account
from docmine.index.scope import Scope
from docmine.store.made import MADE

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def exported(sample_index: Index, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "jsonl"
    sample_index.export(folder, "jsonl")
    return folder


@pytest.fixture(scope="module")
def tables(exported: Path) -> Rows:
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for path in exported.iterdir()
        if path.stem in {*MADE, "commitments", "sentences", "figures"}
    }


JOINS = [
    ("findings", "id", "commitments", "id"),
    ("evidence", "finding", "findings", "id"),
    ("evidence", "id", "sentences", "id"),
    ("checks", "id", "sentences", "id"),
    ("points", "series", "series", "series"),
    ("points", "figure", "figures", "id"),
    ("flags", "series", "series", "series"),
    ("flags", "earlier", "figures", "id"),
    ("flags", "later", "figures", "id"),
]


@pytest.mark.parametrize(("table", "column", "other", "key"), JOINS)
def test_ids_join(tables: Rows, table: str, column: str, other: str, key: str) -> None:
    asked = {row[column] for row in tables[table]}
    assert asked
    assert asked <= {row[key] for row in tables[other]}


def test_there_is_a_finding_for_each_commitment_and_all_say_what_the_index_says(
    sample_index: Index, tables: Rows
) -> None:
    findings = sample_index.track()
    assert [(row["doc"], row["start_char"], row["verdict"]) for row in tables["findings"]] == [
        (finding.doc, finding.start, finding.verdict) for finding in findings
    ]
    assert len(tables["evidence"]) == sum(len(finding.evidence) for finding in findings)
    assert [row["sum"] for row in tables["checks"]] == [check.sum for check in sample_index.check()]
    assert sum(row["points"] for row in tables["series"]) == len(tables["points"])
    assert sum(row["flags"] for row in tables["series"]) == len(tables["flags"])


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_every_format_has_the_same_rows(sample_index: Index, tables: Rows, tmp_path: Path, form: str) -> None:
    sample_index.export(tmp_path / form, form)
    for name in MADE:
        path = tmp_path / form / f"{name}.{form}"
        if form == "parquet":
            assert pyarrow.parquet.read_table(path).to_pylist() == tables[name]
            continue
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row.keys() for row in rows] == [row.keys() for row in tables[name]]
        assert len(rows) == len(tables[name])


@pytest.fixture(scope="module")
def account(sample_index: Index) -> Account:
    return sample_index.account()


@pytest.fixture(scope="module")
def book(sample_index: Index, account: Account) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(sample_index.workbook(account)))


def column(book: Workbook, sheet: str, title: str) -> list[Any]:
    head, *rows = book[sheet].iter_rows()
    at = [cell.value for cell in head].index(title)
    return [row[at] for row in rows]


def test_each_table_has_a_sheet_with_a_filter_a_frozen_head_and_its_rows(book: Workbook, account: Account) -> None:
    rows = {sheet.title: sheet.max_row - 1 for sheet in book}
    assert rows["Documents"] == len(account.documents)
    assert rows["Commitments"] == len(account.threads)
    assert rows["Evidence"] == sum(len(thread.finding.evidence) for thread in account.threads)
    assert rows["Figures"] == len(account.figures)
    assert rows["Sums"] == len(account.checks)
    assert rows["Figures through time"] == sum(len(one.points) for one in account.series)
    assert rows["Letters and replies"] == sum(len(exchange.answers) for exchange in account.letters) > 0
    assert all((sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("A2", True) for sheet in book)
    assert all(len(sheet.title) <= 31 for sheet in book)


LINKS = [
    ("Commitments", "Document", "Documents", "File"),
    ("Evidence", "Commitment", "Commitments", "Commitment"),
    ("Evidence", "Document", "Documents", "File"),
    ("Slippage", "Commitment", "Commitments", "Commitment"),
    ("Slippage", "Document", "Documents", "File"),
    ("Who promised what", "Commitment", "Commitments", "Commitment"),
    ("Who promised what", "Name", "Owners", "Name"),
    ("Figures through time", "As written", "Figures", "Figure"),
    ("Odd figures", "Series", "Figures through time", "Series"),
    ("Letters and replies", "Ask", "Asks", "Ask"),
    ("Figures", "Document", "Documents", "File"),
]


@pytest.mark.parametrize(("sheet", "title", "other", "key"), LINKS)
def test_links_lead_to_the_row_that_they_name(book: Workbook, sheet: str, title: str, other: str, key: str) -> None:
    cells = [cell for cell in column(book, sheet, title) if cell.value is not None]
    targets = column(book, other, key)
    assert cells
    for cell in cells:
        name, _, place = cell.hyperlink.location.rpartition("!")
        assert name.strip("'") == other
        assert targets[int(place.removeprefix("A")) - 2].value == cell.value


def test_evidence_is_found_from_its_commitment(book: Workbook) -> None:
    commitments = column(book, "Commitments", "Commitment")
    for commitment, cell in zip(commitments, column(book, "Commitments", "Evidence"), strict=True):
        if cell.value:
            row = int(cell.hyperlink.location.rpartition("!A")[2])
            assert column(book, "Evidence", "Commitment")[row - 2].value == commitment.value


def test_files_are_linked_and_dates_and_numbers_are_such(book: Workbook, account: Account) -> None:
    for cell, document in zip(column(book, "Documents", "File"), account.documents, strict=True):
        assert cell.value == document.name
        assert cell.hyperlink.target == "FILE" + Path(str(document.path)).as_uri().removeprefix("file")
    published = {cell.value for cell in column(book, "Documents", "Published")}
    assert {datetime(2023, 11, 6), "November 2023"} <= published
    assert [cell.value for cell in column(book, "Figures", "Value")] == [figure.value for figure in account.figures]


def test_it_says_what_it_is_of_and_explains_each_verdict(sample_index: Index, account: Account) -> None:
    part = account.within(Scope(topic="FTB"))
    made = openpyxl.load_workbook(io.BytesIO(sample_index.workbook(part)))
    told = [" ".join(str(cell.value) for cell in row if cell.value) for row in made["About"].iter_rows()]
    assert any("topic “FTB”" in line for line in told)
    assert any(line.startswith("What became of it: ◌ Never heard of again") for line in told)
    assert 0 < made["Commitments"].max_row - 1 == len(part.threads) < len(account.threads)


def test_the_same_account_gives_the_same_bytes(sample_index: Index, account: Account) -> None:
    assert sample_index.workbook(account) == sample_index.workbook(account)
