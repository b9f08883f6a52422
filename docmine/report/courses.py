"""Figures through time: a card a series with its points and what is odd about it, and rows for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from docmine.report import safe
from docmine.report.dates import british
from docmine.report.ids import Ids, full, short
from docmine.report.words import place

if TYPE_CHECKING:
    from docmine.compare.series import Flag, Point, Series

_NONE: Ids = MappingProxyType({})
_PURPOSE = {"planned": "promised, aimed at or allowed", "change": "by how much it changed"}
COLUMNS = ("measure", "unit", "purpose", "value", "text", "qualifier", "period", "doc", "page", "published", "flags")


def cards(console: Console, found: Iterable[Series], known: Ids = _NONE) -> None:
    """Each series: what is measured, its points by publication, then every flag with both sentences."""
    for one in found:
        head = Text(safe.line(one.measure), style="bold")
        notes = [" > ".join(one.headings[-1:]), _PURPOSE.get(one.purpose, "")]
        told = " · ".join(safe.line(note) for note in notes if note)
        console.print(head.append(f"  {told}" if told else "", style="dim not bold"))
        console.print(Padding(_points(one, known), (0, 0, 0, 3)))
        for flag in one.flags:
            _flag(console, flag)
        console.print()


def row(one: Series, known: Ids = _NONE) -> dict[str, Any]:
    """A series for JSON: its points and flags as lists of objects, each point with its sentence."""
    return {
        "kind": "series",
        "measure": one.measure,
        "unit": one.unit,
        "purpose": one.purpose,
        "headings": list(one.headings),
        "documents": len({point.figure.doc for point in one.points}),
        "points": [_point(point, known) for point in one.points],
        "flags": [_odd(flag, known) for flag in one.flags],
    }


def flat(found: Iterable[Series]) -> Iterator[dict[str, Any]]:
    """For a spreadsheet: a row a point, with the flags in which it is the later one."""
    for one in found:
        for point in one.points:
            values = _point(point)
            told = {name: values.pop(name) for name in ("value", "text", "qualifier", "period", "doc", "page")}
            flags = [f"{f.kind}: {f.because}" for f in one.flags if f.later == point or f.kind == "stopped"]
            yield {"measure": one.measure, "unit": one.unit, "purpose": one.purpose, **told, **values, "flags": flags}


def _points(one: Series, known: Ids) -> Table:
    table = Table.grid(padding=(0, 2))
    for point in one.points:
        value = Text(safe.line(point.figure.text), style="bold")
        extra = [f"{point.value:g} {one.unit}" if point.figure.unit != one.unit else None, point.share]
        said = ", ".join(safe.line(text) for text in extra if text)
        when = british(point.period) or "no date"
        notes = ["quoted later" if point.quoted else "", "" if point.stated or point.quoted else "when published"]
        table.add_row(
            value.append(f" ({said})" if said else "", style="not bold"),
            Text(when),
            Text(", ".join(note for note in notes if note), style="dim"),
            Text(place(point.figure.doc, point.figure.page, point.published), style="cyan"),
            Text(short(known, point.figure), style="dim"),
        )
    return table


def _flag(console: Console, flag: Flag) -> None:
    line = Text(
        f"{flag.kind.upper() if flag.sure else f'{flag.kind}, perhaps'}: ", style="bold red" if flag.sure else ""
    )
    console.print(Padding(line.append(safe.line(flag.because), style="not bold default"), (0, 0, 0, 3)))
    for point in (flag.earlier, flag.later):
        said = Text(f"“{_sentence(point)}”  ")
        said.append(place(point.figure.doc, point.figure.page, point.published), style="cyan")
        console.print(Padding(said, (0, 0, 0, 6)))


def _sentence(point: Point) -> str:
    """Its sentence; of a row of a table with the heading, since the row names little."""
    text = safe.line(point.sentence.text.replace("\t", " | "))
    heading = point.sentence.headings[-1:] if "\t" in point.sentence.text else ()
    return ": ".join((*(safe.line(h) for h in heading), text))


def _point(point: Point, known: Ids = _NONE) -> dict[str, Any]:
    figure = point.figure
    return {
        "doc": figure.doc,
        "text": figure.text,
        "value": int(point.value) if point.value.is_integer() else point.value,
        "qualifier": figure.qualifier,
        "period": point.period,
        "stated": point.stated,
        "quoted": point.quoted,
        "of": int(figure.of) if figure.of is not None and figure.of.is_integer() else figure.of,
        "share": point.share,
        "metric": figure.metric,
        "published": point.published,
        "page": figure.page,
        "start": figure.start,
        "end": figure.end,
        "sentence": point.sentence.text,
        "confidence": figure.confidence,
        **({"id": full(known, figure)} if known else {}),
    }


def _odd(flag: Flag, known: Ids) -> dict[str, Any]:
    return {
        "flag": flag.kind,
        "sure": flag.sure,
        "because": flag.because,
        "earlier": _point(flag.earlier, known),
        "later": _point(flag.later, known),
    }
