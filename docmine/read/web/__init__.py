"""HTML → pieces: the article of a web page, without what stands around it, and what the page says of itself."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from docmine.read.decode import decode
from docmine.read.pieces import Content, Piece, Unreadable, clean
from docmine.read.web import article, dom, pagefacts

_DEEPEST = 250
"""Elements in one another. The deepest page that we saw has 60; one made to exhaust the stack has thousands."""

_WESTERN = ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252")


def content(data: bytes, address: str = "") -> Content:
    """The pieces of a web page; `address` is where it came from. Metadata as in pagefacts.

    Raises Unreadable where the page has no text outside its navigation.
    """
    root = parsed(declared(data))
    part, skip = article.find(root)
    base = pagefacts.base(root, address)
    pieces = article.told_apart(dom.pieces(part, base=base, skip=skip))
    if not any(piece.kind != "furniture" for piece in pieces):
        raise Unreadable("The web page has no text outside its navigation.")
    title = _title(root, part, pieces)
    links = (dom.whole(base, str(href)) for href in root.xpath("//a/@href"))
    return Content(
        pieces=(*title, *pieces),
        metadata=pagefacts.find(root, address),
        links=tuple(dict.fromkeys(link for link in links if link)),
    )


def from_markup(markup: str) -> list[Piece]:
    """The pieces of HTML that has no navigation (made from Markdown)."""
    return dom.pieces(parsed(f"<html><body>{markup}</body></html>"))


def parsed(markup: str) -> Any:
    """The tree of a page. Raises Unreadable where there is none, or one too deep to be a page."""
    html: Any = import_module("lxml.html")
    from lxml.etree import ParserError

    try:
        root = html.document_fromstring(markup, parser=html.HTMLParser(huge_tree=True, encoding=None))
    except (ParserError, ValueError) as error:
        raise Unreadable("The web page has no content.") from error
    depth = deepest = 0
    from lxml.etree import iterwalk

    for event, _ in iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise Unreadable(
            f"The web page nests its elements {deepest} deep, as no page for people does."
            " Open it, save it as PDF and try again."
        )
    return root


def declared(data: bytes) -> str:
    """The page's text in the encoding that it declares, else in the likeliest. Without an XML declaration, for lxml."""
    match = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:2048], re.I)
    text = ""
    if match and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = match.group(1).decode("ascii").lower()
        # Bytes that are UTF-8 by chance do not occur. Browsers read Latin-1 as Windows-1252, which has the dashes and
        # quotation marks that such pages contain.
        for encoding in ("utf-8", "cp1252") if name in _WESTERN else (name,):
            try:
                text = data.decode(encoding)
                break
            except (LookupError, UnicodeDecodeError):
                continue
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text or decode(data))


def _title(root: Any, part: Any, pieces: list[Piece]) -> list[Piece]:
    """The page's own heading, where it stands outside the element that holds the article."""
    if any(piece.kind == "heading" and piece.level == 1 for piece in pieces):
        return []
    outside = [h for h in root.iter("h1") if part not in h.iterancestors() and clean(h.text_content())]
    if len(outside) != 1 or any(a.tag == "a" and a.get("href") in ("/", "#") for a in outside[0].iter("a")):
        return []
    return dom.pieces(outside[0].getparent(), skip=lambda e: e is not outside[0])
