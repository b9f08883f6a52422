"""The nouns of docmine: what every stage hands to the next.

All are frozen and typed. `start` and `end` are character offsets into `Document.text`, and
`document.text[span.start:span.end] == span.text` holds for every span of every kind.
Pages count from 1; boxes are in PDF points from the top left corner of the page.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Literal

BlockKind = Literal[
    "heading",
    "paragraph",
    "list_item",
    "table_row",
    "caption",
    "footnote",
    "signature",
    "furniture",
    "deletion",
    "comment",
    "quoted",
]
"""`furniture` is what stands outside the reading order: running heads, feet, page numbers. A `deletion` is text that a
tracked change took out, a `comment` what somebody wrote beside the text, `quoted` the earlier mail below an answer."""

ASIDE: frozenset[BlockKind] = frozenset({"furniture", "deletion", "comment", "quoted"})
"""Blocks that are kept, at the very end of the text, but are not what the document says: nothing is extracted there."""

DocType = Literal["letter", "newsletter", "update", "report", "minutes", "web page", "other"]
KnownBy = Literal["option", "text", "title", "letterhead", "signature", "filename", "metadata", "address"]
Strength = Literal["firm", "planned", "ongoing", "aspirational", "required"]
Role = Literal["published", "deadline", "event", "as_of", "period", "other"]
Verdict = Literal[
    "repeated",
    "progressed",
    "delivered",
    "slipped",
    "weakened",
    "contradicted",
    "dropped",
    "open",
    "unsure",
]


SENTENCE_WORDS = 4
"""Words that a sentence must have to be embedded and compared by its meaning."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value that a document states about itself, and how it came to be known."""

    value: str
    by: KnownBy


