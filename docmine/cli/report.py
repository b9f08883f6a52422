"""`docmine report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from docmine.cli import file, options
from docmine.cli.opened import opened
from docmine.cli.waiting import waiting
from docmine.errors import UsageError
from docmine.report.story.limits import PICTURES

if TYPE_CHECKING:
    from docmine.index import Index
    from docmine.report.story.story import Story

EPILOG = options.examples(
    "docmine report -o report.html",
    "docmine report --topic FTB -o ftb.html",
    "docmine report --publisher Marlbrook --since 2023-10 --until 2023-12 -o autumn.html",
    "docmine report --series Newsletter -o newsletters.md",
)


def report(
    context: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to; - for a pipe.  [default: report.html, or report.md]"
        ),
    ] = None,
    format: Annotated[
        Literal["html", "md"] | None,
        typer.Option("--format", "-f", help="A page, or Markdown.  [default: by the name of the file, else a page]"),
    ] = None,
    topic: options.Topic = None,
    service: options.Service = None,
    owner: options.Owner = None,
    publisher: options.Publisher = None,
    series: options.Series = None,
    since: options.Since = None,
    until: options.Until = None,
    pictures: Annotated[
        int, typer.Option(min=0, metavar="N", help="At most so many pictures of pages; each takes a moment.")
    ] = PICTURES,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there already.")] = False,
) -> None:
    """Write a report to print or send: what became of each promise.

    One file that needs nothing else: it opens in any browser, without the internet, and prints on A4. It tells of the
    whole index, or of what the options leave of it: each promise with what became of it and why, dates that moved, who
    is to do what, figures through time, sums that do not come out, what letters asked and what was replied. Every
    quotation has a citation to copy.
    """
    from docmine.index.scope import Scope
    from docmine.report.story.story import story

    format = format or ("md" if output and output.suffix.lower() in (".md", ".markdown") else "html")
    path = output or Path(f"report.{format}")
    piped = path == Path("-")
    if not piped:
        file.check(path, force, f"report.{format}")
    scope = Scope(
        topic=topic, service=service, owner=owner, publisher=publisher, series=series, since=since, until=until
    )
    with opened(context) as index:
        with waiting("Gathering what the index tells ..."):
            told = story(index.account(scope))
        if not told.sources:
            raise UsageError(_nothing(scope, index))
        with waiting("Writing the report ..."):
            text = _page(index, told, pictures) if format == "html" else _markdown(told)
    if piped:
        typer.echo(text, nl=False)
        return
    file.write(path, text.encode())
    _say(path, text, told)


def _page(index: Index, told: Story, most: int) -> str:
    from docmine.report.html.pictures import pictured
    from docmine.report.html.render import rendered

    return rendered(told, pictured(told, index.picture, most), most)


def _markdown(told: Story) -> str:
    from docmine.report.markdown import written

    return written(told)


def _nothing(scope: object, index: Index) -> str:
    return f"No document in {index.path} is in this scope, so no report was written. Leave out an option."


def _say(path: Path, text: str, told: Story) -> None:
    from docmine.report import safe
    from docmine.report.words import counted

    size = len(text.encode()) / 1_000_000
    much = f"{counted(len(told.sources), 'document')}, {counted(len(told.promises), 'promise')}"
    typer.echo(f"The report is in {safe.line(str(path))} ({much}, {size:.1f} MB).")
