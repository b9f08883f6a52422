"""The one place that turns an error into a message and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from docmine.cli.plain import take_plainly
from docmine.errors import DocmineError

INTERRUPTED = 128 + 2
BROKEN_PIPE = 128 + 13
_INTERRUPTED_QUERY = "Query interrupted"
"""What DuckDB makes of Ctrl+C while it answers."""


class DocmineGroup(TyperGroup):
    """A group whose commands may raise any DocmineError."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        take_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            take_plainly(command.get_params(ctx))
        return command

    def invoke(self, ctx: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except DocmineError as error:
            _say(str(error))
            raise typer.Exit(error.exit_code) from None
        except (KeyboardInterrupt, RuntimeError) as error:
            if isinstance(error, RuntimeError) and str(error) != _INTERRUPTED_QUERY:
                raise
            _say("Stopped at your request. What was finished before is kept; run the same command again to go on.")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # The reader of our output ("docmine figures | head") has left. Say nothing, now and when Python closes.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(BROKEN_PIPE) from None
        return result


def _say(message: str) -> None:
    from docmine.report import safe

    typer.echo(f"docmine: {safe.line(message)}", err=True)
