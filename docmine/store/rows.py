"""Nouns ↔ rows: which table holds which record, and what its columns are called."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar

from docmine.errors import UsageError
from docmine.records import (
    Acronym,
    Ask,
    Block,
    Box,
    Commitment,
    DateMention,
    Document,
    DocumentRecord,
    Figure,
    Known,
    Link,
    Owner,
    Passage,
    Quote,
    Record,
    Sentence,
    Span,
    record_id,
)
from docmine.store.partial import bounds

S = TypeVar("S", bound=Span)

RECORD_TABLES: dict[type[Record], str] = {
    Commitment: "commitments",
    Ask: "asks",
    Figure: "figures",
    DateMention: "dates",
    Owner: "owners",
    Quote: "quotes",
    Acronym: "acronyms",
}
"""The view of each kind of record; the table behind it is called `all_` and the same."""
SPAN_TABLES: dict[type[Span], str] = {Sentence: "sentences", Passage: "passages"} | dict(RECORD_TABLES)
TYPE_OF_KIND: dict[str, type[Record]] = {record.kind: record for record in RECORD_TABLES}
VIEWS = ("documents", "blocks", *SPAN_TABLES.values())
DOCUMENT_TABLES = tuple(f"all_{view}" for view in VIEWS)
"""Tables with rows of one document each, joined by doc_id."""
RESULTS = ("all_findings", "all_checks")
"""Tables with what was made from the records of a document, by doc_id and place."""
RESULT_TABLES = (*RESULTS, "tracked", "checked")

_COLUMN = {"start": "start_char", "end": "end_char"}
_BOUNDED = {(Commitment, "due"), (DateMention, "value"), (Figure, "period")}
ABOUT = ("title", "doc_type", "publisher", "addressee", "signatory", "series", "number", "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A version of a document in the index, without its text and blocks."""

    doc_id: str
    name: str
    path: str | None
    sha256: str
    version: int
    current: bool
    media_type: str
    pages: int | None
    title: Known | None
    doc_type: Known | None
    publisher: Known | None
    addressee: Known | None
    signatory: Known | None
    series: Known | None
    number: Known | None
    published: Known | None
    published_from: date | None
    published_to: date | None
    source: str | None
    part_of: str | None
    warnings: tuple[str, ...]
    run: int
    ingested: datetime


def table_name(name: str) -> str:
    """The view of a table or of a kind of record: "figures" and "figure" both name `figures`. Raises UsageError."""
    named = {kind: RECORD_TABLES[record] for kind, record in TYPE_OF_KIND.items()} | {"document": "documents"}
    known = (*VIEWS, "places", "failures", "runs", "vectors", *DOCUMENT_TABLES)
    if named.get(name, name) not in known:
        raise UsageError(f"There is no table {name!r}. Choose among {', '.join(known)}.")
    return named.get(name, name)


def doc_id(sha256: str) -> str:
    return sha256[:16]


HASH_OF_TEXT = "left(sha256(text), 32)"
"""`text_hash` of a row's text, in SQL."""


def text_hash(text: str) -> str:
    """The key of a vector: `text_hash(passage.context)`, `text_hash(sentence.text)`."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


@lru_cache(maxsize=8)
def model_key(model: str) -> int:
    """What a model adds to the key of a vector: 64 bits."""
    return int(hashlib.sha256(model.encode()).hexdigest()[:16], 16)


KEY_OF_HASH = "xor(('0x' || left(text_hash, 16))::UBIGINT, ?::UBIGINT)"
"""`vector_key` of a row's text_hash, in SQL; to be given `model_key`."""


def vector_key(hash_of_text: str, model: str) -> int:
    """The key of the vector of a text, by its `text_hash`: numbers are found much faster than texts."""
    return int(hash_of_text[:16], 16) ^ model_key(model)


def column(field: str) -> str:
    return _COLUMN.get(field, field)


_SPANS: tuple[type[Span], ...] = (DocumentRecord, *SPAN_TABLES)
_COLUMNS = {kind: tuple((field.name, column(field.name)) for field in fields(kind)) for kind in _SPANS}
"""Each field, and its column."""


