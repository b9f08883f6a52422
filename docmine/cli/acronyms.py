"""`docmine acronyms`."""

from __future__ import annotations

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine acronyms",
    "docmine acronyms --format csv > acronyms.csv",
)


def acronyms(
    context: typer.Context,
    doc: options.Doc = None,
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    contains: options.Contains = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """Short forms, and what the documents say they stand for."""
    with opened(context) as index:
        found = index.acronyms(doc=doc, topic=topic, since=since, until=until, contains=contains, limit=limit)
        answer.records(index, "acronym", "acronyms", found, format)
