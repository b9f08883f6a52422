"""`docmine dates`."""

from __future__ import annotations

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine dates --limit 20",
    "docmine dates --since 2023 --format jsonl",
)


def dates(
    context: typer.Context,
    doc: options.Doc = None,
    since: options.Since = None,
    until: options.Until = None,
    contains: options.Contains = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """Every date that the documents name, and what it is: a deadline, an event, a period."""
    with opened(context) as index:
        found = index.dates(doc=doc, since=since, until=until, contains=contains, limit=limit)
        answer.records(index, "date", "dates", found, format)
