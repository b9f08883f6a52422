"""`docmine manual`: docs/commands.md, made from every command's help. A test holds the two together."""

from __future__ import annotations

import typer

WIDTH = 96
HEAD = """# Commands

Made by `docmine manual > docs/commands.md` from the help of each command.
"""


def manual() -> None:
    """Print the help of all commands as one Markdown page."""
    from docmine.cli.main import app

    group = typer.main.get_group(app)
    typer.echo(HEAD)
    for name, command in [("docmine", group), *group.commands.items()]:
        if command.hidden:
            continue
        words = "docmine" if command is group else f"docmine {name}"
        context = typer.Context(command, info_name=words, terminal_width=WIDTH, help_option_names=["--help", "-h"])
        lines = [line.rstrip() for line in command.get_help(context).splitlines()]
        typer.echo("\n".join([f"## {words}", "", "```text", *lines, "```", ""]))
