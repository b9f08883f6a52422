"""The small phrases that every table and card is made of."""

from __future__ import annotations

from collections.abc import Sequence

from docmine.report import safe
from docmine.report.dates import british

NAMED = 3
"""Names of a list that people are shown."""


def place(doc: str, page: int | None = None, published: str | None = None) -> str:
    """ "letter.pdf, page 2, 22 July 2022", without what is not known."""
    words = [safe.line(doc)]
    words += [f"page {page}"] if page else []
    words += [british(published)] if published else []
    return ", ".join(words)


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 document", "2,345 documents"; the plural is `one` with an s unless it is given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def several(names: Sequence[str], between: str = ", ") -> str:
    """The first three of these names, and how many more there are."""
    more = len(names) - NAMED
    return f"{between.join(map(safe.line, names[:NAMED]))}{f' and {more} more' if more > 0 else ''}"


def sentence(text: str) -> str:
    """With a full stop at its end."""
    text = safe.line(text).strip()
    return text if not text or text.endswith((".", "!", "?", "…", "”")) else f"{text}."
