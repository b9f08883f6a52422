"""The shape of a document: the headings above a block, the stem above a list, the bullets in a cell, the page of a
character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docmine.records import ASIDE, Block

BULLETS = "•●○▪■□◦‣▸►➢➤✓✔❖⁃∙·◼◾◆⬤⦁\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06f"
"""Signs that are never anything but bullets; the last ones are what Symbol and Wingdings leave in a PDF."""

_POINT = re.compile(rf"(?:(?<=\s)|^)[{BULLETS}]\s*(?=\S)")
_DASH = re.compile(r"(?:(?<=\s)|^)[-–]\s+(?=\S)")
_NUMBER = re.compile(r"(?:(?<=\s)|^)\(?(?P<number>\d{1,2}|[a-z])[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class CellItem:
    """A bullet within a table's cell, by offsets in the document: its sign, its words, its end."""

    sign: int
    start: int
    end: int
    stem: str | None
    """The words of the cell above its list, unless they end in a full stop."""


def heading_paths(blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    """For each block the texts of the headings above it, outermost first, without its own."""
    paths: list[tuple[str, ...]] = []
    open_: list[tuple[int, str]] = []
    for block in blocks:
        if block.kind == "heading":
            level = block.level or 1
            while open_ and open_[-1][0] >= level:
                open_.pop()
            paths.append(tuple(text for _, text in open_))
            open_.append((level, block.text))
        else:
            paths.append(() if block.kind in ASIDE else tuple(text for _, text in open_))
    return paths


def list_stems(blocks: Sequence[Block]) -> list[str | None]:
    """For each block the words that introduce its list: a paragraph, a heading, a bullet or a cell that ends in a
    colon."""
    stems: list[str | None] = []
    by_level: dict[int, str | None] = {}
    for i, block in enumerate(blocks):
        if block.kind != "list_item":
            by_level = {}
            stems.append(None)
            if block.kind in ("paragraph", "heading") and _introduces(blocks, i):
                by_level[1] = block.text
            elif block.kind == "table_row" and block.text.endswith(":"):
                # Bullets of a cell that goes on outside of its row, as on the next page.
                by_level[1] = block.text.rsplit("\t", 1)[-1]
            continue
        level = block.level or 1
        above = [by_level[k] for k in sorted(by_level) if k <= level]
        stems.append(above[-1] if above else None)
        for deeper in [k for k in by_level if k > level]:
            del by_level[deeper]
        if block.text.rstrip().endswith(":"):
            by_level[level + 1] = block.text
    return stems


def cell_items(block: Block) -> tuple[CellItem, ...]:
    """The bullets and numbered points within the cells of a row; none for any other block."""
    if block.kind != "table_row":
        return ()
    found: list[CellItem] = []
    at = block.start
    for cell in block.text.split("\t"):
        marks = _marks(cell)
        stem = cell[: marks[0].start()].rstrip() if marks else ""
        above = stem if stem and not stem.endswith((".", "!", "?", "”")) else None
        for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(cell)], strict=False):
            found.append(CellItem(at + mark.start(), at + mark.end(), at + len(cell[:end].rstrip()), above))
        at += len(cell) + 1
    return tuple(found)


def _marks(cell: str) -> list[re.Match[str]]:
    """Where a cell's points begin: signs; else numbers that count from 1 or a; else dashes after a colon."""
    if points := list(_POINT.finditer(cell)):
        return points
    numbers: list[re.Match[str]] = []
    for match in _NUMBER.finditer(cell):
        expected = len(numbers) + 1
        if match["number"] in (str(expected), chr(ord("a") + expected - 1)):
            numbers.append(match)
    if len(numbers) > 1:
        return numbers
    dashes = list(_DASH.finditer(cell))
    opened = len(dashes) > 1 and cell[: dashes[0].start()].rstrip()[-1:] in ("", ":")
    return dashes if opened else []


def _introduces(blocks: Sequence[Block], i: int) -> bool:
    """Whether block `i` opens a list: it ends in a colon, or in no full stop, and the next block is a bullet."""
    following = blocks[i + 1] if i + 1 < len(blocks) else None
    text = blocks[i].text.rstrip()
    return following is not None and following.kind == "list_item" and not text.endswith((".", "!", "?", "”"))


def page_at(block: Block, offset: int) -> int | None:
    """The page on which the character at `offset` stands: a block may run on to the next page."""
    page = block.page
    for box in block.boxes:
        if box.start > offset:
            break
        page = box.page
    return page
