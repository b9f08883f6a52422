"""Characters of a page → words with their place and their look.

Words are built in the order in which the page draws its characters: stray spaces drawn elsewhere do not cut a word,
and a raised "nd" joins its "22".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docmine.read.markers import BULLETS
from docmine.read.pieces import clean

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_ITALIC = re.compile(r"italic|oblique", re.I)
_SYMBOLS = re.compile(r"symbol|wingding|dingbat|webding", re.I)
_UNDECODED = re.compile(r"\(cid:\d+\)")
Colour = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """Points from the page's top left corner. `bullet`: drawn in a font of signs, or a bullet by nature."""

    text: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    colour: Colour
    bullet: bool

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def on_page(page: Any) -> tuple[list[Word], list[str]]:
    """The upright words of a pdfplumber page in drawing order, and the texts that stand on end."""
    found: list[Word] = []
    rotated: list[str] = []
    group: list[dict[str, Any]] = []
    chars: list[dict[str, Any]] = page.chars
    # Without any space character the gaps alone tell words apart, and they may be narrow.
    tolerance = 0.3 if any(c["text"].isspace() for c in chars) else 0.18
    walls = _walls(page)
    previous: dict[str, Any] | None = None
    for char in chars:
        if not char["upright"]:
            rotated.append(char["text"])
            continue
        if char["text"].isspace() or char["x1"] < 0 or char["x0"] > page.width or char["top"] > page.height:
            _close(group, page.page_number, found)
            previous = None
            continue
        if previous is not None:
            if _is_double(previous, char):
                continue
            if _breaks(previous, char, tolerance) or (walls and _crosses(previous, char, walls)):
                _close(group, page.page_number, found)
        group.append(char)
        previous = char
    _close(group, page.page_number, found)
    text = clean("".join(rotated))
    return _unspaced(_once(found)), [text] if text else []


def _is_double(previous: dict[str, Any], char: dict[str, Any]) -> bool:
    """The same letter drawn a second time in the same place, to look bold."""
    near = abs(char["x0"] - previous["x0"]) < char["size"] * 0.1 and abs(char["top"] - previous["top"]) < 1
    return near and bool(char["text"] == previous["text"])


def _breaks(previous: dict[str, Any], char: dict[str, Any], tolerance: float) -> bool:
    size: float = max(previous["size"], char["size"])
    apart = abs((char["top"] + char["bottom"]) - (previous["top"] + previous["bottom"])) / 2
    gap: float = char["x0"] - previous["x1"]
    if apart > size * 0.6 or gap > size * tolerance or gap < -size * 0.5:
        return True
    signs, letters = (bool(_SYMBOLS.search(c["fontname"])) for c in (previous, char))
    return signs != letters


def _walls(page: Any) -> dict[int, list[tuple[float, float]]]:
    """The upright rules of a page: x in whole points → where each begins and ends."""
    found: dict[int, list[tuple[float, float]]] = {}
    for shape in (*page.rects, *page.lines):
        if shape["x1"] - shape["x0"] < 4 and shape["bottom"] - shape["top"] > 5:
            found.setdefault(round(shape["x0"]), []).append((shape["top"], shape["bottom"]))
    return found


def _crosses(previous: dict[str, Any], char: dict[str, Any], walls: dict[int, list[tuple[float, float]]]) -> bool:
    """Whether the narrow gap between two letters is that between two cells of a table, the first of them full."""
    size: float = char["size"]
    if char["x0"] - previous["x1"] < size * 0.1:
        return False
    middle = (char["top"] + char["bottom"]) / 2
    near = range(round(char["x0"] - size * 0.6), round(char["x0"]) + 1)
    return any(top <= middle <= bottom for x in near for top, bottom in walls.get(x, ()))


def _close(group: list[dict[str, Any]], page: int, found: list[Word]) -> None:
    if not group:
        return
    main = max(group, key=lambda c: c["size"])
    text = ""
    for i, char in enumerate(group):
        raised = i > 0 and char["size"] < main["size"] * 0.8 and char["bottom"] < main["bottom"] - main["size"] * 0.1
        # A raised digit is the mark of a footnote or a power, never a digit of the number before it.
        text += char["text"].translate(_RAISED) if raised else char["text"]
    if len(group) == 1 and _UNDECODED.fullmatch(text):
        text = "•"  # a glyph without a letter, alone: what many writers leave of a bullet
    text = clean(text)
    if text and all(0xE000 <= ord(c) <= 0xF8FF for c in text):
        text = "•"
    symbols = bool(_SYMBOLS.search(main["fontname"]))
    if text:
        colour = main["non_stroking_color"]
        found.append(
            Word(
                text=text,
                page=page,
                x0=group[0]["x0"],
                top=main["top"],
                x1=max(c["x1"] for c in group),
                bottom=main["bottom"],
                size=round(float(main["size"]), 1),
                bold=bool(_BOLD.search(main["fontname"])),
                italic=bool(_ITALIC.search(main["fontname"])),
                colour=tuple(colour)
                if isinstance(colour, (tuple, list))
                else (float(colour or 0),)
                if isinstance(colour, (int, float))
                else (),
                bullet=(symbols and len(text) == 1) or all(c in BULLETS for c in text),
            )
        )
    group.clear()


def _once(words: Sequence[Word]) -> list[Word]:
    """Each word once, where a page draws the same word in the same place again (shadows, false bold)."""
    seen: set[tuple[str, int, int]] = set()
    found = []
    for word in words:
        key = (word.text, round(word.x0 / 2), round(word.top / 2))
        if key not in seen:
            seen.add(key)
            found.append(word)
    return found


def _unspaced(words: list[Word]) -> list[Word]:
    """Titles set with wide spaces between their letters ("S T R E E T") as whole words."""
    found: list[Word] = []
    i = 0
    while i < len(words):
        end = i + 1
        while (
            end < len(words)
            and _is_letter(words[i])
            and _is_letter(words[end])
            and _follows(words[end - 1], words[end])
        ):
            end += 1
        if end - i >= 4:
            found.extend(_joined(words[i:end]))
        else:
            found.extend(words[i:end])
        i = end
    return found


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalpha() and not word.bullet


def _follows(a: Word, b: Word) -> bool:
    return abs(a.middle - b.middle) < a.size * 0.2 and 0 < b.x0 - a.x1 < a.size * 2


def _joined(letters: Sequence[Word]) -> list[Word]:
    gaps = sorted(b.x0 - a.x1 for a, b in itertools.pairwise(letters))
    wide = gaps[len(gaps) // 2] * 1.8
    groups: list[list[Word]] = [[letters[0]]]
    for a, b in itertools.pairwise(letters):
        if b.x0 - a.x1 > wide:
            groups.append([])
        groups[-1].append(b)
    return [
        Word(
            text="".join(w.text for w in g),
            page=g[0].page,
            x0=g[0].x0,
            top=g[0].top,
            x1=g[-1].x1,
            bottom=g[0].bottom,
            size=g[0].size,
            bold=g[0].bold,
            italic=g[0].italic,
            colour=g[0].colour,
            bullet=False,
        )
        for g in groups
    ]
