"""What was made from the records of the documents, as tables that only an export has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

MADE = ("findings", "evidence", "checks", "series", "points", "flags")

_ABOUT = {
    "findings": "What became of each commitment, as docmine track says.",
    "evidence": "The later sentences that were weighed for each finding.",
    "checks": "The sums that documents state, as docmine check says.",
    "series": "The same measure in successive documents, as docmine series says.",
    "points": "The values of each series.",
    "flags": "What is odd about a series.",
}
_COLUMNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "findings": (
        ("id", "text", "Of the commitment: joins commitments.id."),
        ("doc", "text", "The document that makes the commitment."),
        ("text", "text", "The commitment, verbatim."),
        ("start_char", "whole", "Offset in documents.text."),
        ("end_char", "whole", "Offset after its last character."),
        ("page", "whole", "Page, from 1."),
        ("published", "text", "When it was published, ISO, perhaps partial."),
        ("owner", "text", "Who is to do it."),
        ("due", "text", "By when, ISO, perhaps partial."),
        ("strength", "text", "firm, planned, ongoing, aspirational or required."),
        ("topic", "text", "What it is about."),
        (
            "verdict",
            "text",
            "repeated, progressed, delivered, slipped, weakened, contradicted, dropped, open or unsure.",
        ),
        ("score", "number", "How near the evidence is, 0 to 1."),
        ("reasons", "texts", "Why, in words for people."),
        ("searched", "texts", "Names of the later documents that were searched."),
        ("due_history", "dues", "Each date that was given; the first is the commitment's own."),
        ("revisions", "whole", "How often the date was changed."),
        ("days_slipped", "whole", "Days from the first date to the last that was given."),
        ("owner_history", "owners", "Where the one who is to do it changes."),
        ("also_in", "places", "Every other place where the same is announced."),
        ("standing", "flag", "Whether it is standing text, which issue after issue carries."),
        ("same_as", "text", "Of another file of the same issue: findings.id of the one that stands for it."),
        ("said", "text", "Where a person reviewed it: the verdict that docmine had given."),
        ("reviewed", "text", "Where a person reviewed it: when, ISO."),
        ("reason", "text", "Where a person reviewed it: why, in their words."),
    ),
    "evidence": (
        ("finding", "text", "What it is evidence of: joins findings.id and commitments.id."),
        ("number", "whole", "Its place in the list, from 1."),
        ("id", "text", "Of the sentence: joins sentences.id."),
        ("doc", "text", "The document that says so."),
        ("text", "text", "The statement, verbatim; perhaps a part of the sentence."),
        ("start_char", "whole", "Offset in documents.text."),
        ("end_char", "whole", "Offset after its last character."),
        ("page", "whole", "Page, from 1."),
        ("published", "text", "When it was published, ISO, perhaps partial."),
        ("relation", "text", "A verdict, or other where it was judged to be of something else."),
        ("sure", "flag", "Whether its own words carry the relation."),
        ("score", "number", "How near it is, 0 to 1."),
        ("reasons", "texts", "Why, in words for people."),
    ),
    "checks": (
        ("id", "text", "Of the sentence, row or bullet that states the result: joins sentences.id."),
        ("doc", "text", "The document."),
        ("text", "text", "The sentence, row or bullet, verbatim."),
        ("start_char", "whole", "Offset in documents.text."),
        ("end_char", "whole", "Offset after its last character."),
        ("page", "whole", "Page, from 1."),
        ("kind", "text", "percentage, share, change, difference, multiple, total, parts, list or average."),
        ("verdict", "text", "agrees, agrees if rounded, agrees if truncated, does not agree or cannot tell."),
        ("stated", "text", "The result as the document writes it."),
        ("counts", "texts", "The values that it follows from, as written."),
        ("sum", "text", "The sum in words."),
        ("exact", "number", "What the values give, unrounded."),
        ("tolerance", "text", "What was allowed for."),
        ("evidence", "spots", "The other places that a value was taken from."),
    ),
    "series": (
        (
            "series",
            "whole",
            "Its number, from 1: joins points.series and flags.series. Another index may give it another.",
        ),
        ("measure", "text", "What is measured."),
        ("unit", "text", "The unit of its values."),
        ("purpose", "text", "reported, planned or change."),
        ("headings", "texts", "The headings above its first value, outermost first."),
        ("points", "whole", "How many values it has."),
        ("flags", "whole", "How much is odd about it."),
    ),
    "points": (
        ("series", "whole", "joins series.series."),
        ("number", "whole", "Its place in the series, from 1."),
        ("figure", "text", "joins figures.id."),
        ("doc", "text", "The document that gives it."),
        ("value", "number", "In the unit of the series."),
        ("period", "text", "What it is of, ISO, perhaps partial, or a span."),
        ("stated", "flag", "Whether the words give the period; else it is the date of publication."),
        ("quoted", "flag", "Whether it is given as an earlier value, beside a newer one."),
        ("share", "text", "The count beside a percentage."),
        ("published", "text", "When it was published, ISO, perhaps partial."),
        ("sentence", "text", "The sentence that gives it, verbatim."),
    ),
    "flags": (
        ("series", "whole", "joins series.series."),
        ("flag", "text", "moved baseline, different values, definition, population, denominator or stopped."),
        ("sure", "flag", "Whether the words leave no other reading."),
        ("because", "text", "A sentence for people."),
        ("earlier", "text", "The earlier value: joins figures.id."),
        ("later", "text", "The later value, or the neighbour of one that stopped: joins figures.id."),
    ),
}


def schema(table: str) -> pyarrow.Schema:
    """The columns of one of `MADE`, with what each is in its metadata."""
    import pyarrow as arrow

    text, whole = arrow.string(), arrow.int64()
    place = {"doc": text, "published": text}

    def entries(**columns: pyarrow.DataType) -> pyarrow.DataType:
        return arrow.list_(arrow.struct(list(columns.items())))

    types = {
        "text": text,
        "whole": whole,
        "number": arrow.float64(),
        "flag": arrow.bool_(),
        "texts": arrow.list_(text),
        "dues": entries(**place, due=text, text=text, start=whole, page=whole, days=whole),
        "owners": entries(**place, owner=text, text=text, start=whole, page=whole),
        "places": entries(**place, publisher=text, text=text, start=whole, page=whole),
        "spots": entries(doc=text, text=text, start=whole, end=whole, page=whole),
    }
    columns = [arrow.field(name, types[kind], metadata={"comment": told}) for name, kind, told in _COLUMNS[table]]
    return arrow.schema(columns, metadata={"comment": _ABOUT[table]})


def table(name: str, rows: Sequence[Mapping[str, Any]]) -> pyarrow.Table:
    """Rows as one of `MADE`; what a row leaves out is null."""
    import pyarrow as arrow

    return arrow.Table.from_pylist([dict(row) for row in rows], schema(name))
