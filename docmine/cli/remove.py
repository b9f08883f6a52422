"""`docmine remove`."""

from __future__ import annotations

from typing import Annotated

import typer

from docmine.cli import options
from docmine.cli.opened import opened

EPILOG = options.examples('docmine remove "Marlbrook SEND Newsletter 1.pdf"')


def remove(
    context: typer.Context,
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="File names as 'docmine status' lists them, or paths.")
    ],
) -> None:
    """Take documents out of the index; the files stay.

    All versions of a document go.
    """
    from docmine.report import safe
    from docmine.report.words import counted

    with opened(context) as index:
        for name in names:
            versions = index.remove(name)
            typer.echo(f"Removed {safe.line(name)} ({counted(versions, 'version')}) from {index.path}.")
