"""What is said around the hits of a search: how the question was read, what was searched, what to ask instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from docmine.report import safe
from docmine.report.dates import british
from docmine.report.words import counted, several

if TYPE_CHECKING:
    from docmine.store import StoredDocument


def reading(console: Console, rows: Iterable[tuple[str, str]]) -> None:
    """How the question was read, a line a part."""
    from rich.table import Table  # which a search that explains nothing need not wait for

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", overflow="fold")
    table.add_column(overflow="fold")
    for label, words in rows:
        table.add_row(Text(safe.line(label)), Text(safe.line(words)))
    console.print(table)
    console.print()


NEAREST = "No passage answers this for certain; these come nearest."


def nothing(searched: Sequence[StoredDocument], where: str, instead: Iterable[str]) -> str:
    """That nothing was found: how many documents were searched, from when, by whom, and which names are alike."""
    which = f" ({where})" if where else ""
    said = f"Nothing found in {counted(len(searched), 'document')}{which}{_when(searched)}{_by(searched)}."
    return f"{said}{did_you_mean(instead)} 'docmine topics' lists what they are about."


def repeated(documents: Sequence[str]) -> str:
    """That other documents say a record word for word."""
    return f"Word for word also in {counted(len(documents), 'document')}: {several(documents, '; ')}."


def did_you_mean(names: Iterable[str]) -> str:
    alike = [safe.line(name) for name in names]
    return f" Did you mean {' or '.join(alike)}?" if alike else ""


def _when(documents: Sequence[StoredDocument]) -> str:
    dates = sorted(d.published.value for d in documents if d.published)
    if not dates:
        return ""
    first, last = british(dates[0]), british(dates[-1])
    return f" of {first}" if first == last else f" of {first} to {last}"


def _by(documents: Sequence[StoredDocument]) -> str:
    publishers = [name for name, _ in Counter(d.publisher.value for d in documents if d.publisher).most_common()]
    return f", by {several(publishers, '; ')}" if publishers else ""
