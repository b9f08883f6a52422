"""`docmine read`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from docmine.cli import options
from docmine.cli.opened import chosen

EPILOG = options.examples(
    'docmine read "corpus/Marlbrook SEND Newsletter 1.pdf"',
    "docmine read corpus/send-improvement-programme.html --format json",
)


def read(
    context: typer.Context,
    file: options.File,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="The text alone, or one object with its blocks.")
    ] = "text",
) -> None:
    """Show the text of a file as docmine reads it, without an index."""
    from docmine.pipeline import read_document
    from docmine.report import as_json, rows, safe

    document = read_document(file, settings=chosen(context))
    for warning in document.warnings:
        typer.echo(f"{safe.line(document.name)}: {safe.line(warning)}", err=True)
    if format == "json":
        typer.echo(as_json.write_object(rows.document_object(document)), nl=False)
    else:
        typer.echo(safe.lines(document.text))
