"""The DuckDB index: the only room that knows DuckDB.

    connection  opening a file, and the right error where it cannot be     migrate    numbered SQL, applied in order
    write       one document, one transaction                              listing    typed records back, filtered
    words       BM25 over the current passages                             codes      the nearest in meaning, exactly
    vectors     one a different text                                       growing    what is searched keeps up
    stems       what forms of a word have in common                        scope      which passages count
    query       one SELECT from outside, fenced in                         export     every table as CSV, JSONL, Parquet
    verify      is everything where it says it is                          describe   docs/index-schema.md
    around      one record by its id, with what stands around it           when       the date of what stands at a place
    ids         the id of what was found

Tables called `all_...` hold every version of a document; the views without it hold the current ones.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from docmine.store.rows import StoredDocument, table_name, text_hash
from docmine.store.store import Failure, State, Store

if TYPE_CHECKING:
    from docmine.store.around import Exhibit
    from docmine.store.filters import Filters
    from docmine.store.findings import CHECKS, FINDINGS, Made, Review, Shelf
    from docmine.store.query import Result
    from docmine.store.verify import Problem
    from docmine.store.when import When

__all__ = [
    "CHECKS",
    "FINDINGS",
    "Exhibit",
    "Failure",
    "Filters",
    "Made",
    "Problem",
    "Result",
    "Review",
    "Shelf",
    "State",
    "Store",
    "StoredDocument",
    "When",
    "table_name",
    "text_hash",
]

_IN = {
    "CHECKS": "findings",
    "FINDINGS": "findings",
    "Exhibit": "around",
    "Filters": "filters",
    "Made": "findings",
    "Problem": "verify",
    "Result": "query",
    "Review": "findings",
    "Shelf": "findings",
    "When": "when",
}
"""What a search does not need, and the module that it is in: loaded when it is asked for."""


def __getattr__(name: str) -> Any:
    if name not in _IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_IN[name]}"), name)
