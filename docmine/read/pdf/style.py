"""Headings, by their type: size, weight, capitals, a line under them, the colour that other headings have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from docmine.read import headings, markers
from docmine.read.pdf.groups import Group
from docmine.read.pdf.parts import Note
from docmine.read.pdf.runon import Item
from docmine.read.pdf.words import Colour

_LARGER = 1.14
"""Times the body's size: type from here on is a heading's."""
_NONE = re.compile(r"(?:https?://|www\.|@)|^\W*$")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$")
"""The end of an address, which is in capitals and no heading for that."""
_STOP = re.compile(r"[.;,][”’\"')\]]*$")


def headings_of(items: Sequence[Item], body: float, end: int) -> list[float | None]:
    """For each item its type size where it is a heading (the body's for a bold or underlined one), None elsewhere.

    `end`: the item from which on a letter is signed and has no headings.
    """
    found: list[float | None] = []
    for i, item in enumerate(items):
        following = items[i + 1] if i + 1 < len(items) else None
        found.append(_size(item, following, body) if isinstance(item, Group) and i < end else None)
    colours = _colours(items, found)
    for k, item in enumerate(items[:end]):
        if found[k] is None and isinstance(item, Group) and k + 1 < len(items):
            found[k] = body if _is_coloured(item, items[k + 1], colours, body) else None
    return found


def _colours(items: Sequence[Item], sizes: Sequence[float | None]) -> set[Colour]:
    """The colours that headings have and the text has not."""
    groups = [(g, size) for g, size in zip(items, sizes, strict=True) if isinstance(g, Group)]
    text: Counter[Colour] = Counter()
    for group, size in groups:
        if not size:
            for line in group.lines:
                text[line.colour] += len(line.text)
    common = {colour for colour, count in text.items() if count > text.total() * 0.03}
    return {group.lines[0].colour for group, size in groups if size} - common


def _size(group: Group, following: Item | None, body: float) -> float | None:
    words = group.words
    text = " ".join(w.text for w in words)
    if len(group.lines) > 4 or len(words) > 30 or not any(c.isalpha() for c in text) or _NONE.search(text):
        return None
    if headings.is_task(text) or headings.is_amount(text) or _POSTCODE.search(text):
        return None
    numbered = group.marker is None or markers.is_number(group.marker)
    size = group.lines[0].size
    ends = bool(_STOP.search(text))
    bold = all(line.bold for line in group.lines)
    if size >= body * _LARGER and numbered and (bold or not _is_plain(group, following, body)):
        return size if not (ends and len(words) > 12) else None
    if following is None or ends or text[0].islower() or len(words) > 18 or size < body * 0.85 or not numbered:
        return None
    if len(group.lines) > 3 or (text.endswith(":") and not _is_title(text)):
        return None
    capitals = text.isupper() and sum(c.isalpha() for c in text) > 3 and len(words) >= 2
    underlined = all(w.underlined and w.link is None for w in words) and len(words) <= 12
    return body if bold or capitals or underlined else None


def _is_plain(group: Group, following: Item | None, body: float) -> bool:
    """Whether type a little larger than most is text all the same: most of the type may be that of tables.

    Only over smaller prose it is a heading.
    """
    size = group.lines[0].size
    if size > body + 2 or group.words[0].underlined or group.words[0].text.isupper():
        return False
    if isinstance(following, Group):
        return abs(following.lines[0].size - size) < 0.3 or following.marker is not None
    return following is None or not isinstance(following, Note)


def _is_title(text: str) -> bool:
    """Whether a line that ends in a colon names what follows, rather than begins a sentence that the list ends."""
    return len(text.split()) <= 6 and not headings.speaks(text)


def _is_coloured(group: Group, following: Item, colours: set[Colour], body: float) -> bool:
    """A short line alone in the colour of the headings, over a text in another."""
    text = " ".join(w.text for w in group.words)
    if len(group.lines) > 1 or group.marker is not None or len(group.words) > 10 or not text[:1].isupper():
        return False
    if _STOP.search(text) or text.endswith(":") or _NONE.search(text) or group.lines[0].size < body * 0.98:
        return False
    colour = group.lines[0].colour
    same = all(w.colour == colour and w.link is None and not w.underlined for w in group.words)
    under = isinstance(following, Group) and following.lines[0].colour != colour and following.panel == group.panel
    return same and under and colour in colours
