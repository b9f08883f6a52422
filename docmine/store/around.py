"""One record by its id, with what stands around it in its document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb

from docmine.errors import UsageError
from docmine.records import (
    Block,
    Box,
    DocumentRecord,
    Link,
    Sentence,
    Span,
)
from docmine.store.listing import blocks, documents, spans_as_read, text
from docmine.store.rows import SPAN_TABLES, StoredDocument, columns_of, to_span

FEWEST_DIGITS = 6
"""Of an id: fewer would fit many records of any index."""
_NAMED = 5
"""Records that a message names before it says how many more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A record with what stands around it in its document. Offsets count in the document's text."""

    id: str
    record: Span
    document: StoredDocument
    """The version that the record is of."""
    paths: tuple[str, ...]
    """Where files with these bytes were last found, and had been before; the document's own first."""
    headings: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    """Those that the record's words stand in; none for a record of the document itself."""
    context: str = ""
    """The document's text from the first of these sentences to the last."""
    before: str | None = None
    """The sentence before them, and the one after; None where a heading or nothing stands there."""
    after: str | None = None
    blocks: tuple[Block, ...] = ()
    """Those that the sentences stand in."""

    @property
    def start(self) -> int:
        """Of `context`."""
        return min(self.record.start, *(s.start for s in self.sentences), self.record.start)

    @property
    def end(self) -> int:
        return max(self.record.end, *(s.end for s in self.sentences), self.record.end)

    def boxes(self) -> tuple[Box, ...]:
        """Of the record's own words; none where the format has no geometry."""
        return self._boxes(self.record.start, self.record.end)

    def sentence_boxes(self) -> tuple[Box, ...]:
        return self._boxes(self.start, self.end)

    def links(self) -> tuple[Link, ...]:
        """Those that touch `context`."""
        return tuple(k for block in self.blocks for k in block.links if k.start < self.end and self.start < k.end)

    def _boxes(self, start: int, end: int) -> tuple[Box, ...]:
        return tuple(box for block in self.blocks for box in block.boxes if box.start < end and start < box.end)


def exhibit(connection: duckdb.DuckDBPyConnection, asked: str) -> Exhibit:
    """The record whose id is or begins with `asked`, of any kind and version. Raises UsageError."""
    key, table, doc_id = _one(connection, asked)
    document = _document(connection, doc_id)
    whole = of_document(connection, document)
    if table == "documents":
        return replace(whole, id=key)
    kind = next(kind for kind, name in SPAN_TABLES.items() if name == table)
    names = ", ".join(f'"{name}"' for name in columns_of(kind))
    values = connection.execute(f"SELECT {names} FROM all_{table} WHERE id = ?", [key]).fetchall()[0]
    record = replace(to_span(kind, dict(zip(columns_of(kind), values, strict=True))), doc=document.name)
    return _placed(connection, Exhibit(id=key, record=record, document=document, paths=whole.paths))


def of_document(connection: duckdb.DuckDBPyConnection, document: StoredDocument) -> Exhibit:
    """The record of a document itself, with where its file is."""
    rows = connection.execute(
        "SELECT path FROM places WHERE doc_id = ? AND path IS NOT NULL"
        " ORDER BY path IS DISTINCT FROM ?, current DESC, path",
        [document.doc_id, document.path],
    ).fetchall()
    paths = tuple(dict.fromkeys(path for (path,) in rows))
    return Exhibit(id=document.doc_id, record=_about(document), document=document, paths=paths)


def _one(connection: duckdb.DuckDBPyConnection, asked: str) -> tuple[str, str, str]:
    """The id, the table and the version of the document of the one record that is meant."""
    prefix = asked.strip().lower()
    if len(prefix) < FEWEST_DIGITS or not re.fullmatch(r"[0-9a-f]{1,16}", prefix):
        raise UsageError(
            f"{asked!r} is no id. An id has 16 digits of 0-9 and a-f, of which the first {FEWEST_DIGITS} or more will"
            " do; the lists and 'docmine search' show them."
        )
    sources = [f"SELECT id, '{table}' AS kind, doc_id, doc, text FROM all_{table}" for table in SPAN_TABLES.values()]
    sources.append("SELECT doc_id, 'documents', doc_id, name, coalesce(title, name) FROM all_documents")
    about = "left(sha256(concat(sha256, '|document|0|0')), 16)"
    sources.append(f"SELECT {about}, 'documents', doc_id, name, coalesce(title, name) FROM all_documents")
    rows = connection.execute(
        f"SELECT * FROM ({' UNION ALL '.join(sources)}) WHERE starts_with(id, ?) ORDER BY id, kind", [prefix]
    ).fetchall()
    if not rows:
        raise UsageError(
            f"No record in the index has the id {asked!r}. Ids change when a file does; search or list again."
        )
    if len(rows) > 1:
        named = "; ".join(f"{row[0]} ({row[1]} of {row[3]}: {_short(row[4])})" for row in rows[:_NAMED])
        more = f"; and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
        raise UsageError(f"{len(rows)} records have an id that begins with {asked!r}: {named}{more}. Give more of it.")
    key, table, doc_id = rows[0][:3]
    return key, table, doc_id


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"


def _document(connection: duckdb.DuckDBPyConnection, key: str) -> StoredDocument:
    current = documents(connection, where="doc_id = ?", values=[key])
    return (current or documents(connection, current=False, where="doc_id = ?", values=[key]))[0]


def _about(document: StoredDocument) -> DocumentRecord:
    values = {name: getattr(document, name) for name in ("title", "doc_type", "published", "publisher", "addressee")}
    values |= {name: getattr(document, name) for name in ("series", "number")}
    known = {name: value.value if value else None for name, value in values.items()}
    return DocumentRecord(doc=document.name, text="", start=0, end=0, page=1 if document.pages else None, **known)


def _placed(connection: duckdb.DuckDBPyConnection, found: Exhibit) -> Exhibit:
    """With the sentences that hold the record, their neighbours and their blocks."""
    key, record = found.document.doc_id, found.record
    spans = spans_as_read(connection, Sentence, key, found.document.name)
    inside = [i for i, s in enumerate(spans) if s.start < record.end and record.start < s.end]
    layout = blocks(connection, key)
    if not inside:
        return replace(found, blocks=tuple(b for b in layout if b.start < record.end and record.start < b.end))
    first, last = inside[0], inside[-1]
    start, end = min(record.start, spans[first].start), max(record.end, spans[last].end)
    return replace(
        found,
        headings=spans[first].headings,
        sentences=spans[first : last + 1],
        context=text(connection, key)[start:end],
        before=None if layout[spans[first].block].kind == "heading" else _neighbour(spans, first - 1, layout),
        after=_neighbour(spans, last + 1, layout),
        blocks=tuple(b for b in layout if b.start < end and start < b.end),
    )


def _neighbour(spans: Sequence[Sentence], i: int, layout: Sequence[Block]) -> str | None:
    """A heading before is shown as one already; one after begins something else."""
    if not 0 <= i < len(spans) or layout[spans[i].block].kind == "heading":
        return None
    return spans[i].text
