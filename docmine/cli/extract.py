"""`docmine extract`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from docmine.cli import options
from docmine.cli.opened import chosen
from docmine.cli.stdin import expanded
from docmine.errors import UnreadableDocument

if TYPE_CHECKING:
    from docmine.records import Block, Document, Record

SOME_UNREADABLE = 3
EPILOG = options.examples(
    "docmine extract corpus/send-improvement-programme.html",
    "docmine extract corpus --format csv > records.csv",
)


def extract(
    context: typer.Context,
    paths: options.Paths,
    format: Annotated[
        options.FormatName, typer.Option("--format", "-f", help="JSON lines, or a table for people, JSON or CSV.")
    ] = "jsonl",
) -> None:
    """Print the records of files, one a line, without an index.

    A file that cannot be read is named on stderr with the reason and the others go on; the exit code is then 3,
    or 1 where none could be read.
    """
    from docmine.pipeline import mine_files
    from docmine.read.walk import find
    from docmine.records import record_id
    from docmine.report import as_csv, as_json, as_jsonl, safe, tables
    from docmine.report.rows import record_row
    from docmine.report.terminal import console

    def rows_of(document: Document, records: tuple[Record, ...]) -> list[dict[str, Any]]:
        return [record_row(record, record_id(document.sha256, record)) for record in records]

    failed: list[UnreadableDocument] = []
    read: list[tuple[Document, tuple[Record, ...]]] = []
    for mined in mine_files(find(expanded(paths)), chosen(context)):
        if isinstance(mined, UnreadableDocument):
            failed.append(mined)
            continue
        if format == "jsonl":
            typer.echo(as_jsonl.write(rows_of(mined.document, mined.records)), nl=False)
        read.append((mined.document, mined.records))
    found = [record for _, records in read for record in records]
    rows = [row for document, records in read for row in rows_of(document, records)]
    if format == "json":
        typer.echo(as_json.write_array(rows), nl=False)
    elif format == "csv":
        typer.echo(as_csv.write(rows), nl=False)
    elif format == "table":
        published = _dates([document for document, _ in read])
        for kind in dict.fromkeys(record.kind for record in found):
            console().print(tables.records(kind, [r for r in found if r.kind == kind], published))
    for error in failed:
        typer.echo(f"docmine: {safe.line(str(error))}", err=True)
    if failed:
        raise typer.Exit(SOME_UNREADABLE if read else UnreadableDocument.exit_code)


def _dates(documents: list[Document]) -> Callable[[Record], str | None]:
    """The date of a record: of its document, or of the later addition to it; none where files of one name differ."""
    from docmine.records import ASIDE

    found: dict[str, set[str | None]] = {}
    added: dict[str, list[Block]] = {}
    for document in documents:
        found.setdefault(document.name, set()).add(document.published.value if document.published else None)
        added.setdefault(document.name, []).extend(b for b in document.blocks if b.date and b.kind not in ASIDE)

    def published(record: Record) -> str | None:
        dates = found[record.doc]
        block = next((b for b in added[record.doc] if b.start <= record.start < b.end), None)
        return None if len(dates) > 1 else block.date if block else next(iter(dates))

    return published
