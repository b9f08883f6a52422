"""Short documents for the tests of checks and answers, written a line a block."""

from __future__ import annotations

import re

from docmine.compare.paper import Paper
from docmine.outline import heading_paths
from docmine.records import Block, BlockKind, Sentence


def page(written: str, doc: str = "a.txt") -> tuple[Paper, str]:
    """ "# " begins a heading, "- " a bullet, "-- " one inside it; "a | b" is a row, the first of a table its head."""
    blocks: list[Block] = []
    text = ""
    headers: tuple[str, ...] = ()
    for line in written.strip().splitlines():
        kind, words, level, row = _kind(line.strip())
        headers = (headers or tuple(words.split("\t"))) if row else ()
        text += "\n" if text else ""
        blocks.append(
            Block(
                kind=kind, text=words, start=len(text), end=len(text) + len(words), level=level, headers=headers, page=1
            )
        )
        text += words
    paths = heading_paths(blocks)
    found = []
    for i, block in enumerate(blocks):
        at = 0
        pieces = [block.text] if block.kind == "table_row" else re.split(r"(?<=[.!?]) (?=[A-Z0-9])", block.text)
        for piece in pieces:
            start = block.start + block.text.index(piece, at)
            at = start - block.start + len(piece)
            found.append(
                Sentence(doc=doc, text=piece, start=start, end=start + len(piece), page=1, block=i, headings=paths[i])
            )
    return Paper(doc, None, blocks, found, ()), text


def _kind(line: str) -> tuple[BlockKind, str, int | None, bool]:
    if line.startswith("# "):
        return "heading", line[2:], 1, False
    if line.startswith("-- "):
        return "list_item", line[3:], 2, False
    if line.startswith("- "):
        return "list_item", line[2:], 1, False
    if " | " in line:
        return "table_row", "\t".join(cell.strip() for cell in line.split(" | ")), None, True
    return "paragraph", line, None, False
