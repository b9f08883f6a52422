"""`docmine series`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    "docmine series",
    "docmine series wait OT",
    "docmine series --flagged",
    "docmine series --format csv > series.csv",
)
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]...", help="Only series about all these words.", show_default=False),
]
Flagged = Annotated[bool, typer.Option("--flagged", help="Only series with something odd about them.")]


def series(
    context: typer.Context,
    words: Words = None,
    doc: options.Doc = None,
    flagged: Flagged = False,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """The same figure through time, and what is odd about it.

    A series holds one measure of one service, in one unit, from two issues or more. Flagged are an earlier value that
    is quoted otherwise than it was published (moved baseline), two values for one period, another definition, other
    people or another whole, and a figure that stops being reported. Read both sentences before you quote a flag.
    """
    from docmine.report import courses, ids

    with opened(context) as index:
        asked = " ".join(words or ())
        found = [one for one in index.series(asked or None, doc=doc) if one.flags or not flagged][:limit]
        figures = [point.figure for one in found for point in one.points]
        figures += [point.figure for one in found for flag in one.flags for point in (flag.earlier, flag.later)]
        known = ids.table(figures, index.ids(figures))

        def table(console: Console) -> None:
            courses.cards(console, found, known)

        rows = list(courses.flat(found)) if format == "csv" else [courses.row(one, known) for one in found]
        answer.rows(rows, format, table, nothing=answer.nothing(index, "series"), names=courses.COLUMNS)
