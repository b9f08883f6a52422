"""`docmine track`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine track")


def track(context: typer.Context) -> None:
    """track"""
