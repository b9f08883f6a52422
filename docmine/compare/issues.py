"""Which files are one issue of a series, and on which day it came out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docmine.compare.diff import plain
from docmine.records import SENTENCE_WORDS, Sentence

if TYPE_CHECKING:
    from docmine.store import StoredDocument

SAME_ISSUE = 0.7
"""Share of the shorter document's sentences that the other has too, from which the two are one issue in two files.
Successive issues share their standing text only."""

SAME_LENGTH = 0.6
"""Shorter to longer, in sentences: a digest that quotes an issue is another document."""

APART = 62
"""Days between two issues of one number from which the series has begun to count anew."""

_NUMBER = re.compile(
    r"\b(?:no|number|nr|issue|edition|newsletter|bulletin|update|briefing|volume|vol)\b[\s.:#_-]*(\d{1,3})"
    r"(?![\d/]|[-.]\d{2}|(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_FILES = ("application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
"""Formats whose own date is that of the file: it says when somebody last made a copy, not when it was published."""

Texts = Mapping[str, frozenset[str]]
"""Name of a document → its sentences of some length, as they are compared."""


def texts(sentences: Mapping[str, Sequence[Sentence]]) -> Texts:
    return {
        name: frozenset(plain(s.text).lower() for s in own if len(s.text.split()) >= SENTENCE_WORDS)
        for name, own in sentences.items()
    }


def number(document: StoredDocument) -> int | None:
    """The number of an issue, from its title or else its file's name; 13 of a corrected "13.1"."""
    for text in (document.title.value if document.title else "", document.name.rsplit(".", 1)[0]):
        found = _NUMBER.search(text.replace("_", " "))
        if found:
            return int(found.group(1))
    return None


def same_series(a: StoredDocument, b: StoredDocument) -> bool:
    return a.series is not None and b.series is not None and _fold(a.series.value) == _fold(b.series.value)


def weakly_dated(document: StoredDocument) -> bool:
    """Whether only the file's own properties date the document: too weak to say what came before what."""
    return document.published is not None and document.published.by == "metadata" and document.media_type in _FILES


def one_issue(a: StoredDocument, b: StoredDocument, texts: Texts) -> bool:
    """Whether two files are one issue: nearly the same text, or one number of one series at about one time."""
    if _same_text(texts.get(a.name, frozenset()), texts.get(b.name, frozenset())):
        return True
    mine = number(a)
    if mine is None or mine != number(b) or not same_series(a, b):
        return False
    return weakly_dated(a) or weakly_dated(b) or _days_apart(a, b) <= APART


def dated(documents: Sequence[StoredDocument], texts: Texts) -> tuple[StoredDocument, ...]:
    """The documents with days that can be relied on.

    One that has no date, or that only its file's properties date, takes the day of another file of the same issue.
    """
    sure = [d for d in documents if d.published_to is not None and not weakly_dated(d)]
    return tuple(d if d in sure else _dated_by_twin(d, sure, texts) for d in documents)


def _dated_by_twin(document: StoredDocument, sure: Sequence[StoredDocument], texts: Texts) -> StoredDocument:
    twins = [d for d in sure if one_issue(document, d, texts)]
    if not twins or any(not one_issue(twins[0], twin, texts) for twin in twins):
        return replace(document, published_from=None, published_to=None)
    first = twins[0]
    return replace(
        document,
        published=first.published,
        published_from=first.published_from,
        published_to=first.published_to,
    )


def _same_text(a: frozenset[str], b: frozenset[str]) -> bool:
    smaller, larger = sorted((a, b), key=len)
    if not smaller or len(smaller) / len(larger) < SAME_LENGTH:
        return False
    return len(smaller & larger) / len(smaller) >= SAME_ISSUE


def _days_apart(a: StoredDocument, b: StoredDocument) -> int:
    """Days between the two at least; 0 where the dates overlap or are not known."""
    if not (a.published_from and a.published_to and b.published_from and b.published_to):
        return 0
    return max(0, (b.published_from - a.published_to).days, (a.published_from - b.published_to).days)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
