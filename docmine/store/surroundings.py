"""What stands where a search looks: passages, the sentences in and around them, and what was found there.

Search reads it a block at a time, by number, however large the index is: in tables of sentences and records the few
that are wanted would have to be looked for among all. It is packed when a document is made known to search.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import duckdb

from docmine.store.lists import TEXTS, joined

BEFORE, AFTER = 5, 1
"""Blocks that are read before and after each: the words above a list are rarely further off than five bullets."""
_BY_INDEX = 1000
"""Numbers asked for in one go; of more than 2048 DuckDB reads the whole table."""
_COLUMNS = {
    "commitment": ("owner", "due", "topic"),
    "figure": ("NULL", "period", "metric"),
    "date": ("NULL", "value", "role"),
    "owner": ("name", "NULL", "role"),
    "quote": ("speaker", "NULL", "NULL"),
    "ask": ("NULL", "NULL", "topic"),
}
"""Of each kind of record: who, when and what."""
_MARKS = " UNION ALL ".join(
    f"SELECT doc_id, block, '{kind}' AS kind, start_char, end_char, text, {who} AS who, {when} AS when_, {what} AS what"
    f" FROM all_{kind}s WHERE doc_id IN (FROM wanted)"
    for kind, (who, when, what) in _COLUMNS.items()
)
_PARTS = (
    "SELECT doc_id, block, id, start_char, end_char, text, headings, text_hash FROM all_passages"
    " WHERE doc_id IN (FROM wanted) ORDER BY doc_id, start_char",
    "SELECT doc_id, block, page, start_char, end_char, text, headings FROM all_sentences"
    " WHERE doc_id IN (FROM wanted) ORDER BY doc_id, start_char",
    f"{_MARKS} ORDER BY doc_id, start_char, end_char, kind",
)
"""What is packed of a block: its passages, sentences and records."""


class Held(NamedTuple):
    """A passage, and where it stands."""

    id: str
    doc_id: str
    block: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    text_hash: str


class Line(NamedTuple):
    """A sentence, a bullet or a row, and the block it stands in."""

    doc_id: str
    block: int
    kind: str
    """That of the block: paragraph, list_item, table_row, heading ..."""
    headers: tuple[str, ...]
    """Of a row of a table: what its columns are called."""
    page: int | None
    start: int
    end: int
    text: str
    headings: tuple[str, ...]


class Mark(NamedTuple):
    """A record, as far as a search needs it."""

    kind: str
    start: int
    end: int
    text: str
    who: str | None
    """The owner of a commitment, the speaker of a quotation, the name of a person."""
    when: str | None
    """When a commitment is due, which time a figure is of, what a date is; ISO, perhaps partial."""
    what: str | None
    """The topic of a commitment or an ask, what a figure counts, what role a person or a date has."""


Place = tuple[str, int]
"""A block: id of its document, and its number there."""


class Surroundings:
    """Passages, and the blocks in and around which they stand."""

    def __init__(self, blocks: Iterable[list[Any]], ids: Collection[str]) -> None:
        self._blocks: dict[Place, list[Any]] = {(block[0], block[1]): block for block in blocks}
        wanted = set(ids)
        found = [
            Held(id, doc, block, start, end, text, tuple(headings), hashed)
            for doc, block, _, _, passages, _, _ in self._blocks.values()
            for id, start, end, text, headings, hashed in passages
            if id in wanted
        ]
        self.passages = tuple(sorted(found, key=lambda p: (p.doc_id, p.start)))
        """By document and place."""

    def lines(self, places: Collection[Place]) -> list[Line]:
        """The sentences of these blocks and of those around them, by document and place."""
        near = {(key, other) for key, block in places for other in range(block - BEFORE, block + AFTER + 1)}
        found: list[Line] = []
        for place in sorted(near & self._blocks.keys()):
            key, block, kind, headers, passages, sentences, _ = self._blocks[place]
            columns = tuple(headers)
            above = tuple(passages[0][4]) if passages else ()
            for page, start, end, text, headings in sentences:
                said = _said(passages, start, end, text)
                under = above if headings is None else tuple(headings)
                found.append(Line(key, block, kind, columns, page, start, end, said, under))
        return found

    def marks(self, places: Collection[Place]) -> dict[Place, list[Mark]]:
        """What was found in these blocks, by block and place."""
        found: dict[Place, list[Mark]] = {}
        for place in self._blocks.keys() & places:
            _, _, _, _, passages, _, marks = self._blocks[place]
            if marks:
                found[place] = [
                    Mark(kind, start, end, _said(passages, start, end, text), who, when, what)
                    for kind, start, end, text, who, when, what in marks
                ]
        return found


def around(connection: duckdb.DuckDBPyConnection, places: dict[str, int | None]) -> Surroundings:
    """Of the passages with these ids, whose blocks have these numbers; None where search does not know the passage."""
    numbers = {place for place in places.values() if place is not None}
    wanted = sorted({near for place in numbers for near in range(place - BEFORE, place + AFTER + 1)})
    rows: list[bytes] = []
    for first in range(0, len(wanted), _BY_INDEX):
        some = ", ".join(map(str, wanted[first : first + _BY_INDEX]))
        found = connection.execute(f"SELECT packed FROM search_blocks WHERE place IN ({some})").fetchall()
        rows += [packed for (packed,) in found]
    unknown = [id for id, place in places.items() if place is None]
    if unknown:
        sql = f"SELECT DISTINCT doc_id FROM all_passages WHERE id IN {TEXTS}"
        keys = [key for (key,) in connection.execute(sql, [joined(unknown)]).fetchall()]
        rows += [packed for _, _, packed in _packed(connection, keys)]
    return Surroundings(json.loads(b"[" + b",".join(rows) + b"]"), places)


def add(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> None:
    """Pack the blocks of these documents, whose passages search has numbered."""
    import pyarrow

    last = connection.execute("SELECT coalesce(max(last_place), -1) FROM search_documents").fetchall()[0][0]
    places: list[int] = []
    rows: list[bytes] = []
    spans: dict[str, tuple[int, int]] = dict.fromkeys(keys, (last + 1, last))
    first, before = last + 1, None
    for key, block, packed in _packed(connection, keys):
        if key != before:
            first, before = last + 1, key
        last = first + block
        places.append(last)
        rows.append(packed)
        spans[key] = (first, last)
    known = {
        "doc_id": list(spans),
        "first_place": [first for first, _ in spans.values()],
        "last_place": [last for _, last in spans.values()],
    }
    blocks = {"place": pyarrow.array(places, pyarrow.int32()), "packed": pyarrow.array(rows, pyarrow.binary())}
    connection.register("incoming", pyarrow.table(blocks))
    connection.register("spans", pyarrow.table(known))
    try:
        connection.execute("INSERT INTO search_blocks BY NAME SELECT * FROM incoming")
        connection.execute(
            "UPDATE search_documents SET first_place = s.first_place, last_place = s.last_place"
            " FROM spans AS s WHERE s.doc_id = search_documents.doc_id"
        )
        connection.execute(
            "UPDATE search_passages SET place = s.first_place + p.block"
            " FROM all_passages AS p JOIN spans AS s USING (doc_id) WHERE p.id = search_passages.id"
        )
    finally:
        connection.unregister("incoming")
        connection.unregister("spans")


def _packed(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> Iterator[tuple[str, int, bytes]]:
    """Every block of these documents in order: document's id, number, and what is kept of it.

    A text that stands in the first passage of its block is not written again, nor are headings that are the same.
    """
    wanted = f"WITH wanted AS {TEXTS} "
    blocks = connection.execute(
        f"{wanted} SELECT doc_id, block, kind, headers FROM all_blocks WHERE doc_id IN (FROM wanted)"
        " ORDER BY doc_id, block",
        [joined(keys)],
    ).fetchall()
    parts: list[dict[Place, list[list[Any]]]] = []
    for sql in _PARTS:
        by_block: dict[Place, list[list[Any]]] = {}
        for key, block, *row in connection.execute(wanted + sql, [joined(keys)]).fetchall():
            by_block.setdefault((key, block), []).append(row)
        parts.append(by_block)
    for key, block, kind, headers in blocks:
        passages, sentences, marks = (part.get((key, block), []) for part in parts)
        for row in chain(sentences, marks):  # both: ..., start, end, text, ...
            if passages and _said(passages, row[1], row[2]) == row[3]:
                row[3] = None
        for row in sentences:
            if passages and row[4] == passages[0][4]:
                row[4] = None
        told = [key, block, kind, headers or [], passages, sentences, marks]
        yield key, block, json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _said(passages: Sequence[Sequence[Any]], start: int, end: int, text: str | None = None) -> str:
    """A text, or where it is not written what the first of these passages says there."""
    if text is not None:
        return text
    _, first, _, whole, *_ = passages[0]
    said: str = whole[max(0, start - first) : max(0, end - first)]
    return said
