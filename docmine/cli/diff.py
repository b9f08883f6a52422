"""`docmine diff`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine diff")


def diff(context: typer.Context) -> None:
    """diff"""
