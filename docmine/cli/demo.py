"""`docmine demo`, which `make demo` runs last."""

from __future__ import annotations

import typer

from docmine.cli.opened import opened


def demo(context: typer.Context) -> None:
    """Show what the index holds, ten findings with their evidence, and what to try next."""
    from docmine.report import summary
    from docmine.report.terminal import console

    with opened(context) as index:
        summary.demo(console(), index.status(), [f for f in index.track() if f.same_as is None])
