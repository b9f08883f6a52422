"""ODT → pieces. By lxml: odfdo and odfpy open the file, but neither counts lists nor resolves styles or changes."""

from __future__ import annotations

from typing import Any

from docmine.read.inline import line
from docmine.read.office import flow
from docmine.read.office.flow.items import paragraphs
from docmine.read.office.odt.body import Body, deletions
from docmine.read.office.odt.names import DC, LOEXT, MANIFEST, META, OFFICE, STYLE, TABLE
from docmine.read.office.odt.styles import Styles
from docmine.read.office.package import Package, day, elements
from docmine.read.pieces import Content, Piece, Unreadable, clean

_FURNITURE = ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")


def content(data: bytes) -> Content:
    """The pieces of an OpenDocument text, with its properties as metadata.

    Raises Unreadable for a damaged file, and for one with a password.
    """
    package = Package(data, "LibreOffice")
    manifest = package.part("META-INF/manifest.xml", "The list of the file's parts")
    if next(elements(manifest, f"{MANIFEST}encryption-data"), None) is not None:
        raise Unreadable("The file is protected by a password. Save a copy without one and try again.")
    root = package.needed("content.xml")
    shared = package.part("styles.xml", "The styles of the text")
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable("The file holds no text document. Open it in LibreOffice, save it as .odt and try once more.")
    for element in root.iter(f"{LOEXT}*"):  # tables in shapes, which the standard does not have yet
        if "table" in element.tag:
            element.tag = element.tag.replace(LOEXT, TABLE)
    items = Body(Styles(root, shared), deletions(root)).items(body)
    pieces = [*flow.pieces(items), *_furniture(shared)]
    return Content(
        pieces=tuple(pieces),
        metadata=_metadata(package.part("meta.xml", "The author and dates of the file")),
        links=tuple(dict.fromkeys(link.target for piece in pieces for link in piece.links)),
        warnings=tuple(package.warnings),
    )


def _furniture(shared: Any | None) -> list[Piece]:
    """The heads and feet of all kinds of page, each line once."""
    texts: list[str] = []
    reader = Body(Styles(shared), {})
    for page in elements(shared, f"{STYLE}master-page"):
        for name in _FURNITURE:
            for part in page.findall(f"{STYLE}{name}"):
                if part.get(f"{STYLE}display") != "false":
                    texts.extend(line(p.runs)[0] for p in paragraphs(reader.items(part)))
    return [Piece(kind="furniture", text=text) for text in dict.fromkeys(texts) if text]


def _metadata(root: Any | None) -> dict[str, str]:
    meta = root.find(f"{OFFICE}meta") if root is not None else None
    if meta is None:
        return {}
    found = {
        "title": meta.findtext(f"{DC}title"),
        "author": meta.findtext(f"{META}initial-creator") or meta.findtext(f"{DC}creator"),
        "subject": meta.findtext(f"{DC}subject"),
        "date": day(meta.findtext(f"{META}creation-date")),
        "modified": day(meta.findtext(f"{DC}date")),
    }
    return {key: text for key, value in found.items() if (text := clean(value or ""))}
