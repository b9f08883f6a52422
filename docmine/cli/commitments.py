"""`docmine commitments`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine commitments",
    "docmine commitments --due-before 2023-01 --strength firm",
    'docmine commitments --contains "waiting time" --format csv > commitments.csv',
)
DueBefore = Annotated[str | None, options.iso_option("Only what is due before this date")]
Strength = Annotated[
    Literal["firm", "planned", "ongoing", "aspirational", "required"] | None,
    typer.Option(help="Only promises as firm as this."),
]


def commitments(
    context: typer.Context,
    doc: options.Doc = None,
    owner: options.Owner = None,
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    due_before: DueBefore = None,
    strength: Strength = None,
    contains: options.Contains = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """What was promised: by whom, by when, and how firmly."""
    with opened(context) as index:
        found = index.commitments(
            doc=doc,
            owner=owner,
            topic=topic,
            since=since,
            until=until,
            due_before=due_before,
            strength=strength,
            contains=contains,
            limit=limit,
        )
        answer.records(index, "commitment", "commitments", found, format)
