"""A PDF redrawn with its words in random order: only geometry still tells how it is read.

    python -m tests.bench.reading.shuffle FILE.pdf COPY.pdf

Words keep place, width, size, weight and colour; rectangles, curves and lines stay, pictures become grey boxes.
Tags, links, bookmarks and metadata go, and so does clipping, of which pdfplumber does not tell.
"""

from __future__ import annotations

import io
import math
import random
import re
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pdfplumber
from reportlab.lib.colors import CMYKColor, Color
from reportlab.pdfgen.canvas import Canvas

_SIGNS = dict.fromkeys(map(ord, "●▪■◦○➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc"), "•") | dict.fromkeys(
    map(ord, "\u2010\u2011"), "-"
)
"""The signs of bullets and hyphens that the standard fonts lack, or have no letter for."""
_UNDECODED = re.compile(r"\(cid:\d+\)")
"""What pdfplumber writes for a glyph without a letter: as a rule a bullet."""
_FACES = {
    (False, False): "Helvetica",
    (True, False): "Helvetica-Bold",
    (False, True): "Helvetica-Oblique",
    (True, True): "Helvetica-BoldOblique",
}
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_ITALIC = re.compile(r"italic|oblique", re.I)


def shuffled(data: bytes, *, seed: int = 3, pages: Sequence[int] | None = None) -> bytes:
    """The same file with each page's words in random drawing order; `pages`, counted from 1, picks some of them."""
    chance = random.Random(seed)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    with pdfplumber.open(io.BytesIO(data), pages=pages) as pdf:
        for page in pdf.pages:
            canvas.setPageSize((float(page.width), float(page.height)))
            _shapes(canvas, page)
            drawn = page.extract_words(
                use_text_flow=True,
                x_tolerance_ratio=0.2,
                x_tolerance=None,
                return_chars=True,
                extra_attrs=["fontname", "size"],
            )
            chance.shuffle(drawn)
            depths = _depths(page.chars)
            for word in drawn:
                _word(canvas, page, word, depths)
            canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _depths(chars: Sequence[dict[str, Any]]) -> dict[str, float]:
    """How far below its line each font's characters reach, in parts of their size: what differs from it is raised."""
    seen: dict[str, list[float]] = {}
    for char in chars:
        if char["upright"] and char["size"]:
            seen.setdefault(char["fontname"], []).append((char["y0"] - char["matrix"][5]) / char["size"])
    return {font: statistics.median(depths) for font, depths in seen.items()}


def _word(canvas: Canvas, page: Any, word: dict[str, Any], depths: dict[str, float]) -> None:
    first = word["chars"][0]
    text = _UNDECODED.sub("•", word["text"]).translate(_SIGNS)
    face = _FACES[bool(_BOLD.search(first["fontname"])), bool(_ITALIC.search(first["fontname"]))]
    across, rise, *_, x, y = first["matrix"]
    size = float(first["size"])
    if first["upright"]:
        y = first["y0"] - depths[first["fontname"]] * size
    length = word["x1"] - word["x0"] if first["upright"] else word["bottom"] - word["top"]
    natural = canvas.stringWidth(text, face, size)
    canvas.saveState()
    canvas.translate(x - float(page.bbox[0]), y - _low(page))
    canvas.rotate(math.degrees(math.atan2(rise, across)))
    drawing = canvas.beginText(0, 0)
    drawing.setFont(face, size)
    # pdfplumber knows no width for a glyph without a letter.
    drawing.setHorizScale(100 * length / natural if length and natural else 100)
    drawing.setFillColor(_colour(first.get("non_stroking_color")))
    drawing.textOut(text)
    canvas.drawText(drawing)
    canvas.restoreState()


def _shapes(canvas: Canvas, page: Any) -> None:
    left, high = float(page.bbox[0]), float(page.bbox[3])
    for image in page.images:
        canvas.setFillColor(Color(0.85, 0.85, 0.85))
        width, height = image["x1"] - image["x0"], image["bottom"] - image["top"]
        canvas.rect(image["x0"] - left, high - image["bottom"], width, height, stroke=0, fill=1)
    for shape in [*page.rects, *page.curves]:
        canvas.setFillColor(_colour(shape.get("non_stroking_color")))
        canvas.setStrokeColor(_colour(shape.get("stroking_color")))
        canvas.setLineWidth(float(shape.get("linewidth") or 0))
        path = canvas.beginPath()
        for nth, (x, top) in enumerate(shape["pts"]):
            (path.lineTo if nth else path.moveTo)(x - left, high - top)
        if shape["object_type"] == "rect":
            path.close()
        canvas.drawPath(path, stroke=int(bool(shape["stroke"])), fill=int(bool(shape["fill"])))
    for line in page.lines:
        canvas.setStrokeColor(_colour(line.get("stroking_color")))
        canvas.setLineWidth(float(line.get("linewidth") or 0))
        (x0, top), *_, (x1, bottom) = line["pts"]
        canvas.line(x0 - left, high - top, x1 - left, high - bottom)


def _low(page: Any) -> float:
    """Where the page's lower edge stands in the file's own coordinates, which count upwards."""
    return float(page.mediabox[1])


def _colour(given: Any) -> Color:
    """A colour as pdfplumber tells it: one number or one to four; a pattern or nothing counts as black."""
    parts = [p for p in (given if isinstance(given, list | tuple) else [given]) if isinstance(p, int | float)]
    if len(parts) == 4:
        return CMYKColor(*parts)
    if len(parts) == 3:
        return Color(*parts)
    return Color(*parts * 3) if len(parts) == 1 else Color(0, 0, 0)


if __name__ == "__main__":
    source, copy = map(Path, sys.argv[1:])
    copy.write_bytes(shuffled(source.read_bytes()))
