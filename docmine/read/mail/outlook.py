"""Outlook's message files (.msg) → the same message in the internet's form, for the readers of that."""

from __future__ import annotations

import io
import struct
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime
from importlib import import_module
from typing import Any

from docmine.read.decode import decode
from docmine.read.pieces import Unreadable, clean

_EMBEDDED = 5
"""The method of an attachment that is itself a message."""
_EMBEDDED_HEADER = 24
"""Bytes before the properties of a message within a message."""
_CC, _BCC = 2, 3
"""Types of recipients; the others are the addressees."""
_FAULTS = (OSError, ValueError, KeyError, IndexError, LookupError, struct.error, AssertionError, TypeError)


def message(data: bytes) -> EmailMessage:
    """The message with its heads, text, HTML and attachments. Raises Unreadable where the file is damaged."""
    from oxmsg.domain.model import MSG_HDR_OFFSET
    from oxmsg.storage import Storage

    olefile: Any = import_module("olefile")
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return _message(Storage.from_ole(file), MSG_HDR_OFFSET, 0)
    except (*_FAULTS, RecursionError) as error:
        raise Unreadable("The Outlook message is damaged. Save it again from Outlook, or as an .eml file.") from error


def _message(storage: Any, offset: int, depth: int) -> EmailMessage:
    from oxmsg.domain import constants as c
    from oxmsg.properties import Properties
    from oxmsg.recipient import Recipient

    properties = Properties(storage, properties_header_offset=offset)
    made = EmailMessage(policy=default)
    name = properties.str_prop_value(c.PID_SENDER_NAME) or properties.str_prop_value(c.PID_SENT_REPRESENTING_NAME)
    address = properties.str_prop_value(c.PID_SENDER_SMTP_ADDRESS)
    _set(made, "From", [_address(name, address or properties.str_prop_value(c.PID_SENDER_EMAIL_ADDRESS))])
    to: list[str] = []
    cc: list[str] = []
    for recipient in (Recipient(inner) for inner in storage.iter_recipient_storages()):
        kind = recipient.properties.int_prop_value(c.PID_RECIPIENT_TYPE)
        if kind != _BCC:
            (cc if kind == _CC else to).append(_address(recipient.name, recipient.email_address))
    _set(made, "To", to)
    _set(made, "Cc", cc)
    _set(made, "Subject", [clean(properties.str_prop_value(c.PID_SUBJECT) or "")])
    sent = properties.date_prop_value(c.PID_CLIENT_SUBMIT_TIME) or properties.date_prop_value(
        c.PID_MESSAGE_DELIVERY_TIME
    )
    if sent is not None:
        made["Date"] = format_datetime(sent)
    text, markup = _text(properties, storage), _markup(properties)
    if text is not None:
        made.set_content(text)
    if markup is not None:
        (made.add_alternative if text is not None else made.set_content)(markup, subtype="html")
    for inner in storage.iter_attachment_storages():
        _attach(made, inner, depth)
    for number, part in enumerate(p for p in made.walk() if p.is_multipart() and p.get_content_maintype() != "message"):
        part.set_boundary(f"part-{depth}-{number}")  # the library's own are random; the bytes are hashed
    return made


def _set(made: EmailMessage, name: str, values: list[str]) -> None:
    joined = ", ".join(value for value in values if value)
    if joined:
        made[name] = joined


def _address(name: str | None, address: str | None) -> str:
    """ "Ada Brook <ada@example.org>"; an address of Exchange's own ("/O=...") tells nobody anything."""
    name = clean(name or "")
    address = clean(address or "")
    if "@" not in address or not address.isascii():
        return str(Address(display_name=name)).removesuffix(" <>") if name else ""
    return str(Address(display_name="" if name == address else name, addr_spec=address))


def _text(properties: Any, storage: Any) -> str | None:
    from oxmsg.domain import constants as c

    try:
        found: str | None = properties.str_prop_value(c.PID_BODY)
    except UnicodeDecodeError:
        found = decode(storage.property_stream_bytes(c.PID_BODY, c.PTYP_STRING8))
    return found.replace("\r\n", "\n") if found and found.strip() else None


def _markup(properties: Any) -> str | None:
    """The HTML body: mostly bytes in the page's own encoding, in older messages a string."""
    from oxmsg.domain import constants as c

    data: bytes | None = properties.binary_prop_value(c.PID_HTML)
    if data:
        from docmine.read.web import declared

        return declared(data)
    found: str | None = properties.str_prop_value(c.PID_BODY_HTML)
    return found or None


def _attach(made: EmailMessage, storage: Any, depth: int) -> None:
    from oxmsg.attachment import Attachment
    from oxmsg.domain import constants as c

    attachment = Attachment(storage)
    properties = attachment.properties
    name = attachment.file_name or properties.str_prop_value(c.PID_ATTACH_FILENAME) or ""
    if properties.int_prop_value(c.PID_ATTACH_METHOD) == _EMBEDDED:
        inner = next((s for s in storage.storages if s.name == "__substg1.0_3701000D"), None)
        if inner is not None:
            made.add_attachment(_message(inner, _EMBEDDED_HEADER, depth + 1))
        return
    main, _, sub = (attachment.mime_type or "").partition("/")
    if main in ("text", "multipart", "message", "") or not sub:
        main, sub = "application", "octet-stream"
    identity = properties.str_prop_value(c.PID_ATTACH_CONTENT_ID)
    hidden = identity and f"cid:{identity}" in str(_html_of(made))
    made.add_attachment(
        attachment.file_bytes or b"",
        maintype=main,
        subtype=sub,
        filename=name or None,
        cid=f"<{identity}>" if identity else None,
        disposition="inline" if hidden else "attachment",
    )


def _html_of(made: EmailMessage) -> str:
    body = made.get_body(("html",))
    return str(body.get_content()) if body is not None else ""
