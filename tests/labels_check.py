"""What every label must be: the fields of its kind, values of their kinds, and a text that stands in its document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from docmine.read import read
from docmine.records import RECORD_TYPES

PLACE = {"doc", "text", "start", "end", "page"}
DERIVED = {"headings", "stem", "confidence"}
FIELDS = {t.kind: {f.name for f in fields(t)} - PLACE - DERIVED for t in RECORD_TYPES}
STRENGTHS = {"firm", "planned", "ongoing", "aspirational", "required"}
ROLES = {"published", "deadline", "event", "as_of", "period", "other"}
QUALIFIERS = {"average", "max", "min", "over", "under", "about", "none"}
UNITS = {"percent", "count", "weeks", "months", "years", "days", "hours", "minutes", "gbp", "ratio"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def labels_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@cache
def text_of(document: Path) -> str:
    return fold(read(document).text)


def fold(text: str) -> str:
    return " ".join(text.split())


def is_date(value: str | None) -> bool:
    return value is None or DATE.fullmatch(value) is not None


def is_period(value: str | None) -> bool:
    return value is None or all(is_date(part) for part in value.split("/"))


def check_labels_stand(labels: list[dict[str, Any]], document: Path) -> None:
    missing = [r["text"] for r in labels if fold(r["text"]) not in text_of(document)]
    assert not missing


def check_labels(labels: list[dict[str, Any]], document: Path) -> None:
    """Raises AssertionError, naming the label, where one of them is not well formed."""
    assert [r["kind"] for r in labels].count("document") == 1
    for r in labels:
        assert r["doc"] == document.name
        assert set(r) - {"kind", "doc", "text", "certain"} == FIELDS[r["kind"]], r
        assert r.get("certain", True) in (True, False)
        if r["kind"] in CHECKS:
            CHECKS[r["kind"]](r)


def check_document(r: dict[str, Any]) -> None:
    assert r["text"] == ""
    assert is_date(r["published"])


def check_figure(r: dict[str, Any]) -> None:
    assert isinstance(r["value"], int | float)
    assert r["unit"] in UNITS, r
    assert r["qualifier"] in QUALIFIERS
    assert is_period(r["period"]), r
    assert len(r["metric"].split()) <= 12


def check_date(r: dict[str, Any]) -> None:
    assert is_period(r["value"]), r
    assert r["role"] in ROLES


def check_commitment(r: dict[str, Any]) -> None:
    assert r["strength"] in STRENGTHS
    assert is_date(r["due"]), r
    assert len(r["action"].split()) <= 15
    assert r["owner"]


CHECKS: dict[str, Callable[[dict[str, Any]], None]] = {
    "document": check_document,
    "figure": check_figure,
    "date": check_date,
    "commitment": check_commitment,
}
