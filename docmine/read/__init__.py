"""Bytes → Document, one reader a format.

file ─ sniff ─▶ kind ─ reader ─▶ Content (pieces, metadata) ─ assemble ─▶ text, blocks ─ about ─▶ Document
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from docmine.errors import UnreadableDocument
from docmine.read import about, containers, kept, office, sniff
from docmine.read.about import additions
from docmine.read.pieces import Content, Unreadable, assemble
from docmine.records import Document
from docmine.settings import Settings

_READERS = {
    "application/pdf": "pdf",
    office.DOCX: "office.word",
    office.PPTX: "office.slides",
    office.ODT: "office.odt",
    office.RTF: "office.rtf",
    "text/html": "web",
    "text/markdown": "markdown",
    "multipart/related": "web.saved",
    "message/rfc822": "mail.text",
    "application/vnd.ms-outlook": "mail.text",
    "text/plain": "plain",
    **dict.fromkeys(("image/png", "image/jpeg", "image/tiff"), "image"),
}
"""Media type → the module here whose `content(data)` reads it; imported when first needed, for they are heavy."""

_ALIKE = {"multipart/related": "text/html", sniff.MSG: "message/rfc822"}
"""Other forms of file for what is the same to its reader."""


def read(path: Path | str, *, max_mb: int = Settings().max_file_mb, max_pages: int = Settings().read_pages) -> Document:
    """The document in a file, or in an archive or message: "papers.zip/inner/report.pdf".

    Raises UnreadableDocument with the reason, NoReader for a kind of file that docmine does not read.
    """
    path = Path(path)
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise UnreadableDocument(path, "Its name or folder is not written in UTF-8. Rename it and try again.") from None
    data, holder = containers.bytes_and_holder(path, containers.Limits(file_mb=max_mb))
    if not data.strip():
        raise UnreadableDocument(path, "The file is empty.")
    media_type = sniff.media_type(path, data)
    origin = kept.origin(containers.real(path))
    reader: Callable[..., Content] = import_module(f"docmine.read.{_READERS[media_type]}").content
    try:
        if media_type == "application/pdf":
            content = reader(data, max_pages=max_pages)
        elif media_type == "text/html" and origin and holder is None:
            content = reader(data, origin.address)
        else:
            content = reader(data)
    except Unreadable as error:
        raise UnreadableDocument(path, str(error)) from error
    text, blocks = assemble(content.pieces)
    if not text.strip():
        raise UnreadableDocument(path, "The file has no text in it.")
    facts = about.find(path.name, _ALIKE.get(media_type, media_type), blocks, content)
    document = Document(
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
        number=facts.number,
        published=facts.published,
        source=origin.address if origin else content.metadata.get("source"),
        part_of=None if holder is None else str(holder),
        warnings=content.warnings,
    )
    return replace(document, blocks=additions.dated(document))
