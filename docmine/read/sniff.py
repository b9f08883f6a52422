"""What kind of file this is: by its content first, by its suffix only where the content is text."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from typing import Any

from docmine.errors import NoReader, UnreadableDocument
from docmine.read import archive, office

MSG = "application/vnd.ms-outlook"
DOCX = office.DOCX
_BY_SUFFIX = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".eml": "message/rfc822",
    ".txt": "text/plain",
    ".text": "text/plain",
}
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
"""How pictures begin. One that is named is read as a scan; of those in a folder only TIFF, for the rest are logos."""
SUFFIXES = frozenset({".pdf", ".tif", ".tiff", *office.SUFFIXES, ".msg", ".mht", ".mhtml", ".zip", *_BY_SUFFIX})
"""Files with these endings are documents, or hold some; a folder's other files are left alone."""

HEAD = 4096
"""Bytes at the beginning of a file that tell its kind."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_MAIL = re.compile(
    rb"\A(?:[A-Za-z][A-Za-z0-9-]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?(?:from|received|return-path|mime-version):", re.I
)
_MAIL_BODY = re.compile(rb"^(?:subject|to|date):", re.I | re.M)
_SAVED_PAGE = re.compile(rb"^(?:snapshot-content-location:|from: *<?saved by )", re.I | re.M)
_BEGINNINGS = {".pdf": b"endobj", ".rtf": b"\\par"}
"""What shows that a file has lost its first bytes: the rest is code, and no text for people."""
_KNOWN = re.compile("AVI|BMP|DMG|EXE|FLAC|GIF|GZ|HEIC|ICO|JPEG|MKV|MOV|MP[34]|OGG|PNG|PSD|RAR|SQLITE|TIFF|WAV|WEBP")
"""Kinds of file that people know by name, and that a look at their first bytes tells for sure."""
_OFFICE = ("[Content_Types].xml", "mimetype", "content.xml")
"""Parts that tell a document from an archive of documents: of Microsoft's, of EPUB and OpenDocument."""


def media_type(path: Path, data: bytes) -> str:
    """The media type, one of those that a reader exists for.

    Raises NoReader for a kind that docmine does not read, UnreadableDocument for binary noise.
    """
    head = data[:HEAD]
    suffix = path.suffix.lower()
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    for start, kind in _PICTURES.items():
        if head.startswith(start):
            return kind
    if is_zip(head):
        return _zip(path, data)
    if head.startswith(OLE):
        if is_outlook(data):
            return MSG
        if b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d" in data:
            raise UnreadableDocument(
                path, "The file is protected by a password. Save a copy without one and try again."
            )
        raise NoReader(path, office.old(data))
    if head.startswith(b"{\\rtf"):
        return office.RTF
    if _is_binary(data):
        named = _name(head)
        if named:
            raise NoReader(path, f"This is {named}, which docmine does not read. Save its words as PDF or text.")
        if suffix in SUFFIXES:
            raise UnreadableDocument(path, f"The file is damaged or is no {suffix} file: its content is not text.")
        raise NoReader(path, "The content of this file is not text, and of no kind that docmine reads.")
    if suffix in _BEGINNINGS and _BEGINNINGS[suffix] in data:
        raise UnreadableDocument(path, "The file is damaged: its beginning is missing. Download or copy it again.")
    if suffix == ".pdf":
        return _text(head, "")
    return _text(head, suffix)


def is_zip(head: bytes) -> bool:
    """Whether a file that begins so is an archive, or one of the document formats that are archives inside."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_archive(names: Collection[str]) -> bool:
    """Whether a zip file with these names in it is an archive of files, not a document."""
    return not any(part in names for part in (*_OFFICE, "word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"))


def is_plain_zip(data: bytes) -> bool:
    """Whether a zip file is an archive of files. False where it is damaged."""
    names = archive.names(data)
    return names is not None and is_archive(names)


def is_outlook(source: Path | bytes) -> bool:
    """Whether an OLE file holds a message of Outlook."""
    olefile: Any = import_module("olefile")
    try:
        with olefile.OleFileIO(io.BytesIO(source) if isinstance(source, bytes) else source) as file:
            return bool(file.exists("__properties_version1.0"))
    except (OSError, ValueError, IndexError, struct.error):
        return False


def is_mail(name: str, source: Path | bytes, head: bytes) -> bool:
    """Whether a file is a message: in the form of the internet, or of Outlook."""
    if head.startswith(OLE):
        return is_outlook(source)
    binary = head.startswith((b"%PDF-", b"{\\rtf")) or _is_binary(head)
    return not binary and _text(head, Path(name).suffix.lower()) == "message/rfc822"


def _text(head: bytes, suffix: str) -> str:
    if _HTML.match(head):
        return "text/html"
    if suffix in (".mht", ".mhtml") or (_MAIL.match(head) and _SAVED_PAGE.search(head)):
        return "multipart/related"
    if suffix == ".eml" or (_MAIL.match(head) and _MAIL_BODY.search(head)):
        return "message/rfc822"
    return _BY_SUFFIX.get(suffix, "text/plain")


def _zip(path: Path, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            sizes = {part.filename: part.file_size for part in opened.infolist()}
            mimetype = opened.read("mimetype")[:200].decode("latin-1") if sizes.get("mimetype", 999) < 200 else ""
    except (*archive.FAULTS, RuntimeError):
        raise UnreadableDocument(
            path, "The file is damaged: it breaks off before its end. Download or copy it again."
        ) from None
    kind = office.of_archive(sizes, mimetype)
    if kind and (reason := office.too_large(sizes)):
        raise UnreadableDocument(path, reason)
    if kind:
        return kind
    if reason := office.unread(sizes, mimetype):
        raise NoReader(path, reason)
    raise NoReader(
        path, "This is a zip archive, not a document. Give it to 'docmine ingest', which reads what is in it."
    )


def _name(head: bytes) -> str | None:
    """A picture, a sound or another well-known kind, for people ("a JPEG file")."""
    import puremagic

    try:
        found = puremagic.from_string(head)
    except (puremagic.PureError, ValueError):
        return None
    kind = str(found).lstrip(".").upper()
    kind = {"JFIF": "JPEG", "JPG": "JPEG", "TIF": "TIFF"}.get(kind, kind)
    article = "an" if kind[:1] in "AEIM" else "a"
    return f"{article} {kind} file" if _KNOWN.fullmatch(kind) else None


def _is_binary(data: bytes) -> bool:
    """Whether the bytes are not text in any encoding that we meet: control characters, and no UTF-16 mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = data[:65536]
    control = sum(sample.count(bytes([c])) for c in range(32) if c not in (9, 10, 12, 13, 27))
    return control > len(sample) * 0.005
