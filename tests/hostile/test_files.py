"""Every hostile text through each form for programs."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from datetime import datetime

import openpyxl
import pytest
from lxml import etree

from docmine.report import as_csv, as_json, as_jsonl
from docmine.report.download import download
from docmine.report.workbook.model import Cell, Column, Table
from docmine.report.workbook.titles import title
from docmine.report.workbook.write import write
from tests.hostile.texts import TEXTS, replaced, unsafe

CASES = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad "


@CASES
def test_json_parses_to_the_very_text_and_holds_nothing_raw(text: str) -> None:
    for written in (as_json.write_array([{text: text}]), as_jsonl.write([{text: text}])):
        assert json.loads(written) in ({text: text}, [{text: text}])
        assert not unsafe(written)
        assert len(written.splitlines()) == written.count("\n")
    assert json.loads(download([{"text": text}], "json", text).data) == [{"text": text}]


@CASES
def test_csv_has_the_text_in_one_cell_that_is_no_formula(text: str) -> None:
    written = as_csv.write([{"doc": "a", "text": text, "names": [text, text], "more": {"x": text}, "last": 1}])
    head, row = csv.reader(io.StringIO(written, newline=""))
    assert (head, row[0], row[-1]) == (["doc", "text", "names", "more", "last"], "a", "1")
    assert row[1].removeprefix("'") in (replaced(text), replaced(text).removeprefix("'"))
    assert not unsafe(written)
    for cell in row[1:4]:
        assert not unicodedata.normalize("NFKC", cell).lstrip(INVISIBLE).startswith(STARTS)


@CASES
def test_csv_has_no_formula_for_a_program_that_separates_cells_by_other_signs_too(text: str) -> None:
    for cell in cells(as_csv.write([{"text": text, "other": text}]), ",;|\t\n"):
        assert not cell.startswith(STARTS)


def cells(written: str, separators: str) -> list[str]:
    """As LibreOffice reads a CSV file: by any of the separators, outside quotes that a cell begins with."""
    found = re.findall(f'(?:"((?:[^"]|"")*)"|([^{separators}]*))(?:[{separators}]|$)', written)
    return [quoted.replace('""', '"') or plain for quoted, plain in found]


BOOK = write(
    [
        Table(
            "Texts",
            [
                Column("Text", lambda text: text),
                Column("Link", lambda text: Cell(text, row=("Texts", "=1+1"))),
                Column("Address", lambda text: Cell(text, address="https://example.org/")),
            ],
            list(TEXTS.values()),
            key=lambda text: text,
        )
    ],
    name="\x00=1+1<b>",
    made=datetime(2024, 1, 1),
)
DOWNLOAD = download(
    [{"text": text, "due": text, "names": [text], text: 1} for text in TEXTS.values()], "xlsx", "x"
).data


@pytest.fixture(scope="module")
def sheet() -> dict[str, list[openpyxl.cell.Cell]]:
    """Every text in a cell, in cells with a link, in a text, a list, a date and the title of a column of a download."""
    rows = list(openpyxl.load_workbook(io.BytesIO(BOOK))["Texts"].iter_rows())[1:]
    head, *others = openpyxl.load_workbook(io.BytesIO(DOWNLOAD))["x"].iter_rows()
    return {
        name: [*row, other[0], other[2], other[1], head[3 + number]]
        for number, (name, row, other) in enumerate(zip(TEXTS, rows, others, strict=True))
    }


@pytest.mark.parametrize("name", TEXTS)
def test_a_workbook_has_the_text_and_never_a_formula(sheet: dict[str, list[openpyxl.cell.Cell]], name: str) -> None:
    text = replaced(TEXTS[name]).replace("\t", " | ")
    *cells, due, head = sheet[name]
    for cell in cells:
        assert cell.value == text or (name.startswith("long") and text.startswith(cell.value.split(" … [cut")[0]))
        if unicodedata.normalize("NFKC", text).lstrip(INVISIBLE).startswith(STARTS):
            assert cell.quotePrefix
    assert {cell.data_type for cell in (*cells, due, head)} == {"s"}
    assert not unsafe(due.value)
    assert sheet[name][1].hyperlink.location.startswith("'Texts'!A")
    assert sheet[name][2].hyperlink.target == "https://example.org/"


@CASES
def test_a_hostile_name_is_a_name(text: str) -> None:
    made = title(text, [], 31)
    assert 0 < len(made.encode("utf-16-le")) // 2 <= 31
    assert not set(made) & set("[]:*?/\\\n\t")
    assert not unsafe(made)
    assert made.strip("'") == made
    assert download([], "json", text).name.replace("-", "").replace(".", "").isalnum()


@pytest.mark.parametrize("data", [BOOK, DOWNLOAD], ids=["book", "download"])
def test_the_parts_of_a_workbook_are_well_formed_and_hold_no_formula(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        trees = [etree.fromstring(parts.read(name), etree.XMLParser(huge_tree=True)) for name in parts.namelist()]
    names = {etree.QName(node).localname for tree in trees for node in tree.iter()}
    assert {"sheetData", "si", "autoFilter"} <= names
    assert not names & {"f", "externalReference", "ddeLink", "oleObject"}
