"""A question → ranked evidence: commitments and passages, each a verbatim stretch of a document.

question ─ understand ─▶ concepts, intents ─ BM25 + vectors ─▶ passages ─ their commitments ─ rank ─ fold ─▶ hits
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docmine import embed
from docmine.search.candidates import gather
from docmine.search.fold import fold
from docmine.search.meanings import own_definitions
from docmine.search.question import acronym_table, understand
from docmine.search.rank import matches
from docmine.settings import Settings

if TYPE_CHECKING:
    from datetime import date

    from docmine.records import Hit
    from docmine.store import Store

__all__ = ["search"]


def search(
    store: Store, question: str, settings: Settings, limit: int = 10, *, today: date | None = None
) -> tuple[Hit, ...]:
    """The best `limit` pieces of evidence, best first; none where nothing in the index is about the question.

    `today`: the day from which "last year" is reckoned, else the calendar's.

    Raises UsageError for an empty question, ModelMissing without the embedding model.
    """
    from docmine.records import Hit

    defined = store.records("acronym")
    asked = understand(
        question,
        acronym_table((a.text, a.long) for a in defined),
        (owner.name for owner in store.records("owner")),
        today=today,
    )
    vector = embed.load(settings.embedding_model).encode([asked.semantic])[0]
    found = fold(gather(store, asked, vector, settings.embedding_model, own_definitions(defined)), asked, limit)
    return tuple(
        Hit(
            rank=rank,
            score=candidate.score,
            doc=candidate.doc,
            kind=candidate.kind,
            text=candidate.text,
            start=candidate.start,
            end=candidate.end,
            page=candidate.page,
            published=candidate.published,
            headings=candidate.headings,
            owner=candidate.owner,
            due=candidate.due,
            matches=matches(candidate.text, asked),
            also_in=candidate.also_in,
            missing=candidate.missing,
        )
        for rank, candidate in enumerate(found, 1)
    )
