"""PPTX → pieces, a page a slide, by python-pptx."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from docmine.read.inline import Run, line
from docmine.read.office import drawn, flow
from docmine.read.office.flow import Item, Paragraph
from docmine.read.office.package import Package
from docmine.read.office.slides import aside, text
from docmine.read.office.slides.order import Placed, ordered
from docmine.read.office.slides.running import Mark, mark, running
from docmine.read.pieces import Content, Piece, Unreadable

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_TITLES = {"title", "ctrTitle"}
_FEET = {"ftr", "dt", "sldNum", "hdr"}
_TITLE_WORDS = 14


def content(data: bytes) -> Content:
    """The pieces of a presentation: the title of each slide, its shapes in reading order; notes and comments aside.

    Raises Unreadable for a damaged file, and for slides that hold no text.
    """
    from lxml.etree import XMLSyntaxError
    from pptx.exc import PythonPptxError
    from pptx.package import Package as Opened

    package = Package(data, "PowerPoint")
    name = package.main("ppt/presentation.xml")
    package.needed(name)
    metadata = package.properties()
    try:
        # Not by pptx.Presentation: it refuses slide shows and templates.
        presentation = Opened.open(io.BytesIO(package.usual())).presentation_part.presentation
        pieces, warnings = _pieces(presentation, package, name)
        count = len(presentation.slides)
    except (PythonPptxError, XMLSyntaxError, KeyError, ValueError, TypeError, AttributeError) as error:
        # python-pptx trips over missing and odd parts with errors of its own code; each means the same to the reader.
        raise Unreadable("The file is damaged. Open it in PowerPoint, save it again and try once more.") from error
    if not any(p.kind not in ("furniture", "comment") for p in pieces):
        raise Unreadable("The slides hold only pictures without text. Save them as PDF, which can be recognised.")
    return Content(
        pieces=tuple(pieces),
        metadata=metadata,
        pages=count,
        links=tuple(dict.fromkeys(link.target for piece in pieces for link in piece.links)),
        warnings=(*warnings, *dict.fromkeys(package.warnings)),
    )


def _pieces(presentation: Any, package: Package, name: str) -> tuple[list[Piece], list[str]]:
    width, height = presentation.slide_width or 9144000, presentation.slide_height or 6858000
    authors = aside.authors(package, name)
    pieces: list[Piece] = []
    beside: list[Piece] = []
    warnings: list[str] = []
    shown = [slide for slide in presentation.slides if slide._element.get("show") not in ("0", "false")]
    repeated = running([_marks(slide, width, height) for slide in shown])
    for page, slide in enumerate(presentation.slides, 1):
        if slide._element.get("show") in ("0", "false"):
            warnings.append(f"Slide {page} is hidden from the audience and was left out.")
            continue
        reader = _Slide(slide, package, page, width, height, presentation, repeated)
        found = reader.pieces()
        if not any(p.kind != "furniture" for p in found):
            warnings.append(f"Slide {page} has no text: it is empty or holds only a picture.")
        pieces += found
        beside += aside.notes(slide, page)
        beside += aside.comments(package, str(slide.part.partname).lstrip("/"), authors, page)
    return [*pieces, *beside], warnings


class _Slide:
    """Reads one slide."""

    def __init__(
        self,
        slide: Any,
        package: Package,
        page: int,
        width: int,
        height: int,
        presentation: Any,
        repeated: frozenset[Mark],
    ) -> None:
        self._slide, self._package, self._page = slide, package, page
        self._width, self._height = width, height
        self._repeated = repeated
        self._styles = slide.slide_layout.slide_master._element.find(f"{_P}txStyles")
        self._usual = presentation._element.find(f"{_P}defaultTextStyle")

    def pieces(self) -> list[Piece]:
        """The title, then the shapes in reading order, then the feet."""
        titles: list[Item] = []
        placed: list[Placed[list[Item]]] = []
        feet: list[Piece] = []
        for shape, (left, top, wide, high) in _shapes(self._slide.shapes, (1.0, 0.0, 1.0, 0.0)):
            kind = _placeholder(shape)
            box = (left / self._width, top / self._height, (left + wide) / self._width, (top + high) / self._height)
            if kind in _FEET or _mark(shape, box) in self._repeated:
                shown = line([Run(shape.text_frame.text)])[0] if shape.has_text_frame else ""
                feet += [Piece(kind="furniture", text=shown, page=self._page)] if shown else []
                continue
            items = self._items(shape, kind)
            if kind in _TITLES:
                titles += items
            elif items:
                words = sum(len(i.raw.split()) for i in items if isinstance(i, Paragraph))
                placed.append(Placed(items, *box, words))
        items = [*titles, *(item for part in ordered(placed) for item in part)]
        if not titles:
            items = self._with_title(items)
        return [replace(piece, page=self._page) for piece in flow.pieces(items)] + feet

    def _items(self, shape: Any, kind: str | None) -> list[Item]:
        part, element = self._slide.part, shape._element
        if getattr(shape, "has_table", False):
            return [text.table(shape.table._tbl, part, self._other())]
        if getattr(shape, "has_chart", False):
            return [Paragraph(runs=(), aside=tuple(drawn.chart(shape.chart.part._element)))]
        diagram = next(element.iter(f"{_DGM}relIds"), None)
        if diagram is not None:
            found = part.rels[diagram.get(f"{_R}dm")].target_part.partname
            root = self._package.part(str(found).lstrip("/"), "A diagram")
            return [Paragraph(runs=(), aside=tuple(drawn.diagram(root)))] if root is not None else []
        if element.tag == f"{_P}pic":
            told = drawn.caption(element.find(f"{_P}nvPicPr/{_P}cNvPr").get("descr"))
            return [Paragraph(runs=(), aside=(Piece(kind="caption", text=told),))] if told else []
        level = None
        if kind in _TITLES:
            level = 1 if self._page == 1 else 2
        styles = [*text.lists_of(shape), *self._master(kind)]
        return [p for p in text.paragraphs(element, part, styles, level) if isinstance(p, Paragraph) and p.raw.strip()]

    def _master(self, kind: str | None) -> list[Any]:
        """The list styles of the master for a kind of placeholder; for other shapes those of the presentation."""
        if kind is None or self._styles is None:
            return self._other()
        name = "titleStyle" if kind in _TITLES else "bodyStyle"
        found = self._styles.find(f"{_P}{name}")
        return [found] if found is not None else []

    def _other(self) -> list[Any]:
        found = [self._usual] if self._usual is not None else []
        other = self._styles.find(f"{_P}otherStyle") if self._styles is not None else None
        return [*found, *([other] if other is not None else [])]

    def _with_title(self, items: list[Item]) -> list[Item]:
        """A slide without a title proper: its first line is one if it is short, alone and larger than the rest."""
        if len(items) < 2 or not isinstance(items[0], Paragraph):
            return items
        first, sizes = items[0], [i.size for i in items[1:] if isinstance(i, Paragraph)]
        short = len(first.raw.split()) <= _TITLE_WORDS and not first.raw.rstrip().endswith((".", ";", ","))
        if first.marker is None and short and (not sizes or first.size > max(sizes)):
            return [replace(first, level=1 if self._page == 1 else 2), *items[1:]]
        return items


def _marks(slide: Any, width: int, height: int) -> list[Mark]:
    """What tells each text box of a slide again on another slide."""
    boxes = (
        (shape, (left / width, top / height, (left + wide) / width, (top + high) / height))
        for shape, (left, top, wide, high) in _shapes(slide.shapes, (1.0, 0.0, 1.0, 0.0))
    )
    found = (_mark(shape, box) for shape, box in boxes)
    return [mark for mark in found if mark is not None]


def _mark(shape: Any, box: tuple[float, float, float, float]) -> Mark | None:
    """None for what is no text box: places of the layout hold what differs."""
    if _placeholder(shape) is not None or not shape.has_text_frame:
        return None
    return mark(shape.text_frame.text, box[0], box[1], box[3])


def _shapes(shapes: Iterable[Any], frame: tuple[float, float, float, float]) -> Iterator[tuple[Any, tuple[float, ...]]]:
    """Each shape with its left, top, width and height on the slide; those of groups one by one.

    `frame`: what the group stretches and moves them by: x = left * frame[0] + frame[1], y alike.
    """
    for shape in shapes:
        left, top, wide, high = (float(v or 0) for v in (shape.left, shape.top, shape.width, shape.height))
        box = (left * frame[0] + frame[1], top * frame[2] + frame[3], wide * frame[0], high * frame[2])
        if shape._element.tag == f"{_P}grpSp":
            yield from _shapes(shape.shapes, _inner(shape, box))
        else:
            yield shape, box


def _inner(group: Any, box: tuple[float, ...]) -> tuple[float, float, float, float]:
    """The frame of a group that stands in a box on the slide."""
    xfrm = group._element.find(f"{_P}grpSpPr/{drawn.A}xfrm")
    offset = xfrm.find(f"{drawn.A}chOff") if xfrm is not None else None
    extent = xfrm.find(f"{drawn.A}chExt") if xfrm is not None else None
    if offset is None or extent is None or not int(extent.get("cx")) or not int(extent.get("cy")):
        return 1.0, 0.0, 1.0, 0.0
    across, down = box[2] / int(extent.get("cx")), box[3] / int(extent.get("cy"))
    return across, box[0] - int(offset.get("x")) * across, down, box[1] - int(offset.get("y")) * down


def _placeholder(shape: Any) -> str | None:
    """The kind of a placeholder ("title", "body"), None for other shapes."""
    found = next(shape._element.iter(f"{_P}ph"), None)
    return (found.get("type") or "obj") if found is not None else None
