"""`docmine export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from docmine.cli import options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine export exported",
    "docmine export exported --format parquet",
)


def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to; it is made if it is not there.")],
    format: Annotated[
        Literal["csv", "jsonl", "parquet"], typer.Option("--format", "-f", help="CSV, JSON lines or Parquet.")
    ] = "csv",
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier export in that folder.")] = False,
) -> None:
    """Write every table to a folder, one file a table."""
    from docmine.report import safe

    with opened(context) as index:
        written = index.export(folder, format, force=force)
    for path in written:
        typer.echo(safe.line(str(path)))
