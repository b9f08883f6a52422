"""`read` and `extract`: what docmine does with a file where there is no index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docmine import settings

if TYPE_CHECKING:
    from pathlib import Path

    from docmine.records import Document, Record


def read(path: Path | str, **overrides: str | None) -> Document:
    """The document in a file. `overrides` overrule what it says of itself: published, publisher, series, doc_type.

    Raises UnreadableDocument, NoReader; UsageError for an override that is none.
    """
    from docmine import pipeline

    return pipeline.read_document(path, overrides, settings.load())


def extract(document: Document) -> tuple[Record, ...]:
    """Every record in a document: the document's own first, then by kind and place. Raises ModelMissing."""
    from docmine import pipeline

    return pipeline.mine(document, settings.load()).records
