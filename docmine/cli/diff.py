"""`docmine diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    'docmine diff "Marlbrook SEND Newsletter 1.pdf" "Marlbrook SEND Newsletter 2.pdf"',
    'docmine diff "Marlbrook SEND Newsletter 2.pdf" "Marlbrook SEND Newsletter 3.pdf" --format json',
)


def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier document.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later document.")],
    format: options.Format = "table",
) -> None:
    """Sentences added, removed or reworded between two documents.

    Each is the name of a document in the index, or a file.
    """
    from docmine.report.rows import change_row

    with opened(context) as index:
        found = index.diff(old, new)

        def table(console: Console) -> None:
            from docmine.report import cards

            cards.changes(console, found)

        nothing = "No difference: every sentence of the one stands in the other."
        answer.rows([change_row(change) for change in found], format, table, nothing=nothing)
