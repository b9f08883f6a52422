"""Items in their order → pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docmine.read import headings, markers
from docmine.read.inline import Run, line, split
from docmine.read.office.flow import tables
from docmine.read.office.flow.items import Item, Note, Paragraph, Table, paragraphs
from docmine.read.office.flow.scale import Scale
from docmine.read.pieces import Piece
from docmine.records import Link

_HEADING_WORDS = 18
_PROSE_WORDS = 25
"""A line in a heading's style with more words than this, that ends in a full stop, has the style for its look only."""


def pieces(items: Sequence[Item]) -> list[Piece]:
    """The pieces of a document's body: footnotes at the end of the section they stand in, endnotes at the very end."""
    prose = paragraphs(items, within=lambda table: not tables.is_data(table))
    reader = _Reader(Scale(prose, paragraphs(items)))
    found = reader.walk(items)
    return [*found, *reader.waiting(), *reader.endnotes]


class _Reader:
    """Walks a flow. `endnotes` gathers what is to stand at the end."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._footnotes: list[Piece] = []
        self.endnotes: list[Piece] = []
        self._counted = False  # the paragraph before is a figure, set large: what it counts follows
        self._closed = False  # a letter's closing words were met: names and roles follow, not headings

    def waiting(self) -> list[Piece]:
        """The footnotes met since the last heading."""
        found, self._footnotes = self._footnotes, []
        return found

    def walk(self, items: Sequence[Item], *, boxed: bool = False, nested: bool = False) -> list[Piece]:
        """The pieces of a body, a text box or a cell, in order."""
        found: list[Piece] = []
        last = max((i for i, item in enumerate(items) if isinstance(item, Table) or item.raw.strip()), default=-1)
        for i, item in enumerate(items):
            if isinstance(item, Table):
                found.extend(self._table(item))
                continue
            for box in item.boxes:
                found.extend(self.walk(box, boxed=True, nested=True))
            for piece in self._paragraph(item, more=boxed or i < last):
                if piece.kind == "heading" and not nested:
                    found.extend(self.waiting())
                found.append(piece)
            found.extend(item.aside)
            self._note(item.notes)
        return _lists(found)

    def _table(self, table: Table) -> list[Piece]:
        if not tables.is_data(table):
            cells = (self.walk(cell.items, nested=True) for row in table.rows for cell in row)
            return [piece for cell in cells for piece in cell]
        found = tables.rows(table, names=not self._closed)
        for p in paragraphs((table,)):
            found.extend(p.aside)
            self._note(p.notes)
        return found

    def _note(self, notes: Sequence[Note]) -> None:
        for note in notes:
            text, links = line(run for p in paragraphs(note.items) for run in (*p.runs, Run(" ")))
            piece = Piece(kind="footnote", text=text, marker=note.mark, links=links)
            (self.endnotes if note.at_end else self._footnotes).append(piece)
            for p in paragraphs(note.items):
                self.endnotes.extend(p.aside)

    def _paragraph(self, p: Paragraph, *, more: bool) -> list[Piece]:
        """One piece; or one a line where lines are broken by hand, but a heading or an item is whole."""
        lines = split(p.runs)
        if p.level or p.marker is not None:
            end = _end(lines)
            lines = [[run for part in lines[:end] for run in (*part, Run(" "))], *lines[end:]]
        found: list[Piece] = []
        for runs in lines:
            text, links = line(runs)
            if text:
                piece = self._piece(p if not found else replace(p, level=None, marker=None), text, more)
                found.append(_with_links(piece, text, links))
        return found

    def _piece(self, p: Paragraph, text: str, more: bool) -> Piece:
        typed = markers.split(text) if p.marker is None else None
        level = self._level(p, text, more and not (typed and not markers.is_number(typed[0])))
        if headings.is_closing(text):
            self._closed = True
        self._counted = headings.is_amount(text)
        if level:
            return Piece(kind="heading", text=text, level=level, marker=p.marker or None)
        if p.marker:
            return Piece(kind="list_item", text=text, level=p.depth, marker=p.marker)
        if typed and typed[1]:
            return Piece(kind="list_item", text=typed[1], level=1, marker=typed[0])
        caption = p.caption or headings.is_caption(text)
        return Piece(kind="caption" if caption else "paragraph", text=text)

    def _level(self, p: Paragraph, text: str, more: bool) -> int | None:
        """The level of a heading: by its style; else by its look: short, strong or large, no full stop, text below."""
        words = text.split()
        if p.level:
            if len(words) > _PROSE_WORDS and text.endswith("."):
                return None
            self._closed = False
            return min(p.level, 6)
        if not more or p.marker or p.caption or len(words) > _HEADING_WORDS or re.search(r"[.;:,]$", text):
            return None
        if "@" in text or not any(c.isalpha() for c in text):
            return None
        if headings.is_letter_part(text) and not (p.strong and self._scale.is_larger(p)):
            return None
        if self._counted or headings.is_caption(text) or headings.is_amount(text) or headings.is_task(text):
            return None
        if self._scale.is_larger(p):
            return self._scale.level(p.size)
        if p.strong and text[:1].isupper() and not self._closed:
            return self._scale.level(self._scale.body)
        return None


def _end(lines: Sequence[Sequence[Run]]) -> int:
    """How many lines belong to a heading or an item: those up to the first empty one that has text before it."""
    filled = False
    for i, runs in enumerate(lines):
        has_text = any(run.text.strip() for run in runs)
        if filled and not has_text:
            return i
        filled = filled or has_text
    return len(lines)


def _with_links(piece: Piece, text: str, links: Sequence[Link]) -> Piece:
    """The piece with its links; a bullet typed before the text is no part of it any more."""
    shift = len(text) - len(piece.text)
    kept = tuple(
        replace(link, start=max(link.start - shift, 0), end=link.end - shift) for link in links if link.end > shift
    )
    return replace(piece, links=kept)


def _lists(found: list[Piece]) -> list[Piece]:
    """Short lines without a full stop under a line that ends in a colon are a list, typed without bullets."""
    found = list(found)
    for start, piece in enumerate(found):
        if piece.kind != "paragraph" or not piece.text.endswith(":") or headings.is_letter_part(piece.text):
            continue
        end = start + 1
        while end < len(found) and found[end].kind == "paragraph" and _is_short(found[end].text):
            end += 1
        if end - start > 2:
            found[start + 1 : end] = [replace(p, kind="list_item", level=1) for p in found[start + 1 : end]]
    return found


def _is_short(text: str) -> bool:
    plain = "@" not in text and "://" not in text and not headings.is_letter_part(text)
    return plain and len(text.split()) <= 12 and text[-1] not in ".!?:;,"
