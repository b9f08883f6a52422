"""An account → its workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from docmine.report.dates import british
from docmine.report.verdicts import CHECKS, FLAGS, OUTCOMES, VERDICTS
from docmine.report.words import counted
from docmine.report.workbook import documents, numbers, promises, sayings
from docmine.report.workbook.model import Cell, Column, Table
from docmine.report.workbook.names import ABOUT
from docmine.report.workbook.places import Places
from docmine.report.workbook.promises import signed
from docmine.report.workbook.write import write

if TYPE_CHECKING:
    from docmine.compare import Topic
    from docmine.index.account import Account

_HOW = (
    "A verdict says what the documents at hand show, no more. Read the evidence in its document before you quote it.",
    "Sentences are quoted exactly. A character that cannot be shown safely is written �, a column of a table |.",
    "Underlined cells lead to a row of another sheet, to a file where it was when it was read, or to the web.",
    "Whole days are dates; what a document leaves open (“March 2024”) is text.",
    "'docmine show' finds anything by its id, in its place, with a picture of the page.",
)
Row = tuple[Cell | str, int | None, str]


def workbook(account: Account, topics: Sequence[Topic] = ()) -> bytes:
    """An Excel file with a sheet a table, "About" first. `topics` are of the whole index, whatever the scope."""
    tables = _tables(account, topics)

    def about(notes: Sequence[str]) -> Table:
        return Table(ABOUT, _COLUMNS, _about(account, tables, notes))

    made = datetime.strptime((account.as_of or "2000")[:4], "%Y")
    return write(tables, name="What docmine found", made=made, told=about)


def _tables(account: Account, topics: Sequence[Topic]) -> list[Table]:
    places = Places(account)
    return [
        documents.documents(account),
        promises.commitments(account, places),
        promises.evidence(account, places),
        promises.slippage(account),
        promises.owners(account),
        promises.owned(account, places),
        numbers.through_time(account),
        numbers.flags(account),
        numbers.sums(account, places),
        sayings.answers(account, places),
        numbers.figures(account, places),
        sayings.dates(account, places),
        sayings.quotes(account, places),
        sayings.asks(account, places),
        sayings.short_forms(account),
        sayings.topics(topics),
        documents.unread(account),
    ]


_COLUMNS = [
    Column("About", lambda row: row[0]),
    Column("Rows", lambda row: row[1]),
    Column("What it is", lambda row: row[2]),
]


def _about(account: Account, tables: Sequence[Table], notes: Sequence[str]) -> list[Row]:
    scope = "; ".join(f"{name.replace('_', ' ')} “{value}”" for name, value in account.scope.given.items())
    rows: list[Row] = [
        ("Made from", None, f"{account.made_from}, with {counted(len(account.documents), 'document')}"),
        ("Looked at", None, scope or "everything in the index"),
        ("Judged as of", None, british(account.as_of) or "no date is known"),
    ]
    rows += [("Note", None, note) for note in (*notes, *_HOW)]
    rows += [(Cell(table.title, row=(table.title, None)), len(table.rows), table.note) for table in tables]
    for kind, words in (("What became of it", VERDICTS), ("Reply", OUTCOMES), ("Sum", CHECKS), ("Odd figure", FLAGS)):
        rows += [(f"{kind}: {signed(plain)}", None, f"{plain.means} {plain.caution}") for plain in words.values()]
    return rows
