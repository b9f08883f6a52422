"""`docmine doctor`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from docmine.cli import answer, options
from docmine.cli.opened import chosen

if TYPE_CHECKING:
    from rich.console import Console

    from docmine.doctor import Check

MISSING = 1
EPILOG = options.examples("docmine doctor", "docmine doctor --format json")


def doctor(context: typer.Context, format: options.Format = "table") -> None:
    """Check what docmine needs, and say how to install it.

    Ends with 1 where something is missing that docmine cannot do without. Takes some seconds, for models are loaded. An
    embedding model that was not used before is prepared, which takes up to a minute once.
    """
    from docmine.doctor import checks

    found = checks(chosen(context))

    def table(console: Console) -> None:
        from docmine.report import tables

        rows = [(_state(c), c.name, c.found, c.needed_for) for c in found]
        console.print(tables.plain(("", "What", "Found", "Needed for"), rows, (2, 3, 5, 4)))
        for check in found:
            if not check.ok:
                console.print(f"To get {check.name}:", markup=False, highlight=False)
                for line in check.install:
                    console.print(f"   {line}", markup=False, highlight=False, soft_wrap=True)

    answer.rows([asdict(c) for c in found], format, table, nothing="")
    if any(c.required and not c.ok for c in found):
        raise typer.Exit(MISSING)


def _state(check: Check) -> str:
    return "ok" if check.ok else "MISSING" if check.required else "missing (optional)"
