from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from docmine.report.workbook.model import Cell, Column, Limits, Table, day
from docmine.report.workbook.titles import title
from docmine.report.workbook.write import write

MADE = datetime(2024, 1, 1)


def book(*tables: Table, **options: Any) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(write(tables, name="x", made=MADE, **options)))


def one_cell(value: Any, **options: Any) -> Any:
    return book(Table("T", [Column("C", lambda row: row)], [value]), **options)["T"]["A2"]


@pytest.mark.parametrize(
    ("value", "shown", "kind"),
    [
        (None, None, "n"),
        ("", None, "n"),
        (0, 0, "n"),
        (-1.5, -1.5, "n"),
        (10**14, 10**14, "n"),
        (10**15, "1000000000000000", "s"),
        (float("nan"), "nan", "s"),
        (float("-inf"), "-inf", "s"),
        (True, "yes", "s"),
        (False, "no", "s"),
        (date(2024, 2, 29), datetime(2024, 2, 29), "d"),
        (datetime(2024, 2, 29, 12, 30), datetime(2024, 2, 29, 12, 30), "d"),
        (date(1900, 3, 1), datetime(1900, 3, 1), "d"),
        (date(1900, 2, 28), "28 February 1900", "s"),
        (date(1066, 10, 14), "14 October 1066", "s"),
        ("=1+1", "=1+1", "s"),
        ("{=1+1}", "{=1+1}", "s"),
        ("{=SUM(A1)}", "{=SUM(A1)}", "s"),
        ("12", "12", "s"),
        ("https://example.org", "https://example.org", "s"),
        ("internal:Sheet!A1", "internal:Sheet!A1", "s"),
        ("a\tb", "a | b", "s"),
        ("a\nb", "a\nb", "s"),
        (" a ", " a ", "s"),
        ("_x0041_", "_x0041_", "s"),
        ("<b>&amp;", "<b>&amp;", "s"),
        ("a\x00\x1b\u202e\ufffe\ud800b", "a�����b", "s"),
    ],
)
def test_a_cell_shows_what_it_is(value: Any, shown: Any, kind: str) -> None:
    cell = one_cell(value)
    assert (cell.value, cell.data_type, cell.hyperlink) == (shown, kind, None)


@pytest.mark.parametrize(("text", "quoted"), [("=1", True), (" ＝1", True), ("@a", True), ("a=1", False)])
def test_what_looks_like_a_formula_stays_text_when_somebody_types_in_it(text: str, quoted: bool) -> None:
    assert one_cell(text).quotePrefix is quoted


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-02-30", "30 February 2024"),
        ("1899-12-31", "31 December 1899"),
        ("2022-09", "September 2022"),
        ("2022", "2022"),
        ("2022-09-01/2022-09-30", "1 September 2022 to 30 September 2022"),
        ("soon", "soon"),
        ("", None),
        (None, None),
    ],
)
def test_whole_dates_are_dates_and_partial_ones_text(iso: str | None, shown: date | str | None) -> None:
    assert day(iso) == shown


@pytest.mark.parametrize("text", ["x" * 120, "😀" * 120])
def test_a_text_beyond_the_limit_is_cut_and_told(text: str) -> None:
    told: list[str] = []

    def about(notes: Any) -> Table:
        told.extend(notes)
        return Table("About", [Column("Notes", lambda row: row)], list(notes))

    made = book(Table("T", [Column("C", lambda row: row)], [text, "y"]), told=about, limits=Limits(characters=101))
    cut = made["T"]["A2"].value
    assert len(cut.encode("utf-16-le")) // 2 in (100, 101)
    assert cut.startswith(text[0])
    assert cut.endswith("[cut: a cell holds no more]")
    assert made["About"]["A2"].value == "A text in T is longer than a cell can hold and ends where it says so."
    assert made.sheetnames == ["About", "T"]


def test_a_real_cell_holds_all_that_excel_takes() -> None:
    assert one_cell("y" * 32_767).value == "y" * 32_767
    assert len(one_cell("y" * 40_000).value) == 32_767


def test_a_table_that_is_too_long_goes_on_in_another_sheet_and_links_find_it() -> None:
    numbers = Table("Numbers", [Column("N", lambda row: row)], [1, 2, 3, 4, 5], key=lambda row: row)
    links = Table("Links", [Column("To", lambda row: Cell(row, row=("Numbers", row)))], [1, 2, 5, 6])
    made = book(numbers, links, limits=Limits(rows=3))
    assert made.sheetnames == ["Numbers", "Numbers (2)", "Numbers (3)", "Links", "Links (2)"]
    assert [made[name].max_row for name in made.sheetnames] == [3, 3, 2, 3, 3]
    places = [made["Links"]["A2"], made["Links"]["A3"], made["Links (2)"]["A2"], made["Links (2)"]["A3"]]
    assert [cell.hyperlink.location if cell.hyperlink else None for cell in places] == [
        "'Numbers'!A2",
        "'Numbers'!A3",
        "'Numbers (3)'!A2",
        None,
    ]


def test_links_beyond_the_limit_stay_text_and_are_told() -> None:
    told: list[str] = []

    def about(notes: Any) -> Table:
        told.extend(notes)
        return Table("About", [Column("Notes", lambda row: row)], list(notes))

    table = Table("T", [Column("C", lambda row: Cell(row, address=f"https://example.org/{row}"))], ["a", "b" * 90, "c"])
    made = book(table, told=about, limits=Limits(links=1, address=60))
    cells = [made["T"][f"A{row}"] for row in (2, 3, 4)]
    assert [cell.value for cell in cells] == ["a", "b" * 90, "c"]
    assert [bool(cell.hyperlink) for cell in cells] == [True, False, False]
    assert told == [
        "A link in T is longer than Excel takes and was left out.",
        "T has more links than a sheet can hold; the last ones were left out.",
    ]


@pytest.mark.parametrize(
    ("wanted", "taken", "made"),
    [
        ("Figures", [], "Figures"),
        ("Figures", ["figures"], "Figures (2)"),
        ("x" * 40, [], "x" * 31),
        ("x" * 40, ["x" * 31], "x" * 27 + " (2)"),
        ("😀" * 20, [], "😀" * 15),
        ("a[b]:*?/\\c", [], "a b      c"),
        ("'quoted'", [], "quoted"),
        ("History", [], "History of documents"),
        ("\x00\n", [], "�"),
        ("", [], "Sheet"),
    ],
)
def test_a_sheet_has_a_name_that_excel_takes(wanted: str, taken: list[str], made: str) -> None:
    assert title(wanted, taken, 31) == made


def test_a_link_may_stand_on_a_day_and_the_same_tables_give_the_same_bytes() -> None:
    table = Table(
        "It's", [Column("C", lambda row: Cell(date(2024, 2, 1), row=("It's", row)))], ["a"], key=lambda row: row
    )
    assert write([table], name="x", made=MADE) == write([table], name="x", made=MADE)
    cell = book(table)["It's"]["A2"]
    assert (cell.value, cell.hyperlink.location) == (datetime(2024, 2, 1), "'It''s'!A2")
