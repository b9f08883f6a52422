"""What an index holds, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docmine.index.access import Access
    from docmine.store import Failure, StoredDocument

NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What an index holds. The `by_...` count current documents, most first; "not known" where a document is silent."""

    path: Path
    counts: dict[str, int]
    """Rows by table: documents, passages, commitments, figures ... versions, vectors, failures, runs."""
    by_type: dict[str, int]
    by_publisher: dict[str, int]
    by_series: dict[str, int]
    by_year: dict[str, int]
    """By year of publication, in order."""
    documents: tuple[StoredDocument, ...]
    same_issue: dict[str, tuple[str, ...]]
    """Name of a document → the other files of the same issue; they count once in comparisons."""
    failures: tuple[Failure, ...]
    """Files that could not be read, and have not been since."""


def status(access: Access) -> Status:
    from docmine.compare import linked

    with access.reading() as store:
        documents = store.documents()
        years = Counter(d.published.value[:4] if d.published else NOT_KNOWN for d in documents)
        return Status(
            path=access.path,
            counts=store.counts(),
            by_type=_most(d.doc_type.value if d.doc_type else NOT_KNOWN for d in documents),
            by_publisher=_most(d.publisher.value if d.publisher else NOT_KNOWN for d in documents),
            by_series=_most(d.series.value if d.series else NOT_KNOWN for d in documents),
            by_year=dict(sorted(years.items())),
            documents=documents,
            same_issue=linked(store),
            failures=store.failures(),
        )


def _most(values: Iterator[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
