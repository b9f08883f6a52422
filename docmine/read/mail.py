"""E-mail → pieces: the writer's own words with the signature, without the earlier mail that is quoted below."""

from __future__ import annotations

import re
from datetime import datetime
from email.message import EmailMessage

from docmine.read import plain, web
from docmine.read.message import parsed
from docmine.read.pieces import Content, Piece, Unreadable, clean

_EARLIER = re.compile(
    r"^(?:-{2,}\s*(?:original|forwarded) message\s*-{2,}|_{10,}|on .{6,120} wrote:|begin forwarded message:)\s*$", re.I
)
_HEAD = re.compile(r"^\W*from:\s*\S", re.I)
_HEADS = re.compile(r"^\W*(?:sent|to|date|subject|cc):", re.I)


def content(data: bytes) -> Content:
    """The pieces of an e-mail; From, To, Date and Subject are metadata.

    Raises Unreadable for a message without text of its own.
    """
    message = parsed(data)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise Unreadable("The e-mail has no text, only attachments.")
    try:
        text = str(body.get_content())
    except (LookupError, UnicodeDecodeError):
        text = (body.get_payload(decode=True) or b"").decode("latin-1")  # type: ignore[union-attr]
    if body.get_content_subtype() == "html":
        pieces = own(web.from_markup(re.sub(r"(?is)<blockquote.*?</blockquote>|<head>.*?</head>", "", text)))
    else:
        pieces = plain.pieces(own_lines(text.replace("\r\n", "\n")))
    if not pieces:
        raise Unreadable("The e-mail has no text of its own, only quoted earlier mail.")
    return Content(pieces=tuple(pieces), metadata=_metadata(message), warnings=_attachments(message))


def own_lines(text: str) -> str:
    """The lines above the quoted earlier mail, and without lines that start with ">"."""
    kept: list[str] = []
    lines = text.split("\n")
    for i, line in enumerate(lines):
        following = [x for x in lines[i + 1 : i + 6] if x.strip()]
        if _EARLIER.match(line.strip()) or _is_wrapped_earlier(lines[i : i + 2]):
            break
        if _HEAD.match(line) and sum(bool(_HEADS.match(x)) for x in following[:4]) >= 2:
            break
        if not line.lstrip().startswith(">"):
            kept.append("" if line.strip() == "--" else line)
    return "\n".join(kept)


def own(pieces: list[Piece]) -> list[Piece]:
    """The pieces above the quoted earlier mail."""
    for i, piece in enumerate(pieces):
        heads = sum(bool(_HEADS.match(p.text)) for p in pieces[i + 1 : i + 5])
        if _EARLIER.match(piece.text) or (_HEAD.match(piece.text) and (heads >= 2 or "Subject:" in piece.text)):
            return pieces[:i]
    return pieces


def _is_wrapped_earlier(lines: list[str]) -> bool:
    """ "On ..., A. Person <a@b>\\nwrote:" broken over two lines."""
    joined = " ".join(x.strip() for x in lines)
    return len(lines) == 2 and lines[0].startswith("On ") and bool(_EARLIER.match(joined))


def _metadata(message: EmailMessage) -> dict[str, str]:
    found = {k: clean(str(message.get(k) or "")) for k in ("from", "to", "cc", "subject")}
    try:
        when = message["date"].datetime if message["date"] else None
    except (AttributeError, ValueError):
        when = None
    if isinstance(when, datetime):
        found["date"] = when.date().isoformat()
    return {k: v for k, v in found.items() if v}


def _attachments(message: EmailMessage) -> tuple[str, ...]:
    names = [a.get_filename() or "without a name" for a in message.iter_attachments()]
    return tuple(f"The attachment {n} was not read; save it and give it to docmine on its own." for n in names)
