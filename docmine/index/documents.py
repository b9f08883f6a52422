"""One document: its layout with its records, its pages as pictures, its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.errors import UnreadableDocument, UsageError
from docmine.index import evidence

if TYPE_CHECKING:
    from pathlib import Path

    from docmine.index.access import Access
    from docmine.records import Block, Record
    from docmine.store import Store, StoredDocument

FEWEST_DIGITS = 8
"""Of a hash that names a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A version of a document with what a reader sees of it."""

    document: StoredDocument
    blocks: tuple[Block, ...]
    """Without the places of words on the page."""
    records: tuple[Record, ...]
    """Of every kind but the document's own, by kind and place."""
    versions: tuple[StoredDocument, ...]
    """Every version of its file, oldest first; itself among them."""


def opened(access: Access, document: str | StoredDocument) -> Opened:
    with access.reading() as store:
        found = named(store, document)
        return Opened(
            document=found,
            blocks=store.blocks_of_version(found.doc_id),
            records=store.records_of_version(found),
            versions=store.versions(found.path) if found.path else (found,),
        )


def page(access: Access, document: str | StoredDocument, number: int) -> bytes:
    from docmine.read.pdf import picture
    from docmine.read.pieces import Unreadable

    with access.reading() as store:
        found = named(store, document)
        if not 1 <= number <= (found.pages or 0):
            has = f"It has {found.pages}." if found.pages else "It has no pages."
            raise UsageError(f"{found.name} has no page {number}. {has}")
        exhibit = store.exhibit_of(found)
    path, data = evidence.file(access, exhibit)
    try:
        return picture.page(evidence.paper(exhibit, path, data), number)
    except Unreadable as error:
        raise UnreadableDocument(path, str(error)) from error


def source(access: Access, document: str | StoredDocument) -> tuple[Path, bytes]:
    with access.reading() as store:
        exhibit = store.exhibit_of(named(store, document))
    return evidence.file(access, exhibit)


def named(store: Store, asked: str | StoredDocument) -> StoredDocument:
    """The document with this name or hash; a hash may be cut short, and may be of an earlier version.

    Unlike for `Store.document`, a path or a part of a name does not do: an address names one document for good.
    """
    if not isinstance(asked, str):
        return asked
    found = store.called(asked)
    if not found and len(asked) >= FEWEST_DIGITS:
        found = store.hashed(asked.lower())
    if not found:
        raise UsageError(f"No document in the index is called {asked!r}.")
    if len({d.doc_id for d in found}) > 1:
        raise UsageError(f"Several documents have a hash that begins with {asked!r}. Give more of it.")
    return found[0]
