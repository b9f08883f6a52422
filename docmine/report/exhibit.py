"""One record in its place: its words marked in their paragraph, its fields, its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from docmine.records import Block, Span
from docmine.report import safe
from docmine.report.dates import british
from docmine.report.rows import Row, plain, record_row
from docmine.report.words import place

if TYPE_CHECKING:
    from docmine.store import Exhibit

MARKS = (">>", "<<")
"""Around the record's words where there is no bold type."""
_UNSURE = 0.8
"""Confidence of a recognised word below which a person should look at the picture."""
_DATES = ("due", "value", "period", "published")
_SAID_ELSEWHERE = frozenset({"kind", "doc", "text", "start", "end", "page", "headings", "block"})
_NAMES = {"doc_type": "type", "of": "out of", "long": "stands for", "stem": "list begins"}


def card(console: Console, found: Exhibit, *, file: str | None, problem: str | None) -> None:
    """The record for a person. `file` is where its document was found unchanged, else `problem` says what is wrong."""
    document, record = found.document, found.record
    head = Text(record.kind.upper(), style="bold")
    head.append(f"  {found.id}", style="dim not bold")
    console.print(head)
    published = document.published.value if document.published else None
    console.print(Text(place(document.name, record.page, published), style="cyan"))
    if not document.current:
        console.print(Text("This is an earlier version of the document; the file was changed later.", style="yellow"))
    if found.headings:
        console.print(Text(" > ".join(safe.line(heading) for heading in found.headings), style="dim"))
    if found.context:
        _context(console, found)
    _fields(console, found)
    if problem:
        console.print(Text(safe.line(problem), style="yellow"))
    else:
        _said(console, "File", f"{file} (unchanged since it was read)")
        _said(console, "SHA-256", document.sha256)
    if document.source:
        _said(console, "Fetched from", document.source)
    if document.part_of:
        _said(console, "Came in", document.part_of)


def row(found: Exhibit, *, file: str | None, problem: str | None) -> Row:
    """The record for a program: its fields, then where it stands, with a box for each word."""
    document, record = found.document, found.record
    published = document.published
    return record_row(record, found.id) | {
        "headings": found.headings,
        "before": found.before,
        "context": {"text": found.context, "start": found.start, "end": found.end},
        "after": found.after,
        "added": found.blocks[0].date if found.blocks else None,
        "document": {
            "name": document.name,
            "title": document.title.value if document.title else None,
            "published": published.value if published else None,
            "version": document.version,
            "current": document.current,
            "path": document.path,
            "sha256": document.sha256,
            "source": document.source,
            "part_of": document.part_of,
        },
        "file": file,
        "problem": problem,
        "boxes": [plain(box) for box in found.boxes()],
        "links": [plain(link) for link in found.links()],
    }


def marked(text: str, start: int, end: int, *, bold: bool) -> Text:
    """`text` with the characters `start` to `end` in bold and underlined, or between marks; offsets stay its own."""
    if bold:
        shown = Text(_flat(text))
        shown.stylize("bold underline", start, end)
        return shown
    before, own, after = text[:start], text[start:end], text[end:]
    return Text(f"{_flat(before)}{MARKS[0]}{_flat(own)}{MARKS[1]}{_flat(after)}")


def _context(console: Console, found: Exhibit) -> None:
    console.print()
    if _column(found) is None and any(found.blocks[0].headers):
        console.print(_indented(Text(" | ".join(map(safe.line, found.blocks[0].headers)), style="dim")))
    if found.before:
        console.print(_indented(Text(_flat(found.before), style="dim")))
    start = found.record.start - found.start
    shown = marked(found.context, start, start + len(found.record.text), bold=console.is_terminal)
    console.print(_indented(Text(_marker(found.blocks, found)).append_text(shown)))
    if found.after:
        console.print(_indented(Text(_flat(found.after), style="dim")))
    console.print()


def _column(found: Exhibit) -> str | None:
    """The header of the one cell of a table that the record stands in."""
    block, record = found.blocks[0], found.record
    if block.kind != "table_row" or "\t" in record.text or not block.start <= record.start < block.end:
        return None
    cell = block.text[: record.start - block.start].count("\t")
    return block.headers[cell] if cell < len(block.headers) and block.headers[cell] else None


def _marker(blocks: tuple[Block, ...], found: Exhibit) -> str:
    """Of a bullet that the context begins with."""
    first = blocks[0] if blocks else None
    if first and first.kind == "list_item" and first.start == found.start:
        return f"{safe.line(first.marker or '•')} "
    return ""


def _fields(console: Console, found: Exhibit) -> None:
    if found.blocks and (column := _column(found)):
        _said(console, "Column", column)
    for name, value in _values(found.record):
        _said(console, _NAMES.get(name, name.replace("_", " ")).capitalize(), value)
    for block in found.blocks[:1]:
        if block.date and block.kind != "quoted":
            _said(console, "Added later", british(block.date))
    for link in found.links():
        words = found.context[max(0, link.start - found.start) : link.end - found.start]
        _said(console, "Link", f"“{_flat(words)}” leads to {link.target}")
    sure = [box.confidence for box in found.boxes() if box.confidence is not None]
    if sure:
        weak = [
            f"“{found.context[b.start - found.start : b.end - found.start]}” ({b.confidence:.0%})"
            for b in found.boxes()
            if b.confidence is not None and b.confidence < _UNSURE
        ]
        least = f"least sure of {', '.join(weak)}" if weak else f"sure to {min(sure):.0%} or more of each word"
        _said(console, "Recognised from a picture of the page", least)


def _values(record: Span) -> Iterator[tuple[str, str]]:
    for name, value in record_row(record).items():
        if name in _SAID_ELSEWHERE or value in (None, "", "none"):
            continue
        if isinstance(value, (int, float)):
            yield name, f"{value:,}"
        else:
            yield name, british(value) if name in _DATES else str(value)


def _said(console: Console, label: str, text: str) -> None:
    line = Text(f"{label}: ", style="dim")
    line.append(safe.line(text), style="not dim")
    line.overflow = "fold"
    console.print(line)


def _flat(text: str) -> str:
    """On one line, cells of a table between bars."""
    return safe.line(re.sub(r"\t", " | ", text)) if "\t" in text else safe.line(text)


def _indented(text: Text) -> Padding:
    text.overflow = "fold"
    return Padding(text, (0, 0, 0, 3), expand=False)
