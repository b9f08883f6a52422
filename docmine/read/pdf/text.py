"""Words → text with a box for each word; hyphens at line ends undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docmine.read.pdf.words import Word
from docmine.records import Box, Link

_TOKEN = re.compile(r"\w+(?:-\w+)*")
_ADDRESS = re.compile(r"^(?:\(?https?://|www\.)\S*$|^\S*[/=&]\S*$", re.I)
_PREFIXES = re.compile(
    r"(?:all|anti|co|cross|early|ex|five|follow|four|full|half|high|in|inter|late|long|low|mid|multi|near|non|off|on|one|out"
    r"|over|part|post|pre|re|self|semi|short|six|sub|three|two|un|under|up|web|well|year)"
)
"""First halves that English writes with a hyphen: "co-produced" broken at its hyphen keeps it."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Words as text; the boxes, one a word, and the links have offsets into it."""

    text: str
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]


class Joiner:
    """Joins words to text. The document's own words tell it a hyphen that is written from one that divides."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._known: set[str] = set()
        for line in lines:
            self._known.update(token.casefold() for token in _TOKEN.findall(line)[:-1])

    def join(self, words: Sequence[Word]) -> Joined:
        """The words as one text."""
        text = ""
        boxes: list[Box] = []
        previous: Word | None = None
        for word in words:
            if previous is not None:
                wrapped = word.top > previous.bottom - 1 or word.page != previous.page or word.x1 < previous.x0
                text, gap = self._seam(text, word.text) if wrapped else (text, " ")
                if wrapped and len(text) < boxes[-1].end:
                    boxes[-1] = _box(previous, boxes[-1].start, len(text))
                text += gap
            boxes.append(_box(word, len(text), len(text) + len(word.text)))
            text += word.text
            previous = word
        return Joined(text, tuple(boxes), _links(words, boxes))

    def cells(self, cells: Sequence[Sequence[Word]]) -> Joined:
        """The cells of a table's row, with tabs between them."""
        text = ""
        boxes: list[Box] = []
        links: list[Link] = []
        for i, cell in enumerate(cells):
            text += "\t" if i else ""
            at = len(text)
            part = self.join(cell)
            boxes.extend(replace(box, start=box.start + at, end=box.end + at) for box in part.boxes)
            links.extend(replace(link, start=link.start + at, end=link.end + at) for link in part.links)
            text += part.text
        return Joined(text, tuple(boxes), tuple(links))

    def _seam(self, text: str, following: str) -> tuple[str, str]:
        """The text before a line's end, perhaps without its hyphen, and what to put before the next word."""
        last = text.rsplit(None, 1)[-1]
        if following.startswith(("http://", "https://", "www.")):
            return text, " "
        if last.startswith(("http", "www")) and re.match(r"[./?=&_#%]\w", following):
            return text, ""
        if (
            _ADDRESS.match(last)
            and last.startswith(("http", "www", "(http"))
            and last.endswith(("-", "/", "_", "=", "&", "?"))
        ):
            return text, ""
        if last.startswith(("http", "www")) and re.search(r"^\w\S*[/?=]", following) and "http" not in following:
            return text, ""
        if last.endswith("/") and len(last) > 1:
            return text, ""
        if not last.endswith(("-", "\u2010")) or len(last) < 2 or not following[:1].isalnum():
            return text, " "
        match = re.search(r"(\w+)-$", last.replace("\u2010", "-"))
        first = match.group(1).casefold() if match else ""
        second = (_TOKEN.findall(following) or [""])[0].casefold()
        if not first or not following[:1].islower() or not first[-1].isalpha():
            return text, ""
        if first + second in self._known:
            return text[:-1], ""
        if f"{first}-{second}" in self._known or _PREFIXES.fullmatch(first):
            return text, ""
        if first in self._known and second in self._known:
            return text, ""
        return text[:-1], ""


def _links(words: Sequence[Word], boxes: Sequence[Box]) -> tuple[Link, ...]:
    """Where the words lead; neighbours with one target are one link."""
    found: list[Link] = []
    target: str | None = None
    for word, box in zip(words, boxes, strict=True):
        if word.link is not None:
            if word.link == target:
                found[-1] = replace(found[-1], end=box.end)
            else:
                found.append(Link(box.start, box.end, word.link))
        target = word.link
    return tuple(found)


def _box(word: Word, start: int, end: int) -> Box:
    return Box(start, end, word.page, round(word.x0, 1), round(word.top, 1), round(word.x1, 1), round(word.bottom, 1))
