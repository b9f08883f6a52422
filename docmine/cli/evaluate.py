"""`docmine evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from docmine.cli import answer, options
from docmine.cli.opened import chosen, opened
from docmine.cli.stdin import expanded
from docmine.errors import UnreadableDocument

if TYPE_CHECKING:
    from docmine.evaluate import Evaluation
    from docmine.settings import Settings

# As in docmine.evaluate, which would take its time to import; a test compares them.
KindName = Literal["figure", "date", "commitment", "ask", "quote", "owner", "acronym"]
SOME_UNREADABLE = 3
EPILOG = options.examples(
    "docmine evaluate tests/labelled",
    "docmine evaluate tests/labelled --show commitment",
    'docmine evaluate "tests/labelled/Marlbrook SEND Newsletter 1.jsonl" "corpus/Marlbrook SEND Newsletter 1.pdf"',
    "docmine evaluate tests/labelled corpus --format json > scores.json",
)


def evaluate(
    context: typer.Context,
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Labels: a JSONL file, or a folder with one a document.")
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files or folders to read afresh; without any, the index is scored."),
    ] = None,
    show: Annotated[
        KindName | None, typer.Option(help="List what of this kind was missed, is extra, or has fields that disagree.")
    ] = None,
    format: options.Format = "table",
) -> None:
    """Score what docmine found against labels that people made.

    Labels and document go by one name: letter.jsonl has the labels of letter.pdf. 'docmine label' drafts them for you
    to correct. Precision is the share of what docmine found that the labels have too, recall the share of the labels
    that docmine found, F1 their mean. A label with "certain": false is neither required nor wrong.
    """
    from docmine.report import safe, scores

    failed: list[UnreadableDocument] = []
    if paths:
        found = _of_files(gold, expanded(paths), chosen(context), failed)
        where = "files given"
    else:
        with opened(context) as index:
            found = index.evaluate(gold)
        where = f"index {index.path}"
    for note in _notes(found, where):
        typer.echo(f"docmine: {safe.line(note)}", err=True)
    for error in failed:
        typer.echo(f"docmine: {safe.line(str(error))}", err=True)
    if show:
        differences = found.differences(show)
        answer.rows(
            [scores.difference_row(difference) for difference in differences],
            format,
            lambda console: scores.differences(console, show, differences),
            nothing=f"No {show} was missed, none is extra, and no field disagrees.",
        )
    else:
        _scores(found, format)
    if failed:
        raise typer.Exit(SOME_UNREADABLE)


def _scores(found: Evaluation, format: options.FormatName) -> None:
    from docmine.report import as_json, scores

    if format == "json":
        typer.echo(as_json.write_object({kind: score.row() for kind, score in found.scores.items()}), nl=False)
        return
    rows = [scores.score_row(kind, score) for kind, score in found.scores.items()]
    answer.rows(rows, format, lambda console: scores.table(console, found), nothing="No label counts, and no record.")


def _of_files(gold: Path, paths: list[str], settings: Settings, failed: list[UnreadableDocument]) -> Evaluation:
    """The evaluation of those among the files that have labels; an unreadable one joins `failed`."""
    from docmine.evaluate import Source, evaluated, load, matched
    from docmine.pipeline import mine_files
    from docmine.read.walk import find

    labels, files = load(gold), find(paths)
    if len(labels) == len(files) == 1:
        places = {next(iter(labels)): 0}  # both were named, so that they need not be called alike
    else:
        places = matched(labels, [file.name for file in files], "the files given")
    sources = {}
    for label, mined in zip(places, mine_files([files[i] for i in places.values()], settings), strict=True):
        if isinstance(mined, UnreadableDocument):
            failed.append(mined)
        else:
            document = mined.document
            sources[label] = Source(document.name, mined.records, document.text, document.blocks)
    return evaluated(labels, sources)


def _notes(found: Evaluation, where: str) -> list[str]:
    """What a person must know who reads the scores."""
    from docmine.evaluate import named
    from docmine.report.words import counted

    notes = []
    if found.missing:
        notes = [
            f"{counted(len(found.missing), 'labelled document is', 'labelled documents are')} not in the {where}, so"
            f" that all their labels count as missed: {named(found.missing)}."
        ]
    for kind, number in found.unknown_kinds().items():
        of = counted(number, "label has", "labels have")
        notes.append(f"{of} the kind {kind!r}, which there is not, and counted nowhere. Correct the spelling.")
    return notes
