"""A document → Markdown."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from docmine.records import ASIDE, Block, BlockKind, Document
from docmine.report import safe
from docmine.report.reading import body

_SIGNS = re.compile(r"([\\`*_\[\]<>|&~])")
_FIRST = re.compile(r"^(\s*)([#+>-]|\d+(?=[.)]\s))")
_NUMBER = re.compile(r"\d+[.)]")
_ASIDES: dict[BlockKind, str] = {
    "comment": "Comments",
    "deletion": "Taken out by tracked changes",
    "quoted": "Earlier mail",
    "furniture": "Running heads, feet and page numbers",
}


def write(document: Document, *, everything: bool = False) -> str:
    """Headings, lists, tables and links in Markdown; what its signs would mean in a text is taken from them.

    Comments, deletions and earlier mail follow as quotations; `everything` adds running heads and feet.
    """
    parts: list[str] = []
    body = [block for block in document.blocks if block.kind not in ASIDE]
    for (kind, _), group in itertools.groupby(body, key=lambda b: (b.kind, b.headers)):
        blocks = list(group)
        if kind == "table_row":
            parts.append(_table(blocks))
        elif kind == "list_item":
            parts.append("\n".join(_item(block) for block in blocks))
        else:
            parts += [_block(block) for block in blocks]
    for kind, title in _ASIDES.items():
        aside = [block for block in document.blocks if block.kind == kind]
        if aside and (everything or kind != "furniture"):
            parts += [f"## {title}", *(f"> {_origin(block)}{_text(block)}" for block in aside)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * min(block.level or 1, 6)} {_text(block)}"
    marker = f"{_escaped(block.marker)} " if block.marker else ""
    return marker + _FIRST.sub(r"\1\\\2", _text(block))


def _item(block: Block) -> str:
    marker = safe.line(block.marker or "-")
    numbered = _NUMBER.fullmatch(marker)
    other = f"{_escaped(marker)} " if any(c.isalnum() for c in marker) and not numbered else ""
    return f"{'    ' * ((block.level or 1) - 1)}{marker if numbered else '-'} {other}{_text(block)}"


def _table(rows: Sequence[Block]) -> str:
    cells = [_cells(row) for row in body(rows)]
    headers = [_escaped(header) for header in rows[0].headers]
    columns = max([len(headers), *(len(row) for row in cells)])
    lines = [headers, ["---"] * columns, *cells]
    return "\n".join(f"| {' | '.join([*line, *[''] * (columns - len(line))])} |" for line in lines)


def _cells(row: Block) -> list[str]:
    cells, at = [], 0
    for cell in row.text.split("\t"):
        cells.append(_text(row, at, at + len(cell)))
        at += len(cell) + 1
    return cells


def _text(block: Block, start: int = 0, end: int | None = None) -> str:
    """The characters `start` to `end` of a block, its links as links."""
    end = len(block.text) if end is None else end
    shown, at = "", start
    for link in sorted(block.links, key=lambda link: link.start):
        first, last = max(link.start - block.start, at), min(link.end - block.start, end)
        target = safe.link(link.target)
        if first < last and target:
            shown += f"{_escaped(block.text[at:first])}[{_escaped(block.text[first:last])}](<{target}>)"
            at = last
    return shown + _escaped(block.text[at:end])


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", safe.line(text))


def _origin(block: Block) -> str:
    said = ", ".join(_escaped(word) for word in (block.author, block.date) if word)
    return f"{said}: " if said else ""
