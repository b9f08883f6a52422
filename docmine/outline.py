"""The shape of a document: the headings above a block, the stem above a list, the page of a character."""

from __future__ import annotations

from collections.abc import Sequence

from docmine.records import ASIDE, Block


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
                # The bullets of a cell follow their row.
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
