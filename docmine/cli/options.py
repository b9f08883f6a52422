"""The options that several commands share, as annotated types."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.models import OptionInfo


def examples(*lines: str) -> str:
    """The end of a command's help: each example on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def date(help: str, examples: str = "2022-09-30, 2022, March 2022, last year") -> OptionInfo:
    """An option that takes a date; whoever uses the date checks it."""
    option: OptionInfo = typer.Option(metavar="DATE", help=f"{help}: {examples}.")
    return option


def at_least(sure: bool, confidence: float | None) -> float | None:
    """The probability that `--sure` and `--confidence` ask for together: the higher."""
    return max(SURE, confidence or 0.0) if sure else confidence


FormatName = Literal["table", "json", "jsonl", "csv"]
Format = Annotated[FormatName, typer.Option("--format", "-f", help="A table for people, or JSON, JSON lines or CSV.")]
Doc = Annotated[str | None, typer.Option(metavar="NAME", help="Only this document: its file name, or a part of it.")]
Owner = Annotated[str | None, typer.Option(metavar="NAME", help="Only this person or body: a name, or a part of it.")]
Topic = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Only what is about this: words, an acronym such as FTB, a question."),
]
Service = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Only what stands under a heading that names this service.")
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only what this body published: its name, or a part of it.")
]
Series = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only issues of this series: its name, or a part of it.")
]
Contains = Annotated[str | None, typer.Option(metavar="WORDS", help="Only texts that contain these words.")]
Since = Annotated[str | None, date("Only documents published then or later")]
Until = Annotated[str | None, date("Only documents published then or earlier")]
SURE = 0.9
Sure = Annotated[
    bool,
    typer.Option("--sure", help=f"Only what is right with a probability of {SURE} or more, as --confidence {SURE}."),
]
Confidence = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="P", help="Only what is right with this probability or more, 0 to 1."),
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many.")]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders or quoted patterns; - reads names from standard input."),
]
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files, folders, quoted patterns or web addresses; - reads names from standard input."
    ),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, DOCX, HTML, text, Markdown or e-mail file.")]
Source = Annotated[str, typer.Argument(metavar="FILE", help="A file, one in an archive or message, or a web address.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses of this computer and of private networks, too.")
]
