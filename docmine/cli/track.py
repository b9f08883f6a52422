"""`docmine track`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

    from docmine.records import Finding

# As in docmine.records, which would take its time to import; a test compares them.
VerdictName = Literal[
    "repeated", "progressed", "delivered", "slipped", "weakened", "contradicted", "dropped", "open", "unsure"
]
EPILOG = options.examples(
    "docmine track",
    "docmine track --verdict dropped",
    "docmine track --as-of 2023-06-30 --topic FTB",
    "docmine track --format jsonl > findings.jsonl",
)


def track(
    context: typer.Context,
    as_of: Annotated[
        str | None, options.date("Judge as if it were then; without it, as of the newest document")
    ] = None,
    doc: options.Doc = None,
    owner: options.Owner = None,
    topic: options.Topic = None,
    verdict: Annotated[VerdictName | None, typer.Option(help="Only this verdict.")] = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """What became of each commitment in later documents.

    A verdict says what the documents at hand show, and what was searched. "unsure" is a verdict too. Read the evidence
    in its document before you quote a verdict.
    """
    from docmine.report.rows import finding_row

    def wanted(finding: Finding) -> bool:
        return (
            _has(finding.doc, doc)
            and _has(finding.owner, owner)
            and _has(finding.topic, topic)
            and verdict in (None, finding.verdict)
        )

    with opened(context) as index:
        found = [finding for finding in index.track(as_of=as_of) if wanted(finding)][:limit]

        def table(console: Console) -> None:
            from docmine.report import cards

            cards.findings(console, found)

        answer.rows(
            [finding_row(finding) for finding in found], format, table, nothing=answer.nothing(index, "commitments")
        )


def _has(value: str | None, asked: str | None) -> bool:
    """Whether `asked` is no filter, or a part of the value, whatever the case."""
    return asked is None or asked.casefold() in (value or "").casefold()
