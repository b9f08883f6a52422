"""`docmine search`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened
from docmine.cli.waiting import waiting

if TYPE_CHECKING:
    from rich.console import Console

    from docmine.index import Index
    from docmine.search import Inquiry

EPILOG = options.examples(
    'docmine search "what was promised about FTB"',
    "docmine search waiting times --limit 3",
    'docmine search --explain "which promises were dropped since March 2024"',
    'docmine search "who is responsible for transport" --format jsonl',
)


def search(
    context: typer.Context,
    question: Annotated[
        list[str], typer.Argument(metavar="QUESTION", help="In your own words, with or without quotes.")
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many.")] = 10,
    explain: Annotated[bool, typer.Option("--explain", help="Show first how the question was read.")] = False,
    format: options.Format = "table",
) -> None:
    """Ask a question; the best evidence comes first.

    A hit is a sentence or a commitment, word for word, with its headings, file, page and date, and what became of it
    where 'docmine track' has said so. A name or a short form in the question must be named by a hit, its headings or
    its document; where none is, the answer says so. What else the question was taken for, --explain shows.
    """
    from docmine.report import cards, ids, inquiry, terminal
    from docmine.report.rows import hit_row

    with opened(context) as index:
        with waiting("Loading the model that compares meanings ..."):
            found = index.inquire(" ".join(question), limit)
        known = ids.table(found.hits, index.ids(found.hits))
        if explain:
            inquiry.reading(terminal.console(stderr=format != "table"), found.reading)
        for note in _notes(index, found):
            typer.echo(note, err=True)

        def table(console: Console) -> None:
            repeated = any(hit.also_in for hit in found.hits)
            cards.hits(console, found.hits, known, index.when().documents if repeated else {})

        nothing = "" if found.hits else _nothing(index, found)
        answer.rows([hit_row(hit, ids.full(known, hit)) for hit in found.hits], format, table, nothing=nothing)


def _notes(index: Index, found: Inquiry) -> Iterator[str]:
    """What a person has to know to read the hits rightly."""
    from docmine.report import cards, inquiry
    from docmine.search.question import caveats, narrows

    asked = found.question
    yield from caveats(asked, there=not narrows(asked) or bool(index.looked_in(asked)))
    if asked.verdicts and not index.followed():
        yield "What became of the promises is not known yet, or a document came since: run 'docmine track' first."
    missing = cards.named_nowhere(found.hits)
    instead = inquiry.did_you_mean(index.suggestions(" ".join(missing))) if missing else ""
    if note := cards.not_named(found.hits, instead):
        yield note
    elif found.hits and not found.sure:
        yield inquiry.NEAREST


def _nothing(index: Index, found: Inquiry) -> str:
    from docmine.report import inquiry
    from docmine.search.question import narrows, where

    asked = found.question
    searched = index.looked_in(asked)
    which = where(asked) if narrows(asked) and searched else ""
    return inquiry.nothing(searched or index.documents(), which, index.suggestions(asked.lexical))
