"""A document as a person reads it: what it says of itself, then its headings, paragraphs, lists and tables in order.

On a terminal everything is folded to its width. In a pipe a paragraph, a heading or a bullet stays one line, so that
`grep` finds what stands in it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from docmine.records import ASIDE, Block, BlockKind, Document
from docmine.report import safe
from docmine.report.dates import british
from docmine.report.words import sentence

KNOWN_BY = {
    "option": "as you said",
    "text": "stated in the text",
    "title": "from the title",
    "letterhead": "from the letterhead",
    "signature": "from the signature",
    "filename": "from the file's name",
    "metadata": "from the file's properties",
    "address": "from the web address",
}
_ABOUT = {
    "title": "Title",
    "doc_type": "Type",
    "publisher": "Publisher",
    "published": "Published",
    "series": "Series",
    "number": "Number",
    "addressee": "To",
    "signatory": "Signed by",
}
_BARE = re.compile(r"^(?:https?://|mailto:)")
"""What the words of a link may leave out and still say where it leads."""
_GAP = 3
"""Letters between the columns of a table."""
_EXPECTED = ("publisher", "published")
"""What comparisons need: said even where it is not known."""
_HEADINGS = {1: "bold underline", 2: "bold"}
_ASIDES: dict[BlockKind, str] = {
    "comment": "comments",
    "deletion": "taken out by tracked changes",
    "quoted": "earlier mail",
    "furniture": "running heads, feet and page numbers",
}
_LABELS: dict[BlockKind, str] = {"caption": "Caption: ", "footnote": "Footnote: "}


def view(
    console: Console, document: Document, *, everything: bool = False, links: bool = False, wrap: bool = True
) -> None:
    """Print the document: `everything` with running heads and feet, `links` with where its links lead.

    Without `wrap` only tables are folded.
    """
    _about(console, document, wrap)
    page: int | None = None
    for group in _groups([block for block in document.blocks if block.kind not in ASIDE]):
        if group[0].page is not None and group[0].page != page:
            page = group[0].page
            _mark(console, f"page {page}")
        if group[0].kind == "table_row":
            _table(console, group, links)
        for block in group if group[0].kind != "table_row" else ():
            _print(console, *_lines(block, links), wrap)
        console.print()
    for kind, title in _ASIDES.items():
        aside = [block for block in document.blocks if block.kind == kind]
        if aside and (everything or kind != "furniture"):
            _mark(console, title)
            for block in aside:
                _print(console, _origin(block), _text(block, links), wrap)
            console.print()


def _about(console: Console, document: Document, wrap: bool) -> None:
    """What the document says of itself, each with how it was known, and what could not be read."""
    rows: list[tuple[str, Text]] = []
    for name, label in _ABOUT.items():
        known = getattr(document, name)
        if known:
            value = british(known.value) if name == "published" else known.value
            rows.append((label, Text.assemble(safe.line(value), (f"  ({KNOWN_BY[known.by]})", "dim"))))
        elif name in _EXPECTED:
            rows.append((label, Text("not known", style="dim")))
    rows += [("Pages", Text(str(document.pages)))] if document.pages else []
    rows += [("Fetched from", Text(safe.line(document.source)))] if document.source else []
    rows += [("Came in", Text(safe.line(document.part_of)))] if document.part_of else []
    rows += [("Note", Text(sentence(warning), style="yellow")) for warning in document.warnings]
    console.print(Text(safe.line(document.name), style="bold"), soft_wrap=True)
    width = max((len(label) for label, _ in rows), default=0)
    for label, value in rows:
        _print(console, Text(f"  {label.ljust(width)}  ", style="dim"), value, wrap)
    console.print()


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that stand without a blank line between: the rows of one table, the bullets of one list."""

    def key(numbered: tuple[int, Block]) -> object:
        number, block = numbered
        if block.kind == "table_row":
            return block.kind, block.page, block.headers
        return (block.kind, block.page) if block.kind == "list_item" else number

    for _, group in itertools.groupby(enumerate(blocks), key):
        yield [block for _, block in group]


