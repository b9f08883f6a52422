"""Whether a document is one that the question asks to look in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docmine.search.question.model import Question

if TYPE_CHECKING:
    from docmine.store import StoredDocument


def narrows(question: Question) -> bool:
    """Whether the question asks for some documents only."""
    published = question.period is not None and question.period.of == "published"
    return bool(published or question.doc_types or question.numbers)


def admits(question: Question, document: StoredDocument) -> bool:
    """Whether its kind, its number and its day of publication are those that the question names.

    A document that does not say what it is, or when it came out, is not one of them.
    """
    if question.doc_types and (document.doc_type is None or document.doc_type.value not in question.doc_types):
        return False
    if question.numbers and (document.number is None or document.number.value not in question.numbers):
        return False
    period = question.period
    if period is None or period.of != "published":
        return True
    return period.overlaps(document.published_from, document.published_to)
