"""What a check says: a sum that a document states, and whether it comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, get_args

from docmine.records import Span

Kind = Literal["percentage", "share", "change", "difference", "multiple", "total", "parts", "list", "average"]
Verdict = Literal["agrees", "agrees if rounded", "agrees if truncated", "does not agree", "cannot tell"]
KINDS: tuple[str, ...] = get_args(Kind)
VERDICTS: tuple[str, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Span):
    """One sum. `text` is the sentence, row or bullet that states its result."""

    kind: ClassVar[str] = "check"
    check: Kind
    verdict: Verdict
    stated: str
    """The result as the document writes it: "91%"."""
    counts: tuple[str, ...] = ()
    """The values that it follows from, as written: "121 out of 132"."""
    sum: str
    """The sum in words: "121 ÷ 132 = 91.67%"."""
    exact: float | None = None
    """What the values give, unrounded; None where they give nothing."""
    tolerance: str
    """What was allowed for, and what the verdict rests on."""
    evidence: tuple[Span, ...] = ()
    """The other places that a value was taken from: rows of the table, bullets of the list, the sentence before."""


def check_at(place: Span, **values: Any) -> Check:
    """A check of what this sentence or row states."""
    return Check(doc=place.doc, text=place.text, start=place.start, end=place.end, page=place.page, **values)
