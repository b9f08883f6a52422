"""Words of a PDF as a picture: the lines of the page that hold them, cut out, the words marked as with a highlighter.

boxes ─ runs ─▶ one a column ─ strips ─▶ cut from each page ─ stack ─▶ PNG
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from docmine.read.pieces import Unreadable
from docmine.records import Box

if TYPE_CHECKING:
    from PIL.Image import Image

RESOLUTION = 150
"""Dots an inch: small print stays readable, and a page's width fits a screen."""
SCREEN = 100
"""Dots an inch of a whole page beside its text."""
_MOST_DOTS = 40_000_000
"""Of a whole page; a poster is drawn more coarsely."""
_MARGIN, _CONTEXT = 10.0, 30.0
"""Points left and right of the column, and above and below the lines: about two lines of what stands around."""
_REACH = 12.0
"""Points by which an edge may move outwards at least, so as not to cut through a line: most of one in small print."""
_CONTRAST = 60
"""Of 256 shades: between a letter and its ground, not between shades of a photograph or a scan's noise."""
_NARROWEST = 200.0
"""Points: a heading of two words is shown with what stands beside it."""
_YELLOW, _EDGE, _GREY = (255, 236, 90), (214, 120, 0), (110, 110, 110)


@dataclass(frozen=True, slots=True)
class _Strip:
    """A part of a page to cut out, in points."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


def crop(
    data: bytes,
    marked: Sequence[Box],
    sentence: Sequence[Box] = (),
    blocks: Sequence[Sequence[Box]] = (),
    *,
    resolution: int = RESOLUTION,
) -> bytes:
    """A PNG of the lines that hold `marked`, these words highlighted.

    `sentence` (else `marked`) says which lines to show, `blocks`, each the boxes of one block, how wide its column is.
    What goes on in another column or on another page stands below, in order.
    Raises Unreadable where the page cannot be drawn; ValueError without boxes.
    """
    strips = _strips(sentence or marked, blocks)
    if not strips:
        raise ValueError("no boxes to show")
    pages = sorted({strip.page for strip in strips})
    drawn = _pages(data, pages, marked, resolution)
    several = len(pages) > 1
    line = max(box.bottom - box.top for box in sentence or marked)  # a slide has letters of 24 points
    cut = [(f"page {strip.page}" if several else "", _cut(strip, line, *drawn[strip.page])) for strip in strips]
    out = io.BytesIO()
    _stacked(cut).save(out, format="PNG", optimize=True)
    return out.getvalue()


def page(data: bytes, number: int, *, resolution: int = SCREEN) -> bytes:
    """A PNG of one page, counted from 1. Raises Unreadable where there is no such page, or it cannot be drawn."""
    if number < 1:
        raise Unreadable(f"There is no page {number}.")
    image, _, _, _ = _pages(data, [number], (), resolution)[number]
    out = io.BytesIO()
    image.save(out, format="PNG", compress_level=4)
    return out.getvalue()


def _strips(shown: Sequence[Box], blocks: Sequence[Sequence[Box]]) -> list[_Strip]:
    """The lines to show, as wide as their column; lines beside each other, as in the cells of a row, in one."""
    found: list[_Strip] = []
    columns = [run for block in blocks for run in _runs(block)] or [list(run) for run in _runs(shown)]
    wanted = {box.start for box in shown}
    for column in columns:
        inside = [box for box in column if box.start in wanted]
        if inside:
            around = _around(inside)
            strip = replace(around, x0=min(b.x0 for b in column), x1=max(b.x1 for b in column))
            if found and _joins(found[-1], strip):
                found[-1] = _around((found[-1], strip))
            else:
                found.append(strip)
    return found


def _runs(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes in reading order, parted where they go on in another column, far below or on another page."""
    runs: list[list[Box]] = [list(boxes[:1])] if boxes else []
    for before, box in itertools.pairwise(boxes):
        height = before.bottom - before.top
        if box.page != before.page or not before.top - 1.5 * height <= box.top <= before.bottom + 4 * height:
            runs.append([])
        runs[-1].append(box)
    return runs


def _joins(a: _Strip, b: _Strip) -> bool:
    """Whether the second stands beside the first, or right below it."""
    return a.page == b.page and b.top < a.bottom + _CONTEXT and b.bottom > a.top - _CONTEXT


def _around(boxes: Iterable[Box | _Strip]) -> _Strip:
    boxes = list(boxes)
    return _Strip(
        boxes[0].page,
        min(b.x0 for b in boxes),
        min(b.top for b in boxes),
        max(b.x1 for b in boxes),
        max(b.bottom for b in boxes),
    )


def _pages(
    data: bytes, numbers: Sequence[int], marked: Sequence[Box], resolution: int
) -> dict[int, tuple[Image, float, float, float]]:
    """Each page drawn and marked, with the dots a point of it has, and the point that is its top left corner."""
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    found = {}
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for number in numbers:
                page: Any = pdf.pages[number - 1]
                dots = float(page.width) * float(page.height) * (resolution / 72) ** 2
                fine = resolution * min(1.0, (_MOST_DOTS / dots) ** 0.5)
                picture = page.to_image(resolution=fine, antialias=True)
                left, top = float(picture.bbox[0]), float(picture.bbox[1])
                lines = _lines([box for box in marked if box.page == number])
                image = _highlighted(picture.original, lines, picture.scale, left, top)
                found[number] = image, float(picture.scale), left, top
    except (PdfminerException, PDFException, MalformedPDFException, IndexError, ValueError, OSError) as error:
        raise Unreadable("The page could not be drawn.") from error
    return found


