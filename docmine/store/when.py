"""When what stands at a place was published: with its document, or with what was added to it later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import duckdb


class Placed(Protocol):
    """A record, a finding, a piece of evidence."""

    @property
    def doc(self) -> str: ...
    @property
    def start(self) -> int: ...


@dataclass(frozen=True, slots=True)
class When:
    documents: Mapping[str, str | None]
    """Each document's name and its own date, ISO and perhaps partial."""
    additions: Mapping[str, Sequence[tuple[int, int, str]]]
    """Name → first and last character and date of the blocks that were added later."""

    def added(self, item: Placed) -> str | None:
        """The date of the later addition that the item stands in; None where it stands in none."""
        places = self.additions.get(item.doc, ())
        return next((date for start, end, date in places if start <= item.start < end), None)

    def published(self, item: Placed) -> str | None:
        return self.added(item) or self.documents.get(item.doc)


def when(connection: duckdb.DuckDBPyConnection) -> When:
    """Of all current documents."""
    documents = dict(connection.execute("SELECT name, published FROM documents").fetchall())
    found: dict[str, list[tuple[int, int, str]]] = {}
    rows = connection.execute(
        "SELECT d.name, b.start_char, b.end_char, a.date FROM additions AS a"
        " JOIN all_blocks AS b USING (doc_id, block) JOIN documents AS d USING (doc_id) ORDER BY d.name, b.start_char"
    ).fetchall()
    for doc, start, end, date in rows:
        found.setdefault(doc, []).append((start, end, date))
    return When(documents, found)
