"""`docmine status`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from docmine.cli import answer, options
from docmine.cli.opened import opened

if TYPE_CHECKING:
    from rich.console import Console

    from docmine.index import Status

EPILOG = options.examples(
    "docmine status",
    "docmine status --format csv > documents.csv",
    "docmine --index index/docmine.duckdb status",
)
_ABOUT = ("title", "doc_type", "publisher", "series", "number", "published")


def status(context: typer.Context, format: options.Format = "table") -> None:
    """What the index holds, and which files could not be read."""
    from docmine.report import as_json

    with opened(context) as index:
        found = index.status()

    def table(console: Console) -> None:
        from docmine.report import summary

        summary.status(console, found)

    if format == "json":
        typer.echo(as_json.write_object(_object(found)), nl=False)
    else:
        empty = f"The index {index.path} is empty. Fill it with 'docmine ingest FOLDER'."
        answer.rows(_rows(found), format, table, nothing=empty)


def _object(found: Status) -> dict[str, Any]:
    whole = asdict(found)
    documents = [row for row in _rows(found) if row["reason"] is None]
    return {**whole, "documents": documents}


def _rows(found: Status) -> list[dict[str, Any]]:
    """One a document, then one a file that could not be read; `reason` tells them apart."""
    documents = [
        {
            "doc": d.name,
            **{name: known.value if (known := getattr(d, name)) else None for name in _ABOUT},
            "same_issue_as": found.same_issue.get(d.name, ()),
            "pages": d.pages,
            "version": d.version,
            "ingested": d.ingested,
            "path": d.path,
            "sha256": d.sha256,
            "warnings": d.warnings,
            "reason": None,
        }
        for d in found.documents
    ]
    failures = [
        {"doc": f.doc, "ingested": f.failed, "path": f.path, "sha256": f.sha256, "reason": f.reason}
        for f in found.failures
    ]
    return [*documents, *failures]
