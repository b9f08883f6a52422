"""`docmine verify`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

FAULTS = 1
EPILOG = options.examples("docmine verify", "docmine verify --format jsonl")


def verify(context: typer.Context, format: options.Format = "table") -> None:
    """Check that every record stands, word for word, where it says.

    Ends with 1 where the index is at fault. That a file was moved or changed since is only noted.
    """
    from docmine.report.words import counted

    with opened(context) as index:
        found = index.verify()
        documents = counted(len(index.documents()), "document")

    def table(console: Console) -> None:
        from docmine.report import tables

        rows = [("fault" if p.fault else "note", p.doc, p.table, p.message) for p in found]
        console.print(tables.plain(("", "Document", "Table", "What is wrong"), rows, (1, 3, 2, 6)))

    whole = f"Everything in {index.path} is where it says: {documents}, each record word for word."
    answer.rows([asdict(problem) for problem in found], format, table, nothing=whole)
    if any(problem.fault for problem in found):
        raise typer.Exit(FAULTS)
