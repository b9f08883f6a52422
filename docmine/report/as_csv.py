"""Rows → CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docmine.report import safe
from docmine.report.rows import columns


def write(rows: Iterable[Mapping[str, Any]], names: Sequence[str] = ()) -> str:
    """A head line and one line a row. Lists of texts are joined by "; ", nested objects are JSON, null is empty.

    `names` are the columns where there may be no row to take them from.
    """
    rows = list(rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = columns(rows) or names
    writer.writerow([safe.cell(name) for name in names])
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, (list, tuple)):
        if all(isinstance(item, str) for item in value):
            return safe.cell("; ".join(value))
        return safe.cell(json.dumps(value, ensure_ascii=False, default=str))
    if isinstance(value, dict):
        return safe.cell(json.dumps(value, ensure_ascii=False, default=str))
    return safe.cell(str(value))
