"""`docmine owners`."""

from __future__ import annotations

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine owners",
    "docmine owners --since 2023 --format json",
)


def owners(
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
    """The people who are named: role, organisation, e-mail."""
    with opened(context) as index:
        found = index.owners(
            doc=doc, owner=owner, topic=topic, since=since, until=until, contains=contains, limit=limit
        )
        answer.records(index, "owner", "people", found, format)
