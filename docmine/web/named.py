"""Documents by what addresses call them: their name, or the first 16 digits of their hash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from docmine.web.items import documents

if TYPE_CHECKING:
    from docmine.store import StoredDocument
    from docmine.web.state import Snapshot

DIGITS = 16
"""Of the hash, in addresses that must go on naming one version of a document."""


def by_name(now: Snapshot, asked: str) -> StoredDocument | None:
    """A current document; None where only the index can tell which is meant: an earlier version, a shorter hash."""
    return documents(now).get(asked) or by_hash(now).get(asked)


def by_hash(now: Snapshot) -> Mapping[str, StoredDocument]:
    return now.once("hashes", lambda: {d.sha256[:DIGITS]: d for d in now.account.documents})
