"""The body of a Word document → items of a flow, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docmine.read.inline import Run
from docmine.read.office import drawn
from docmine.read.office.flow import Cell, Item, Note, Paragraph, Table
from docmine.read.office.word.names import MC, R, W, find, is_on, number, points, value
from docmine.read.office.word.numbering import Numbering
from docmine.read.office.word.part import Part
from docmine.read.office.word.text import Reader, Words
from docmine.read.pieces import Piece

_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_DELETED_MARK = ("pPr/rPr/del", "pPr/rPr/moveFrom")
_MAX_COLUMNS = 63
"""As many as Word allows."""
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"


class Body:
    """Reads one part: the main text, the notes, a header. The numbering and the notes' counts are the document's."""

    def __init__(self, part: Part, numbering: Numbering, notes: dict[tuple[str, str], tuple[Item, ...]]) -> None:
        self._part = part
        self._styles = part.styles
        self._numbering = numbering
        self._notes = notes

    def items(self, body: Any) -> tuple[Item, ...]:
        """The paragraphs and tables of a body, a cell, a text box or a note."""
        reader = Reader(self._styles, self._part.relations, self._part.marks)
        found: list[Item] = []
        before: list[Run] = []  # of a paragraph whose end was taken out, or of a large initial: the next one goes on
        for element in _elements(body):
            if element.tag == f"{W}tbl":
                found.append(self._table(element))
                self._numbering.between(0.0)
                continue
            if element.tag == f"{W}altChunk":
                self._part.package.warnings.append("A document that is embedded in the file was not read.")
                continue
            words = reader.words(element)
            runs = [*before, *words.runs]
            deleted_end = any(find(element, path) is not None for path in _DELETED_MARK)
            initial = _initial(element) in ("drop", "margin")
            before = runs if deleted_end or initial else []
            if before:
                found.extend(self._anchored(words))
                continue
            found.append(self._paragraph(element, words, tuple(runs)))
        if before:
            found.append(Paragraph(runs=tuple(before)))
        return tuple(found)

    def _anchored(self, words: Words) -> list[Item]:
        """What hangs on a paragraph whose words went to the next one."""
        if not (words.drawings or words.deletions or words.notes):
            return []
        return [
            Paragraph(runs=(), boxes=self._boxes(words.drawings), notes=self._of(words), aside=tuple(words.deletions))
        ]

    def _paragraph(self, p: Any, words: Words, runs: tuple[Run, ...]) -> Paragraph:
        styles = self._styles
        item = self._numbering.item(p)
        has_text = any(run.text.strip() for run in runs)
        if item is None and has_text:
            self._numbering.between(self._numbering.indent(p))
        contents = item is None and styles.is_named(p, "toc ")
        return Paragraph(
            runs=runs,
            level=styles.level(p) if has_text else None,
            size=words.sizes.most_common(1)[0][0] if words.sizes else 0.0,
            strong=bool(words.strong),
            marker=(item[0] or None) if item else None,
            depth=item[1] if item else 1,
            caption=styles.is_named(p, "caption") or contents,
            notes=self._of(words),
            boxes=self._boxes(words.drawings),
            aside=tuple(words.deletions),
        )

    def _of(self, words: Words) -> tuple[Note, ...]:
        return tuple(
            Note(mark=mark, items=self._notes[kind, name], at_end=kind == "endnote")
            for kind, name, mark in words.notes
            if (kind, name) in self._notes
        )

    def _table(self, table: Any) -> Table:
        rows: list[tuple[Cell, ...]] = []
        headed = 0
        for row in _inside(table, f"{W}tr"):
            change = find(row, "trPr/del")
            if change is not None:
                taken = Reader(self._styles, self._part.relations, self._part.marks).deletion(row, change)
                rows.append((Cell(items=(Paragraph(runs=(), aside=tuple(taken)),)),))
                continue
            if is_on(find(row, "trPr/hidden")):
                continue
            cells = [Cell()] * min(number(value(row, "trPr/gridBefore")) or 0, _MAX_COLUMNS)
            for cell in _inside(row, f"{W}tc"):
                merge = find(cell, "tcPr/vMerge")
                if merge is not None and merge.get(f"{W}val") != "restart":
                    cells.append(Cell(merged="above"))
                elif value(cell, "tcPr/hMerge") == "continue" or (
                    find(cell, "tcPr/hMerge") is not None and value(cell, "tcPr/hMerge") is None
                ):
                    cells.append(Cell(merged="left"))
                elif (change := find(cell, "tcPr/cellDel")) is not None:
                    taken = Reader(self._styles, self._part.relations, self._part.marks).deletion(cell, change)
                    cells.append(Cell(items=(Paragraph(runs=(), aside=tuple(taken)),)))
                else:
                    cells.append(Cell(items=self.items(cell), shade=_shade(cell)))
                across = min(number(value(cell, "tcPr/gridSpan")) or 1, _MAX_COLUMNS)
                cells += [Cell(merged="left")] * (across - 1)
            if is_on(find(row, "trPr/tblHeader")) and headed == len(rows):
                headed += 1
            rows.append(tuple(cells))
        look = find(table, "tblPr/tblLook")
        if not headed and look is not None and _has_first_row(look):
            headed = int(self._styles.has_set_head(value(table, "tblPr/tblStyle")))
        return Table(rows=tuple(rows), headed=headed)

    def _boxes(self, drawings: Sequence[Any]) -> tuple[tuple[Item, ...], ...]:
        """What a paragraph's drawings hold: text boxes, from top to bottom; charts and diagrams as their words."""
        found: list[tuple[float, tuple[Item, ...]]] = []
        for drawing in drawings:
            chosen = _chosen(drawing)
            if chosen is None:
                continue
            for box in chosen.iter(f"{W}txbxContent"):
                if not _inside_other(box, chosen):
                    found.append((_height(box), self.items(box)))
            found.extend((0.0, (Paragraph(runs=(), aside=tuple(pieces)),)) for pieces in self._drawn(chosen) if pieces)
        return tuple(items for _, items in sorted(found, key=lambda entry: entry[0]))

    def _drawn(self, drawing: Any) -> Iterator[list[Piece]]:
        for name in drawing.iter(f"{_WP}docPr"):
            text = drawn.caption(name.get("descr"))
            if text:
                yield [Piece(kind="caption", text=text)]
        for reference in drawing.iter(f"{drawn.C}chart"):
            root = self._part.other(reference.get(f"{R}id"), "A chart")
            if root is not None:
                yield drawn.chart(root)
        for reference in drawing.iter(f"{_DGM}relIds"):
            root = self._part.other(reference.get(f"{R}dm"), "A diagram")
            if root is not None:
                yield drawn.diagram(root)


