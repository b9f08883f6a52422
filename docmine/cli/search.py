"""`docmine search`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine search")


def search(context: typer.Context) -> None:
    """search"""