def _lines(block: Block, links: bool) -> tuple[Text, Text]:
    """What stands before the first line of a block, and its words."""
    text = _text(block, links)
    if block.kind == "heading":
        level = block.level or 1
        text.stylize(_HEADINGS.get(level, "italic"))
        return Text(f"{'#' * level} ", style="dim"), text
    if block.kind == "list_item":
        return Text(f"{'  ' * (block.level or 1)}{safe.line(block.marker or '•')} "), text
    label = _LABELS.get(block.kind, "")
    marker = f"{safe.line(block.marker)} " if block.marker else ""
    added = f"(added {british(block.date)}) " if block.date else ""
    if label:
        text.stylize("italic")
    return Text("", style="dim"), Text.assemble((f"{label}{marker}{added}", "dim"), text)


def _origin(block: Block) -> Text:
    """Who wrote what stands aside, when, and on which page."""
    said = [safe.line(block.author) if block.author else "", british(block.date) if block.date else ""]
    said += [f"page {block.page}" if block.page else ""]
    words = ", ".join(word for word in said if word)
    return Text(f"  {words}: " if words else "  ", style="dim")


def _text(block: Block, links: bool, start: int = 0, end: int | None = None) -> Text:
    """The characters `start` to `end` of a block, links underlined, and their targets behind them if asked for."""
    end = len(block.text) if end is None else end
    shown = Text()
    at = start
    for link in sorted(block.links, key=lambda link: link.start):
        first, last = max(link.start - block.start, at), min(link.end - block.start, end)
        if first < last:
            shown.append(safe.line(block.text[at:first])).append(safe.line(block.text[first:last]), style="underline")
            if links and _BARE.sub("", link.target).rstrip("/") not in block.text[first:last]:
                shown.append(f" <{safe.line(link.target.removeprefix('mailto:'))}>", style="cyan")
            at = last
    return shown.append(safe.line(block.text[at:end]))


def body(rows: Sequence[Block]) -> list[Block]:
    """The rows of a table below its head, which is a row too, on every page on which it is repeated."""
    return [row for row in rows if tuple(row.text.split("\t")) != row.headers]


def _table(console: Console, rows: Sequence[Block], links: bool) -> None:
    """With its columns side by side; one row below the other where their words are too wide for that."""
    headers = rows[0].headers
    cells = [_cells(row, links) for row in body(rows)]
    columns = max([len(headers), *(len(row) for row in cells)])
    names = [*map(safe.line, headers), *[""] * (columns - len(headers))]
    texts = [[names[i], *(row[i].plain for row in cells if i < len(row))] for i in range(columns)]
    least = [max(len(word) for text in column for word in text.split() or [""]) for column in texts]
    if sum(least) + _GAP * columns > console.width:
        for row in cells:
            _print(console, *_as_line(names, row), wrap=True)
        return
    folds = sum(max(map(len, column)) for column in texts) + _GAP * columns > console.width
    table = Table(box=SIMPLE_HEAD, show_header=any(names), show_edge=False, leading=int(folds), padding=(0, 1))
    for name, width in zip(names, least, strict=True):
        table.add_column(Text(name), overflow="fold", vertical="top", min_width=width)
    for row in cells:
        table.add_row(*row)
    if console.is_terminal:
        console.print(table)
        return
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        console.print(Text(line.rstrip()), soft_wrap=True)


def _as_line(names: Sequence[str], row: Sequence[Text]) -> tuple[Text, Text]:
    """The first cell, then each other with its header: a row that no width can hold."""
    cells = [
        Text.assemble((f"{name}: ", "dim"), cell) if name and i else cell
        for i, (name, cell) in enumerate(zip(names, row, strict=False))
    ]
    return Text("  - "), Text(" | ").join(cells)


def _cells(row: Block, links: bool) -> list[Text]:
    cells, at = [], 0
    for cell in row.text.split("\t"):
        cells.append(_text(row, links, at, at + len(cell)))
        at += len(cell) + 1
    return cells


def _mark(console: Console, words: str) -> None:
    console.print(Text(f"--- {words} ---", style="dim"), end="\n\n")


def _print(console: Console, before: Text, text: Text, wrap: bool) -> None:
    """`text` behind `before`; its later lines begin below its first."""
    if not wrap:
        console.print(Text.assemble(before, text), soft_wrap=True)
        return
    text.overflow = "fold"
    for i, line in enumerate(text.wrap(console, max(20, console.width - len(before)))):
        line.rstrip()
        console.print(Text.assemble(" " * len(before) if i else before, line), soft_wrap=True)
