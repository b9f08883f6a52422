"""`docmine export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from docmine.cli import file, options
from docmine.cli.opened import opened
from docmine.cli.waiting import waiting
from docmine.errors import UsageError

EPILOG = options.examples(
    "docmine export exported",
    "docmine export exported --format parquet",
    "docmine export all.xlsx",
    "docmine export ftb.xlsx --topic FTB --since 2021",
)
Target = Annotated[
    Path,
    typer.Argument(metavar="FOLDER", help="Where to; it is made if it is not there. Of a workbook the file: all.xlsx."),
]
Format = Annotated[
    Literal["csv", "jsonl", "parquet", "xlsx"] | None,
    typer.Option(
        "--format",
        "-f",
        help="CSV, JSON lines, Parquet, or an Excel workbook.  [default: xlsx where the name ends so, else csv]",
    ),
]


def export(
    context: typer.Context,
    folder: Target,
    format: Format = None,
    topic: options.Topic = None,
    service: options.Service = None,
    owner: options.Owner = None,
    publisher: options.Publisher = None,
    series: options.Series = None,
    doc: options.Doc = None,
    since: options.Since = None,
    until: options.Until = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier export.")] = False,
) -> None:
    """Write every table to a folder, or to one Excel workbook.

    The files are for programs: every table of the index, and what track, check and series say. The workbook is for
    people: what became of each commitment beside its evidence, dates that moved, owners, figures, sums, with filters
    and with links between the sheets and to the files. Nothing in it is ever run as a formula. What to look at can be
    chosen for a workbook only, as for a report.
    """
    from docmine.report import safe

    scope = {
        "topic": topic,
        "service": service,
        "owner": owner,
        "publisher": publisher,
        "series": series,
        "doc": doc,
        "since": since,
        "until": until,
    }
    if format == "xlsx" or (format is None and folder.suffix.lower() == ".xlsx"):
        _workbook(context, folder, scope, force)
        return
    if given := [name for name, value in scope.items() if value is not None]:
        raise UsageError(f"--{given[0]} is of a workbook. Leave it out, or write one: --format xlsx.")
    with opened(context) as index, waiting("Following every commitment, and writing ..."):
        written = index.export(folder, format or "csv", force=force)
    for path in written:
        typer.echo(safe.line(str(path)))


def _workbook(context: typer.Context, path: Path, scope: dict[str, str | None], force: bool) -> None:
    from docmine.index.scope import Scope
    from docmine.report import safe

    path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
    file.check(path, force, "all.xlsx")
    with opened(context) as index:
        with waiting("Gathering what the index tells ..."):
            account = index.account(Scope(**scope))
        if not account.documents:
            raise UsageError(
                f"No document in {index.path} is in this scope, so nothing was written. Leave out an option."
            )
        with waiting("Writing the workbook ..."):
            data = index.workbook(account)
    file.write(path, data)
    typer.echo(safe.line(str(path)))
