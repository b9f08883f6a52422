"""A list of anything as a file to download: CSV, Excel or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from docmine.report import as_csv, as_json
from docmine.report.rows import columns

Form = Literal["csv", "xlsx", "json"]
FORMS: tuple[Form, ...] = ("csv", "xlsx", "json")
_TYPES: dict[Form, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
_MADE = datetime(2000, 1, 1)
"""The date in the file's properties: the same rows give the same bytes."""
_DAYS = frozenset({"date", "due", "first", "last", "period", "published", "value"})
"""Columns whose ISO texts are days in Excel."""
_PLAIN = frozenset({"page", "start", "end", "year", "rank", "old_page", "new_page", "number"})


@dataclass(frozen=True, slots=True)
class Download:
    """A file as a browser is given it."""

    name: str
    """Plain letters, digits and hyphens, with its ending: fit for a Content-Disposition header."""
    media_type: str
    data: bytes


def download(rows: Iterable[Mapping[str, Any]], form: Form, name: str, names: Sequence[str] = ()) -> Download:
    """Rows, as `report.rows` and its neighbours make them, as one file called `name` with the ending of its form.

    `rows` are dicts of text, numbers, None, lists and objects; `names` are the columns where there is no row to take
    them from. JSON has the rows as they are. In CSV and Excel lists of texts are joined by "; ", nested objects are
    JSON, control characters are "�", and nothing is ever a formula; in Excel whole ISO dates of the columns that hold
    dates are dates. CSV begins with the mark by which Excel knows UTF-8.
    """
    found = list(rows)
    if form == "json":
        data = as_json.write_array(found).encode()
    elif form == "csv":
        data = as_csv.write(found, names).encode("utf-8-sig")
    else:
        data = _workbook(found, name, names)
    plain = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") or "list"
    return Download(f"{plain}.{form}", _TYPES[form], data)


def _workbook(rows: list[Mapping[str, Any]], name: str, names: Sequence[str]) -> bytes:
    from docmine.report.workbook.model import Column, Table, Value, day
    from docmine.report.workbook.write import write

    def value_of(column: str, row: Mapping[str, Any]) -> Value:
        value = row.get(column)
        if isinstance(value, str) and column in _DAYS:
            return day(value)
        if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
            return "; ".join(value)
        if isinstance(value, (list, tuple, dict)):
            return json.dumps(value, ensure_ascii=False, default=str)
        return value if isinstance(value, (int, float)) or value is None else str(value)

    def made(column: str) -> Column:
        return Column(column, lambda row: value_of(column, row), plain=column in _PLAIN)

    table = Table(name, [made(column) for column in columns(rows) or names or [""]], rows)
    return write([table], name=name, made=_MADE)
