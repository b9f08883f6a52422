"""`docmine status`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine status")


def status(context: typer.Context) -> None:
    """status"""
