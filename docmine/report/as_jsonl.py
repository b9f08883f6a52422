"""Rows → JSON lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from docmine.report import safe


def write(rows: Iterable[Mapping[str, Any]]) -> str:
    return "".join(safe.escaped(json.dumps(row, ensure_ascii=False, default=str)) + "\n" for row in rows)
