"""Documents by what addresses call them, and whether their files are as they were read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from docmine.errors import UnreadableDocument
from docmine.web.items import documents

if TYPE_CHECKING:
    from docmine.store import StoredDocument
    from docmine.web.state import Snapshot

DIGITS = 16
"""Of the hash, in addresses that must go on naming one version of a document."""


def by_name(now: Snapshot, asked: str) -> StoredDocument | None:
    """A current document by its name or the first 16 digits of its hash.

    None where only the index can tell which is meant: an earlier version, another part of a hash.
    """
    return documents(now).get(asked) or by_hash(now).get(asked)


def by_hash(now: Snapshot) -> Mapping[str, StoredDocument]:
    return now.once("hashes", lambda: {d.sha256[:DIGITS]: d for d in now.account.documents}, of_verdicts=False)


def problem(now: Snapshot, document: StoredDocument) -> str | None:
    """What is wrong with the file of a version; None where it is as it was read. Looked at once a snapshot."""
    kept: dict[str, str | None] = now.once("files", dict, of_verdicts=False)
    if document.doc_id not in kept:
        try:
            with now.asking() as index:
                index.source(document)
            kept[document.doc_id] = None
        except UnreadableDocument as error:
            kept[document.doc_id] = error.reason
    return kept[document.doc_id]
