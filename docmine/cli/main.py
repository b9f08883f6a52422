"""The `docmine` command and its options; its commands are in `commands`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from docmine import __version__
from docmine.cli.commands import Commands
from docmine.cli.group import DocmineGroup
from docmine.cli.options import examples


class _Docmine(DocmineGroup):
    """Its commands are made when they are called."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = Commands()


app = typer.Typer(
    cls=_Docmine,
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
