"""Parts in reading order → headings, paragraphs, bullets, rows and footnotes, over all pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import headings, markers
from docmine.read.pdf import people, style, tabular
from docmine.read.pdf.groups import Group, grouped, leading_of
from docmine.read.pdf.parts import Flow, Note, Part
from docmine.read.pdf.runon import Item, run_on
from docmine.read.pdf.text import Joined, Joiner
from docmine.read.pdf.words import Word
from docmine.read.pieces import Piece
from docmine.records import BlockKind

_CAPTION = re.compile(r"^(?:figure|fig\.|table|chart|graph|photo|picture|image|source)\s*\d*\s*[:.–-]\s*\S", re.I)


def pieces(pages: Sequence[Sequence[Part]], body: float) -> list[Piece]:
    """The pieces of a document whose pages were put in reading order. `body`: the size of most of its type."""
    flows = [part for page in pages for part in page if isinstance(part, Flow)]
    leading = leading_of(flows)
    items: list[Item] = []
    for page in pages:
        for part in page:
            if isinstance(part, Flow):
                items.extend(grouped(part, len(items), leading))
            else:
                items.append(part)
    items = people.names_apart(run_on(items))
    sizes = style.headings_of(items, body, people.closing(items))
    levels = headings.size_levels({s for s in sizes if s}, body)
    joiner = Joiner([line.text for flow in flows for line in flow.lines])
    found: list[Piece] = []
    depths: list[tuple[float, str]] = []
    header = tabular.Header()
    for item, size in zip(items, sizes, strict=True):
        if isinstance(item, Note):
            joined = joiner.join(item.words)
            found.append(_piece("footnote", joined, item.page, marker=item.marker))
            continue
        if not isinstance(item, Group):
            depths = []
            rows = tabular.rows(item, joiner, header)
            titles = next((r.headers for r in reversed(rows) if r.kind == "table_row"), header.titles)
            header = tabular.Header(titles, max(row.page or 0 for row in rows))
            found.extend(rows)
            continue
        header = tabular.Header()
        if size:
            depths = []
            words = [w for line in item.lines for w in line.words]
            found.append(_piece("heading", joiner.join(words), item.page, level=levels[size]))
            continue
        joined = joiner.join(item.words)
        if item.marker is not None:
            depths = _depth(depths, item)
            found.append(_piece("list_item", joined, item.page, level=len(depths), marker=item.marker))
            continue
        depths = []
        if _is_link_under_colon(item, found):
            found.append(_piece("list_item", joined, item.page, level=1))
            continue
        caption = _CAPTION.match(joined.text) and len(joined.text.split()) < 40
        found.append(_piece("caption" if caption else "paragraph", joined, item.page))
    return found


def _is_link_under_colon(group: Group, found: Sequence[Piece]) -> bool:
    """Whether a line is one of the links that a colon announces: a list without bullets."""
    if len(group.lines) > 2 or not all(w.link for w in group.words) or not found:
        return False
    before = found[-1]
    listed = before.kind == "list_item" and before.marker is None
    return listed or (before.kind == "paragraph" and before.text.endswith(":"))


def furniture(lines: Sequence[Sequence[Word]]) -> list[Piece]:
    """The pieces of lines that stand outside the reading order."""
    joiner = Joiner([])
    return [_piece("furniture", joiner.join(words), words[0].page) for words in lines]


def _piece(kind: BlockKind, joined: Joined, page: int, *, level: int | None = None, marker: str | None = None) -> Piece:
    return Piece(
        kind=kind, text=joined.text, page=page, level=level, marker=marker, boxes=joined.boxes, links=joined.links
    )


def _depth(depths: Sequence[tuple[float, str]], group: Group) -> list[tuple[float, str]]:
    """The open levels of a list after one more item: by its indent, across pages by the form of its number."""
    shape = re.sub(r"\d+", "1", re.sub(r"[a-z](?=[.)])", "a", group.marker or ""))
    if group.first and markers.is_number(shape):
        for i, (_, other) in enumerate(depths):
            if other == shape:
                return [*depths[:i], (group.left, shape)]
    return [d for d in depths if d[0] < group.left - 4] + [(group.left, shape)]
