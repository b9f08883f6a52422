"""`docmine track`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened
from docmine.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    'docmine track review 402e2300 --verdict delivered --reason "It opened; the minutes of May say so."',
    "docmine track review 402e2300 --agree",
)


def track(
    context: typer.Context,
    what: Annotated[
        Literal["review"] | None,
        typer.Argument(metavar="[review", help="Say what you make of one finding, rather than list them."),
    ] = None,
    record: Annotated[
        str | None, typer.Argument(metavar="ID]", help="Its id, or the first six digits or more, as the list shows it.")
    ] = None,
    as_of: Annotated[
        str | None, options.date("Judge as if it were then; without it, as of the newest document")
    ] = None,
    doc: options.Doc = None,
    owner: options.Owner = None,
    topic: options.Topic = None,
    verdict: Annotated[VerdictName | None, typer.Option(help="Only this verdict; of a review, yours.")] = None,
    agree: Annotated[bool, typer.Option("--agree", help="Of a review: docmine's verdict is right.")] = False,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Of a review: why.")] = "",
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """What became of each commitment in later documents.

    A verdict says what the documents at hand show, and what was searched. "unsure" is a verdict too. Read the evidence
    in its document before you quote a verdict. Where you find it wrong or right, 'docmine track review' notes it in the
    index: your verdict is shown from then on, also after the document has been read again.
    """
    if what == "review":
        _review(context, record, verdict, agree, reason)
        return
    if agree or reason:
        raise UsageError("--agree and --reason are of a review: docmine track review ID --agree.")
    from docmine.report import ids
    from docmine.report.rows import finding_row

    with opened(context) as index:
        chosen = {(c.doc, c.start) for c in index.commitments(doc=doc, owner=owner, topic=topic)}
        followed = [f for f in index.track(as_of=as_of) if (f.doc, f.start) in chosen]
        found = [f for f in followed if verdict in (None, f.verdict)]
        if format == "table" and any(f.same_as for f in found):
            found = _folded(found, index.ids(found))
        found = found[:limit]
        shown: list[ids.Item] = [*found]
        shown += (evidence for finding in found for evidence in finding.evidence)
        known = ids.table(shown, index.ids(shown))
        nothing = answer.nothing(index, "commitments")
        if followed and not found:
            nothing = f"None of the {len(followed)} commitments has the verdict {verdict!r}. Leave out --verdict."

        def table(console: Console) -> None:
            from docmine.report import cards

            cards.findings(console, found, known)

        answer.rows([finding_row(finding, known) for finding in found], format, table, nothing=nothing)


def _folded(found: Sequence[Finding], ids: Sequence[str]) -> list[Finding]:
    """Each commitment once, though several files of one issue have it."""
    shown = set(ids)
    folded = []
    for finding in found:
        if finding.same_as is None:
            folded.append(finding)
        elif finding.same_as not in shown:  # only this file was asked for
            shown.add(finding.same_as)
            folded.append(finding)
    return folded


def _review(context: typer.Context, record: str | None, verdict: VerdictName | None, agree: bool, reason: str) -> None:
    from docmine.report import cards
    from docmine.report.terminal import console

    if record is None:
        raise UsageError("Name the finding to review by its id, as 'docmine track' shows it.")
    if agree == (verdict is not None):
        raise UsageError("Say either --agree, or the verdict that you find right: --verdict delivered.")
    with opened(context) as index:
        cards.findings(console(), [index.review(record, verdict, reason)])
