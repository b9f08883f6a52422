from __future__ import annotations

import csv
import io
import json
from datetime import datetime

import openpyxl
import pytest

from docmine.report.download import FORMS, download

ROWS = [
    {"doc": "a.pdf", "text": "=1+1", "due": "2024-02-01", "page": 2, "value": 1234567, "names": ["a", "b"]},
    {"doc": "b.pdf", "text": "2024-02-01", "due": "2022-09", "value": 3.5, "more": {"x": [1]}},
]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rows_give_the_same_file_with_a_plain_name(form: str) -> None:
    one, two = (download(ROWS, form, "Commitments: “FTB”\r\n/../x") for _ in range(2))  # type: ignore[arg-type]
    assert one == two
    assert one.name == f"Commitments-FTB-x.{form}"


def test_json_has_the_rows_as_they_are() -> None:
    assert json.loads(download(ROWS, "json", "x").data) == ROWS


def test_csv_opens_in_a_spreadsheet() -> None:
    data = download(ROWS, "csv", "x").data
    assert data.startswith(b"\xef\xbb\xbf")
    first, second = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert (first["text"], first["names"], first["page"]) == ("'=1+1", "a; b", "2")
    assert (second["page"], second["more"]) == ("", '{"x": [1]}')


def test_a_workbook_has_dates_numbers_filters_and_a_frozen_head() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(download(ROWS, "xlsx", "Commitments").data))["Commitments"]
    head, first, second = sheet.iter_rows()
    assert [cell.value for cell in head] == ["doc", "text", "due", "page", "value", "names", "more"]
    assert [cell.value for cell in first][1:6] == ["=1+1", datetime(2024, 2, 1), 2, 1234567, "a; b"]
    assert [cell.data_type for cell in first][1:6] == ["s", "d", "n", "n", "s"]
    assert (second[1].value, second[1].data_type) == ("2024-02-01", "s")  # what a document says stays what it says
    assert (second[2].value, second[4].value) == ("September 2022", 3.5)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:G3")


@pytest.mark.parametrize(("form", "holds"), [("csv", b"\xef\xbb\xbfdoc,text\n"), ("json", b"[]\n")])
def test_a_list_of_nothing_is_a_file_too(form: str, holds: bytes) -> None:
    assert download([], form, "x", ("doc", "text")).data == holds  # type: ignore[arg-type]


@pytest.mark.parametrize(("names", "head"), [(("doc", "text"), ["doc", "text"]), ((), [""])])
def test_a_workbook_of_nothing_has_its_head(names: tuple[str, ...], head: list[str]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(download([], "xlsx", "", names).data))
    assert book.sheetnames == ["Sheet"]
    assert [cell.value for row in book["Sheet"].iter_rows() for cell in row] == head