@dataclass(frozen=True, slots=True)
class Box:
    """Where the characters `start` to `end` of the document's text stand on a page."""

    start: int
    end: int
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float | None = None
    """Of a word that was recognised in a picture: 0 to 1, as the recognition judged it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where the characters `start` to `end` of the document's text lead."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of layout: a heading, a paragraph, a bullet, a row of a table."""

    kind: BlockKind
    text: str
    start: int
    end: int
    page: int | None = None
    level: int | None = None
    """Of a heading 1 to 6; of a list item its depth, from 1; of a comment 1, or 2 where it answers one."""
    marker: str | None = None
    """Of a list item, a numbered heading or a footnote: its sign as written, which is not part of `text`."""
    headers: tuple[str, ...] = ()
    """Of a table row: the column header of each cell. The cells are `text.split("\\t")`."""
    boxes: tuple[Box, ...] = ()
    """One a word, where the format has geometry."""
    links: tuple[Link, ...] = ()
    author: str | None = None
    """Of a comment, a deletion or quoted mail: who wrote it or took it out."""
    date: str | None = None
    """ISO, perhaps partial: of a comment, a deletion or quoted mail, and of what was added to the document later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One publication as read: its text, its blocks in reading order, and what it says of itself."""

    name: str
    """The file's name; the `doc` of every record."""
    path: str | None
    sha256: str
    """Of the file's bytes."""
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    title: Known | None = None
    doc_type: Known | None = None
    """Its value is one of `DocType`."""
    publisher: Known | None = None
    addressee: Known | None = None
    signatory: Known | None = None
    """The person who signs: "I" in a letter."""
    series: Known | None = None
    number: Known | None = None
    """Of an issue of a series, as digits: "16"."""
    published: Known | None = None
    """ISO date, or partial date: "2022-09", "2022"."""
    source: str | None = None
    """The address it was fetched from."""
    part_of: str | None = None
    """Path of the message or archive that it came in."""
    warnings: tuple[str, ...] = ()
    """What could not be read, in sentences for people: "page 3 holds only a picture"."""

    def __post_init__(self) -> None:
        assert all(self.text[b.start : b.end] == b.text for b in self.blocks), self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Verbatim text of a document, and where it stands."""

    kind: ClassVar[str] = "span"
    doc: str
    text: str
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """A sentence, a heading, a bullet or a table row; never across a block."""

    kind: ClassVar[str] = "sentence"
    block: int
    headings: tuple[str, ...] = ()
    """The headings above it, outermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Span):
    """What search returns: one or more sentences of one block, with the headings above them."""

    kind: ClassVar[str] = "passage"
    block: int
    headings: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """The text to embed and to index: headings first, since they often alone name the subject."""
        return "\n".join((*self.headings, self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord(Span):
    """What a document says of itself, as one record a file; its `text` is empty."""

    kind: ClassVar[str] = "document"
    title: str | None = None
    doc_type: str | None = None
    published: str | None = None
    publisher: str | None = None
    addressee: str | None = None
    series: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Span):
    """A statement that binds somebody to something still to be done after the document's date."""

    kind: ClassVar[str] = "commitment"
    owner: str | None = None
    action: str | None = None
    due: str | None = None
    """ISO date or partial date."""
    strength: Strength = "firm"
    topic: str | None = None
    headings: tuple[str, ...] = ()
    stem: str | None = None
    """Of a bullet: the words above the list that make it a promise ("In the next two weeks:")."""
    confidence: float | None = None
    """How probable it is, 0 to 1, that a careful reader would record it too; docs/accuracy.md has proof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Span):
    """A request or demand made to the council or its partners."""

    kind: ClassVar[str] = "ask"
    action: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Span):
    """A number that states a fact about the service."""

    kind: ClassVar[str] = "figure"
    value: float
    """Of a range the upper end."""
    unit: str = "count"
    qualifier: str = "none"
    metric: str | None = None
    period: str | None = None
    of: float | None = None
    compared_to: str | None = None
    confidence: float | None = None
    """As a commitment's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Span):
    """An expression that names a calendar date or period."""

    kind: ClassVar[str] = "date"
    value: str
    """ISO, as precise as the words and no more; a span as "start/end"."""
    role: Role = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner(Span):
    """A named person."""

    kind: ClassVar[str] = "owner"
    name: str
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    confidence: float | None = None
    """As a commitment's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Span):
    """Direct speech or a quoted passage that is attributed to someone."""

    kind: ClassVar[str] = "quote"
    speaker: str
    speaker_role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym(Span):
    """A short form; `long` only where the document itself gives it."""

    kind: ClassVar[str] = "acronym"
    long: str | None = None


Record = DocumentRecord | Commitment | Ask | Figure | DateMention | Owner | Quote | Acronym
RECORD_TYPES: tuple[type[Record], ...] = (
    DocumentRecord,
    Commitment,
    Ask,
    Figure,
    DateMention,
    Owner,
    Quote,
    Acronym,
)
RECORD_KINDS: tuple[str, ...] = tuple(t.kind for t in RECORD_TYPES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One piece of evidence that answers a question."""

    rank: int
    score: float
    """0 to 1, comparable within one answer only."""
    doc: str
    kind: str
    """"passage" or "commitment"."""
    text: str
    start: int
    end: int
    page: int | None = None
    published: str | None = None
    headings: tuple[str, ...] = ()
    owner: str | None = None
    due: str | None = None
    matches: tuple[tuple[int, int], ...] = ()
    """Where words of the question stand in `text` (offsets into it)."""
    verdict: Verdict | None = None
    """What became of the commitment, where `track` has said so."""
    also_in: tuple[str, ...] = ()
    """Other documents that say the same."""
    missing: tuple[str, ...] = ()
    """Names in the question that neither the text nor its paragraph, its headings or its document's title names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A later statement, and how it stands to an earlier commitment."""

    doc: str
    text: str
    start: int
    end: int
    page: int | None = None
    published: str | None = None
    relation: str
    """A `Verdict`, or "other" for the nearest passage that was judged to be something else."""
    sure: bool = False
    """Whether its own words carry the relation, so that a verdict may rest on it."""
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What became of one commitment."""

    kind: ClassVar[str] = "finding"
    doc: str
    text: str
    start: int
    end: int
    page: int | None = None
    published: str | None = None
    owner: str | None = None
    due: str | None = None
    strength: str | None = None
    topic: str | None = None
    verdict: Verdict = "unsure"
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    """Names of the later documents that were searched."""
    evidence: tuple[Evidence, ...] = ()
    due_history: tuple[dict[str, str | int | None], ...] = field(default=())
    """Each `doc`, `published`, `due`, `text`, `start`, `page`, and `days` later than the first, which is the
    commitment's own and is never overwritten."""
    revisions: int = 0
    """How often the date was changed."""
    days_slipped: int | None = None
    """Days from the first date to the last that was given; null where there is none or only one."""
    owner_history: tuple[dict[str, str | int | None], ...] = field(default=())
    """Each `doc`, `published`, `owner`, `text`, `start`, `page`, where the one who is to do it changes; the first is
    the commitment's own, null where nobody is named."""
    also_in: tuple[dict[str, str | int | None], ...] = field(default=())
    """Every other place, earlier or later, of any publisher, where the same is announced: `doc`, `published`,
    `publisher`, `text`, `start`, `page`."""
    standing: bool = False
    """Whether it is standing text, which issue after issue carries, and so no news."""
    same_as: str | None = None
    """The id of the same commitment in the file that stands for the issue, where this is another file of it."""
    review: dict[str, str | None] | None = None
    """What a person said of it: `said` (what docmine had judged), `verdict`, `reason`, `reviewed`."""


def record_id(sha256: str, span: Span) -> str:
    """16 hex digits made from the file's hash, the kind and the place: the same input, the same id."""
    return place_id(sha256, span.kind, span.start, span.end)


def place_id(sha256: str, kind: str, start: int, end: int) -> str:
    """`record_id` of the record of this kind at this place."""
    return hashlib.sha256(f"{sha256}|{kind}|{start}|{end}".encode()).hexdigest()[:16]


def as_dict(span: Span | Finding | Hit | Evidence) -> dict[str, Any]:
    """A plain dict for JSON: `kind` and `doc` first, then the fields in their order."""
    values = {f.name: getattr(span, f.name) for f in fields(span)}
    kind = getattr(span, "kind", None)
    return {**({"kind": kind} if kind else {}), **values}


def document_record(document: Document) -> DocumentRecord:
    """The record of the document itself."""

    def value(known: Known | None) -> str | None:
        return known.value if known else None

    return DocumentRecord(
        doc=document.name,
        text="",
        start=0,
        end=0,
        page=1 if document.pages else None,
        title=value(document.title),
        doc_type=value(document.doc_type),
        published=value(document.published),
        publisher=value(document.publisher),
        addressee=value(document.addressee),
        series=value(document.series),
        number=value(document.number),
    )
