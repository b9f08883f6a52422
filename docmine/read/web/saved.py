"""Web pages that a browser saved whole, as one file (.mht, .mhtml) → pieces of the page."""

from __future__ import annotations

from docmine.read import web
from docmine.read.mail import message
from docmine.read.pieces import Content, Unreadable


def content(data: bytes) -> Content:
    """The pieces of the page; its address is the metadata `source`. Raises Unreadable where there is no page in it."""
    saved = message.parsed(data)
    page = saved.get_body(("html",))
    markup = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(markup, bytes):
        raise Unreadable("There is no web page in this file.")
    address = message.head(saved, "snapshot-content-location") or message.head(page, "content-location")
    charset = page.get_content_charset()
    if charset is None:
        return web.content(markup, address)
    try:
        return web.content(markup.decode(charset).encode(), address)
    except (LookupError, UnicodeDecodeError):
        return web.content(markup, address)
