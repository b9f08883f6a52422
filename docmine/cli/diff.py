"""`docmine diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened
from docmine.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from docmine.index import Index

EPILOG = options.examples(
    'docmine diff "Marlbrook SEND Newsletter 1.pdf" "Marlbrook SEND Newsletter 2.pdf"',
    'docmine diff "SEND Improvement Update March 2024.pdf" "SEND Improvement Update October 2024.pdf" --format json',
    'docmine diff "2024-01-22 SEND Improvement Board minutes.docx" --format csv > tracked.csv',
)
Versions = Annotated[bool, typer.Option("--versions", help="Compare the last two versions of one document.")]


def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier document.")],
    new: Annotated[str | None, typer.Argument(metavar="[NEW]", help="The later document.", show_default=False)] = None,
    versions: Versions = False,
    format: options.Format = "table",
) -> None:
    """What changed between two documents, statement by statement.

    Figures, dates, owners and promises that changed come first, then reworded, moved, new and gone statements.
    Splitting or joining paragraphs is no change. Each document is the name of one in the index, such a name with its
    version (NAME@1), or a file. A Word document alone shows its tracked changes, with author and date.
    """
    with opened(context) as index:
        if new is None and not versions:
            _tracked(index, old, format)
            return
        if versions:
            old, new = _last_two(index, old, new)
        _compared(index, old, str(new), format)


def _compared(index: Index, old: str, new: str, format: options.FormatName) -> None:
    from docmine.report import changes

    found = index.diff(old, new)

    def table(console: Console) -> None:
        changes.cards(console, found)

    nothing = "No difference: every statement of the one stands in the other."
    answer.rows(changes.rows(found), format, table, nothing=nothing, names=changes.COLUMNS)


def _tracked(index: Index, document: str, format: options.FormatName) -> None:
    from docmine.report import changes

    found = index.tracked(document)

    def table(console: Console) -> None:
        changes.tracked_cards(console, found)

    rows = changes.tracked_rows(found)
    answer.rows(rows, format, table, nothing=f"No tracked changes in {document}.", names=changes.TRACKED)


def _last_two(index: Index, document: str, other: str | None) -> tuple[str, str]:
    if other is not None:
        raise UsageError("--versions compares two versions of one document. Name one, or leave --versions out.")
    found = index.versions(document)
    if len(found) < 2:
        raise UsageError(f"The index has one version of {document}. Ingest the file again after it has changed.")
    return found[-2], found[-1]
