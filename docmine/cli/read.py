"""`docmine read`."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from docmine.cli import options
from docmine.cli.opened import chosen
from docmine.errors import UsageError
from docmine.settings import Settings

if TYPE_CHECKING:
    from docmine.records import Document

EPILOG = options.examples(
    'docmine read "corpus/Marlbrook SEND Newsletter 1.pdf"',
    'docmine read "corpus/SEND Improvement Update March 2024.pdf" --pages 2-3',
    "docmine read corpus/send-improvement-programme.html --links",
    "docmine read corpus/send-improvement-programme.html --format json",
    "docmine read https://www.example.gov.uk/send-improvement-plan",
)


def read(
    context: typer.Context,
    file: options.Source,
    pages: Annotated[str | None, typer.Option(metavar="PAGES", help="Only these: 2, 2-4, 3- or 1,3-4.")] = None,
    links: Annotated[bool, typer.Option("--links", help="Show where links lead.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Also running heads, feet and page numbers.")] = False,
    format: Annotated[
        Literal["text", "md", "json"],
        typer.Option("--format", "-f", help="For people, as Markdown, or one object with every block and its boxes."),
    ] = "text",
    allow_private: options.AllowPrivate = False,
) -> None:
    """Show a file as docmine reads it, without an index.

    First what it says of itself and how that was known, then headings, paragraphs, lists and tables in reading order.
    Comments, text taken out by tracked changes and earlier mail stand apart at the end.
    """
    from docmine.report import as_json, as_markdown, reading, rows, safe
    from docmine.report.terminal import console

    document = _document(file, chosen(context), allow_private)
    if pages is not None:
        document = _narrowed(document, pages)
    if format == "text":
        on = console()
        wrap = on.is_terminal or os.environ.get("COLUMNS", "").isdigit()
        reading.view(on, document, everything=everything, links=links, wrap=wrap)
        return
    for warning in document.warnings:
        typer.echo(f"{safe.line(document.name)}: {safe.line(warning)}", err=True)
    if format == "json":
        typer.echo(as_json.write_object(rows.document_object(document)), nl=False)
    else:
        typer.echo(as_markdown.write(document, everything=everything), nl=False)


def _document(file: str, settings: Settings, allow_private: bool) -> Document:
    """Raises UnreadableDocument."""
    from docmine.pipeline import read_apart
    from docmine.read import kept
    from docmine.read.fetch import FetchLimits, is_address

    if not is_address(file):
        return read_apart(file, settings)
    with kept.for_now(file, FetchLimits(mb=settings.max_file_mb, allow_private=allow_private)) as path:
        return replace(read_apart(path, settings), path=None)


def _narrowed(document: Document, asked: str) -> Document:
    """The document with the blocks that stand on these pages, wholly or in part. Raises UsageError."""
    if not document.pages:
        raise UsageError(f"{document.name} has no pages, as its kind of file has none. Leave out --pages.")
    wanted = _numbers(asked, document.pages)
    blocks = tuple(b for b in document.blocks if wanted & {b.page, *(box.page for box in b.boxes)})
    return replace(document, blocks=blocks)


def _numbers(asked: str, last: int) -> set[int | None]:
    """ "2", "2-4", "3-" and "1,3-4" as numbers of pages. Raises UsageError."""
    found: set[int | None] = set()
    for part in asked.split(","):
        first, dash, end = (word.strip() for word in part.partition("-"))
        if not first.isdecimal() or (end and not end.isdecimal()):
            raise UsageError(f"--pages {asked!r} names no pages. Write 2, 2-4, 3- or 1,3-4.")
        low, high = int(first), int(end) if end else last if dash else int(first)
        if not 1 <= low <= high or low > last:
            raise UsageError(f"--pages {asked!r} is not within the {last} pages of the document.")
        found.update(range(low, min(high, last) + 1))
    return found
