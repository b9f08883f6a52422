"""Records → tables for people, one layout a kind. Texts are folded to the width, never cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from docmine.records import Record
from docmine.report import safe
from docmine.report.dates import british
from docmine.report.ids import SHORT, Ids, short
from docmine.report.words import place

Lines = Sequence[str | None]
_SURE = 0.75
"""Records that are more probably right are shown without a word about it."""


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    lines: Callable[[Any], Lines]
    """The lines of one cell; those without text are left out."""
    share: int = 1
    """Of the width, against the other columns."""


def _shown(name: str) -> Callable[[Any], Lines]:
    return lambda record: (getattr(record, name),)


def _commitment(record: Any) -> Lines:
    return (record.owner, f"by {british(record.due)}" if record.due else None, record.strength, _doubt(record))


def _figure(record: Any) -> Lines:
    whole = f"of {record.of:,g}" if record.of is not None and " of " not in record.text else None
    return (record.text, whole, f"({record.qualifier})" if record.qualifier != "none" else None, _doubt(record))


def _owner(record: Any) -> Lines:
    return (record.role, record.organisation, record.email, _doubt(record))


def _doubt(record: Any) -> str | None:
    """How likely a record is to be right, where that is worth saying."""
    return f"{record.confidence:.0%} sure" if record.confidence is not None and record.confidence < _SURE else None


_TEXT = Column("Text", _shown("text"), 3)
_COLUMNS: dict[str, tuple[Column, ...]] = {
    "document": (
        Column("Title", _shown("title"), 2),
        Column("Published by", _shown("publisher"), 2),
        Column("Type", _shown("doc_type")),
        Column("Date", lambda r: (british(r.published),)),
    ),
    "commitment": (Column("Commitment", _shown("text"), 3), Column("Who, by when, how firm", _commitment, 2)),
    "ask": (Column("Ask", _shown("text"), 3), Column("Topic", _shown("topic"))),
    "figure": (
        Column("Figure", _figure),
        Column("What it measures", _shown("metric"), 3),
        Column("When", lambda r: (british(r.period),)),
    ),
    "date": (
        Column("As written", _shown("text"), 2),
        Column("Date", lambda r: (british(r.value),), 2),
        Column("Role", _shown("role")),
    ),
    "owner": (Column("Name", _shown("name"), 2), Column("Role, organisation, e-mail", _owner, 3)),
    "quote": (
        Column("Quote", _shown("text"), 3),
        Column("Speaker", lambda r: (r.speaker, r.speaker_role), 2),
    ),
    "acronym": (Column("Short", _shown("text")), Column("Long form in the document", _shown("long"), 3)),
}


def records(
    kind: str, found: Iterable[Record], published: Callable[[Any], str | None], known: Ids = MappingProxyType({})
) -> Table:
    """The table of one kind of record; `published` tells a record's date, for the column that says where."""

    def where(record: Any) -> Lines:
        return (place(record.doc, record.page, published(record)),)

    layout = (*_COLUMNS.get(kind, (_TEXT,)), Column("Where", where, 2))
    table = _empty([(column.title, column.share) for column in layout], apart=1)
    if known:
        table.add_column("Id", width=SHORT, no_wrap=True, style="dim")
    for record in found:
        cells = [_cell(column.lines(record)) for column in layout]
        table.add_row(*cells, *([short(known, record)] if known else []))
    return table


def plain(names: Sequence[str], rows: Iterable[Sequence[Any]], shares: Sequence[int] = ()) -> Table:
    """A table of any values, such as the result of a query; numbers stand to the right."""
    rows = [tuple(row) for row in rows]
    table = _empty([(name, share) for name, share in zip(names, shares or [0] * len(names), strict=True)])
    for i, column in enumerate(table.columns):
        values = [row[i] for row in rows if row[i] is not None]
        if values and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values):
            column.justify = "right"
    for row in rows:
        table.add_row(*(Text(_value(v), overflow="fold") for v in row))
    return table


def lined(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Lines]]) -> Table:
    """A table whose cells have several lines each; a column is its title and its share of the width."""
    table = _empty(columns, apart=1)
    for row in rows:
        table.add_row(*(_cell(lines) for lines in row))
    return table


def _empty(columns: Sequence[tuple[str, int]], apart: int = 0) -> Table:
    """A table without rows, which will stand `apart` blank lines; a share of 0 lets the contents decide the width."""
    table = Table(box=SIMPLE_HEAD, expand=any(share for _, share in columns), pad_edge=False, leading=apart)
    for title, share in columns:
        table.add_column(Text(safe.line(title)), ratio=share or None, overflow="fold", vertical="top")
    return table


def _cell(lines: Lines) -> Text:
    return Text("\n".join(safe.line(line) for line in lines if line), overflow="fold")


def _value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    return safe.line(str(value))
