"""`docmine commitments`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

EPILOG = options.examples(
    "docmine commitments --limit 5",
    "docmine commitments --strength firm --due-before 2023",
    "docmine commitments --topic FTB",
    "docmine commitments --sure",
    "docmine commitments --contains plan --format csv > commitments.csv",
)
DueBefore = Annotated[str | None, options.date("Only what is due before")]
# As in docmine.records, which would take its time to import; a test compares them.
StrengthName = Literal["firm", "planned", "ongoing", "aspirational", "required"]
FirmAs = Annotated[
    StrengthName | None,
    typer.Option(help="Only promises that are exactly so firm."),
]


def commitments(
    context: typer.Context,
    doc: options.Doc = None,
    owner: options.Owner = None,
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    due_before: DueBefore = None,
    strength: FirmAs = None,
    contains: options.Contains = None,
    sure: options.Sure = False,
    confidence: options.Confidence = None,
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
            confidence=options.at_least(sure, confidence),
            limit=limit,
        )
        answer.records(index, "commitment", "commitments", found, format)
