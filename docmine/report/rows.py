"""What was found → plain dicts, in the order of fields that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from docmine.records import Box, Document, Finding, Hit, Link, Span, as_dict
from docmine.report.ids import Ids, full

_PLACE = ("start", "end", "page")
Row = dict[str, Any]


def record_row(record: Span, id: str | None = None) -> Row:
    """`kind`, `doc`, `text`, the fields of its kind, its `id` where it is given, then `start`, `end`, `page`."""
    values = as_dict(record)
    place = {name: values.pop(name) for name in _PLACE}
    named = {"id": id} if id else {}
    return {name: _number(value) for name, value in values.items()} | named | place


def hit_row(hit: Hit, id: str | None = None) -> Row:
    return _first(("rank", "score", "doc", "page", "text", "kind"), as_dict(hit)) | {"id": id}


def finding_row(finding: Finding, known: Ids = MappingProxyType({})) -> Row:
    """Its `id` is that of the commitment, the `id` of evidence that of its sentence."""
    values = as_dict(finding)
    del values["kind"]
    values["evidence"] = [
        _first(("doc", "text", "relation", "score"), as_dict(e)) | {"id": full(known, e)} for e in finding.evidence
    ]
    values["id"] = full(known, finding)
    return _first(("doc", "text", "verdict", "reasons", "searched", "evidence"), values)


def document_object(document: Document) -> Row:
    """A document as read: what it says of itself, its text, and each block with its place and its words' boxes."""

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
        "source": document.source,
        "part_of": document.part_of,
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
                "author": block.author,
                "date": block.date,
                "links": [plain(link) for link in block.links],
                "boxes": [plain(box) for box in block.boxes],
            }
            for block in document.blocks
        ],
    }


def plain(item: Box | Link) -> Row:
    return {field.name: getattr(item, field.name) for field in fields(item)}


def columns(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The fields of all rows, each once, in order of first appearance."""
    return list(dict.fromkeys(name for row in rows for name in row))


def _first(names: tuple[str, ...], values: Row) -> Row:
    return {name: values[name] for name in names} | values


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
