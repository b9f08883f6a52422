"""`docmine figures`."""

from __future__ import annotations

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine figures --limit 5",
    "docmine figures --contains weeks",
    "docmine figures --confidence 0.8",
    "docmine figures --since 2023 --format csv > figures.csv",
)


def figures(
    context: typer.Context,
    doc: options.Doc = None,
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    contains: options.Contains = None,
    sure: options.Sure = False,
    confidence: options.Confidence = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """Numbers that state a fact: results, targets, costs, counts."""
    with opened(context) as index:
        found = index.figures(
            doc=doc,
            topic=topic,
            since=since,
            until=until,
            contains=contains,
            confidence=options.at_least(sure, confidence),
            limit=limit,
        )
        answer.records(index, "figure", "figures", found, format)
