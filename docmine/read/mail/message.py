"""A message and its parts, from either form of file: heads, the body, what is attached."""

from __future__ import annotations

import email
import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.policy import compat32, default
from functools import partial
from pathlib import PurePosixPath

from docmine.read import office, sniff
from docmine.read.entries import Entry, safe_name, unique
from docmine.read.pieces import Unreadable, clean

_FAULTS = (ValueError, IndexError, AttributeError, TypeError, KeyError, LookupError, AssertionError)
"""What the standard library raises for heads that break the rules."""
_MACHINERY = re.compile(
    r"application/(?:(?:x-)?pkcs7-(?:signature|mime)|pgp-(?:signature|encrypted))|message/(?:delivery-status|disposition"
    r"-notification)|text/(?:rfc822-headers|calendar|x-amp-html)"
)
_TNEF = (
    "Outlook packed the attachments into winmail.dat, which docmine cannot open. Ask the sender for them, or save them"
    " from Outlook."
)
_SUFFIX = {
    "application/pdf": ".pdf",
    office.DOCX: ".docx",
    office.PPTX: ".pptx",
    office.ODT: ".odt",
    office.RTF: ".rtf",
    "text/rtf": ".rtf",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
    sniff.MSG: ".msg",
    "application/zip": ".zip",
    "application/x-zip-compressed": ".zip",
}


def parsed(data: bytes) -> EmailMessage:
    """Raises Unreadable where the file is damaged."""
    if data.startswith(sniff.OLE):
        from docmine.read.mail import outlook

        return outlook.message(data)
    message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def head(message: Message, name: str) -> str:
    """A head's value on one line, decoded; "" where there is none."""
    try:
        return clean(str(message.get(name) or ""))
    except _FAULTS:
        raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    try:
        return clean(str(make_header(decode_header(str(raw)))))
    except _FAULTS:
        return clean(str(raw))


@contextmanager
def opened(data: bytes) -> Iterator[list[Entry]]:
    """What is attached to the message, in its order; pictures that its text shows are left out. Raises Unreadable."""
    message = parsed(data)
    shown = _shown(message)
    parts = [part for part in _leaves(message) if part is not message and _is_attached(part, shown)]
    names = unique(safe_name(_name(part)) for part in parts)
    yield [_entry(name, part) for name, part in zip(names, parts, strict=True)]


def _entry(name: str, part: Message) -> Entry:
    tnef = part.get_content_type() == "application/ms-tnef" or name.lower() == "winmail.dat"
    return Entry(name, 0, partial(_load, part), _TNEF if tnef else None)


def _leaves(part: Message) -> Iterator[Message]:
    """The parts that are no envelopes; a forwarded message is one part."""
    if part.get_content_maintype() != "multipart" or not isinstance(part.get_payload(), list):
        yield part
        return
    for inner in part.get_payload():
        if isinstance(inner, Message):
            yield from _leaves(inner)


def _is_attached(part: Message, shown: frozenset[str]) -> bool:
    kind = part.get_content_type()
    given = disposition(part)
    if _MACHINERY.fullmatch(kind):
        return False
    if kind in ("text/plain", "text/html", "text/enriched"):
        return given == "attachment" or bool(filename(part))
    if part.get_content_maintype() == "image":
        identity = head(part, "content-id").strip("<> ")
        return given == "attachment" and identity not in shown
    return True


def _shown(message: Message) -> frozenset[str]:
    """The identities of the parts that the message's HTML shows within its text."""
    found: set[str] = set()
    for part in _leaves(message):
        if part.get_content_type() == "text/html":
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                found.update(m.decode("latin-1") for m in re.findall(rb"cid:([^\"'\s>)]+)", data, re.I))
    return frozenset(found)


def disposition(part: Message) -> str | None:
    try:
        return part.get_content_disposition()
    except _FAULTS:
        return None


def filename(part: Message) -> str | None:
    try:
        return part.get_filename()
    except _FAULTS:
        return None


def _name(part: Message) -> str:
    """The attachment's file name, with the ending of its kind where the name has none that we know."""
    kind = part.get_content_type()
    name = filename(part) or ""
    if not name and kind == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        name = head(inner, "subject") if isinstance(inner, Message) else ""
    name = clean(re.sub(r"[/\\]", "-", name)).strip(". ") or "attachment"
    wanted = _SUFFIX.get(kind)
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in sniff.SUFFIXES and kind != "message/rfc822":
        return name
    if wanted is None and not suffix:
        wanted = mimetypes.guess_extension(kind)
    return name if wanted is None or suffix == wanted else name + wanted


def _load(part: Message, most: int) -> bytes:
    """The bytes attached. Raises Unreadable where there are none."""
    del most  # they are in memory already
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        inner = part.get_payload(0)
        assert isinstance(inner, Message)
        encoded = head(part, "content-transfer-encoding").lower() in ("base64", "quoted-printable")
        if encoded and not inner.keys():
            inner["Content-Transfer-Encoding"] = head(part, "content-transfer-encoding")
            data = inner.get_payload(decode=True)
        else:
            try:
                data = inner.as_bytes(policy=compat32)
            except _FAULTS as error:
                raise Unreadable("The forwarded message is damaged.") from error
    else:
        data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise Unreadable("The attachment is empty.")
    return data
