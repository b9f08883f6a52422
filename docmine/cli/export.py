"""`docmine export`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine export")


def export(context: typer.Context) -> None:
    """export"""
