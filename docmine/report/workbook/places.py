"""Where what a row tells of stands: its document, with a link to the row of that, its page, its date, its id."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from docmine.characters import harmless
from docmine.report.ids import SHORT
from docmine.report.workbook.model import Cell, Column, Value, day
from docmine.report.workbook.names import COMMITMENTS, DOCUMENTS

if TYPE_CHECKING:
    from docmine.index.account import Account
    from docmine.records import Evidence, Finding, Span

    Placed = Span | Finding | Evidence

_HOST = re.compile(r"[A-Za-z0-9.-]+")
_KEPT = "/?#:@!$&'()*+,;=%-._~"


class Places:
    """Those of an account."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def columns(self, item: Callable[[Any], Placed] = lambda row: row) -> list[Column]:
        """Document, page and date of what `item` takes from a row."""
        return [
            Column("Document", lambda row: document(item(row).doc)),
            Column("Page", lambda row: item(row).page, plain=True),
            Column("Published", lambda row: self.published(item(row))),
        ]

    def id(self, item: Callable[[Any], Placed] = lambda row: row) -> Column:
        """What `docmine show` and the web view find it by."""
        return Column("Id", lambda row: self._account.id_of(item(row))[:SHORT])

    def sentence(self, item: Callable[[Any], Placed] = lambda row: row) -> Column:
        """The whole sentence that something is a part of."""
        return Column("Sentence", lambda row: self.sentence_of(item(row)))

    def published(self, item: Placed) -> Value:
        return day(self._account.published(item))

    def sentence_of(self, item: Placed) -> str:
        found = self._account.sentence(item)
        return found.text if found else item.text


def document(name: str) -> Cell:
    return Cell(name, row=(DOCUMENTS, name))


def commitment(text: str, id: str) -> Cell:
    return Cell(text, row=(COMMITMENTS, id))


def web(address: str | None) -> Cell:
    """An address of the web as a link; anything else as text alone."""
    try:
        parts = urlsplit(address or "")
        port = parts.port
    except ValueError:
        return Cell(address)
    plain = harmless(address or "") == address and not re.search(r"\s", address)
    if not plain or parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.hostname or ""):
        return Cell(address)
    if "@" in parts.netloc or port == 0:
        return Cell(address)
    return Cell(address, address=quote(address or "", safe=_KEPT))


def file(name: str, path: str | None) -> Cell:
    """The name of a file, with a link to where it was when it was read.

    The scheme is in capitals, since XlsxWriter rewrites "file:" into what Windows alone understands.
    """
    at = PurePath(path or "")
    if not path or harmless(path) != path or not at.is_absolute():
        return Cell(name)
    return Cell(name, address="FILE" + at.as_uri().removeprefix("file"))
