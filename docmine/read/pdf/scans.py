"""Pages without text: recognised from their picture, as the words that `words.on_page` finds on other pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean
from typing import Any

from docmine.read import scan, watch
from docmine.read.pdf.words import Word
from docmine.read.pieces import Piece, clean
from docmine.read.scan.lines import Line
from docmine.records import Box

_DPI = 300
"""What Tesseract was trained for."""
_LONGEST = 1300
"""Points of a page that may have been a sheet of paper, up to A3. A longer one is a scan that lost its resolution, of
which each dot became a point: it is taken for a sheet of A4."""
_A4 = 842
_MOST_PIXELS = 40_000_000
"""Of a page's picture; A4 has nine million. Of larger pages the picture is coarser."""
_CHECK = "Check quotations against the page."
_AGAIN = "Scan it anew, or raise DOCMINE_SCAN_SECONDS, and read it again."
_INSTALL = "Run 'docmine doctor' to see what to install, then read the file again."


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as recognised. Its words stand on the page set upright, `height` points high; `boxes` says where each,
    by its left and upper edge, stands on the page as it is, and how surely it was recognised."""

    words: tuple[Word, ...] = ()
    height: float = 0.0
    boxes: Mapping[tuple[float, float], Box] = field(default_factory=dict)
    unread: str | None = None
    """Why the page could not be read, to go on after "The page"."""


def of_page(page: Any, time: watch.Watch) -> Scan:
    """The words of a pdfplumber page that has only a picture; it is left unread where the file's time is over."""
    from pdfplumber.utils.exceptions import MalformedPDFException
    from pypdfium2 import PdfiumError

    left = min(scan.SECONDS_A_PAGE, time.page(watch.Page(page.page_number, len(page.pdf.pages))))
    if left <= 0:
        return Scan(unread="was not read, for the pages before it took too long")
    width, height = float(page.width), float(page.height)
    paper = _A4 / max(width, height) if max(width, height) > _LONGEST else 1.0
    dpi = min(_DPI, 72 / paper * (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    try:
        drawn = page.to_image(resolution=dpi * paper, antialias=True)
        found = scan.recognise(drawn.original, dpi, left)
    except scan.Missing as error:
        return Scan(unread=f"was not read, for {error} is not installed")
    except scan.Failed as error:
        return Scan(unread=f"was not read, for it {error}")
    except (MalformedPDFException, PdfiumError):
        return Scan(unread="was not read, for its picture is damaged")
    scale = drawn.original.width / (drawn.bbox[2] - drawn.bbox[0])
    # So that tables are found by their rules as on any page.
    page.objects.setdefault("line", []).extend(_rule(line, scale) for line in found.lines)
    words = [_word(seen, page.page_number, scale) for seen in found.words if clean(seen.text)]
    boxes = {
        (round(seen.x0 / scale, 1), round(seen.top / scale, 1)): _box(seen, found, page.page_number, scale, drawn.bbox)
        for seen in found.words
    }
    return Scan(tuple(words), found.height / scale, boxes)


def _word(seen: scan.Seen, page: int, scale: float) -> Word:
    return Word(
        text=clean(seen.text),
        page=page,
        x0=round(seen.x0 / scale, 1),
        top=round(seen.top / scale, 1),
        x1=round(seen.x1 / scale, 1),
        bottom=round(seen.bottom / scale, 1),
        size=round(seen.size / scale * 2) / 2,
        bold=seen.bold,
        italic=False,
        colour=(),
        bullet=seen.bullet,
        confidence=round(seen.confidence, 2),
    )


def _box(seen: scan.Seen, found: scan.Scanned, page: int, scale: float, sheet: Sequence[float]) -> Box:
    """Where the word stands on the page as it is, whose shown part is `sheet`; without a place in any text yet."""
    corners = [
        found.turn.back(x, y, found.width, found.height) for x in (seen.x0, seen.x1) for y in (seen.top, seen.bottom)
    ]
    xs, ys = zip(*corners, strict=True)
    return Box(
        start=0,
        end=0,
        page=page,
        x0=round(sheet[0] + min(xs) / scale, 1),
        top=round(sheet[1] + min(ys) / scale, 1),
        x1=round(sheet[0] + max(xs) / scale, 1),
        bottom=round(sheet[1] + max(ys) / scale, 1),
        confidence=round(seen.confidence, 2),
    )


def _rule(line: Line, scale: float) -> dict[str, Any]:
    """A ruled line as pdfplumber has it, half a point strong."""
    across = line.x1 - line.x0 > line.bottom - line.top
    x0, x1, top, bottom = line.x0 / scale, line.x1 / scale, line.top / scale, line.bottom / scale
    if across:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "object_type": "line",
        "orientation": "h" if across else "v",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def in_place(pieces: Iterable[Piece], scans: Mapping[int, Scan]) -> list[Piece]:
    """Pieces whose boxes stand where their words are on the page as it is. `scans`: by number of the page."""
    return [replace(p, boxes=tuple(_placed(b, scans.get(b.page)) for b in p.boxes)) for p in pieces]


def _placed(box: Box, found: Scan | None) -> Box:
    if found is None or (box.x0, box.top) not in found.boxes:
        return box
    return replace(found.boxes[box.x0, box.top], start=box.start, end=box.end)


def why_nothing(scans: Mapping[int, Scan]) -> str:
    """The reason for a PDF none of whose pages gave any text."""
    reasons = list(dict.fromkeys(s.unread for s in scans.values() if s.unread))
    if any("not installed" in r for r in reasons):
        missing = next(r for r in reasons if "not installed" in r).removeprefix("was not read, for ")
        return f"The pages of this PDF are pictures without text (a scan), and {missing}. {_INSTALL}"
    if reasons:
        return f"The pages of this PDF are pictures without text (a scan), and the first {reasons[0]}. {_AGAIN}"
    return "The pages of this PDF are pictures without text, and no words were recognised in them."


def warnings(scans: Mapping[int, Scan]) -> tuple[str, ...]:
    """What a person must know of the pages: which were recognised and how surely, which were not and why."""
    said = []
    recognised = [number for number, found in scans.items() if found.boxes]
    if recognised:
        sure = fmean(b.confidence or 0.0 for n in recognised for b in scans[n].boxes.values())
        pages = f"Page {recognised[0]} was" if len(recognised) == 1 else f"Pages {_listed(recognised)} were"
        pictures = "a picture" if len(recognised) == 1 else "pictures"
        said.append(f"{pages} recognised from {pictures} (mean confidence {sure:.2f}). {_CHECK}")
    for number, found in scans.items():
        if found.unread:
            after = _INSTALL if "not installed" in found.unread else _AGAIN
            picture = "a picture with a few typed words, which" if found.words else "a picture and"
            said.append(f"Page {number} is {picture} {found.unread}. {after}")
        elif not found.words:
            said.append(f"Page {number} has no text: it is empty or holds only a picture.")
    return tuple(said)


def _listed(numbers: Sequence[int]) -> str:
    """ "1 to 4, 7 and 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [str(r[0]) if len(r) == 1 else f"{r[0]} to {r[-1]}" if len(r) > 2 else f"{r[0]} and {r[1]}" for r in runs]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
