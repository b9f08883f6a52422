"""`docmine asks`."""

from __future__ import annotations

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine asks",
    "docmine asks --contains publish --format csv > asks.csv",
)


def asks(
    context: typer.Context,
    doc: options.Doc = None,
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    contains: options.Contains = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """What was asked of the council or its partners."""
    with opened(context) as index:
        found = index.asks(doc=doc, topic=topic, since=since, until=until, contains=contains, limit=limit)
        answer.records(index, "ask", "asks", found, format)
