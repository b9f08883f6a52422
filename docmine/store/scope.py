"""Which of the passages that search has numbered count: those of current documents, or of the documents asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from docmine.store.lists import TEXTS, joined

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Scope:
    """Ranges of numbers of passages, first and last, and whether these are what counts or what does not."""

    ranges: tuple[tuple[int, int], ...]
    inside: bool

    def mask(self, passages: np.ndarray) -> np.ndarray | None:
        """Which of these numbers count; None where all do."""
        import numpy as np

        if not self.ranges and not self.inside:
            return None
        ordered = sorted(self.ranges)
        firsts = np.array([first for first, _ in ordered], dtype=np.int64)
        lasts = np.array([last for _, last in ordered], dtype=np.int64)
        if not ordered:
            return np.zeros(len(passages), dtype=bool)
        place = np.searchsorted(firsts, passages, side="right") - 1
        within = (place >= 0) & (passages <= lasts[np.maximum(place, 0)])
        return np.asarray(within if self.inside else ~within)


def scope(connection: duckdb.DuckDBPyConnection, docs: Collection[str] | None, kept: list[Scope]) -> Scope:
    """That of the current documents, which `kept` has if it is known; of those whose ids are `docs`, where given."""
    current = "SELECT doc_id FROM all_documents WHERE current"
    spans = "SELECT first_passage, last_passage FROM search_documents WHERE last_passage >= first_passage AND doc_id"
    if docs is None:
        if not kept:
            kept.append(Scope(tuple(connection.execute(f"{spans} NOT IN ({current})").fetchall()), inside=False))
        return kept[0]
    wanted = f"({current} AND doc_id IN {TEXTS})"
    return Scope(tuple(connection.execute(f"{spans} IN {wanted}", [joined(sorted(docs))]).fetchall()), inside=True)
