"""Services and subjects: a table of what is said of each when, and rows for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console

from docmine.report import tables

if TYPE_CHECKING:
    from docmine.compare import Topic

COLUMNS = ("topic", "spellings", "year", "documents", "commitments", "figures", "mentions")
_SPELLED = 2
"""Other spellings that the table names; programs get all."""


def table(console: Console, found: Iterable[Topic]) -> None:
    """A row a subject: its names, how much there is in all, and how often it is mentioned in each year."""
    names = ("Service or subject", "Docs", "Promises", "Figures", "Mentions by year")
    console.print(tables.plain(names, map(_cells, found), (3, 0, 0, 0, 3)))


def row(topic: Topic) -> dict[str, Any]:
    """For JSON: the counts of each year as an object."""
    return {
        "topic": topic.name,
        "spellings": list(topic.spellings),
        **asdict(topic.total),
        "by_year": {year: asdict(counts) for year, counts in topic.by_year.items()},
    }


def flat(found: Iterable[Topic]) -> Iterator[dict[str, Any]]:
    """For a spreadsheet: a row a subject and year."""
    for topic in found:
        for year, counts in topic.by_year.items():
            yield {"topic": topic.name, "spellings": list(topic.spellings), "year": year, **asdict(counts)}


def _cells(topic: Topic) -> tuple[str | int, ...]:
    others = "; ".join(topic.spellings[:_SPELLED])
    years = (f"{year}:{counts.mentions:,}" for year, counts in topic.by_year.items() if counts.mentions)
    total = topic.total
    return (
        f"{topic.name} ({others})" if others else topic.name,
        *(total.documents, total.commitments, total.figures),
        "  ".join(years).replace("not known:", "undated:"),
    )
