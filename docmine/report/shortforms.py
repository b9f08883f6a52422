"""Short forms across documents: a table of what they stand for where, and rows for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rich.console import Console

from docmine.records import Acronym
from docmine.report import tables
from docmine.report.ids import Ids, full
from docmine.report.words import several

if TYPE_CHECKING:
    from docmine.compare import ShortForm

_NONE: Ids = MappingProxyType({})
COLUMNS = ("short", "long", "documents", "ambiguous", "undefined")


def table(console: Console, found: Iterable[ShortForm]) -> None:
    """A row a short form: each meaning with its documents, and how many documents do not say."""
    columns = (("Short", 1), ("Stands for", 4), ("Where a document says so", 4))
    console.print(tables.lined(columns, (row_ for form in found for row_ in _rows(form))))


def row(form: ShortForm, known: Ids = _NONE) -> dict[str, Any]:
    """A short form for JSON: its meanings and every document's own record as lists of objects."""
    return {
        "kind": "short form",
        "short": form.short,
        "ambiguous": form.ambiguous,
        "meanings": [{"long": m.long, "documents": list(m.documents)} for m in form.meanings],
        "undefined": list(form.undefined),
        "mentions": [_mention(mention, known) for mention in form.mentions],
    }


def flat(found: Iterable[ShortForm]) -> Iterator[dict[str, Any]]:
    """For a spreadsheet: a row a meaning, and one for what has none."""
    for form in found:
        for meaning in form.meanings or (None,):
            yield {
                "short": form.short,
                "long": meaning.long if meaning else None,
                "documents": list(meaning.documents) if meaning else [],
                "ambiguous": form.ambiguous,
                "undefined": list(form.undefined),
            }


def _rows(form: ShortForm) -> Iterator[tuple[tuple[str | None, ...], ...]]:
    short: tuple[str | None, ...] = (form.short, "several meanings" if form.ambiguous else None)
    for meaning in form.meanings:
        yield short, (meaning.long,), (several(meaning.documents),)
        short = (None,)
    if form.undefined:
        which = "not said" if not form.meanings else "not said, but used"
        if len(form.meanings) == 1:
            which = "not said there; elsewhere only as above"
        yield short, (which,), (several(form.undefined),)


def _mention(mention: Acronym, known: Ids) -> dict[str, Any]:
    return {
        "doc": mention.doc,
        "text": mention.text,
        "long": mention.long,
        "start": mention.start,
        "end": mention.end,
        "page": mention.page,
        "id": full(known, mention),
    }
