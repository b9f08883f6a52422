"""`docmine remove`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine remove")


def remove(context: typer.Context) -> None:
    """remove"""
