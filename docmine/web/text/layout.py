"""Blocks → pages of headings, paragraphs, lists and tables, as HTML knows them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from docmine.records import ASIDE, Block, BlockKind
from docmine.report import safe
from docmine.report.dates import british
from docmine.web.text.marks import Mark, Token, tokens

FIRST_LEVEL = 3
"""Of the document's own headings: above them stand the page's title and that of its part."""
_LAST_LEVEL = 6
_BULLETS = frozenset("•●◼▪■◦○‣⁃∙·-–—*")
"""Signs of a bullet that a browser draws in its own way; any other sign of an item is shown as it is written."""
ASIDES: dict[BlockKind, str] = {
    "comment": "Comments",
    "deletion": "Taken out by tracked changes",
    "quoted": "Earlier mail",
    "furniture": "Running heads, feet and page numbers",
}


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one block, or of one cell."""

    tokens: tuple[Token, ...]
    id: str = ""
    """To jump to."""
    sign: str = ""
    """What stands before it, and is not part of its text: "1.", "Footnote 2", "added 3 May 2024"."""


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet with those below it."""

    line: Line
    inner: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands without a break: one paragraph, one list, one table."""

    what: Literal["heading", "paragraph", "list", "table", "caption", "footnote", "signature", "quoted"]
    lines: tuple[Line, ...] = ()
    level: int = 0
    items: tuple[Item, ...] = ()
    head: tuple[Line, ...] = ()
    """Of a table: the cells of its first row, where it has headers."""
    repeated: bool = False
    """Whether the head stands further up in the document, and is repeated for the reader."""
    rows: tuple[tuple[Line, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The parts that begin on one page; `number` is None where the format has no pages."""

    number: int | None
    parts: tuple[Part, ...]
    again: bool = False
    """Whether it was there already: the text came back to it from a later page."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What is kept with the text and is not what the document says."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    pages: tuple[Page, ...]
    asides: tuple[Aside, ...]


def reading(blocks: Sequence[Block], marks: Sequence[Mark] = (), count: int = 0) -> Reading:
    """The document as it is read, each mark in its place; of `count` pages those without text are empty."""
    inside = _by_block(blocks, marks)
    body = [(i, block) for i, block in enumerate(blocks) if block.kind not in ASIDE]
    pages: list[Page] = []
    level = FIRST_LEVEL - 1
    page: int | None = None
    parts: list[Part] = []
    for group in _groups(body):
        number = group[0][1].page
        if parts and number is not None and number != page:
            pages.append(Page(page, tuple(parts)))
            parts = []
        page = number if number is not None else page
        part = _part(group, inside, level)
        level = part.level or level
        parts.append(part)
    if parts:
        pages.append(Page(page, tuple(parts)))
    return Reading(tuple(_with_empty(pages, count)), tuple(_asides(blocks, inside)))


def _with_empty(pages: Sequence[Page], count: int) -> Iterator[Page]:
    """With the pages up to `count` that no text begins on, each in its place."""
    reached = 0
    for page in pages:
        number = page.number or 0
        if count:
            yield from (Page(empty, ()) for empty in range(reached + 1, number))
        yield replace(page, again=True) if 0 < number <= reached else page
        reached = max(reached, number)
    yield from (Page(empty, ()) for empty in range(reached + 1, count + 1))


def _by_block(blocks: Sequence[Block], marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    """Number of a block → the marks that touch it."""
    found: dict[int, list[Mark]] = {}
    ordered = sorted(marks, key=lambda m: m.start)
    starts = [m.start for m in ordered]
    first = 0
    for number, block in sorted(enumerate(blocks), key=lambda numbered: numbered[1].start):
        while first < len(ordered) and ordered[first].end <= block.start:
            first += 1
        touching = ordered[first : bisect_left(starts, block.end)]
        found[number] = [m for m in touching if m.end > block.start]
    return found


def _groups(body: Sequence[tuple[int, Block]]) -> Iterator[list[tuple[int, Block]]]:
    """The rows of one table, the bullets of one list; everything else alone."""

    def key(numbered: tuple[int, Block]) -> object:
        number, block = numbered
        if block.kind == "table_row":
            return block.kind, block.page, block.headers
        return (block.kind, block.page) if block.kind == "list_item" else number

    for _, group in itertools.groupby(body, key):
        yield list(group)


def _part(group: Sequence[tuple[int, Block]], inside: dict[int, list[Mark]], level: int) -> Part:
    number, block = group[0]
    if block.kind == "table_row":
        return _table(group, inside)
    if block.kind == "list_item":
        return Part("list", items=tuple(_nested([(b, _line(n, b, inside)) for n, b in group])))
    line = _line(number, block, inside)
    if block.kind == "heading":
        own = FIRST_LEVEL - 1 + (block.level or 1)
        return Part("heading", (line,), level=min(own, level + 1, _LAST_LEVEL))
    if block.kind in ("caption", "footnote", "signature", "quoted"):
        return Part(block.kind, (line,))
    return Part("paragraph", (line,))


def _nested(items: Sequence[tuple[Block, Line]]) -> list[Item]:
    """Bullets as a tree, by their depth."""
    top: list[Item] = []
    above: list[tuple[int, list[Item]]] = [(0, top)]
    for block, line in items:
        depth = block.level or 1
        while len(above) > 1 and above[-1][0] >= depth:
            above.pop()
        item = Item(line)
        above[-1][1].append(item)
        above.append((depth, item.inner))
    return top


def _table(group: Sequence[tuple[int, Block]], inside: dict[int, list[Mark]]) -> Part:
    """Its head is its first row where that says what its headers say; on a later page it is told again."""
    headers = group[0][1].headers
    cells = [_cells(number, row, inside) for number, row in group]
    if tuple(group[0][1].text.split("\t")) == headers:
        return Part("table", head=cells[0], rows=tuple(cells[1:]))
    head = tuple(Line(tokens(header, 0)) for header in headers) if any(headers) else ()
    return Part("table", head=head, repeated=bool(head), rows=tuple(cells))


def _cells(number: int, row: Block, inside: dict[int, list[Mark]]) -> tuple[Line, ...]:
    found, at = [], row.start
    for i, cell in enumerate(row.text.split("\t")):
        marks = [m for m in inside[number] if m.start < at + len(cell) and at < m.end]
        found.append(Line(tokens(cell, at, marks, row.links), id=f"b{number}" if i == 0 else ""))
        at += len(cell) + 1
    return tuple(found)


def _line(number: int, block: Block, inside: dict[int, list[Mark]]) -> Line:
    sign = safe.line(block.marker or "").strip()
    if block.kind == "list_item" and set(sign) <= _BULLETS:
        sign = ""
    if block.kind == "footnote":
        sign = f"Footnote {sign}".strip()
    if block.date and block.kind not in ASIDE:
        sign = f"{sign} added {british(block.date)}".strip()
    return Line(tokens(block.text, block.start, inside[number], block.links), id=f"b{number}", sign=sign)


def _asides(blocks: Sequence[Block], inside: dict[int, list[Mark]]) -> Iterable[Aside]:
    for kind, title in ASIDES.items():
        lines = []
        for number, block in enumerate(blocks):
            if block.kind == kind:
                said = [safe.line(block.author) if block.author else "", british(block.date)]
                said += [f"page {block.page}" if block.page else ""]
                line = tokens(block.text, block.start, inside[number], block.links)
                lines.append(Line(line, id=f"b{number}", sign=", ".join(word for word in said if word)))
        if lines:
            yield Aside(title, tuple(lines))
