"""`docmine show`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from docmine.cli import options
from docmine.cli.opened import opened
from docmine.errors import DocmineError, UnreadableDocument, UsageError

EPILOG = options.examples(
    "docmine show 402e2300",
    "docmine show 402e2300 --picture evidence.png",
    "docmine show 402e2300 --format json",
)


def show(
    context: typer.Context,
    record: Annotated[
        str, typer.Argument(metavar="ID", help="A record's id, or its first six digits or more, as the lists show it.")
    ],
    picture: Annotated[
        Path | None,
        typer.Option("--picture", "-o", metavar="FILE", help="Write the place on the page to this PNG file."),
    ] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="For people, or one object with all boxes.")
    ] = "text",
) -> None:
    """One record in its place, and a picture of it on its page.

    The words around it, its fields, its links, and its file with the hash of what was read. The id may be that of any
    record, sentence or passage; a finding has the id of its commitment. A picture can be drawn of what stands in a PDF.
    Where the file was moved or changed since it was read, the words are shown from the index all the same and a note
    says so; only a picture cannot be drawn then, and the exit code is 1.
    """
    from docmine.report import as_json, exhibit, safe
    from docmine.report.terminal import console

    if picture is not None and picture.suffix.lower() != ".png":
        raise UsageError(f"--picture {picture} must end in .png: the picture is written as PNG.")
    with opened(context) as index:
        found = index.record(record)
        file: str | None = None
        problem: str | None = None
        try:
            file = str(index.file(found)[0])
        except UnreadableDocument as error:
            problem = str(error)
        if format == "json":
            typer.echo(as_json.write_object(exhibit.row(found, file=file, problem=problem)), nl=False)
        else:
            exhibit.card(console(), found, file=file, problem=problem)
            if picture is None and problem is None and found.boxes():
                hint = f"docmine show {found.id[:8]} --picture {found.id[:8]}.png"
                typer.echo(f"Picture: {hint}")
        if picture is not None:
            _write(picture, index.picture(found))
            typer.echo(f"The picture is in {safe.line(str(picture))}.", err=format == "json")


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise DocmineError(f"The picture could not be written to {path}: {error.strerror}.") from error
