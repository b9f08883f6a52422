"""`docmine similar`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened
from docmine.cli.waiting import waiting

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    "docmine similar 402e2300",
    "docmine similar 402e2300 --limit 3 --format json",
)


def similar(
    context: typer.Context,
    record: Annotated[
        str, typer.Argument(metavar="ID", help="A record's id, or its first six digits or more, as the lists show it.")
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many.")] = 10,
    format: options.Format = "table",
) -> None:
    """What else is said that means nearly the same.

    Sentences and commitments nearest in meaning to one record, its own document's included. Those that say it word for
    word are no news: only their documents are named. The score is how near a hit is, 0 to 1.
    """
    from docmine.report import cards, ids, inquiry
    from docmine.report.rows import hit_row

    with opened(context) as index:
        with waiting("Loading the model that compares meanings ..."):
            found = index.similar(record, limit)
        known = ids.table(found.hits, index.ids(found.hits))
        if found.repeats:
            typer.echo(inquiry.repeated(found.repeats), err=True)

        def table(console: Console) -> None:
            cards.hits(console, found.hits, known, index.when().documents)

        nothing = f"Nothing else in {index.path} means nearly the same."
        answer.rows([hit_row(hit, ids.full(known, hit)) for hit in found.hits], format, table, nothing=nothing)
