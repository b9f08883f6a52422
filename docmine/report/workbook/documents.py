"""The sheets of documents: those that were looked at, and files that could not be read."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from docmine.report.workbook.model import Cell, Column, Table, day
from docmine.report.workbook.names import DOCUMENTS, UNREAD
from docmine.report.workbook.places import file, web

if TYPE_CHECKING:
    from docmine.index.account import Account
    from docmine.records import Known
    from docmine.store import StoredDocument


def documents(account: Account) -> Table:
    promised = Counter(thread.commitment.doc for thread in account.threads)
    figures = Counter(figure.doc for figure in account.figures)
    return Table(
        DOCUMENTS,
        [
            Column("File", _file),
            Column("Title", lambda d: _value(d.title)),
            Column("Published", lambda d: day(_value(d.published))),
            Column("Publisher", lambda d: _value(d.publisher)),
            Column("Type", lambda d: _value(d.doc_type)),
            Column("Series", lambda d: _value(d.series)),
            Column("Number", lambda d: _value(d.number)),
            Column("Pages", lambda d: d.pages),
            Column("Commitments", lambda d: promised[d.name]),
            Column("Figures", lambda d: figures[d.name]),
            Column("What could not be read in it", lambda d: "\n".join(d.warnings)),
            Column("Other files of the same issue", lambda d: "; ".join(account.same_issue.get(d.name, ()))),
            Column("Fetched from", lambda d: web(d.source)),
            Column("Came in", lambda d: file(PurePath(d.part_of).name, d.part_of) if d.part_of else None),
            Column("Path", lambda d: d.path),
            Column("SHA-256", lambda d: d.sha256),
        ],
        account.documents,
        key=lambda d: d.name,
        note="What was looked at. The name leads to the file where it was when it was read.",
    )


def unread(account: Account) -> Table:
    return Table(
        UNREAD,
        [
            Column("File", lambda f: file(f.doc, f.path)),
            Column("Why", lambda f: f.reason),
            Column("When", lambda f: f.failed),
            Column("Path", lambda f: f.path),
        ],
        account.failures,
        note="Files that could not be read: nothing here is taken from them.",
    )


def _file(document: StoredDocument) -> Cell:
    return file(document.name, document.part_of or document.path)


def _value(known: Known | None) -> str | None:
    return known.value if known else None
