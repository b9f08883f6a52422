"""`docmine check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

# As in docmine.compare.checks.record, which would take its time to import; a test compares them.
KindName = Literal["percentage", "share", "change", "difference", "multiple", "total", "parts", "list", "average"]
TELLING = ("does not agree", "agrees if truncated")
"""The verdicts that are shown without --all."""
EPILOG = options.examples(
    "docmine check",
    'docmine check "2023-11-06 Reply from the Director.docx" --all',
    'docmine check "corpus/*.pdf"',
    "docmine check --all --format csv > checks.csv",
)
Documents = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DOC]...",
        help="Names of documents in the index; or files, folders and quoted patterns, which need no index. Without any,"
        " the whole index.",
        show_default=False,
    ),
]


def check(
    context: typer.Context,
    documents: Documents = None,
    all_: Annotated[bool, typer.Option("--all", help="Also what agrees, and what cannot be told.")] = False,
    kind: Annotated[KindName | None, typer.Option(help="Only sums of this kind.")] = None,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """The arithmetic in a document: does it come out?

    Percentages beside their counts, changes beside their two values, parts and totals in prose and tables, averages,
    "doubled", lists that say how many items follow. Every sum is shown; rounding and cutting off are allowed for and
    named. Shown are sums that do not agree, or only if digits are cut off.
    """
    from docmine.report import checks, ids

    with opened(context) as index:
        found = [c for c in index.check(*(documents or ())) if kind in (None, c.check)]
        shown = [c for c in found if all_ or c.verdict in TELLING][:limit]
        spots = [checks.spot(c) for c in shown]
        known = ids.table(spots, index.ids(spots)) if index.path.exists() else {}
        nothing = f"Nothing that does not agree: {checks.told(found)}." + (" --all shows every sum." if found else "")

        def table(console: Console) -> None:
            checks.cards(console, shown, known)
            console.print(f"In all: {checks.told(found)}.")

        answer.rows([checks.row(c, known) for c in shown], format, table, nothing=nothing, names=checks.COLUMNS)
