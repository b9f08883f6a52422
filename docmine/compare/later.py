"""Which documents come after a document and could mention its commitments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from docmine.compare.diff import plain
from docmine.records import Sentence
from docmine.store.partial import bounds

if TYPE_CHECKING:
    from docmine.store import StoredDocument

SAME_ISSUE = 0.7
"""Share of the shorter document\'s sentences that the other has too, from which the two are one issue in two files.
Successive issues share their standing text only."""

SAME_LENGTH = 0.6
"""Shorter to longer, in sentences: a digest that quotes an issue is another document."""


def same_issue(a: Sequence[Sentence], b: Sequence[Sentence]) -> bool:
    """Whether two files hold nearly the same text: a PDF and a DOCX of one issue, a corrected copy."""
    left, right = ({plain(s.text).lower() for s in side if len(s.text.split()) >= 4} for side in (a, b))
    if not left or not right:
        return False
    smaller, larger = sorted((left, right), key=len)
    return len(smaller & larger) / len(smaller) >= SAME_ISSUE and len(smaller) / len(larger) >= SAME_LENGTH


def is_later(a: StoredDocument, b: StoredDocument) -> bool:
    """Whether `b` was published strictly after `a`: with partial dates, on no possible day before or with it."""
    return a.published_to is not None and b.published_from is not None and b.published_from > a.published_to


def same_series(a: StoredDocument, b: StoredDocument) -> bool:
    return a.series is not None and b.series is not None and _fold(a.series.value) == _fold(b.series.value)


def same_publisher(a: StoredDocument, b: StoredDocument) -> bool:
    """Whether one body published both: a council alone, and that council with its partners."""
    return (
        a.publisher is not None
        and b.publisher is not None
        and bool(_bodies(a.publisher.value) & _bodies(b.publisher.value))
    )


def successors(
    documents: Sequence[StoredDocument], sentences: Mapping[str, Sequence[Sentence]], as_of: date | None
) -> dict[str, list[StoredDocument]]:
    """For each document's name the later ones of the same series or publisher, oldest first.

    Of several files of one issue each is a successor of earlier issues, none of another.
    """
    known = [
        d for d in documents if d.published_to and (as_of is None or (d.published_from or d.published_to) <= as_of)
    ]
    return {
        a.name: [
            b
            for b in known
            if is_later(a, b)
            and (same_series(a, b) or same_publisher(a, b))
            and not same_issue(sentences.get(a.name, ()), sentences.get(b.name, ()))
        ]
        for a in known
    }


def due_passed(due: str | None, as_of: date) -> bool:
    days = bounds(due)
    return days is not None and days[1] < as_of


def _bodies(publisher: str) -> set[str]:
    """The bodies that publish together, without their departments; names of one word ("the CCG") tell nothing."""
    text = _fold(publisher)
    parts = {part.rsplit(", ", 1)[-1] for part in text.split(" and the ")}
    return {text} | {part for part in parts if len(part.split()) > 1}


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
