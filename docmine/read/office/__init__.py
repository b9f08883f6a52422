"""Which office program wrote a file, told by the parts of its archive or by the names in an old binary one."""

from __future__ import annotations

import re
from collections.abc import Mapping

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".pptx", ".pptm", ".ppsx", ".odt", ".ott", ".rtf"})

_MAX_MARKUP = 100_000_000
"""Bytes. A long report has one or two million; a file made to exhaust the memory has hundreds."""
_MAX_UNPACKED = 500_000_000
"""Bytes with the pictures."""
_WORD = re.compile(r"word/document\d*\.xml")
_UNREAD = {
    "xl/workbook.xml": "an Excel workbook, which docmine does not read. Save the sheets that matter as PDF",
    "xl/workbook.bin": "an Excel workbook, which docmine does not read. Save the sheets that matter as PDF",
    "opendocument.spreadsheet": "an OpenDocument spreadsheet, which docmine does not read. Save it as PDF",
    "opendocument.presentation": "an OpenDocument presentation. Save it as .pptx or PDF",
    "opendocument": "an OpenDocument file other than a text. Save it as PDF",
}
_OLD = (("PowerPoint Document", ".ppt", ".pptx"), ("Workbook", ".xls", ".xlsx"), ("WordDocument", ".doc", ".docx"))


def of_archive(sizes: Mapping[str, int], mimetype: str) -> str | None:
    """The media type of a document that is an archive of these parts; None where it is no document of an office.

    `mimetype`: the text of the part of that name, "" where there is none.
    """
    if any(_WORD.fullmatch(name) for name in sizes):
        return DOCX
    if "ppt/presentation.xml" in sizes:
        return PPTX
    return ODT if mimetype.startswith(ODT) else None


def unread(sizes: Mapping[str, int], mimetype: str) -> str | None:
    """What a document of an office is that docmine does not read, and what to do, as one sentence."""
    found = next((told for sign, told in _UNREAD.items() if sign in sizes or sign in mimetype), None)
    if found is None and "content.xml" in sizes:
        found = _UNREAD["opendocument"]
    return f"This is {found} and try again." if found else None


def too_large(sizes: Mapping[str, int]) -> str | None:
    """Why a document that unpacks to so much is not opened; None where it is no more than a publication needs."""
    markup = sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
    if markup <= _MAX_MARKUP and sum(sizes.values()) <= _MAX_UNPACKED:
        return None
    return (
        f"The document unpacks to {sum(sizes.values()) // 1_000_000} MB, which no publication needs."
        " Save it as PDF and try again, if you trust it."
    )


def old(data: bytes) -> str:
    """What an Office file of before 2007 is, and what to do, as one sentence."""
    for stream, suffix, new in _OLD:
        if stream.encode("utf-16-le") in data:
            return f"This is an old Microsoft Office file ({suffix}). Open it, save it as {new} or PDF and try again."
    return "This is an old Microsoft Office file (.doc). Open it, save it as .docx or PDF and try again."
