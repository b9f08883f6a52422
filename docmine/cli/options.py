"""The options that several commands share, as annotated types."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from docmine.errors import UsageError

_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def iso_date(words: str) -> str:
    """A date option as given, where it is an ISO date, month or year. Raises UsageError."""
    if _ISO.fullmatch(words):
        return words
    raise UsageError(f"{words!r} is no date that docmine can use. Write 2022-09-30, 2022-09 or 2022.")


def iso_option(help: str) -> Any:
    """An option that takes a date."""
    return typer.Option(metavar="DATE", parser=iso_date, help=f"{help} (2022-09-30, 2022-09 or 2022).")


def examples(*lines: str) -> str:
    """The end of a command's help: each example on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


FormatName = Literal["table", "json", "jsonl", "csv"]
Format = Annotated[FormatName, typer.Option("--format", "-f", help="A table for people, or JSON, JSON lines or CSV.")]
Doc = Annotated[str | None, typer.Option(metavar="NAME", help="Only this document: a file name, or a part of one.")]
Owner = Annotated[str | None, typer.Option(metavar="NAME", help="Only this person or body: a name, or a part of one.")]
Topic = Annotated[str | None, typer.Option(metavar="WORDS", help="Only topics that contain these words.")]
Contains = Annotated[str | None, typer.Option(metavar="WORDS", help="Only texts that contain these words.")]
Since = Annotated[str | None, iso_option("Only documents published on or after this date")]
Until = Annotated[str | None, iso_option("Only documents published on or before this date")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many.")]
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help='Files, folders or patterns such as "reports/*.pdf"; - reads names from stdin.'
    ),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, DOCX, HTML, text, Markdown or e-mail file.")]
