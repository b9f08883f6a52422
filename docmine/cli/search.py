"""`docmine search`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened
from docmine.cli.waiting import waiting

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    'docmine search "what was promised about FTB"',
    "docmine search waiting times --limit 3",
    'docmine search "who is responsible for transport" --format jsonl',
)


def search(
    context: typer.Context,
    question: Annotated[
        list[str], typer.Argument(metavar="QUESTION", help="In your own words, with or without quotes.")
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many.")] = 10,
    format: options.Format = "table",
) -> None:
    """Ask a question; the best evidence comes first.

    A hit is a passage or a commitment, word for word, with its file, page and date. A name or a short form in the
    question must be named by a hit, its headings or its document's title; where none is, the answer says so.
    """
    from docmine.report import cards, ids
    from docmine.report.rows import hit_row

    with opened(context) as index:
        with waiting("Loading the model that compares meanings ..."):
            found = index.search(" ".join(question), limit=limit)
        known = ids.table(found, index.ids(found))

        def table(console: Console) -> None:
            cards.hits(console, found, known)

        note = cards.not_named(found)
        if note and format != "table":
            typer.echo(note, err=True)
        found_rows = [hit_row(hit, ids.full(known, hit)) for hit in found]
        answer.rows(found_rows, format, table, nothing=answer.nothing(index, "evidence"))
