"""`docmine owners`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    "docmine owners",
    'docmine owners "Jane Hill"',
    "docmine owners --since 2023 --format json",
    "docmine owners --each --sure",
)
Name = Annotated[
    str | None, typer.Argument(metavar="NAME", help="One person: a name, or a part of it.", show_default=False)
]
Each = Annotated[bool, typer.Option("--each", help="A row a document instead of a person: what each says of whom.")]


def owners(
    context: typer.Context,
    name: Name = None,
    doc: options.Doc = None,
    owner: options.Owner = None,
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    contains: options.Contains = None,
    sure: options.Sure = False,
    confidence: options.Confidence = None,
    each: Each = False,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """Who held which role when, and which commitments are theirs.

    Spellings are put together as one person only where something besides the name agrees; who is kept apart is said.
    With NAME, all about one person: roles, commitments with their dates, documents.
    """
    filters = {
        "doc": doc,
        "owner": owner,
        "topic": topic,
        "since": since,
        "until": until,
        "contains": contains,
        "confidence": options.at_least(sure, confidence),
    }
    with opened(context) as index:
        if each:
            found = index.owners(**{**filters, "owner": name or owner}, limit=limit)
            answer.records(index, "owner", "people", found, format)
            return
        from docmine.report import ids, persons

        people = index.people(name, **{k: v for k, v in filters.items() if v is not None}, limit=limit)
        records = persons.shown(people)
        known = ids.table(records, index.ids(records))

        def table(console: Console) -> None:
            if name is None:
                persons.table(console, people)
                return
            for person in people:
                persons.page(console, person, known, index.when().documents)

        rows = list(persons.flat(people)) if format == "csv" else [persons.row(person, known) for person in people]
        answer.rows(rows, format, table, nothing=answer.nothing(index, "people"), names=persons.COLUMNS)
