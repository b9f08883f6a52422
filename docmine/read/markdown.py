"""Markdown → pieces, through its HTML."""

from __future__ import annotations

import re

from docmine.read import web
from docmine.read.decode import decode
from docmine.read.pieces import Content, clean

_FRONT = re.compile(r"\A---\n(?P<lines>.*?)\n---\n", re.S)
_FIELD = re.compile(r"^(title|author|date|publisher):\s*[\"']?(.+?)[\"']?\s*$", re.M | re.I)


def content(data: bytes) -> Content:
    """The pieces of a Markdown file; the fields of its front matter are metadata."""
    from markdown_it import MarkdownIt

    text = decode(data)
    front = _FRONT.match(text)
    metadata = {k.lower(): clean(v) for k, v in _FIELD.findall(front["lines"])} if front else {}
    markup = MarkdownIt("commonmark").enable("table").render(text[front.end() :] if front else text)
    links = tuple(dict.fromkeys(re.findall(r'href="([^"]+)"', markup)))
    return Content(pieces=tuple(web.from_markup(markup)), metadata=metadata, links=links)
