"""Which characters of a page a person sees.

Not seen are those outside the page, those too small to read, those that are white on white, those under a box drawn
over them, and those drawn without ink. Text without ink over a picture as large as the page is what a scanner
recognised: there it is the text.
"""

from __future__ import annotations

from typing import Any

from docmine.read.pdf import covered as boxed

Char = dict[str, Any]

_TINY = 1.5
"""Points: below this size nobody reads."""


def split(page: Any) -> tuple[list[Char], list[Char], bool]:
    """(the characters that can be seen, those that cannot) of a pdfplumber page, both as drawn; and whether boxes may
    cover some of the first.
    """
    chars: list[Char] = page.chars
    inkless = _inkless(page, chars)
    left, top, right, bottom = _sheet(page)
    pale = _may_be_pale(page)
    covered, doubtful = boxed.by_boxes(page)
    seen: list[Char] = []
    unseen: list[Char] = []
    for i, char in enumerate(chars):
        if (
            char["x1"] <= left
            or char["x0"] >= right
            or char["bottom"] <= top
            or char["top"] >= bottom
            or char["size"] < _TINY
            or i in covered
            or (inkless and inkless[i])
            or (pale and is_white(char["non_stroking_color"]) and not _on_something(page, char))
        ):
            unseen.append(char)
        else:
            seen.append(char)
    return seen, unseen, doubtful


def is_white(colour: Any) -> bool:
    """Whether a colour as pdfplumber gives it is white: grey and RGB at their fullest, or CMYK without ink."""
    if isinstance(colour, (int, float)):
        return bool(colour >= 0.99)
    if not isinstance(colour, (tuple, list)) or not all(isinstance(c, (int, float)) for c in colour):
        return False
    if len(colour) in (1, 3):
        return all(c >= 0.99 for c in colour)
    return len(colour) == 4 and all(c <= 0.01 for c in colour)


def _sheet(page: Any) -> tuple[float, float, float, float]:
    """The part of the page that is shown: (x0, top, x1, bottom)."""
    x0, top, x1, bottom = (float(v) for v in page.bbox)
    crop = getattr(page, "cropbox", None)
    if crop and len(crop) == 4:
        cx0, ctop, cx1, cbottom = (float(v) for v in crop)
        if cx1 - cx0 > 50 and cbottom - ctop > 50:
            return max(x0, cx0), max(top, ctop), min(x1, cx1), min(bottom, cbottom)
    return x0, top, x1, bottom


def _may_be_pale(page: Any) -> bool:
    """Whether white characters can be judged: not where a shading, which pdfminer does not tell of, may lie below."""
    resources = page.page_obj.resources or {}
    return not any(resources.get(kind) for kind in ("Shading", "Pattern"))


def _on_something(page: Any, char: Char) -> bool:
    """Whether a picture or a coloured shape lies under a character."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return any(
        shape["x0"] - 1 <= x <= shape["x1"] + 1
        and shape["top"] - 1 <= y <= shape["bottom"] + 1
        and (shape["object_type"] == "image" or (shape["fill"] and not is_white(shape["non_stroking_color"])))
        for shape in (*page.rects, *page.curves, *page.images)
    )


def _inkless(page: Any, chars: list[Char]) -> list[bool]:
    """For each character whether it is drawn without ink; empty where none is, or where such text is the page's own."""
    if not any(b" Tr" in stream or b"\nTr" in stream for stream in _streams(page)):
        return []
    modes = _modes(page)
    if len(modes) != len(chars):
        return []
    found = [mode in (3, 7) for mode in modes]
    if not any(found) or _is_recognised(page, found):
        return []
    return found


def _is_recognised(page: Any, inkless: list[bool]) -> bool:
    """A page that is a picture, whose text without ink is what was recognised in it."""
    whole = float(page.width) * float(page.height)
    covered = any((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) > whole * 0.6 for i in page.images)
    return covered and sum(inkless) > len(inkless) * 0.5


def _streams(page: Any) -> list[bytes]:
    from pdfminer.pdftypes import PDFStream, resolve1

    return [found.get_data() for item in page.page_obj.contents if isinstance(found := resolve1(item), PDFStream)]


def _modes(page: Any) -> list[int]:
    """The way in which each character is drawn (PDF's text rendering mode), in the order of the page's characters."""
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdfinterp import PDFPageInterpreter

    modes: list[int] = []

    class Modes(PDFTextDevice):
        mode = 0

        def render_string(self, textstate: Any, *rest: Any) -> None:
            self.mode = textstate.render
            super().render_string(textstate, *rest)

        def render_char(
            self,
            matrix: Any,
            font: Any,
            fontsize: float,
            scaling: float,
            rise: float,
            cid: int,
            *rest: Any,
        ) -> float:
            modes.append(self.mode)
            return float(font.char_width(cid) * fontsize * scaling)

    PDFPageInterpreter(page.pdf.rsrcmgr, Modes(page.pdf.rsrcmgr)).process_page(page.page_obj)
    return modes
