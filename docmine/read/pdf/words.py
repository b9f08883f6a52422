"""Characters of a page → words with their place and their look.

Characters that were drawn one after the other make a fragment; fragments that touch make a word, whatever the order in
which the page draws them. So a raised "nd" joins its "22", and a page redrawn in another order gives the same words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from docmine.outline import BULLETS
from docmine.read.pdf import marks, visible
from docmine.read.pieces import clean

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_ITALIC = re.compile(r"italic|oblique", re.I)
_SYMBOLS = re.compile(r"symbol|wingding|dingbat|webding", re.I)
_UNDECODED = re.compile(r"\(cid:\d+\)")
_LEADER = re.compile(r"\.{5,}")
"""Dots that lead the eye from a title to its page: they part words, and `lines` leaves them out."""
_SLANT = 0.18
"""Rise of a line by its length, about ten degrees: a page that was scanned a little askew slants less."""
Colour = tuple[float, ...]
Walls = dict[int, list[tuple[float, float]]]
"""The upright rules of a page: x in whole points → where each begins and ends."""


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
    confidence: float | None = None
    """Of a word that was recognised in a picture: 0 to 1."""
    link: str | None = None
    """The address behind it."""
    underlined: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Found:
    """The words of a page; those that stand on end; and those that nobody sees."""

    words: list[Word]
    rotated: list[Word]
    hidden: list[Word]
    boxed_over: bool = False
    """Whether boxes may have been drawn over some of the words."""


def on_page(page: Any) -> Found:
    """The words of a pdfplumber page, in the order in which it draws them."""
    chars, unseen, doubtful = visible.split(page)
    walls = walls_of(page)
    upright = [c for c in chars if _is_level(c)]
    rotated = _on_end([c for c in page.chars if not _is_level(c)], page.page_number)
    unseen = [c for c in unseen if _is_level(c)]
    found = marks.marked(_words(upright, page.page_number, walls), page)
    return Found(found, rotated, _words(unseen, page.page_number, {}), doubtful)


def _is_level(char: dict[str, Any]) -> bool:
    """Whether a character stands on a level line: pdfminer calls those of a slanting one upright too."""
    along, up = char["matrix"][:2]
    return bool(char["upright"]) and abs(up) < abs(along) * _SLANT


def _on_end(chars: Sequence[dict[str, Any]], page: int) -> list[Word]:
    """Words that run up or down the page or across it, as drawn."""
    found: list[Word] = []
    group: list[dict[str, Any]] = []
    for char in chars:
        previous = group[-1] if group else None
        far = previous is not None and (
            abs(char["x0"] - previous["x0"]) > char["size"] * 2 or abs(char["top"] - previous["top"]) > char["size"] * 2
        )
        if far or char["text"].isspace():
            _close(group, page, found)
        if not char["text"].isspace():
            group.append(char)
    _close(group, page, found)
    return found


def walls_of(page: Any) -> Walls:
    found: Walls = {}
    for shape in (*page.rects, *page.lines):
        if shape["x1"] - shape["x0"] < 4 and shape["bottom"] - shape["top"] > 5:
            found.setdefault(round(shape["x0"]), []).append((shape["top"], shape["bottom"]))
    return found


def _words(chars: Sequence[dict[str, Any]], page: int, walls: Walls) -> list[Word]:
    # Without any space character the gaps alone tell words apart, and they may be narrow.
    tolerance = 0.3 if any(c["text"] == " " for c in chars) else 0.15
    found: list[Word] = []
    group: list[dict[str, Any]] = []
    previous: dict[str, Any] | None = None
    for char in chars:
        if char["text"].isspace():
            _close(group, page, found)
            previous = None
            continue
        if previous is not None:
            if _is_double(previous, char):
                continue
            if _breaks(previous, char, tolerance) or (walls and _crosses(previous, char, walls)):
                _close(group, page, found)
        group.append(char)
        previous = char
    _close(group, page, found)
    return _touching(_once(found), walls)


def _is_double(previous: dict[str, Any], char: dict[str, Any]) -> bool:
    """The same letter drawn a second time in the same place, to look bold."""
    near = abs(char["x0"] - previous["x0"]) < char["size"] * 0.1 and abs(char["top"] - previous["top"]) < 1
    return near and bool(char["text"] == previous["text"])


def _breaks(previous: dict[str, Any], char: dict[str, Any], tolerance: float) -> bool:
    before, size = previous["size"], char["size"]
    larger: float = before if before > size else size
    apart = abs((char["top"] + char["bottom"]) - (previous["top"] + previous["bottom"])) / 2
    gap: float = char["x0"] - previous["x1"]
    if apart > larger * 0.6 or gap > larger * tolerance or gap < -larger * 0.5:
        return True
    if size > before * 1.25 and previous["text"].isdigit() and previous["bottom"] < char["bottom"] - size * 0.1:
        return True  # the raised number of a footnote, then its first word
    if previous["fontname"] == char["fontname"]:
        return False
    signs, letters = (bool(_SYMBOLS.search(c["fontname"])) for c in (previous, char))
    return signs != letters


def _crosses(previous: dict[str, Any], char: dict[str, Any], walls: Walls) -> bool:
    """Whether the narrow gap between two letters is that between two cells of a table, the first of them full."""
    if char["x0"] - previous["x1"] < char["size"] * 0.1:
        if not (previous["text"].islower() and char["text"].isupper()):
            return False
        # No rule is drawn through a word, but it may cut off the last letter of a cell that is too narrow.
        return has_wall(walls, previous["x0"], char["x1"], (char["top"] + char["bottom"]) / 2)
    return has_wall(walls, char["x0"] - char["size"] * 0.6, char["x0"], (char["top"] + char["bottom"]) / 2)


def has_wall(walls: Walls, x0: float, x1: float, y: float) -> bool:
    """Whether an upright rule stands between two places at the height y."""
    if not walls:
        return False
    return any(top <= y <= bottom for x in range(round(x0), round(x1) + 1) for top, bottom in walls.get(x, ()))


def _close(group: list[dict[str, Any]], page: int, found: list[Word]) -> None:
    if not group:
        return
    leader = _LEADER.search("".join(c["text"] for c in group)) if len(group) > 4 else None
    if leader is not None and all(len(c["text"]) == 1 for c in group):
        dots, behind = group[leader.start() : leader.end()], group[leader.end() :]
        if len(dots) < len(group):
            _close(group[: leader.start()], page, found)
            _close(dots, page, found)
            _close(behind, page, found)
            group.clear()
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
                x0=min(c["x0"] for c in group),
                top=main["top"] if main["upright"] else min(c["top"] for c in group),
                x1=max(c["x1"] for c in group),
                bottom=main["bottom"] if main["upright"] else max(c["bottom"] for c in group),
                size=round(float(main["size"]), 1),
                bold=bool(_BOLD.search(main["fontname"])),
                italic=bool(_ITALIC.search(main["fontname"])),
                colour=tuple(colour)
                if isinstance(colour, (tuple, list))
                else (float(colour or 0),)
                if isinstance(colour, (int, float))
                else (),
                bullet=(symbols and len(text) == 1) or all(c in BULLETS or _is_sign(c) for c in text),
            )
        )
    group.clear()


def _is_sign(char: str) -> bool:
    """Arrows, boxes, ticks, stars: signs that open an item and are no part of a word."""
    return "\u2190" <= char <= "\u21ff" or "\u2500" <= char <= "\u27bf" or "\u2b00" <= char <= "\u2bff"


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


def _touching(words: list[Word], walls: Walls) -> list[Word]:
    """Words, with those joined that stand against one another: parts in another font, a raised "nd"."""
    starts: dict[int, list[int]] = {}
    for i, word in enumerate(words):
        starts.setdefault(int(word.x0), []).append(i)
    follows: dict[int, int] = {}
    for i, word in enumerate(words):
        if word.bullet:
            continue
        x = int(word.x1)
        near = [k for key in range(x - 1, x + (4 if len(word.text) == 1 else 2)) for k in starts.get(key, ())]
        best = min((k for k in near if k != i and _touches(word, words[k], walls)), default=None)
        if best is not None and best not in follows.values():
            follows[i] = best
    if not follows:
        return words
    behind = set(follows.values())
    found: list[Word] = []
    for i, word in enumerate(words):
        if i in behind:
            continue
        at = i
        whole = word
        while at in follows:
            at = follows[at]
            whole = _joined(whole, words[at])
        found.append(whole)
    return found


def _touches(a: Word, b: Word, walls: Walls) -> bool:
    larger, smaller = max(a.size, b.size), min(a.size, b.size)
    gap = b.x0 - a.x1
    if _is_drop_cap(a, b):
        return True
    if _LEADER.fullmatch(a.text) or _LEADER.fullmatch(b.text):
        return False
    if b.bullet or not -0.2 * smaller < gap < 0.08 * smaller or abs(a.middle - b.middle) > larger * 0.5:
        return False
    if a.size < b.size * 0.8 and a.text.isdigit() and a.bottom < b.bottom - b.size * 0.1:
        return False
    if smaller > larger * 0.8 and abs(a.bottom - b.bottom) > larger * 0.15:
        return False
    return not has_wall(walls, a.x1 - 1, b.x0 + 1, (b.top + b.bottom) / 2)


def _is_drop_cap(a: Word, b: Word) -> bool:
    """Whether a is the first letter of a paragraph, set over several lines, and b the rest of its word."""
    large = len(a.text) == 1 and a.text.isupper() and a.size > b.size * 1.8 and b.text[:1].islower()
    return large and 0 <= b.x0 - a.x1 < b.size * 0.3 and a.top - b.size < b.top and b.bottom < a.middle + b.size * 0.3


def _joined(a: Word, b: Word) -> Word:
    if _is_drop_cap(a, b):
        return replace(b, text=a.text + b.text, x0=a.x0)
    raised = b.size < a.size * 0.8 and b.bottom < a.bottom - a.size * 0.1
    main = b if b.size > a.size or (b.size == a.size and len(b.text) > len(a.text)) else a
    text = a.text + (b.text.translate(_RAISED) if raised else b.text)
    return replace(main, text=text, x0=a.x0, x1=max(a.x1, b.x1))
