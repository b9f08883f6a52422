"""What an answer of the API looks like, for its description: the fields of `docmine.records`, with an id.

The answers themselves are rows of `docmine.report`; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from docmine.records import (
    Ask,
    DateMention,
    Evidence,
    Figure,
    Finding,
    Hit,
    Quote,
    Record,
    Span,
)
from docmine.report.rows import finding_row, hit_row, record_row

_ID = "402e2300c0ffee00"
_PLACE: dict[str, Any] = {"doc": "2023-11-06 Reply.pdf", "start": 1204, "end": 1271, "page": 2}


class Problem(BaseModel):
    """What went wrong, in a sentence for people."""

    model_config = ConfigDict(json_schema_extra={"example": {"error": "No record in the index has the id 'ffffff'."}})
    error: str


class Status(BaseModel):
    """What the pages are made from."""

    docmine: str = Field(description="The version.", examples=["0.1.0"])
    as_of: str | None = Field(description="The day on which promises were judged, ISO.", examples=["2025-03-17"])
    taken: str = Field(description="When this state of the index was read.", examples=["2025-04-01T14:03:00"])
    note: str | None = Field(description="Where the index is further on by now: what a reader has to know.")
    counts: dict[str, int] = Field(examples=[{"commitments": 412, "documents": 31}])
    verdicts: dict[str, int] = Field(examples=[{"dropped": 12, "delivered": 87}])


class ShortForm(BaseModel):
    """A short form with one of its meanings."""

    short: str = Field(examples=["FTB"])
    long: str | None = Field(examples=["Forward Thinking Birmingham"])
    documents: list[str]
    ambiguous: bool
    undefined: list[str] = Field(description="Documents that use it and do not say what it stands for.")


class Person(BaseModel):
    """Somebody in one of the roles that the documents give them."""

    name: str = Field(examples=["Jane Okoro"])
    role: str | None = Field(examples=["Director of Children's Services"])
    organisation: str | None
    first: str | None = Field(description="Date of the first document that says so, ISO.")
    last: str | None
    documents: list[str]
    emails: list[str]
    spellings: list[str]
    commitments: int
    apart: list[str] = Field(description="Who else could be the same person, and why they are kept apart.")


class PublishedDocument(BaseModel):
    """A publication."""

    doc: str = Field(examples=["2023-11-06 Reply.pdf"])
    title: str | None
    doc_type: str | None = Field(examples=["letter"])
    publisher: str | None
    addressee: str | None
    signatory: str | None
    series: str | None
    number: str | None
    published: str | None = Field(description="ISO, perhaps partial.", examples=["2023-11-06"])
    same_issue_as: list[str]
    pages: int | None
    version: int
    ingested: str
    source: str | None
    sha256: str
    warnings: list[str]


def _row(name: str, noun: type[Any], **more: Any) -> type[BaseModel]:
    """A model with the fields of a noun, and more."""
    hints = get_type_hints(noun)
    values: dict[str, Any] = {}
    for field in fields(noun):
        default = field.default if field.default_factory is MISSING else field.default_factory()
        values[field.name] = (hints[field.name], ... if default is MISSING else default)
    return create_model(name, __doc__=" ".join((noun.__doc__ or "").split()), **{**values, **more})


def _record(noun: type[Record], example: Span) -> type[BaseModel]:
    """A model of the rows of one kind of record, with an example that such a row is made from."""
    return _row(
        f"{noun.__name__}Record",
        noun,
        __config__=ConfigDict(json_schema_extra={"example": record_row(example, _ID) | {"published": "2023-11-06"}}),
        kind=(str, noun.kind),
        id=(str, Field(description="16 hex digits; the first six or more will do in an address.")),
        published=(str | None, Field(description="ISO date, perhaps partial, of the document.")),
    )


_FOUND = Finding(
    text="We will publish the recovery plan by the end of January 2024.",
    published="2023-11-06",
    owner="Harrowfield Council",
    due="2024-01-31",
    strength="firm",
    verdict="slipped",
    score=0.97,
    reasons=("“Newsletter 3” (September 2024): due January 2024, now December 2024",),
    searched=("Newsletter 3.pdf",),
    evidence=(
        Evidence(
            doc="Newsletter 3.pdf",
            text="The recovery plan will be published in December 2024.",
            start=310,
            end=363,
            page=1,
            published="2024-09",
            relation="slipped",
            sure=True,
            score=0.97,
        ),
    ),
    **_PLACE,
)
EvidenceRow = _row("EvidenceRow", Evidence, id=(str | None, None))
FindingRow = _row(
    "CommitmentRecord",
    Finding,
    __config__=ConfigDict(json_schema_extra={"example": finding_row(_FOUND) | {"id": _ID}}),
    evidence=(list[EvidenceRow], ...),  # type: ignore[valid-type]
    id=(str, Field(description="16 hex digits, of the commitment.", examples=[_ID])),
)
_HIT = Hit(rank=1, score=0.94, kind="commitment", text=_FOUND.text, matches=((20, 33),), verdict="slipped", **_PLACE)
HitRow = _row(
    "HitRecord",
    Hit,
    __config__=ConfigDict(json_schema_extra={"example": hit_row(_HIT, _ID)}),
    id=(str | None, None),
)
ROWS: dict[str, type[BaseModel]] = {
    "commitments": FindingRow,
    "figures": _record(
        Figure, Figure(text="32 weeks", value=32, unit="weeks", metric="wait for a plan", period="2023-09", **_PLACE)
    ),
    "asks": _record(Ask, Ask(text="Please publish waiting times every month.", action="publish", **_PLACE)),
    "owners": Person,
    "quotes": _record(Quote, Quote(text="“Families have waited too long.”", speaker="Jane Okoro", **_PLACE)),
    "dates": _record(
        DateMention, DateMention(text="the end of January 2024", value="2024-01", role="deadline", **_PLACE)
    ),
    "acronyms": ShortForm,
    "documents": PublishedDocument,
}


def page_of(name: str, row: type[BaseModel]) -> type[BaseModel]:
    """A part of a list of such rows."""
    return create_model(
        f"{name.capitalize()}Page",
        __doc__=f"Some of the {name} that were asked for.",
        total=(int, Field(description="How many there are in all.", examples=[412])),
        offset=(int, Field(description="How many come before these.", examples=[0])),
        items=(list[row], ...),  # type: ignore[valid-type]
    )


class Searched(BaseModel):
    """How a question was read, and the best evidence for it."""

    question: str = Field(examples=["what was promised about FTB"])
    reading: dict[str, str] = Field(examples=[{"Asked for": "what was promised", "Must name": "FTB"}])
    notes: list[str]
    instead: list[str] = Field(description="Names of the index that are written like what nothing names.")
    hits: list[HitRow]  # type: ignore[valid-type]