def _lines(boxes: Sequence[Box]) -> list[_Strip]:
    """Words that follow each other on a line as one box, so that the mark runs through; on a tilted line as steps."""
    found: list[_Strip] = []
    for box in boxes:
        last = found[-1] if found else None
        height = box.bottom - box.top
        if last and abs(last.bottom - box.bottom) < height / 2 and -1 <= box.x0 - last.x1 < height * 1.5:
            joined = _around((last, box))
            if joined.bottom - joined.top <= 1.25 * height:
                found[-1] = joined
            else:
                found.append(replace(_around([box]), x0=min(last.x1, box.x0)))
        else:
            found.append(_around([box]))
    return found


def _highlighted(image: Image, lines: Sequence[_Strip], scale: float, left: float, top: float) -> Image:
    """Yellow under black letters, and in the place of white ones: colours are multiplied, as ink would be."""
    from PIL import Image as pictures
    from PIL import ImageChops, ImageDraw

    ink = pictures.new("RGB", image.size, "white")
    edges = image.copy()
    places = [
        (
            (line.x0 - left - 1) * scale,
            (line.top - top - 1) * scale,
            (line.x1 - left + 1) * scale,
            (line.bottom - top + 1) * scale,
        )
        for line in lines
    ]
    brush = ImageDraw.Draw(ink)
    for place in places:
        brush.rectangle(place, fill=_YELLOW)
    edges = ImageChops.multiply(image, ink)
    pen = ImageDraw.Draw(edges)
    for x0, _, x1, bottom in places:
        pen.line((x0, bottom, x1, bottom), fill=_EDGE, width=max(2, round(scale)))
    return edges


def _cut(strip: _Strip, line: float, image: Image, scale: float, left: float, top: float) -> Image:
    """The strip with a margin, its edges moved a little to where they cut through the fewest letters.

    `line` is how high one is, in points: an edge beside text keeps off half of that, which no gap between words has.
    """
    wide = max(0.0, _NARROWEST - (strip.x1 - strip.x0))
    edges = (
        strip.x0 - left - _MARGIN,
        strip.top - top - _CONTEXT,
        strip.x1 - left + _MARGIN + wide,
        strip.bottom - top + _CONTEXT,
    )
    x0, y0, x1, y1 = (round(edge * scale) for edge in edges)
    x1 = min(image.width, x1)
    x0 = max(0, min(x0, x1 - round(_NARROWEST * scale)))
    y0, y1 = max(0, y0), min(image.height, y1)
    far = round(max(_REACH, 1.2 * line) * scale)
    beside, between = round(line * scale / 4), round(2 * scale)
    rows, columns = _breaks(image.crop((x0, 0, x1, image.height)), 1), _breaks(image.crop((0, y0, image.width, y1)), 0)
    near = round(2 * scale)
    inner_x0, inner_x1 = round((strip.x0 - left) * scale) - near, round((strip.x1 - left) * scale) + near
    inner_y0, inner_y1 = round((strip.top - top) * scale) - near, round((strip.bottom - top) * scale) + near
    place = (
        _calm(columns, x0, max(0, x0 - far), inner_x0, beside),
        _calm(rows, y0, max(0, y0 - far), inner_y0, between),
        _calm(columns, x1, inner_x1, x1 + far, beside),
        _calm(rows, y1, inner_y1, y1 + far, between),
    )
    return image.crop(place)


def _breaks(image: Image, axis: int) -> list[int]:
    """How often each row (axis 1) or column (axis 0) of dots passes from light to dark or back."""
    import numpy as np

    dots = np.asarray(image.convert("L")).astype(np.int16)
    # Across a row the next dot is on its right, across a column below.
    counts: list[int] = (np.abs(np.diff(dots, axis=axis)) > _CONTRAST).sum(axis=axis).tolist()
    return counts


def _calm(breaks: Sequence[int], wanted: int, first: int, last: int, clear: int) -> int:
    """Of the places `first` to `last` the one nearest to the one wanted with the fewest breaks at it and `clear` dots
    to either side; an edge of the page is calm."""
    if not 0 < wanted < len(breaks):
        return wanted
    places = range(max(0, min(first, wanted)), min(len(breaks) - 1, max(last, wanted)) + 1)
    return min(places, key=lambda place: (sum(breaks[max(0, place - clear) : place + clear + 1]), abs(place - wanted)))


def _stacked(parts: Sequence[tuple[str, Image]]) -> Image:
    """One below the other with a grey line between; a label above a part where it has one."""
    from PIL import Image as pictures
    from PIL import ImageDraw, ImageFont

    if len(parts) == 1:
        return parts[0][1]
    gap, head = 12, 30
    height = sum(part.height + (head if label else 0) for label, part in parts) + gap * (len(parts) - 1)
    sheet = pictures.new("RGB", (max(part.width for _, part in parts), height), "white")
    pen = ImageDraw.Draw(sheet)
    y = 0
    for i, (label, part) in enumerate(parts):
        if i:
            pen.line((0, y + gap // 2, sheet.width, y + gap // 2), fill=_GREY, width=2)
            y += gap
        if label:
            pen.text((8, y + 4), label, fill=_GREY, font=ImageFont.load_default(size=18))
            y += head
        sheet.paste(part, (0, y))
        y += part.height
    return sheet
