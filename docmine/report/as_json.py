"""Rows → one JSON array, or one object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from docmine.report import safe


def write_array(rows: Iterable[Mapping[str, Any]]) -> str:
    return write_object(list(rows))


def write_object(value: Any) -> str:
    """Indented JSON, ended by a line break. Dates and other values of SQL are written as text."""
    return safe.escaped(json.dumps(value, ensure_ascii=False, indent=2, default=str)) + "\n"
