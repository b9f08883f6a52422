"""The tracked changes of a Word document: who put in or took out what, and when."""

from __future__ import annotations

from pathlib import Path

from docmine.errors import UnreadableDocument, UsageError
from docmine.read import containers, office, sniff
from docmine.read.office.word.tracked import Tracked, tracked
from docmine.read.pieces import Unreadable
from docmine.settings import Settings

__all__ = ["Tracked", "changes"]


def changes(path: Path | str, *, max_mb: int = Settings().max_file_mb) -> tuple[Tracked, ...]:
    """Each paragraph that has any, in the order of the text.

    Raises UsageError for a file of another kind, UnreadableDocument with the reason.
    """
    path = Path(path)
    data = containers.bytes_of(path, containers.Limits(file_mb=max_mb))
    if sniff.media_type(path, data) != office.DOCX:
        raise UsageError(
            f"{path.name} is no Word document (.docx), so it has no tracked changes. Name a second document."
        )
    try:
        return tracked(data)
    except Unreadable as error:
        raise UnreadableDocument(path, str(error)) from error
