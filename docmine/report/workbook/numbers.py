"""The sheets of numbers: figures, the same figure through time, what is odd about it, and sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.report.checks import spot
from docmine.report.verdicts import CHECKS as OUTCOMES
from docmine.report.verdicts import FLAGS as ODD
from docmine.report.workbook.model import Cell, Column, Table, day
from docmine.report.workbook.names import CHECKS, FIGURES, FLAGS, SERIES
from docmine.report.workbook.places import Places, document
from docmine.report.workbook.promises import signed

if TYPE_CHECKING:
    from docmine.compare import Series
    from docmine.compare.series import Flag, Point
    from docmine.index.account import Account

_PURPOSE = {"reported": "reported", "planned": "promised, aimed at or allowed", "change": "by how much it changed"}


@dataclass(frozen=True, slots=True)
class _Point:
    number: int
    """Of its series, from 1."""
    series: Series
    point: Point


@dataclass(frozen=True, slots=True)
class _Flag:
    number: int
    series: Series
    flag: Flag


def figures(account: Account, places: Places) -> Table:
    return Table(
        FIGURES,
        [
            Column("Figure", lambda f: f.text),
            Column("Value", lambda f: f.value),
            Column("Unit", lambda f: f.unit),
            Column("Qualifier", lambda f: None if f.qualifier == "none" else f.qualifier),
            Column("Out of", lambda f: f.of),
            Column("What it measures", lambda f: f.metric),
            Column("When", lambda f: day(f.period)),
            Column("Compared to", lambda f: f.compared_to),
            places.sentence(),
            *places.columns(),
            Column("Sure", lambda f: f.confidence),
            places.id(),
        ],
        account.figures,
        key=account.id_of,
        note="Every number that states a fact.",
    )


def through_time(account: Account) -> Table:
    return Table(
        SERIES,
        [
            Column("Series", lambda r: r.number, plain=True),
            Column("Measure", lambda r: r.series.measure),
            Column("Of", lambda r: " > ".join(r.series.headings[-1:])),
            Column("What for", lambda r: _PURPOSE[r.series.purpose]),
            Column("Value", lambda r: r.point.value),
            Column("Unit", lambda r: r.series.unit),
            Column("As written", lambda r: Cell(r.point.figure.text, row=(FIGURES, account.id_of(r.point.figure)))),
            Column("Beside it", lambda r: r.point.share),
            Column("When", lambda r: day(r.point.period)),
            Column("Earlier value, quoted later", lambda r: "yes" if r.point.quoted else None),
            Column("Sentence", lambda r: r.point.sentence.text),
            Column("Document", lambda r: document(r.point.figure.doc)),
            Column("Page", lambda r: r.point.figure.page, plain=True),
            Column("Published", lambda r: day(r.point.published)),
            Column("Odd", lambda r: _odd(r.number, r.series)),
        ],
        [_Point(n, one, point) for n, one in enumerate(account.series, 1) for point in one.points],
        key=lambda r: r.number,
        note="The same measure in successive documents: a row a value.",
    )


def flags(account: Account) -> Table:
    return Table(
        FLAGS,
        [
            Column("Series", lambda r: Cell(r.number, row=(SERIES, r.number)), plain=True),
            Column("Measure", lambda r: r.series.measure),
            Column("What is odd", lambda r: signed(ODD[r.flag.kind])),
            Column("Sure", lambda r: "yes" if r.flag.sure else "perhaps"),
            Column("Because", lambda r: r.flag.because),
            Column("Earlier sentence", lambda r: r.flag.earlier.sentence.text),
            Column("In", lambda r: document(r.flag.earlier.figure.doc)),
            Column("Published", lambda r: day(r.flag.earlier.published)),
            Column("Later sentence", lambda r: r.flag.later.sentence.text),
            Column("Later in", lambda r: document(r.flag.later.figure.doc)),
            Column("Then published", lambda r: day(r.flag.later.published)),
        ],
        [_Flag(n, one, flag) for n, one in enumerate(account.series, 1) for flag in one.flags],
        key=lambda r: r.number,
        note="What a reader should look at in figures through time, with both sentences.",
    )


def sums(account: Account, places: Places) -> Table:
    order = list(OUTCOMES)
    return Table(
        CHECKS,
        [
            Column("How it comes out", lambda c: signed(OUTCOMES[c.verdict])),
            Column("Stated", lambda c: c.stated),
            Column("Sum", lambda c: c.sum),
            Column("Allowed for", lambda c: c.tolerance),
            Column("Kind", lambda c: c.check),
            Column("Values", lambda c: "; ".join(c.counts)),
            Column("Sentence", lambda c: c.text),
            Column("With", lambda c: "\n".join(other.text for other in c.evidence)),
            *places.columns(),
            places.id(spot),
        ],
        sorted(account.checks, key=lambda c: order.index(c.verdict)),
        note="Every sum that a document states, those that do not come out first.",
    )


def _odd(number: int, series: Series) -> Cell:
    if not series.flags:
        return Cell(None)
    return Cell("; ".join(dict.fromkeys(ODD[flag.kind].word for flag in series.flags)), row=(FLAGS, number))
