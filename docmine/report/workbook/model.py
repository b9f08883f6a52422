"""What a workbook is made of, before any of it is written: tables, columns, and cells that may lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from docmine.report.dates import british

Value = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, and where it leads: to a row of a table, or else to an address."""

    value: Value
    row: tuple[str, Hashable] | None = None
    """Title of a table and `key` of one of its rows, or None for its head; leads nowhere where there is no such row."""
    address: str | None = None
    """http, https or file."""


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    of: Callable[[Any], Value | Cell]
    """From a row of the table. Text is always shown as text, whatever it looks like."""
    plain: bool = False
    """Of numbers that count nothing, such as pages and years: without commas."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    key: Callable[[Any], Hashable] | None = None
    """By which cells of other tables lead to a row."""
    note: str = ""
    """What it holds, in a sentence for people."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Those of Excel."""

    characters: int = 32_767
    """In a cell, as UTF-16 counts them."""
    rows: int = 1_048_576
    """In a sheet, the head among them."""
    links: int = 65_530
    """In a sheet."""
    address: int = 2_079
    """Characters of a link."""
    title: int = 31
    """Characters of the name of a sheet."""


@lru_cache(maxsize=8_192)
def day(iso: str | None) -> date | str | None:
    """A whole ISO date as a date; of a partial one, a span or anything else the British text."""
    try:
        found = datetime.strptime(iso or "", "%Y-%m-%d").date()
    except ValueError:
        return british(iso) or None
    return found if found.year >= 1900 and iso == found.isoformat() else british(iso)