def document_row(document: Document, *, version: int, run: int, ingested: datetime) -> dict[str, Any]:
    about: dict[str, Any] = {}
    for name in ABOUT:
        known: Known | None = getattr(document, name)
        about[name], about[f"{name}_by"] = (known.value, known.by) if known else (None, None)
    return {
        "doc_id": doc_id(document.sha256),
        "name": document.name,
        "path": document.path,
        "sha256": document.sha256,
        "version": version,
        "current": True,
        "media_type": document.media_type,
        "pages": document.pages,
        **about,
        **_bounds("published", about["published"]),
        "source": document.source,
        "part_of": document.part_of,
        "warnings": list(document.warnings),
        "read_as": document.name,
        "run": run,
        "ingested": ingested,
        "text": document.text,
    }


def block_rows(document: Document) -> list[dict[str, Any]]:
    key = doc_id(document.sha256)
    return [
        {
            "doc_id": key,
            "doc": document.name,
            "block": number,
            "kind": block.kind,
            "level": block.level,
            "marker": block.marker,
            "headers": list(block.headers),
            "page": block.page,
            "start_char": block.start,
            "end_char": block.end,
            "text": block.text,
            "boxes": [
                {
                    "start_char": box.start,
                    "end_char": box.end,
                    "page": box.page,
                    "x0": box.x0,
                    "top": box.top,
                    "x1": box.x1,
                    "bottom": box.bottom,
                    "confidence": box.confidence,
                }
                for box in block.boxes
            ],
            "links": [{"start_char": k.start, "end_char": k.end, "target": k.target} for k in block.links],
            "author": block.author,
            "date": block.date,
            **_bounds("date", block.date),
        }
        for number, block in enumerate(document.blocks)
    ]


def span_rows(document: Document, spans: Iterable[Span]) -> list[dict[str, Any]]:
    """Rows of sentences, passages or records of one kind, in order of place."""
    starts = [block.start for block in document.blocks]
    key = doc_id(document.sha256)
    rows: list[dict[str, Any]] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        number = bisect_right(starts, span.start) - 1
        inside = number >= 0 and span.start < document.blocks[number].end
        row: dict[str, Any] = {
            "id": record_id(document.sha256, span),
            "doc_id": key,
            "block": number if inside else None,
        }
        for field in fields(span):
            value = getattr(span, field.name)
            row[column(field.name)] = list(value) if isinstance(value, tuple) else value
            if (type(span), field.name) in _BOUNDED:
                row |= _bounds(field.name, value)
        if isinstance(span, Passage):
            row["text_hash"] = text_hash(span.context)
        rows.append(row)
    return rows


def to_document(row: dict[str, Any]) -> StoredDocument:
    plain = {f.name: row[f.name] for f in fields(StoredDocument) if f.name not in ABOUT}
    about = {n: Known(row[n], row[f"{n}_by"]) if row[n] is not None else None for n in ABOUT}
    return StoredDocument(**{**plain, **about, "warnings": tuple(row["warnings"])})


def to_block(row: dict[str, Any]) -> Block:
    boxes = tuple(Box(**_fields(box)) for box in row["boxes"])
    return Block(
        kind=row["kind"],
        text=row["text"],
        start=row["start_char"],
        end=row["end_char"],
        page=row["page"],
        level=row["level"],
        marker=row["marker"],
        headers=tuple(row["headers"]),
        boxes=boxes,
        links=tuple(Link(**_fields(link)) for link in row["links"]),
        author=row["author"],
        date=row["date"],
    )


def to_span(kind: type[S], row: dict[str, Any]) -> S:
    named = ((field, row[name]) for field, name in _COLUMNS[kind])
    values: dict[str, Any] = {field: tuple(value) if isinstance(value, list) else value for field, value in named}
    return kind(**values)


def columns_of(kind: type[Span]) -> Sequence[str]:
    """The columns that `to_span` needs."""
    return [name for _, name in _COLUMNS[kind]]


_FIELD = {column: field for field, column in _COLUMN.items()}


def _fields(struct: dict[str, Any]) -> dict[str, Any]:
    return {_FIELD.get(name, name): value for name, value in struct.items()}


def _bounds(name: str, value: str | None) -> dict[str, date | None]:
    first, last = bounds(value) or (None, None)
    return {f"{name}_from": first, f"{name}_to": last}
