"""`docmine sql`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    'docmine sql "SHOW TABLES"',
    'docmine sql "SELECT owner, count(*) AS promises FROM commitments GROUP BY owner ORDER BY promises DESC"',
    'docmine sql "DESCRIBE figures" --format csv',
)


def sql(
    context: typer.Context,
    query: Annotated[
        str, typer.Argument(metavar="SQL", help="One SELECT, in quotes; docs/index-schema.md names the tables.")
    ],
    format: options.Format = "table",
) -> None:
    """Ask the index in SQL; nothing is changed, no file is read."""
    with opened(context) as index:
        found = index.sql(query)

    def table(console: Console) -> None:
        from docmine.report import tables

        console.print(tables.plain(found.columns, found.rows))

    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    answer.rows(rows, format, table, nothing="The query has no rows.", names=found.columns)
