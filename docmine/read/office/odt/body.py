"""The body of an OpenDocument text → items of a flow, in order; its tracked changes as accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docmine.read.inline import Run, line
from docmine.read.office import drawn
from docmine.read.office.flow import Cell, Item, Note, Paragraph, Table
from docmine.read.office.numerals import raised
from docmine.read.office.odt.lists import Counts, Lists
from docmine.read.office.odt.names import DC, DRAW, LOEXT, OFFICE, SVG, TABLE, TEXT, XLINK, XML
from docmine.read.office.odt.styles import Styles
from docmine.read.office.package import day
from docmine.read.pieces import Piece

_SKIPPED = {
    f"{TEXT}tracked-changes",
    f"{TEXT}sequence-decls",
    f"{TEXT}variable-decls",
    f"{TEXT}user-field-decls",
    f"{TEXT}number",
    f"{TEXT}ruby-text",
    f"{TEXT}script",
    f"{OFFICE}forms",
    f"{TEXT}table-of-content-source",
    f"{SVG}title",
    f"{SVG}desc",
}
_WRAPPERS = {f"{TEXT}{name}" for name in ("section", "index-body", "index-title", "table-of-content")}
_WRAPPERS |= {f"{TEXT}{name}-index" for name in ("alphabetical", "illustration", "table", "object", "user")}
_MAX_COLUMNS = 64
"""A cell that repeats further is the rest of the sheet, not of the table."""


@dataclass(slots=True)
class _Words:
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    strong: bool | None = None
    notes: list[Note] = field(default_factory=list)
    boxes: list[tuple[Item, ...]] = field(default_factory=list)
    aside: list[Piece] = field(default_factory=list)


class Body:
    """Reads one part. `deletions` are the changes that took text out, by id."""

    def __init__(self, styles: Styles, deletions: Mapping[str, Any]) -> None:
        self._styles = styles
        self._deletions = deletions
        self._lists = Lists(styles)

    def items(self, parent: Any) -> tuple[Item, ...]:
        """The paragraphs, list items and tables under an element."""
        return tuple(self._items(parent))

    def _items(self, parent: Any) -> Iterator[Item]:
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or child.get(f"{TEXT}display") == "none":
                continue
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                yield self._paragraph(child, None, 1)
            elif tag == f"{TEXT}list":
                yield from self._list(child, "", 1, None)
            elif tag == f"{TABLE}table":
                yield self._table(child)
            elif tag in _WRAPPERS:
                yield from self._items(child)
            elif tag == f"{TEXT}change":
                yield Paragraph(runs=(), aside=tuple(self._deleted(child)))
            elif tag.startswith(DRAW):
                words = _Words()
                self._drawn(child, words)
                yield Paragraph(runs=(), boxes=tuple(words.boxes), aside=tuple(words.aside))

    def _list(self, element: Any, style: str, depth: int, counts: Counts | None) -> Iterator[Item]:
        own = element.get(f"{TEXT}style-name") or style
        if not own:
            first = next(element.iter(f"{TEXT}p", f"{TEXT}h"), None)
            own = (self._styles.list_of(first.get(f"{TEXT}style-name")) if first is not None else None) or ""
        if counts is None:
            counts = self._lists.begin(element, own)
        for item in element:
            start = item.get(f"{TEXT}start-value") or ""
            waiting = item.tag == f"{TEXT}list-item"  # the sign stands before the first paragraph only
            for child in item:
                if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    marker = None
                    if waiting:
                        marker = self._lists.marker(counts, own, depth, int(start) if start.isdigit() else None)
                    yield self._paragraph(child, marker, depth, listed=True)
                    waiting = False
                elif child.tag == f"{TEXT}list":
                    waiting = False
                    yield from self._list(child, own, depth + 1, counts)
                elif child.tag == f"{TABLE}table":
                    yield self._table(child)

    def _paragraph(self, p: Any, marker: str | None, depth: int, *, listed: bool = False) -> Paragraph:
        style = p.get(f"{TEXT}style-name")
        words = _Words()
        self._walk(p, words, style, None, None)
        level = self._styles.level(style)
        if p.tag == f"{TEXT}h":
            outline = p.get(f"{TEXT}outline-level") or "1"
            level = int(outline) if outline.isdigit() else 1
        filled = any(run.text.strip() for run in words.runs)
        if level and filled and not listed and p.tag == f"{TEXT}h":
            marker = self._lists.heading(level)
        return Paragraph(
            runs=tuple(words.runs),
            level=level if filled else None,
            size=words.sizes.most_common(1)[0][0] if words.sizes else 0.0,
            strong=bool(words.strong),
            marker=marker,
            depth=depth,
            caption=any(self._styles.is_named(style, s) for s in ("caption", "contents ", "illustration", "figure")),
            notes=tuple(words.notes),
            boxes=tuple(words.boxes),
            aside=tuple(words.aside),
        )

    def _walk(self, element: Any, words: _Words, style: str | None, span: str | None, link: str | None) -> None:
        self._add(words, element.text, style, span, link)
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or child.get(f"{TEXT}is-hidden") == "true":
                pass
            elif tag == f"{TEXT}span":
                self._walk(child, words, style, child.get(f"{TEXT}style-name") or span, link)
            elif tag == f"{TEXT}a":
                address = child.get(f"{XLINK}href") or ""
                self._walk(child, words, style, span, link if address.startswith("#") else address or link)
            elif tag == f"{TEXT}s":
                words.runs.append(Run(" ", link))
            elif tag == f"{TEXT}tab":
                words.runs.append(Run(" "))
            elif tag == f"{TEXT}line-break":
                words.runs.append(Run("\n"))
            elif tag == f"{TEXT}note":
                self._note(child, words)
            elif tag == f"{OFFICE}annotation":
                words.aside.append(self._comment(child))
            elif tag == f"{TEXT}change":
                words.aside.extend(self._deleted(child))
            elif tag.startswith(DRAW) and tag != f"{DRAW}a":
                self._drawn(child, words)
            else:
                self._walk(child, words, style, span, link)
            self._add(words, child.tail, style, span, link)

    def _add(self, words: _Words, text: str | None, style: str | None, span: str | None, link: str | None) -> None:
        if not text or self._styles.is_hidden(style, span):
            return
        if text.strip() and self._styles.is_struck(style, span):
            words.aside.append(Piece(kind="deletion", text=" ".join(text.split())))
            return
        if text.strip().isdigit() and self._styles.is_raised(span):
            text = raised(text)
        words.runs.append(Run(text.replace("\n", " "), link))
        if text.strip():
            words.sizes[self._styles.size(style, span)] += len(text)
            strong = self._styles.is_bold(style, span) or (not link and self._styles.is_underlined(style, span))
            words.strong = words.strong is not False and strong

    def _note(self, note: Any, words: _Words) -> None:
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        mark = raised("".join(citation.itertext()).strip()) if citation is not None else ""
        words.runs.append(Run(mark))
        if body is not None:
            at_end = note.get(f"{TEXT}note-class") == "endnote"
            words.notes.append(Note(mark=mark, items=self.items(body), at_end=at_end))

    def _comment(self, comment: Any) -> Piece:
        answers = comment.get(f"{LOEXT}parent-name") is not None
        return Piece(
            kind="comment",
            text=_text(comment),
            level=2 if answers else 1,
            author=comment.findtext(f"{DC}creator"),
            date=day(comment.findtext(f"{DC}date")),
        )

    def _deleted(self, change: Any) -> list[Piece]:
        deletion = self._deletions.get(change.get(f"{TEXT}change-id") or "")
        if deletion is None or not (text := _text(deletion)):
            return []
        info = deletion.find(f"{OFFICE}change-info")
        author = info.findtext(f"{DC}creator") if info is not None else None
        date = day(info.findtext(f"{DC}date")) if info is not None else None
        return [Piece(kind="deletion", text=text, author=author, date=date)]

    def _drawn(self, element: Any, words: _Words) -> None:
        """The text boxes and shapes with text under a drawing; the description of a picture."""
        for part in element.iter(f"{DRAW}frame"):
            text = drawn.caption(part.findtext(f"{SVG}desc") or part.findtext(f"{SVG}title"))
            if text:
                words.aside.append(Piece(kind="caption", text=text))
        for holder in _holders(element):
            items = self.items(holder)
            if items:
                words.boxes.append(items)

    def _table(self, table: Any) -> Table:
        rows: list[tuple[Cell, ...]] = []
        headed = 0
        below: dict[int, tuple[int, bool]] = {}  # column → rows that a cell above still covers, whether it begins there
        for row in _rows(table):
            cells: list[Cell] = []
            for cell in row:
                if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                    continue
                for _ in range(min(_count(cell, "number-columns-repeated"), _MAX_COLUMNS - len(cells))):
                    at = len(cells)
                    if cell.tag == f"{TABLE}covered-table-cell":
                        left, begins = below.get(at, (0, False))
                        below[at] = (left - 1, begins)
                        cells.append(Cell(merged="above" if left > 0 and begins else "left"))
                        continue
                    down = _count(cell, "number-rows-spanned") - 1
                    for column in range(at, at + min(_count(cell, "number-columns-spanned"), _MAX_COLUMNS)):
                        # Its own row's covered places are counted off too.
                        below[column] = (down + (column > at), column == at)
                    cells.append(Cell(items=self.items(cell), shade=self._styles.shade(cell.get(f"{TABLE}style-name"))))
            if row.get(f"{TABLE}visibility") in ("collapse", "filter"):
                continue
            if row.getparent().tag == f"{TABLE}table-header-rows" and headed == len(rows):
                headed += 1
            rows.append(tuple(cells))
        return Table(rows=tuple(rows), headed=headed)


def deletions(root: Any) -> dict[str, Any]:
    """The tracked changes that took text out, by their ids."""
    found = {}
    for region in root.iter(f"{TEXT}changed-region"):
        deletion = region.find(f"{TEXT}deletion")
        for name in (f"{TEXT}id", f"{XML}id"):
            if deletion is not None and region.get(name):
                found[region.get(name)] = deletion
    return found


def _text(element: Any) -> str:
    """All paragraphs under an element as one line."""
    parts = (Run(" ".join((*p.itertext(), ""))) for p in element.iter(f"{TEXT}p", f"{TEXT}h"))
    return line(parts)[0]


def _holders(element: Any) -> Iterator[Any]:
    """The elements of a drawing that hold paragraphs, not those inside one another."""
    if any(child.tag in (f"{TEXT}p", f"{TEXT}list", f"{TABLE}table") for child in element):
        yield element
        return
    for child in element:
        yield from _holders(child)


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, not those of one inside."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in {f"{TABLE}{n}" for n in ("table-header-rows", "table-rows", "table-row-group")}:
            yield from _rows(child)


def _count(cell: Any, name: str) -> int:
    value = cell.get(f"{TABLE}{name}") or "1"
    return max(int(value), 1) if value.isdigit() else 1
