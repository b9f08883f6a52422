"""Records → labels for a person to correct."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docmine.evaluate.rules import RULES
from docmine.records import Record, as_dict

UNSURE = 0.7
"""Confidence below which a label is marked as one that careful readers could differ on: three in ten such are wrong."""
_NOT_LABELLED = ("start", "end", "page", "headings", "stem", "confidence")


def draft(records: Iterable[Record]) -> list[dict[str, Any]]:
    """The labels that say what `records` say: the document first, then in reading order, people and acronyms once."""
    once: dict[tuple[object, ...], Record] = {}
    for record in records:
        rule = RULES.get(record.kind)
        place = (record.start, record.end)
        once[record.kind, rule.once(as_dict(record)) if rule and rule.once else place] = record
    ordered = sorted(once.values(), key=lambda record: (record.kind != "document", record.start, record.end))
    return [_label(record) for record in ordered]


def _label(record: Record) -> dict[str, Any]:
    values = as_dict(record)
    confidence = values.get("confidence")
    certain = {} if record.kind == "document" else {"certain": confidence is None or confidence >= UNSURE}
    return {name: _number(value) for name, value in values.items() if name not in _NOT_LABELLED} | certain


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
