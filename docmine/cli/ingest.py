"""`docmine ingest`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened
from docmine.cli.stdin import expanded

if TYPE_CHECKING:
    from rich.console import Console

    from docmine.pipeline import Progress, Summary

SOME_UNREADABLE = 3
# As in docmine.records, which would take its time to import; a test compares them.
TypeName = Literal["letter", "newsletter", "update", "report", "minutes", "web page", "other"]
EPILOG = options.examples(
    "docmine ingest corpus",
    'docmine ingest "corpus/*.pdf" --publisher "Marlbrook City Council"',
    "docmine ingest corpus/send-improvement-programme.html --published 2024-06",
    "docmine ingest https://www.example.gov.uk/send-improvement-plan",
    "find corpus -newer README.md | docmine ingest -",
)


def ingest(
    context: typer.Context,
    paths: options.Sources,
    published: Annotated[
        str | None,
        options.date("When all of these were published, if the files say otherwise", "2022-09-30, 2022-09, 2022"),
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")] = None,
    series: Annotated[str | None, typer.Option(metavar="NAME", help="What they are issues of.")] = None,
    type: Annotated[TypeName | None, typer.Option(help="What kind of document they are.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Also read files that the index has as they are.")] = False,
    allow_private: options.AllowPrivate = False,
    format: options.Format = "table",
) -> None:
    """Read files, folders and web addresses into the index.

    The index is made if there is none. What it has already is not read again; a file that changed becomes a new
    version. A file that cannot be read is listed with the reason and the others go on; the exit code is then 3. What a
    web address gives is kept in a folder beside the index; give the address again to see whether it has changed.
    """
    with opened(context) as index, _progress() as shown:
        summary = index.ingest(
            expanded(paths),
            progress=shown,
            again=again,
            allow_private=allow_private,
            published=published,
            publisher=publisher,
            series=series,
            doc_type=type,
        )
        documents = index.documents() if summary.new or summary.changed else ()

    def table(console: Console) -> None:
        from docmine.report import summary as summaries

        summaries.ingested(console, summary, index.path)
        summaries.unknown(console, documents)

    answer.rows(_rows(summary), format, table, nothing="There was nothing to read.")
    if summary.failed:
        raise typer.Exit(SOME_UNREADABLE)


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """A bar on stderr that names the file at work; nothing where stderr is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from docmine.report import safe
    from docmine.report.terminal import console

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    on = console(stderr=True)
    with Bar(*columns, console=on, transient=True, disable=not on.is_terminal) as bar:
        task = bar.add_task("")

        def show(step: Progress) -> None:
            name = safe.line(step.path.name) if step.outcome is None else ""
            if step.page:
                name += f": recognising page {step.page.number} of {step.page.pages}"
            bar.update(task, completed=step.done, total=step.total, description=name)

        yield show


def _rows(summary: Summary) -> list[dict[str, Any]]:
    outcomes = {"new": summary.new, "changed": summary.changed, "unchanged": summary.unchanged}
    done = [{"path": path, "outcome": name, "reason": None} for name, paths in outcomes.items() for path in paths]
    return done + [{"path": path, "outcome": "failed", "reason": reason} for path, reason in summary.failed]
