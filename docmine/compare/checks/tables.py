"""Tables: totals below their rows, columns that are a share or a difference of two others, shares that make 100."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docmine.compare.checks.amounts import shown
from docmine.compare.checks.record import Check, Verdict, check_at
from docmine.compare.checks.rounding import judged, step_of
from docmine.records import Block, Span

_CELL = re.compile(
    r"(?P<money>£)?\s?(?P<number>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s?(?P<scale>m|k|bn|million)?\s?(?P<percent>%)?"
)
_SCALE = {None: 1.0, "k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9}
_TOTAL = re.compile(
    r"(?:grand\s+|overall\s+|sub-?)?totals?\b(?!\s+(?:number|of)\b)|^(?:all|sum)$|^overall$", re.IGNORECASE
)
_INSIDE = re.compile(r"\s*(?:of\s+which|of\s+whom|of\s+these|including|included)\b", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"%|per\s?cent|average|mean|median|rate|share|wait|age|year|date|rank|number of weeks|target|ratio|per\b", re.I
)
_SHARE = re.compile(r"%|per\s?cent|share|proportion|rate", re.IGNORECASE)
_NEAR = 0.2
"""A total this far from the sum of its rows, as a share, is of something else than these rows."""
_PARTS = 3
"""Shares that a column must have before its 100% is told."""
_MOST_WRONG = 1 / 3
"""Rows that may fail where a column is taken for the share of two others."""


@dataclass(frozen=True, slots=True)
class Cell:
    value: float
    text: str
    step: float
    percent: bool
    money: bool


Table = Sequence[Block]


def tables(blocks: Sequence[Block], doc: str) -> Iterator[Check]:
    """The sums of every table."""
    for (is_row, _), group in itertools.groupby(blocks, key=lambda b: (b.kind == "table_row", b.headers)):
        if not is_row:
            continue
        rows = [row for row in group if tuple(row.text.split("\t")) != row.headers]
        if len(rows) > 1:
            cells = [[_cell(text) for text in row.text.split("\t")] for row in rows]
            width = max(len(row) for row in cells)
            padded = [row + [None] * (width - len(row)) for row in cells]
            yield from _totals(rows, padded, doc)
            yield from _shares(rows, padded, doc)
            yield from _hundreds(rows, padded, doc)


def _cell(text: str) -> Cell | None:
    m = _CELL.fullmatch(text.strip())
    if m is None:
        return None
    number = m["number"].replace(",", "")
    scale = _SCALE[m["scale"]]
    return Cell(float(number) * scale, text.strip(), step_of(number, scale), bool(m["percent"]), bool(m["money"]))


def _totals(rows: Table, cells: Sequence[Sequence[Cell | None]], doc: str) -> Iterator[Check]:
    """The rows called "Total", column by column, against those above them."""
    first = 0
    for at, row in enumerate(rows):
        if not _TOTAL.search(row.text.split("\t")[0].strip()) or cells[at][0] is not None:
            continue
        above = [i for i in range(first, at) if not _INSIDE.match(rows[i].text)]
        first = at + 1
        if len(above) < 2:
            continue
        outcomes = [
            (column, total, parts)
            for column in range(1, len(cells[at]))
            if (total := cells[at][column]) is not None
            and not total.percent
            and not _NOT_ADDED.search(_header(row, column))
            and None not in (parts := [cells[i][column] for i in above])
        ]
        fits = [_fits(total, parts) for _, total, parts in outcomes]
        for (column, total, parts), fit in zip(outcomes, fits, strict=True):
            exact = sum(p.value for p in parts if p)
            near = abs(exact - total.value) <= _NEAR * max(abs(total.value), 1)
            wrong: Verdict = "does not agree" if near or any(fits) else "cannot tell"
            yield check_at(
                _span(row, doc),
                check="total",
                verdict=fit or wrong,
                stated=total.text,
                counts=tuple(p.text for p in parts if p),
                sum=f"{_named(row, column)}{' + '.join(p.text for p in parts if p)} = {_shown(exact, total)}",
                exact=round(exact, 6),
                tolerance=_room(fit),
                evidence=tuple(_span(rows[i], doc) for i in above),
            )


def _fits(total: Cell, parts: Sequence[Cell | None]) -> Verdict | None:
    known = [p for p in parts if p]
    off = abs(sum(p.value for p in known) - total.value)
    if off < 1e-9 * max(1.0, abs(total.value)):
        return "agrees"
    fraction = total.money or any(p.step < 1 or p.step > 1 for p in (*known, total))
    room = (sum(p.step for p in known) + total.step) / 2 if fraction else 0.0
    return "agrees if rounded" if off <= room else None


def _room(fit: Verdict | None) -> str:
    if fit == "agrees":
        return "exact"
    return (
        "each of the values may be rounded"
        if fit
        else "counts are not rounded; unless rows are left out, or counted twice"
    )


def _shares(rows: Table, cells: Sequence[Sequence[Cell | None]], doc: str) -> Iterator[Check]:
    """Percentages that are one column as a share of another in nearly every row, in every row."""
    width = len(cells[0])
    for column in range(1, width):
        marked = [c[column] for c in cells if c[column] is not None]
        shares = [c for c in marked if c and (c.percent or _SHARE.search(_header(rows[0], column)))]
        if len(shares) < 2 or len(shares) != len(marked):
            continue
        best: tuple[int, int, int] | None = None
        for part, whole in itertools.permutations([c for c in range(1, width) if c != column], 2):
            good, bad = _tried(cells, column, part, whole)
            if good >= 2 and bad <= _MOST_WRONG * (good + bad) and (best is None or good > best[0]):
                best = (good, part, whole)
        if best is None:
            continue
        for i, row in enumerate(rows):
            share, part_, whole_ = cells[i][column], cells[i][best[1]], cells[i][best[2]]
            if share is None or part_ is None or whole_ is None or not whole_.value:
                continue
            exact = 100 * part_.value / whole_.value
            found = judged(share.value, exact, share.step)
            yield check_at(
                _span(row, doc),
                check="percentage",
                verdict=found.verdict,
                stated=share.text,
                counts=(part_.text, whole_.text),
                sum=f"{part_.text} ÷ {whole_.text} = {shown(round(exact, 2), 'percent')}",
                exact=round(exact, 4),
                tolerance=found.tolerance,
            )


def _tried(cells: Sequence[Sequence[Cell | None]], column: int, part: int, whole: int) -> tuple[int, int]:
    """In how many rows the one column is that share of the two others, and in how many not."""
    good = bad = 0
    for row in cells:
        share, a, b = row[column], row[part], row[whole]
        if share is None or a is None or b is None or a.percent or b.percent or not b.value:
            continue
        fits = judged(share.value, 100 * a.value / b.value, share.step).verdict != "does not agree"
        good, bad = good + fits, bad + (not fits)
    return good, bad


def _hundreds(rows: Table, cells: Sequence[Sequence[Cell | None]], doc: str) -> Iterator[Check]:
    """Columns of percentages that make 100 as their parts do; others may be answers of which several were allowed."""
    for column in range(1, len(cells[0])):
        marked = [_is_share(row, cells[i][column]) for i, row in enumerate(rows)]
        for shares, run in itertools.groupby(range(len(rows)), key=marked.__getitem__):
            at = list(run)
            parts = [c for i in at if (c := cells[i][column]) is not None]
            if not shares or len(parts) < _PARTS:
                continue
            exact, room = sum(c.value for c in parts), sum(c.step for c in parts) / 2
            if abs(exact - 100) > room + 1e-9:
                continue
            equal = abs(exact - 100) < 1e-9
            yield check_at(
                _span(rows[at[-1]], doc),
                check="total",
                verdict="agrees" if equal else "agrees if rounded",
                stated="100%",
                counts=tuple(c.text for c in parts),
                sum=f"{_named(rows[at[-1]], column)}{' + '.join(c.text for c in parts)} = {shown(exact, 'percent')}",
                exact=round(exact, 4),
                tolerance="exact" if equal else f"{len(parts)} rounded shares: {room:.3g} points either way",
                evidence=tuple(_span(rows[i], doc) for i in at[:-1]),
            )


def _is_share(row: Block, cell: Cell | None) -> bool:
    return cell is not None and cell.percent and not _TOTAL.search(row.text.split("\t")[0])


def _header(row: Block, column: int) -> str:
    return row.headers[column] if column < len(row.headers) else ""


def _named(row: Block, column: int) -> str:
    header = " ".join(_header(row, column).split())
    return f"{header}: " if header else ""


def _shown(value: float, like: Cell) -> str:
    return shown(round(value, 6), "gbp" if like.money else "count")


def _span(row: Block, doc: str) -> Span:
    return Span(doc=doc, text=row.text, start=row.start, end=row.end, page=row.page)
