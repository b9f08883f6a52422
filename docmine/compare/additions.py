"""Web pages grow: what was added later, under a date of its own, was not said on the day of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docmine.records import DateMention, Sentence
from docmine.store import StoredDocument
from docmine.store.partial import bounds

WEB_PAGE = "web page"

LINE = 5
"""Words that a line with the date of an addition has at most: "Update: 12 June 2024"."""


@dataclass(frozen=True, slots=True)
class Addition:
    start: int
    """Of its first character in the document's text."""
    date: str
    """ISO, perhaps partial."""


def addition(document: StoredDocument, sentences: Sequence[Sentence], dates: Sequence[DateMention]) -> Addition | None:
    """The first later addition of a dated web page: a short line that gives a later date than the page's own."""
    if document.doc_type is None or document.doc_type.value != WEB_PAGE or document.published_to is None:
        return None
    for sentence in sentences:
        if len(sentence.text.split()) > LINE:
            continue
        for date in dates:
            days = bounds(date.value) if sentence.start <= date.start < sentence.end else None
            if days is not None and days[0] > document.published_to:
                return Addition(sentence.start, date.value)
    return None
