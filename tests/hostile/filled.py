"""Any noun of docmine with one text in every field that takes text."""

from __future__ import annotations

import sys
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from docmine import records
from docmine.store import Failure
from docmine.store.rows import StoredDocument

ENTRY: dict[str, Any] = {"start": 0, "page": 1, "days": 3}
"""The fields of an entry of `due_history` and its neighbours that are no text."""


def filled(kind: type[Any], text: str, **values: Any) -> Any:
    """An instance of a dataclass; `values` are fields that are to be otherwise."""
    made = {name: values.get(name, _value(name, hint, text)) for name, hint in _hints(kind).items()}
    if "start" in made and "end" in made:
        made |= {"start": 0, "end": len(text)}
    return kind(**made)


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    known = {**vars(records), "StoredDocument": StoredDocument, "Failure": Failure}
    hints = get_type_hints(kind, {**known, **vars(sys.modules[kind.__module__])})
    return {f.name: hints[f.name] for f in fields(kind) if f.init}


def _value(name: str, hint: Any, text: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if name == "review":
        return {"said": "dropped", "verdict": "delivered", "reason": text, "reviewed": "2024-01-01"}
    if origin is Literal:
        return inner[0]
    if origin in (Union, types.UnionType):
        return _value(name, inner[0], text)
    if origin is tuple and inner[1:] == (...,):
        return (_value(name, inner[0], text),)
    if origin is tuple:
        return tuple(_value(name, part, text) for part in inner)
    if origin is dict and inner[1] == str | int | None:
        return dict.fromkeys(("doc", "published", "publisher", "due", "owner", "text"), text) | ENTRY
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {text: _value(name, inner[1], text)}
    if is_dataclass(hint):
        return filled(hint, text)  # type: ignore[arg-type]
    plain = {
        str: text,
        Path: Path(text.replace("\0", "")),
        int: 1,
        float: 0.5,
        bool: True,
        date: date(2024, 1, 1),
        datetime: datetime(2024, 1, 1),
    }
    return plain[hint]
