"""HTML → pieces: the article without navigation, by trafilatura, or the body's blocks where it finds none."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from docmine.read.decode import decode
from docmine.read.pieces import Content, Piece, Unreadable, clean

_OUTSIDE = {
    "script",
    "style",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "noscript",
    "template",
    "svg",
    "button",
    "iframe",
}
_BLOCKS = {"p", "div", "section", "article", "main", "ul", "ol", "li", "table", "tr", "td", "th", "dl", "dt", "dd"}
_BLOCKS |= {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figure",
    "figcaption",
    "caption",
    "address",
    "pre",
    "body",
}
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary"}
_ASIDE = re.compile(
    r"\b(?:nav|navbar|menu|breadcrumbs?|cookies?|footer|sidebar|skip(?:-?link)?s?|share|social)\b", re.I
)
_META = {
    "og:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "og:site_name": "site",
    "author": "author",
    "dc.publisher": "publisher",
    "dcterms.publisher": "publisher",
    "article:published_time": "date",
    "article:modified_time": "modified",
    "dc.date": "date",
    "dc.date.issued": "date",
    "dcterms.issued": "date",
    "dcterms.created": "date",
    "dcterms.date": "date",
    "date": "date",
    "datepublished": "date",
}


def content(data: bytes, address: str = "") -> Content:
    """The pieces of a web page, with title, site, author, date and source as metadata.

    Raises Unreadable where the page has no text outside its navigation.
    """
    html: Any = import_module("lxml.html")
    from lxml.etree import ParserError

    try:
        root = html.document_fromstring(declared(data))
    except (ParserError, ValueError) as error:
        raise Unreadable("The web page has no content.") from error
    metadata = _metadata(root)
    if address:
        metadata["source"] = address
    links = tuple(dict.fromkeys(href for href in root.xpath("//a/@href") if isinstance(href, str)))
    pieces = list(_walk(_article(root)))
    if not pieces:
        raise Unreadable("The web page has no text outside its navigation.")
    return Content(pieces=tuple(pieces), metadata=metadata, links=links)


def from_markup(markup: str) -> list[Piece]:
    """The pieces of HTML that has no navigation (made from Markdown, or the body of an e-mail)."""
    html: Any = import_module("lxml.html")

    return list(_walk(html.document_fromstring(f"<html><body>{markup}</body></html>")))


def declared(data: bytes) -> str:
    """The page's text in the encoding that it declares, else in the likeliest. Without an XML declaration, for lxml."""
    match = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:2048], re.I)
    text = ""
    if match:
        try:
            text = data.decode(match.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = ""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text or decode(data))


