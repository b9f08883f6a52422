"""What an answer of the API looks like, for its description: the fields of `docmine.records`, with an id.

Answers themselves are rows of `docmine.report`; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from docmine.records import Ask, DateMention, Evidence, Figure, Finding, Hit, Quote


class Problem(BaseModel):
    """What went wrong, in a sentence for people."""

    model_config = ConfigDict(json_schema_extra={"example": {"error": "No record in the index has the id 'ffffff'."}})
    error: str


def _row(name: str, noun: type[Any], *, left_out: tuple[str, ...] = (), **more: Any) -> type[BaseModel]:
    """A model with the fields of a noun, and more."""
    hints = get_type_hints(noun)
    values: dict[str, Any] = {"kind": (str, noun.kind)} if hasattr(noun, "kind") and "kind" not in hints else {}
    for field in fields(noun):
        if field.name not in left_out:
            default = ... if field.default is MISSING and field.default_factory is MISSING else field.default
            values[field.name] = (hints[field.name], ... if default is MISSING else default)
    about = " ".join((noun.__doc__ or "").split())
    return create_model(name, __doc__=about, **{**values, **more})


_ID = (
    str,
    Field(description="16 hex digits; the first six or more will do in an address.", examples=["402e2300c0ffee00"]),
)
_PUBLISHED = (str | None, Field(description="ISO date, or part of one, of the document.", examples=["2022-07-22"]))

EvidenceRow = _row("Evidence", Evidence, id=(str | None, None))
CommitmentRow = _row(
    "Commitment",
    Finding,
    left_out=("kind", "evidence"),
    id=_ID,
    evidence=(list[EvidenceRow], ...),  # type: ignore[valid-type]
)
HitRow = _row("Hit", Hit, id=(str | None, None))
RECORDS: dict[str, type[BaseModel]] = {
    noun.kind: _row(noun.__name__, noun, id=_ID, published=_PUBLISHED) for noun in (Ask, Figure, DateMention, Quote)
}
