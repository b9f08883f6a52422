"""`docmine demo`."""

from __future__ import annotations

import typer

from docmine.cli import options

EPILOG = options.examples("docmine demo")


def demo(context: typer.Context) -> None:
    """demo"""