def _initial(p: Any) -> str | None:
    """How a large initial is set, None for other paragraphs."""
    frame = find(p, "pPr/framePr")
    return frame.get(f"{W}dropCap") if frame is not None else None


def _elements(body: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls and insertions."""
    for child in body:
        if child.tag in (f"{W}p", f"{W}tbl", f"{W}altChunk"):
            yield child
        elif child.tag in _WRAPPERS and not is_on(find(child, "sdtPr/showingPlcHdr")):
            yield from _elements(child)


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, not those of a table inside."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _chosen(drawing: Any) -> Any | None:
    """Of a drawing's versions for new and old programs the first that holds text, else the first."""
    if drawing.tag != f"{MC}AlternateContent":
        return drawing
    versions = [v for v in drawing if v.tag in (f"{MC}Choice", f"{MC}Fallback")]
    with_text = (v for v in versions if next(v.iter(f"{W}txbxContent"), None) is not None)
    return next(with_text, versions[0] if versions else None)


def _inside_other(box: Any, drawing: Any) -> bool:
    """Whether a text box stands in another one, whose items it comes with, or in the version for old programs."""
    for above in box.iterancestors():
        if above is drawing:
            return False
        if above.tag in (f"{W}txbxContent", f"{MC}Fallback"):
            return True
    return False


def _height(box: Any) -> float:
    """How far down a text box stands from the paragraph that it hangs on, where it says so; else 0."""
    for above in box.iterancestors(f"{_WP}anchor"):
        place = above.find(f"{_WP}positionV")
        if place is not None and place.get("relativeFrom") in ("paragraph", "line"):
            return points(place.findtext(f"{_WP}posOffset"), 1.0) or 0.0
        return 0.0
    return 0.0


def _shade(cell: Any) -> str | None:
    """The colour behind a cell; None for white."""
    shading = find(cell, "tcPr/shd")
    fill = shading.get(f"{W}fill") if shading is not None else None
    return fill.lower() if fill and fill.lower() not in ("auto", "ffffff") else None


def _has_first_row(look: Any) -> bool:
    if look.get(f"{W}firstRow") is not None:
        return look.get(f"{W}firstRow") in ("1", "true", "on")
    try:
        return bool(int(look.get(f"{W}val") or "0", 16) & 0x20)
    except ValueError:
        return False
