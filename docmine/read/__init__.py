"""Bytes → Document, one reader a format.

file ─ sniff ─▶ kind ─ reader ─▶ Content (pieces, metadata) ─ assemble ─▶ text, blocks ─ about ─▶ Document
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from docmine.errors import UnreadableDocument
from docmine.read import about, sniff
from docmine.read.pieces import Content, Unreadable, assemble
from docmine.records import Document
from docmine.settings import Settings

_READERS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
    "text/html": "web",
    "text/markdown": "markdown",
    "message/rfc822": "mail",
    "text/plain": "plain",
}
"""Media type → the module here whose `content(data)` reads it; imported when first needed, for they are heavy."""


def read(path: Path | str, *, max_mb: int = Settings().max_file_mb) -> Document:
    """The document in a file.

    Raises UnreadableDocument with the reason, NoReader for a kind of file that docmine does not read.
    """
    path = Path(path)
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise UnreadableDocument(path, "Its name or folder is not written in UTF-8. Rename it and try again.") from None
    data = _bytes(path, max_mb)
    media_type = sniff.media_type(path, data)
    reader: Callable[[bytes], Content] = import_module(f"docmine.read.{_READERS[media_type]}").content
    try:
        content = reader(data)
    except Unreadable as error:
        raise UnreadableDocument(path, str(error)) from error
    text, blocks = assemble(content.pieces)
    if not text.strip():
        raise UnreadableDocument(path, "The file has no text in it.")
    facts = about.find(path.name, media_type, blocks, content)
    return Document(
        name=path.name,
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        text=text,
        blocks=blocks,
        pages=content.pages,
        title=facts.title,
        doc_type=facts.doc_type,
        publisher=facts.publisher,
        addressee=facts.addressee,
        signatory=facts.signatory,
        series=facts.series,
        published=facts.published,
        warnings=content.warnings,
    )


def _bytes(path: Path, max_mb: int) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableDocument(path, "This is a folder, not a file. Give it to 'docmine ingest' instead.")
        size = path.stat().st_size
        if size > max_mb * 1024 * 1024:
            raise UnreadableDocument(
                path,
                f"The file has {size / 1024 / 1024:.0f} MB, more than the {max_mb} MB allowed."
                " Raise DOCMINE_MAX_FILE_MB if you do want it read.",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocument(path, "There is no such file.") from None
    except PermissionError:
        raise UnreadableDocument(path, "You have no permission to read this file.") from None
    except OSError as error:
        raise UnreadableDocument(path, f"The file could not be opened: {error.strerror}.") from error
    if not data.strip():
        raise UnreadableDocument(path, "The file is empty.")
    return data
