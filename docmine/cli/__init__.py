"""The command line: one command a file, each thin: words of the call → `docmine.index.Index` → `docmine.report`.

`docmine --help` must answer at once, so modules here import what is heavy only inside their functions.
"""

from __future__ import annotations


def main() -> None:
    """What the `docmine` command runs."""
    from docmine.cli.main import app

    app(prog_name="docmine")
