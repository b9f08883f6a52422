"""Bytes of a text file → text."""

from __future__ import annotations

from docmine.read.pieces import Unreadable


def decode(data: bytes) -> str:
    """The text with "\\n" line ends. UTF-8 and UTF-16 by their marks, then strict UTF-8, else the likeliest encoding.

    Raises Unreadable where no encoding makes text of it.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _guess(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    # Windows-1252 first: what office machines write when it is not UTF-8.
    best = from_bytes(data, cp_isolation=["cp1252", "latin_1", "mac_roman"]).best()
    if best is None:
        raise Unreadable("The file is not text in any encoding that docmine knows.")
    return str(best)
