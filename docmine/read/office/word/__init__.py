"""DOCX → pieces. By lxml: python-docx opens no strict files and no .docm or .dotx, and knows neither the numbers of
lists nor tracked changes, notes or text boxes.

package ─ body (words by text, markers by numbering, looks by styles) ─▶ items ─ flow ─▶ pieces, then what stands aside
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docmine.read.office import flow
from docmine.read.office.flow import Item
from docmine.read.office.package import Package, elements
from docmine.read.office.word import aside
from docmine.read.office.word.body import Body
from docmine.read.office.word.names import W, find, value
from docmine.read.office.word.numbering import Numbering
from docmine.read.office.word.part import Part
from docmine.read.office.word.styles import Styles
from docmine.read.office.word.text import Marks
from docmine.read.pieces import Content, Unreadable


def content(data: bytes) -> Content:
    """The pieces of a Word document, with its core properties as metadata.

    Raises Unreadable for a damaged file.
    """
    package = Package(data, "Word")
    name = package.main("word/document.xml")
    document = package.needed(name)
    relations = package.relations(name)

    def root(kind: str, holds: str) -> Any | None:
        return package.part(package.related(name, kind), holds)

    settings = root("settings", "The settings of the file")
    styles = Styles(root("styles", "The styles of the text"))
    numbering_root = root("numbering", "The numbers of the lists")
    marks = Marks(_note_forms(document, settings))
    notes: dict[tuple[str, str], tuple[Item, ...]] = {}
    for kind in ("footnote", "endnote"):
        path = package.related(name, f"{kind}s")
        part = Part(package, path or "", package.relations(path) if path else {}, styles, marks)
        reader = Body(part, Numbering(numbering_root, styles), {})
        for note in elements(root(f"{kind}s", f"The {kind}s"), f"{W}{kind}"):
            if note.get(f"{W}type") in (None, "normal"):
                notes[kind, note.get(f"{W}id") or ""] = reader.items(note)

    main = Part(package, name, relations, styles, marks)
    body = find(document, "body")
    if body is None:
        raise Unreadable("The Word file is damaged: it has no body. Open it in Word, save it again and try once more.")
    items = Body(main, Numbering(numbering_root, styles), notes).items(body)
    pieces = [*flow.pieces(items), *aside.comments(main), *aside.furniture(main, document, settings)]
    return Content(
        pieces=tuple(pieces),
        metadata=package.properties(),
        links=tuple(dict.fromkeys(link.target for piece in pieces for link in piece.links)),
        warnings=tuple(dict.fromkeys(package.warnings)),
    )


def _note_forms(document: Any, settings: Any | None) -> Mapping[str, str]:
    """How notes are numbered: as the sections or the settings say, else endnotes in small Roman figures."""
    found = {"footnote": "decimal", "endnote": "lowerRoman"}
    for kind in found:
        for source in (settings, document):
            for properties in elements(source, f"{W}{kind}Pr"):
                found[kind] = value(properties, "numFmt") or found[kind]
    return found
