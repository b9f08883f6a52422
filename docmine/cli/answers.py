"""`docmine answers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    'docmine answers "2023-10-09 Open letter from parents.txt" "2023-11-06 Reply from the Director.docx"',
    'docmine answers "2024-05-09 Taxi route to Ashgrove School.eml" "2024-05-14 RE Taxi route to Ashgrove School.eml"'
    " --format json",
)


def answers(
    context: typer.Context,
    letter: Annotated[str, typer.Argument(metavar="LETTER", help="The letter that asks.")],
    replies: Annotated[list[str], typer.Argument(metavar="REPLY...", help="What was sent in reply to it.")],
    format: options.Format = "table",
) -> None:
    """What became of each ask of a letter in the replies to it.

    Each document is the name of one in the index, or a file. "answered": a sentence promises, reports, declines or
    counts what was asked for. "partly": some of it, or later than asked. "deflected": the subject is touched, but by
    thanks, descriptions or talk. "unanswered": no sentence speaks of it. "unsure": a person should judge. Read both
    sentences before you quote a verdict.
    """
    from docmine.report import answers as cards
    from docmine.report import ids

    with opened(context) as index:
        found = index.answers(letter, *replies)
        spots = cards.spots(found)
        known = ids.table(spots, index.ids(spots)) if index.path.exists() else {}

        def table(console: Console) -> None:
            cards.table(console, found, known)

        rows = list(cards.flat(found, known)) if format == "csv" else [cards.row(a, known) for a in found]
        nothing = f"No ask was found in {letter}. 'docmine asks' lists those of every document."
        answer.rows(rows, format, table, nothing=nothing, names=cards.COLUMNS)