def _metadata(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        key = _META.get((tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower())
        if key and tag.get("content") and key not in found:
            found[key] = clean(tag.get("content"))
    for tag in root.iter("time"):
        if tag.get("datetime") and "date" not in found:
            found["date"] = clean(tag.get("datetime"))
    title = root.find(".//title")
    if title is not None and title.text_content().strip():
        found.setdefault("title", clean(title.text_content()))
    found["page"] = "html"
    return found


def _article(root: Any) -> Any:
    """The part of the page that holds its content: what the page marks as such, else what trafilatura keeps."""
    for path in ("//main", "//*[@role='main']", "//article"):
        marked = root.xpath(path)
        if len(marked) == 1 and len(clean(marked[0].text_content())) > 200:
            return marked[0]
    body = root.find("body")
    body = root if body is None else body
    if len(list(body.iter("nav", "header", "footer", "aside"))) == 0 and body.xpath("count(.//ul/li/a)") > 8:
        kept = _extracted(root)
        if kept is not None:
            return kept
    return body


def _extracted(root: Any) -> Any | None:
    html: Any = import_module("lxml.html")
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    markup = trafilatura.extract(
        html.tostring(root, encoding="unicode"), output_format="html", include_tables=True, include_formatting=True
    )
    return html.document_fromstring(markup) if markup else None


def _walk(element: Any, depth: int = 0, marker: str | None = None) -> Iterator[Piece]:
    """The pieces under an element. Loose text between blocks is a paragraph, or belongs to the bullet it stands in."""
    loose: list[str] = []

    def close() -> Iterator[Piece]:
        nonlocal marker
        for part in "".join(loose).split("\x00"):
            text = clean(part)
            if text and marker is not None:
                yield Piece(kind="list_item", text=text, level=max(depth, 1), marker=marker)
                marker = None
            elif text:
                yield Piece(kind="paragraph", text=text)
        loose.clear()

    loose.append(element.text or "")
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or _is_outside(child):
            pass
        elif tag == "br":
            loose.append(" " if marker is not None else "\x00")
        elif tag in _BLOCKS or any(isinstance(d.tag, str) and d.tag in _BLOCKS for d in child.iterdescendants()):
            text = (
                clean(child.text_content()) if tag == "p" and marker is not None and not "".join(loose).strip() else ""
            )
            if text:
                loose.append(text)
            else:
                yield from close()
                yield from _block(child, tag, depth)
        else:
            loose.append(_inline(child))
        loose.append(child.tail or "")
    yield from close()


def _block(element: Any, tag: str, depth: int) -> Iterator[Piece]:
    if re.fullmatch(r"h[1-6]", tag):
        text = clean(element.text_content())
        if text:
            yield Piece(kind="heading", text=text, level=int(tag[1]))
    elif tag in ("ul", "ol"):
        number = int(element.get("start") or 1) if (element.get("start") or "1").isdigit() else 1
        for child in element:
            if isinstance(child.tag, str) and not _is_outside(child):
                yield from _walk(child, depth + 1, f"{number}." if tag == "ol" else "•")
                number += 1
    elif tag == "table":
        yield from _table(element)
    elif tag in ("figcaption", "caption"):
        text = clean(element.text_content())
        if text:
            yield Piece(kind="caption", text=text)
    else:
        yield from _walk(element, depth)


def _table(table: Any) -> Iterator[Piece]:
    rows = [r for r in table.iter("tr") if next(r.iterancestors("table"), None) is table]
    nested = any(t is not table for t in table.iter("table"))
    cells = [[c for c in row if c.tag in ("td", "th")] for row in rows]
    texts = [tuple(clean(_inline(c)) for c in row) for row in cells]
    filled = [i for i, row in enumerate(texts) if any(row)]
    if nested or max((len(t) for t in texts), default=0) < 2 or len(filled) < 2:
        for row in cells:
            for cell in row:
                yield from _walk(cell)
        return
    for caption in table.iter("caption"):
        yield from _block(caption, "caption", 0)
    first = filled[0]
    headed = all(c.tag == "th" for c in cells[first]) or cells[first][0].getparent().getparent().tag == "thead"
    header = texts[first] if headed else ()
    for i in filled:
        yield Piece(kind="table_row", text="\t".join(texts[i]), headers=header if len(header) == len(texts[i]) else ())


def _inline(element: Any) -> str:
    """The text of an element; its blocks and line breaks count as spaces."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not _is_outside(child):
            spaced = child.tag in _BLOCKS or child.tag == "br"
            parts.append((" " if spaced else "") + _inline(child) + (" " if spaced else ""))
        parts.append(child.tail or "")
    return "".join(parts)


def _is_outside(element: Any) -> bool:
    """Navigation, scripts, banners: what a reader does not count as the page's text."""
    if element.tag in _OUTSIDE:
        # An article's own header holds its title.
        return not (element.tag == "header" and any(a.tag in ("article", "main") for a in element.iterancestors()))
    if element.get("role") in _ROLES or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.tag in ("div", "ul", "section", "p", "a", "ol"):
        return bool(_ASIDE.search(f"{element.get('class') or ''} {element.get('id') or ''}".replace("_", "-")))
    return False
