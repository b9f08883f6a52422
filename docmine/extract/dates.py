"""Sentences → dates: every expression that names a calendar date or period, with its value and its role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from docmine.extract import masks, put_off, tenses
from docmine.extract.calendar import expressions
from docmine.extract.calendar.model import Expression, Partial
from docmine.extract.calendar.values import Lean, resolve
from docmine.extract.context import Sent, layout, make, published, sentences
from docmine.extract.date_roles import fills_a_due_cell, is_since, leads_to_a_limit, role, words_around, words_before
from docmine.extract.datehood import names_a_date
from docmine.records import ASIDE, Block, DateMention, Document

if not Doc.has_extension("dates"):
    Doc.set_extension("dates", default=())

_YEAR = re.compile(r"(?<![\w£.,/-])(20[0-4]\d|19[5-9]\d)(?![\w%]|[.,]\d)")
_HOLIDAYS_AHEAD = re.compile(r"\bbefore\s+(?:the\s+)?\w+\s+(?:school\s+)?(?:holidays?|break|vacation)$", re.I)
_LEAD = 12
"""Characters in front of holidays in which "before the" stands."""
_Place = tuple[Expression, int, Block, "Sent | None"]
"""An expression, the offset of the text that it was found in, and where it stands."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A calendar expression in its place. `value` is ISO."""

    expression: Expression
    start: int
    end: int
    value: str
    sent: Sent | None


@Language.component("docmine_dates", assigns=["doc._.dates"])
def dates(doc: Doc) -> Doc:
    """Set `doc._.dates` to the date mentions in reading order."""
    doc._.dates = tuple(make(doc, DateMention, d.start, d.end, value=d.value, role=role(doc, d)) for d in mentions(doc))
    return doc


def mentions(doc: Doc) -> tuple[Dated, ...]:
    """The calendar expressions with their values; computed once a document."""
    cached: tuple[Dated, ...] | None = doc.user_data.get("docmine_mentions")
    if cached is not None:
        return cached
    document = layout(doc)
    usual = _usual_year(document.text)
    doubtful = _is_doubtful(document, usual)
    places = _places(doc, usual)
    found: list[Dated] = []
    for i, (e, offset, block, sent) in enumerate(places):
        start, end = offset + e.start, offset + e.end
        known = _partial(published(doc, block))
        anchor = Partial(usual) if doubtful and not block.date else known or _nearby(places, i, usual)
        by_file = _from_metadata(document, block)
        lean = "near" if by_file else _lean(doc, start, end, sent)
        if e.unit == "quarter" and "\t" in block.text and sent and not fills_a_due_cell(doc, sent, start):
            lean = "past"  # it heads what has been counted
        value = resolve(e, anchor, lean)
        if not by_file and sent is not None and put_off.was_planned(words_before(doc, sent, start)):
            value = _as_planned(document.text, places, i, anchor, value)
        if value is not None and _HOLIDAYS_AHEAD.search(document.text, max(0, start - _LEAD), end):
            value = value.split("/")[0]  # they begin then
        if value is not None:
            found.append(Dated(e, start, end, value, sent))
    result = tuple(found)
    doc.user_data["docmine_mentions"] = result
    return result


def _as_planned(text: str, places: Sequence[_Place], i: int, anchor: Partial | None, value: str | None) -> str | None:
    """Of "promised for the spring and has slipped to August 2025": the last spring before the later date."""
    e, offset, *_ = places[i]
    following = places[i + 1] if i + 1 < len(places) else None
    if (
        following is None
        or e.has_year
        or not put_off.moves_on(text[offset + e.end : following[1] + following[0].start])
    ):
        return value
    first, later = resolve(e, anchor, "future"), resolve(following[0], anchor, "future")
    return first if first is not None and later is not None and first < later else value


def _places(doc: Doc, usual: int | None) -> list[_Place]:
    document = layout(doc)
    sents = sentences(doc)
    starts = [s.span.start_char for s in sents]
    hidden = masks.find(document.text)
    places: list[_Place] = []
    for block in document.blocks:
        if block.kind in ASIDE:
            continue
        own = _partial(published(doc, block))
        for e in expressions.find(block.text, own.year if own else usual):
            start, end = block.start + e.start, block.start + e.end
            if masks.covers(hidden, start, end):
                continue
            at = bisect_right(starts, start) - 1
            sent = sents[at] if at >= 0 else None
            if names_a_date(doc, block, e):
                places.append((e, block.start, block, sent))
    return places


def _partial(iso: str | None) -> Partial | None:
    if not iso:
        return None
    parts = [int(p) for p in iso.split("/")[0].split("-")[:3]]
    return Partial(*parts)


def _usual_year(text: str) -> int | None:
    """The year named most often, the later of two: the best guess at the year of an undated document."""
    counts = Counter(int(y) for y in _YEAR.findall(text))
    return max(counts, key=lambda y: (counts[y], y)) if counts else None


def _from_metadata(document: Document, block: Block) -> bool:
    """Whether the date to reckon from is only that of the file, which may be saved later; a mail's is its own."""
    known = document.published
    return known is not None and known.by == "metadata" and not block.date and document.media_type != "message/rfc822"


def _is_doubtful(document: Document, usual: int | None) -> bool:
    """Whether the file's date does not fit its text, which names years but neither that one nor the one before."""
    known = document.published
    if usual is None or known is None or known.by != "metadata" or document.media_type == "message/rfc822":
        return False
    saved = int(known.value[:4])
    return not {str(saved), str(saved - 1)} & set(_YEAR.findall(document.text))


def _nearby(places: Sequence[_Place], i: int, usual: int | None) -> Partial | None:
    """In an undated document: the nearest date with a year, of the document's usual year if there is one."""
    if usual is not None:
        return Partial(usual)
    dated = [(abs(j - i), e.first.year) for j, (e, *_) in enumerate(places) if e.first.year]
    return Partial(min(dated)[1]) if dated else None


def _lean(doc: Doc, start: int, end: int, sent: Sent | None) -> Lean:
    """Whether the words around put the date before or after the document's own."""
    if sent is None or tenses.names_a_record(doc, start, end):
        return "near"
    if fills_a_due_cell(doc, sent, start):
        return "future"
    if put_off.to_come(words_before(doc, sent, start)):
        return "future"
    if put_off.is_compared(words_before(doc, sent, start)):
        return "past"
    if leads_to_a_limit(words_before(doc, sent, start)):
        if tenses.had_been(doc, start, end):
            return "past"
        return "near" if tenses.would_be(doc, start, end) else "future"
    if is_since(words_before(doc, sent, start)):
        return "past"
    tense = tenses.tense(doc, start, end)
    if tense == "near" and tenses.looks_ahead(words_around(doc, sent, start, end)):
        return "future"
    if (
        tense == "near"
        and not tenses.is_infinitive(doc, start, end)
        and tenses.looks_back(words_before(doc, sent, start))
    ):
        return "past"
    return tense
