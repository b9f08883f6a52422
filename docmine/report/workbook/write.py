"""Tables → the bytes of an Excel workbook. Nothing in it is ever a formula."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from docmine.report import safe
from docmine.report.workbook.cells import Looks, number, text
from docmine.report.workbook.model import Cell, Column, Limits, Table
from docmine.report.workbook.titles import title

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4 = 9
_NARROWEST, _WIDEST = 9, 60
"""Of a column, in characters."""
_DATE = 18
"""As many has "30 September 2024"."""
_EXCEL = Limits()
Told = Callable[[Sequence[str]], Table]


def write(
    tables: Sequence[Table], *, name: str, made: datetime, told: Told | None = None, limits: Limits = _EXCEL
) -> bytes:
    """A workbook with a sheet a table, in their order; a table that is too long for a sheet goes on in others.

    `name` and `made` are among the properties of the file: the same tables give the same bytes. `told` makes one table
    more, shown first, from what could not be written as it is: texts and links beyond the limits, in sentences.
    """
    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": safe.line(name), "created": made, "comments": "Made by docmine."})
        writer = _Writer(book, limits)
        first = writer.sheet(told(()).title) if told else None
        sheets = [sheet for table in tables for sheet in writer.sheets(table)]
        for sheet in sheets:
            writer.fill(sheet)
        if first is not None and told is not None:
            table = told(writer.notes())
            writer.fill(_Sheet(first, table, table.rows))
    return out.getvalue()


@dataclass
class _Sheet:
    """A sheet while it is written."""

    sheet: Worksheet
    table: Table
    rows: Sequence[Any]
    links: int = 0
    widths: list[int] = field(default_factory=list)


class _Writer:
    def __init__(self, book: Workbook, limits: Limits) -> None:
        self._book = book
        self._limits = limits
        self._looks = Looks(book)
        self._titles: list[str] = []
        self._places: dict[tuple[str, Hashable], tuple[str, int]] = {}
        """Title of a table and key of a row → the name of its sheet and its row there."""
        self._told = Counter[str]()

    def sheet(self, wanted: str) -> Worksheet:
        self._titles.append(title(wanted, self._titles, self._limits.title))
        return self._book.add_worksheet(self._titles[-1])

    def sheets(self, table: Table) -> Iterator[_Sheet]:
        """The sheets of a table, empty, with the places of its rows noted, so that other cells can lead there."""
        most = self._limits.rows - 1
        for first in range(0, max(1, len(table.rows)), most):
            rows = table.rows[first : first + most]
            sheet = self.sheet(table.title)
            name = self._titles[-1]
            self._places.setdefault((table.title, None), (name, 0))
            if table.key is not None:
                for place, row in enumerate(rows, 1):
                    self._places.setdefault((table.title, table.key(row)), (name, place))
            if first:
                self._told[f"{table.title} has more rows than a sheet can hold; it goes on in {name}"] += 1
            yield _Sheet(sheet, table, rows)

    def fill(self, one: _Sheet) -> None:
        columns, sheet = one.table.columns, one.sheet
        one.widths = [len(column.title) + 4 for column in columns]  # a filter's button stands beside the title
        for at, column in enumerate(columns):
            sheet.write_string(0, at, safe.line(column.title), self._looks.head)
        for row, item in enumerate(one.rows, 1):
            for at, column in enumerate(columns):
                found = column.of(item)
                cell = found if isinstance(found, Cell) else Cell(found)
                self._write(one, row, at, column, cell)
        for at, width in enumerate(one.widths):
            sheet.set_column(at, at, min(max(width, _NARROWEST), _WIDEST))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(one.rows)), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&C&A, page &P of &N")

    def notes(self) -> list[str]:
        """What could not be written as it is, a sentence a kind."""
        return [f"{what} ({times:,} times)." if times > 1 else f"{what}." for what, times in self._told.items()]

    def _write(self, one: _Sheet, row: int, at: int, column: Column, cell: Cell) -> None:
        if cell.value is None or cell.value == "":
            return
        link = self._link(one, cell)
        counted = number(cell.value)
        if counted is None:
            shown, cut = text(cell.value, self._limits.characters)
            if cut:
                self._told[f"A text in {one.table.title} is longer than a cell can hold and ends where it says so"] += 1
            look = self._looks.text(shown, link=link is not None)
            if link is None:
                one.sheet.write_string(row, at, shown, look)
            else:
                one.sheet.write_url(row, at, link, look, shown)
            width = max(map(len, shown.splitlines() or [""])) + 1
        else:
            look = self._looks.number(cell.value, plain=column.plain, link=link is not None)
            if link is not None:
                one.sheet.write_url(row, at, link, look)
            one.sheet.write_number(row, at, counted, look)
            width = _DATE if isinstance(cell.value, date) else len(f"{counted:,}") + 1
        one.widths[at] = max(one.widths[at], width)

    def _link(self, one: _Sheet, cell: Cell) -> str | None:
        """The link of a cell as Excel writes it; None where it leads nowhere, or the limit has been reached."""
        target = cell.address
        if cell.row is not None and (place := self._places.get(cell.row)):
            sheet = place[0].replace("'", "''")
            target = f"internal:'{sheet}'!A{place[1] + 1}"
        if target is None:
            return None
        if len(target.encode("utf-16-le", "surrogatepass")) // 2 > self._limits.address:
            self._told[f"A link in {one.table.title} is longer than Excel takes and was left out"] += 1
            return None
        if one.links == self._limits.links:
            self._told[f"{one.table.title} has more links than a sheet can hold; the last ones were left out"] += 1
            return None
        one.links += 1
        return target
