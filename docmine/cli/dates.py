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
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    contains: options.Contains = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """Every date that is named: deadlines, events, periods."""
    with opened(context) as index:
        found = index.dates(doc=doc, topic=topic, since=since, until=until, contains=contains, limit=limit)
        answer.records(index, "date", "dates", found, format)
