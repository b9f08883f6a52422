"""What an open index has read for a question, of use for the next; as long as nobody writes to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from docmine.store.search_numbers import Numbers

if TYPE_CHECKING:
    import duckdb
    import numpy as np

    from docmine.store.scope import Scope
    from docmine.store.words import Postings

T = TypeVar("T")


@dataclass(slots=True)
class Kept:
    questions: int = 0
    """How many have begun."""
    wholes: dict[Callable[..., Any], Any] = field(default_factory=dict)
    """What reads a table → all that it read."""
    codes: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)
    """Model → number, key and code of each passage."""
    fine: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)
    """Model → the passages in order, and the vector of each in 8 bits a number."""
    uncoded: dict[str, list[str]] = field(default_factory=dict)
    """Model → documents of which not every passage has a code."""
    scopes: list[Scope] = field(default_factory=list)
    """That of the current documents, where it is known."""
    postings: Postings = field(default_factory=dict)
    """Of the terms that were asked for (see `words`)."""
    numbers: Numbers = field(default_factory=Numbers)
    followed: bool | None = None
    """Whether the findings are those of all documents, where it is known."""

    def begin(self, connection: duckdb.DuckDBPyConnection) -> None:
        """A question begins."""
        self.questions += 1
        if self.questions > 1 and self.numbers.whole is None:
            self.numbers.read(connection)

    def whole(self, read: Callable[[duckdb.DuckDBPyConnection], T], connection: duckdb.DuckDBPyConnection) -> T | None:
        """All that `read` gives, from the second question on; for the first it is quicker to look up what it needs."""
        if self.questions > 1 and read not in self.wholes:
            self.wholes[read] = read(connection)
        return self.wholes.get(read)
