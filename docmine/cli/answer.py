"""How what was found leaves: as a table on the terminal, or in a form for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from docmine.cli.options import FormatName

if TYPE_CHECKING:
    from rich.console import Console

    from docmine.index import Index
    from docmine.records import Record


def rows(
    found: Sequence[dict[str, Any]],
    format: FormatName,
    table: Callable[[Console], None],
    *,
    nothing: str,
    names: Sequence[str] = (),
) -> None:
    """Print what was found; where that is nothing, say so on stderr, so that a program reads an empty answer.

    `names` are the columns of a CSV file that has no row to take them from.
    """
    from docmine.report import as_csv, as_json, as_jsonl
    from docmine.report.terminal import console

    if format == "json":
        typer.echo(as_json.write_array(found), nl=False)
    elif format == "jsonl":
        typer.echo(as_jsonl.write(found), nl=False)
    elif format == "csv":
        typer.echo(as_csv.write(found, names), nl=False)
    elif found:
        table(console())
    if not found:
        typer.echo(nothing, err=True)


def records(index: Index, kind: str, plural: str, found: Sequence[Record], format: FormatName) -> None:
    """Print records of one kind, for people with each document's date beside its name."""
    from docmine.report import ids
    from docmine.report.rows import record_row

    known = ids.table(found, index.ids(found))

    def table(console: Console) -> None:
        from docmine.report import tables

        console.print(tables.records(kind, found, index.when().published, known))

    rows(
        [record_row(record, ids.full(known, record)) for record in found], format, table, nothing=nothing(index, plural)
    )


def nothing(index: Index, what: str) -> str:
    """That nothing was found: what was searched, and what to do next."""
    from docmine.report.words import counted

    searched = counted(len(index.documents()), "document")
    return (
        f"No {what} found in the {searched} of {index.path}."
        " Leave out an option or use fewer words; 'docmine status' shows what the index holds."
    )
