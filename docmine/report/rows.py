"""What was found → plain dicts, in the order of fields that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docmine.records import Change, Document, Finding, Hit, Record, Sentence, as_dict

_PLACE = ("start", "end", "page")
Row = dict[str, Any]


def record_row(record: Record | Sentence) -> Row:
    """`kind`, `doc`, `text`, the fields of its kind, then `start`, `end`, `page`."""
    values = as_dict(record)
    place = {name: values.pop(name) for name in _PLACE}
    return {name: _number(value) for name, value in values.items()} | place


def hit_row(hit: Hit) -> Row:
    return _first(("rank", "score", "doc", "page", "text", "kind"), as_dict(hit))


def finding_row(finding: Finding) -> Row:
    values = as_dict(finding)
    del values["kind"]
    values["evidence"] = [_first(("doc", "text", "relation", "score"), as_dict(e)) for e in finding.evidence]
    return _first(("doc", "text", "verdict", "reasons", "searched", "evidence"), values)


def change_row(change: Change) -> Row:
    """`change`, `old` and `new` (text, null where there is none), their pages, `score`."""
    old, new = change.old, change.new
    return {
        "change": change.change,
        "old": old.text if old else None,
        "new": new.text if new else None,
        "old_doc": old.doc if old else None,
        "old_page": old.page if old else None,
        "new_doc": new.doc if new else None,
        "new_page": new.page if new else None,
        "score": change.score,
    }


def document_object(document: Document) -> Row:
    """A document as read: what it says of itself, its text, and each block with its place."""

    def known(name: str) -> Row | None:
        value = getattr(document, name)
        return {"value": value.value, "by": value.by} if value else None

    about = ("title", "doc_type", "publisher", "addressee", "signatory", "series", "number", "published")
    return {
        "doc": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "pages": document.pages,
        **{name: known(name) for name in about},
        "warnings": document.warnings,
        "text": document.text,
        "blocks": [
            {
                "kind": block.kind,
                "text": block.text,
                "start": block.start,
                "end": block.end,
                "page": block.page,
                "level": block.level,
                "marker": block.marker,
                "headers": block.headers,
            }
            for block in document.blocks
        ],
    }


def columns(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The fields of all rows, each once, in order of first appearance."""
    return list(dict.fromkeys(name for row in rows for name in row))


def _first(names: tuple[str, ...], values: Row) -> Row:
    return {name: values[name] for name in names} | values


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
