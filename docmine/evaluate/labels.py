"""Labelled records from JSONL files: one a document, or one with several documents."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from docmine.errors import UsageError
from docmine.evaluate.likeness import Fields
from docmine.records import RECORD_TYPES

NOT_DOCUMENTS = frozenset(
    {"links", "checks", "questions", "questions_new", "questions_series", "questions_kept", "findings"}
)
"""Files beside the labels that hold something else."""
_TEXTS = {f.name for t in RECORD_TYPES for f in fields(t) if f.type in ("str", "str | None")} - {"value"}
"""Fields that hold a text, or nothing."""


def load(path: Path | str) -> dict[str, list[Fields]]:
    """Records by document from a JSONL file, or from a folder with one a document; named without suffix.

    A single file may hold several documents: then each is named by the `doc` of its records.
    Raises UsageError where there is no such file, nothing in it, or a line that is no record.
    """
    path = Path(path)
    if not path.is_dir():
        return _by_document(path.stem, _lines(path))
    files = sorted(f for f in path.glob("*.jsonl") if f.stem not in NOT_DOCUMENTS)
    if not files:
        raise UsageError(
            f"The folder {path} holds no labels. Put one JSONL file a document there; see 'docmine label'."
        )
    return {f.stem: _lines(f) for f in files}


def _by_document(stem: str, records: list[Fields]) -> dict[str, list[Fields]]:
    docs = {record["doc"] for record in records if record.get("doc")}
    if len(docs) < 2:
        return {stem: records}
    found: dict[str, list[Fields]] = {}
    for record in records:
        found.setdefault(Path(record["doc"]).stem if record.get("doc") else stem, []).append(record)
    return found


def _lines(path: Path) -> list[Fields]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise UsageError(
            f"There is no file or folder {path}. Give labels as a JSONL file or a folder of them."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The labels in {path} cannot be read: {error}. Give a JSONL file or a folder of them."
        ) from error
    records = [_record(f"Line {number} of {path}", line) for number, line in enumerate(lines, 1) if line.strip()]
    if not records:
        raise UsageError(f"{path} holds no labels. Each line is one record; 'docmine label FILE' drafts them.")
    return records


def _record(where: str, line: str) -> Fields:
    try:
        record: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(f"{where} is not JSON: {error.msg}. Correct it.") from error
    if not isinstance(record, dict) or not {"kind", "text"} <= record.keys() or record["text"] is None:
        raise UsageError(f"{where} is not an object with a kind and a text. Correct it.")
    for name, value in record.items():
        if name in _TEXTS and not isinstance(value, str | None):
            raise UsageError(f"{where} has the {name} {value!r}, which is no text. Put it in quotation marks, or null.")
    return record
