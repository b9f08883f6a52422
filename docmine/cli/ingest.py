"""`docmine ingest`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine ingest")


def ingest(context: typer.Context) -> None:
    """ingest"""
