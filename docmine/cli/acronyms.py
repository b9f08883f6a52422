"""`docmine acronyms`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

EPILOG = options.examples(
    "docmine acronyms",
    "docmine acronyms SEND",
    "docmine acronyms --ambiguous",
    "docmine acronyms --format csv > acronyms.csv",
)
Short = Annotated[str | None, typer.Argument(metavar="SHORT", help="One short form.", show_default=False)]
Ambiguous = Annotated[bool, typer.Option("--ambiguous", help="Only those for which documents give several meanings.")]
Each = Annotated[bool, typer.Option("--each", help="A row a document instead of a short form: what each says.")]


def acronyms(
    context: typer.Context,
    short: Short = None,
    ambiguous: Ambiguous = False,
    doc: options.Doc = None,
    topic: options.Topic = None,
    since: options.Since = None,
    until: options.Until = None,
    contains: options.Contains = None,
    each: Each = False,
    limit: options.Limit = None,
    format: options.Format = "table",
) -> None:
    """Short forms, what they stand for, and which documents say so.

    A document's own definition holds there. Where it gives none, the only meaning that other documents give is shown
    as theirs; where they give several, all stand side by side.
    """
    filters = {"doc": doc, "topic": topic, "since": since, "until": until, "contains": contains}
    with opened(context) as index:
        if each:
            wanted = short.casefold() if short else None
            found = [a for a in index.acronyms(**filters) if wanted in (None, a.text.casefold())]
            answer.records(index, "acronym", "acronyms", found[:limit], format)
            return
        from docmine.report import ids, shortforms

        given = {name: value for name, value in filters.items() if value is not None}
        forms = [form for form in index.meanings(short, **given) if form.ambiguous or not ambiguous][:limit]
        records = [mention for form in forms for mention in form.mentions]
        known = ids.table(records, index.ids(records))

        def table(console: Console) -> None:
            shortforms.table(console, forms)

        rows = list(shortforms.flat(forms)) if format == "csv" else [shortforms.row(form, known) for form in forms]
        answer.rows(rows, format, table, nothing=answer.nothing(index, "acronyms"), names=shortforms.COLUMNS)
