"""`docmine quotes`."""

from __future__ import annotations

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine quotes",
    "docmine quotes --topic FTB --format json",
)


def quotes(
    context: typer.Context,
    doc: options.Doc = None,
    owner: options.Owner = None,
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    contains: options.Contains = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """What people are quoted as saying."""
    with opened(context) as index:
        found = index.quotes(
            doc=doc, owner=owner, topic=topic, since=since, until=until, contains=contains, limit=limit
        )
        answer.records(index, "quote", "quotes", found, format)
