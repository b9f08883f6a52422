"""`docmine verify`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine verify")


def verify(context: typer.Context) -> None:
    """verify"""
