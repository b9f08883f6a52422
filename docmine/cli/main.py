"""The `docmine` command: its options, and the commands it has, in the order in which a newcomer needs them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docmine import __version__
from docmine.cli import (
    acronyms,
    answers,
    asks,
    check,
    commitments,
    dates,
    demo,
    diff,
    doctor,
    evaluate,
    export,
    extract,
    figures,
    ingest,
    label,
    manual,
    owners,
    quotes,
    read,
    remove,
    search,
    series,
    show,
    similar,
    sql,
    status,
    topics,
    track,
    verify,
)
from docmine.cli.group import DocmineGroup
from docmine.cli.options import examples

_COMMANDS = (
    ingest,
    status,
    remove,
    search,
    similar,
    topics,
    commitments,
    track,
    show,
    diff,
    series,
    check,
    answers,
    figures,
    dates,
    owners,
    quotes,
    asks,
    acronyms,
    read,
    extract,
    export,
    verify,
    evaluate,
    label,
    sql,
    doctor,
)

app = typer.Typer(
    cls=DocmineGroup,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help needs no rich, and so comes up at once
    pretty_exceptions_show_locals=False,  # a text of somebody's letter has no place in a bug report
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog=examples(
        "docmine ingest corpus",
        'docmine search "what was promised about FTB"',
        "docmine track",
        "docmine commitments --help",
    ),
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"docmine {__version__}")
        raise typer.Exit


@app.callback()
def docmine(
    context: typer.Context,
    index: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The index to work on.  [default: the environment's DOCMINE_INDEX, else index/docmine.duckdb]",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """What councils promised, what they reported, and what became of it.

    Point docmine at a folder of letters, newsletters, minutes and updates, and ask the index it makes.
    Everything stays on this computer.
    """
    context.obj = index


for module in _COMMANDS:
    name = module.__name__.rpartition(".")[2]
    app.command(name, epilog=module.EPILOG)(getattr(module, name))
for hidden in (demo.demo, manual.manual):
    app.command(hidden.__name__, hidden=True)(hidden)
