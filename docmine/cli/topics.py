"""`docmine topics`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened
from docmine.cli.waiting import waiting

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    "docmine topics",
    "docmine topics transport",
    'docmine topics --publisher "City Council" --since 2024',
    "docmine topics --format csv > topics.csv",
)
SHOWN = 30
Words = Annotated[
    str | None, typer.Argument(metavar="WORDS", help="Only what is called so, or in part.", show_default=False)
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only in documents of this publisher: its name, or a part of it.")
]
Limit = Annotated[
    int | None, typer.Option(min=1, metavar="N", help=f"At most so many.  [default: {SHOWN} in a table, else all]")
]


def topics(
    context: typer.Context,
    words: Words = None,
    publisher: Publisher = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: Limit = None,
    format: options.Format = "table",
) -> None:
    """Services and subjects: what is said of each, year by year.

    A short form and what it stands for, singular and plural, are one. Promises and figures count where their sentence
    or a heading above it names the subject; files of one issue count once. JSON and CSV have all counts of each year.
    """
    from docmine.report import topics as report

    with opened(context) as index:
        with waiting("Reading every sentence ..."):
            found = index.topics(words, publisher=publisher, since=since, until=until)
        shown = found[: limit or (SHOWN if format == "table" else None)]

        def table(console: Console) -> None:
            report.table(console, shown)

        rows = list(report.flat(shown)) if format == "csv" else [report.row(topic) for topic in shown]
        answer.rows(rows, format, table, nothing=answer.nothing(index, "topics"), names=report.COLUMNS)
        if len(shown) < len(found):
            typer.echo(f"{len(shown)} of {len(found)}; --limit {len(found)} shows all.", err=True)
