"""Rows → CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docmine.characters import csv_line
from docmine.report.rows import columns


def write(rows: Iterable[Mapping[str, Any]], names: Sequence[str] = ()) -> str:
    """A head line and one line a row. Lists of texts are joined by "; ", nested objects are JSON, null is empty.

    `names` are the columns where there may be no row to take them from.
    """
    rows = list(rows)
    names = columns(rows) or names
    return csv_line(names) + "".join(csv_line(_cell(row.get(name)) for name in names) for row in rows)


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, (list, tuple)):
        if all(isinstance(item, str) for item in value):
            return "; ".join(value)
        return json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
