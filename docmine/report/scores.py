"""How records fared against labels: a table of scores, and the differences one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from docmine.report import safe, tables
from docmine.report.dates import british
from docmine.report.rows import Row
from docmine.report.words import counted

if TYPE_CHECKING:
    from docmine.evaluate import Difference, Evaluation, Score

_DATES = frozenset({"due", "period", "value"})
_TELLING: dict[str, tuple[str, ...]] = {
    "figure": ("value", "unit", "of", "metric"),
    "date": ("value", "role"),
    "commitment": ("owner", "due", "strength"),
    "quote": ("speaker",),
    "owner": ("role", "organisation"),
    "acronym": ("long",),
}
"""What to say of a label or record beside its text: by what it is found, then what tells it from others."""
_STYLE = {"missed": "bold red", "extra": "bold yellow"}


def score_row(kind: str, score: Score) -> Row:
    return {"kind": kind, **score.row()}


def difference_row(difference: Difference) -> Row:
    """`difference` ("missed", "extra" or a field), `kind`, `doc`, `page`, `text`, then what label and record say."""
    side = difference.label or difference.record or {}
    names = (difference.what,) if difference.label and difference.record else _TELLING.get(side["kind"], ())

    def said(of: Mapping[str, Any] | None) -> Row | None:
        return {name: of.get(name) for name in names} if of else None

    return {
        "difference": difference.what,
        "kind": side["kind"],
        "doc": difference.doc,
        "page": difference.page,
        "text": side["text"],
        "verbatim": difference.verbatim,
        "label": said(difference.label),
        "record": said(difference.record),
    }


def table(console: Console, found: Evaluation) -> None:
    """A line a kind, then what was scored and what was left out."""
    names = ("Kind", "Labels", "Found", "Missed", "Extra", "Precision", "Recall", "F1", "Fields that agree")
    scores = found.scores
    rows = [
        (
            kind,
            *(score.gold, score.hit, score.missed, score.extra),
            *(f"{share:.3f}" for share in (score.precision, score.recall, score.f1)),
            ", ".join(f"{name} {right}/{of}" for name, (right, of) in score.agreed.items()),
        )
        for kind, score in scores.items()
    ]
    console.print(tables.plain(names, rows))
    said = f"{counted(len(found.sources), 'document')} with {counted(sum(map(len, found.gold.values())), 'label')}"
    console.print(Text(f"{said}. Labels that are marked uncertain count neither as missed nor as found."))


def differences(console: Console, kind: str, found: Sequence[Difference]) -> None:
    """Document by document: what was missed, what is extra, and each field with what label and record say of it."""
    counts = Counter(difference.what for difference in found)
    head = ", ".join(
        f"{number} {what if what in _STYLE else f'with another {what}'}" for what, number in counts.items()
    )
    console.print(Text(f"{kind.capitalize()}: {head or 'nothing missed, nothing extra, no field that disagrees'}"))
    for doc, of_document in groupby(found, key=lambda difference: difference.doc):
        console.print(Text(f"\n{safe.line(doc)}", style="cyan"))
        grid = Table.grid(padding=(0, 1))
        for column in (None, max(len(difference.what) for difference in found), None):
            grid.add_column(width=column)
        for difference in of_document:
            what = Text(difference.what, style=_STYLE.get(difference.what, "bold"))
            grid.add_row(" ", what, _lines(kind, difference))
        console.print(grid)


def _lines(kind: str, difference: Difference) -> Text:
    """The text as it stands, its page, and below it what label and record say."""
    side = difference.label or difference.record or {}
    text = Text(f"“{safe.line(str(side['text']))}”", overflow="fold")
    if difference.page:
        text.append(f"  page {difference.page}", style="dim")
    for note in _notes(kind, difference):
        text.append(f"\n{note}", style="dim")
    return text


def _notes(kind: str, difference: Difference) -> Iterator[str]:
    label, record = difference.label, difference.record
    if label and record:
        yield f"label: {_value(difference.what, label)} · docmine: {_value(difference.what, record)}"
        return
    side = label or record or {}
    said = [f"{name} {_value(name, side)}" for name in _TELLING.get(kind, ()) if side.get(name) not in (None, "")]
    if said:
        yield " · ".join(said)
    if not difference.verbatim:
        yield "These words do not stand in the document. Copy the label's text from 'docmine read FILE'."


def _value(name: str, side: Mapping[str, Any]) -> str:
    value = side.get(name)
    if value in (None, ""):
        return "nothing"
    if isinstance(value, float):
        return f"{value:,g}"
    return british(value) if name in _DATES and isinstance(value, str) else safe.line(str(value))
