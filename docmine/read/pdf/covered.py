"""Which characters of a page lie under a filled box that was drawn over them: words blacked out, or whited out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

_BAND = 20
"""Points: boxes are looked up by the band of the page in which they stand."""
_SHARE = 0.5
"""Where boxes seem to cover more of the page's characters, something that pdfminer does not tell of cuts them off."""
_CLEAR = 0.99
"""Below this opacity what lies under a box shines through."""


def by_boxes(page: Any) -> tuple[set[int], bool]:
    """(the places in `page.chars` of characters under a box; whether boxes may cover words that are kept).

    The panel that a text stands on is drawn before it, so only boxes drawn later count, and only over whole words: the
    next cell of a table may cover the end of a long word. They are kept where a box may be transparent or cut off:
    pdfminer tells neither, and the page's resources only that something on it is.
    """
    under = _under(page)
    if not under:
        return set(), False
    chars, rects = _order(page)
    if len(chars) != len(page.chars) or len(rects) != len(page.rects):
        return set(), False
    by_box: dict[int, set[int]] = {}
    for i, box in under:
        if chars[i] < rects[box]:
            by_box.setdefault(box, set()).add(i)
    covered: set[int] = set()
    for inside in by_box.values():
        if _has_word(page.chars, inside):
            covered |= inside
    if covered and (len(covered) > len(page.chars) * _SHARE or _may_shine_through(page)):
        return set(), True
    return covered, False


def warnings(pages: Sequence[int]) -> tuple[str, ...]:
    """One line for each page on which boxes may cover words that are kept."""
    return tuple(
        f"Page {page} has boxes drawn over words, which may be meant to hide them: compare it with the page itself."
        for page in pages
    )


def _under(page: Any) -> list[tuple[int, int]]:
    """(place in `page.chars`, place in `page.rects`) of each character and a filled box around its middle."""
    bands: dict[int, list[int]] = {}
    for i, box in enumerate(page.rects):
        if box["fill"] and box["x1"] - box["x0"] > 3 and box["bottom"] - box["top"] > 4:
            for band in range(int(box["top"] // _BAND), int(box["bottom"] // _BAND) + 1):
                bands.setdefault(band, []).append(i)
    found: list[tuple[int, int]] = []
    for i, char in enumerate(page.chars if bands else ()):
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        for at in bands.get(int(y // _BAND), ()):
            box = page.rects[at]
            if box["x0"] <= x <= box["x1"] and box["top"] <= y <= box["bottom"] and not char["text"].isspace():
                found.append((i, at))
    return found


def _has_word(chars: list[dict[str, Any]], inside: set[int]) -> bool:
    """Whether the characters at these places hold a whole word: nothing stands close before it or behind it."""
    begins = [i for i in inside if i == 0 or _parts(chars[i - 1], chars[i])]
    for i in begins:
        while i in inside:
            i += 1
            if i == len(chars) or _parts(chars[i - 1], chars[i]):
                return True
    return False


def _parts(before: dict[str, Any], char: dict[str, Any]) -> bool:
    """Whether a word ends between two characters that are drawn one after the other."""
    spaced = before["text"].isspace() or char["text"].isspace()
    return bool(spaced or abs(char["top"] - before["top"]) > 2 or abs(char["x0"] - before["x1"]) > char["size"] * 0.3)


def _may_shine_through(page: Any) -> bool:
    """Whether something on the page is transparent or mixes its colour with what lies below."""
    from pdfminer.pdftypes import resolve1

    for state in (resolve1((page.page_obj.resources or {}).get("ExtGState")) or {}).values():
        found = resolve1(state) or {}
        opacity, blend = resolve1(found.get("ca", 1)), str(resolve1(found.get("BM", "Normal")))
        if not isinstance(opacity, (int, float)) or opacity < _CLEAR or not re.search("Normal|Compatible", blend):
            return True
    return False


def _order(page: Any) -> tuple[list[int], list[int]]:
    """When each of the page's characters and rectangles is drawn."""
    from pdfminer.layout import LTChar, LTRect

    chars: list[int] = []
    rects: list[int] = []
    for at, item in enumerate(_items(page.layout)):
        if isinstance(item, LTChar):
            chars.append(at)
        elif isinstance(item, LTRect):
            rects.append(at)
    return chars, rects


def _items(container: Any) -> Iterator[Any]:
    from pdfminer.layout import LTContainer

    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item
