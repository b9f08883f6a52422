"""`docmine label`."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from docmine.cli import options
from docmine.cli.opened import chosen
from docmine.errors import UsageError

EPILOG = options.examples(
    'docmine label "corpus/Marlbrook SEND Newsletter 1.pdf" -o draft.jsonl',
    "docmine label corpus/send-improvement-programme.html | head -n 5",
)


def label(
    context: typer.Context,
    file: options.File,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, or into this folder; else to the terminal."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file, and whatever was corrected in it.")] = False,
) -> None:
    """Draft labels of a file for a person to correct.

    One record a line, in reading order: what docmine finds, in the form of labels. What it is not sure of has
    "certain": false. Corrected, they tell with 'docmine evaluate' how well docmine does on documents like yours.
    """
    from docmine.evaluate import draft
    from docmine.pipeline import mine, read_apart
    from docmine.report import as_jsonl, safe

    if output is not None and output.is_dir():
        output = output / f"{file.stem}.jsonl"
    if output is not None and output.exists() and not force:
        raise _in_the_way(output)
    settings = chosen(context)
    labels = draft(mine(read_apart(file, settings), settings).records)
    lines = as_jsonl.write(labels)
    if output is None:
        typer.echo(lines, nl=False)
    else:
        _write(output, lines, force)
    for line in _next(labels, file, output):
        typer.echo(safe.line(line), err=True)


def _write(output: Path, lines: str, force: bool) -> None:
    """Raises UsageError where the file cannot be written, or came to be there in the meantime."""
    try:
        with output.open("w" if force else "x", encoding="utf-8") as opened:
            opened.write(lines)
    except FileExistsError as error:
        raise _in_the_way(output) from error
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}. Name another file with -o.") from error


def _in_the_way(output: Path) -> UsageError:
    return UsageError(
        f"{output} is there already, perhaps with your corrections. Name another file, or replace it with --force."
    )


def _next(labels: Sequence[dict[str, Any]], file: Path, output: Path | None) -> list[str]:
    """What was drafted, and what to do with it."""
    counts = Counter(label["kind"] for label in labels)
    unsure = sum(not label.get("certain", True) for label in labels)
    target = str(output) if output else "FILE.jsonl"
    said = ", ".join(f"{number} {kind}" for kind, number in counts.items())
    return [
        f"{len(labels)} labels{f' in {output}' if output else ''}: {said}; {unsure} marked as uncertain.",
        "Next: read the document beside it; correct fields, delete lines that are wrong, add what is missing (its text"
        " copied from the document).",
        f"Then: docmine evaluate {shlex.quote(target)} {shlex.quote(str(file))}",
    ]
