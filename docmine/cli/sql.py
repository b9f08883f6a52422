"""`docmine sql`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine sql")


def sql(context: typer.Context) -> None:
    """sql"""
