"""Statements about one commitment → how its date moved."""

from __future__ import annotations

from collections.abc import Sequence

from docmine.compare.judge import Judged
from docmine.records import Commitment
from docmine.store import StoredDocument

_GIVES_A_DATE = ("slipped", "repeated")
"""Statements of the promise itself; a date in a report may be that of something else."""


def due_history(
    home: StoredDocument, promise: Commitment, spoken: Sequence[Judged], later: Sequence[StoredDocument]
) -> tuple[dict[str, str | None], ...]:
    """The date it was given at first, then each that a later statement gives, in order of the documents."""
    history = [{"doc": home.name, "published": home.published.value if home.published else None, "due": promise.due}]
    for document in later:
        said = (j for j in spoken if j.pair.statement.doc == document.name and j.relation in _GIVES_A_DATE)
        dues = {j.pair.later_due for j in said if j.pair.later_due}
        published = document.published.value if document.published else None
        history.extend({"doc": document.name, "published": published, "due": due} for due in sorted(dues))
    return tuple(history)
