"""The head and the foot of a letter: the people it is written to and those who sign it, each on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import headings
from docmine.read.pdf.groups import ENDED, PERSON, Group
from docmine.read.pdf.lines import Segment
from docmine.read.pdf.runon import Item

_TITLED = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Prof|Professor)$")


def names_apart(items: Sequence[Item]) -> list[Item]:
    """The items, with each name of a letter's head and foot apart."""
    openings = [i for i, g in enumerate(items[:20]) if isinstance(g, Group) and g.lines[0].text.startswith("Dear ")]
    greeting, closed = openings[0] if openings else 0, closing(items)
    found: list[Item] = []
    for i, item in enumerate(items):
        short = isinstance(item, Group) and item.marker is None and len(item.lines) <= 8
        if not isinstance(item, Group) or not short or ENDED.search(item.last.text) or greeting <= i <= closed:
            found.append(item)
            continue
        lines = item.lines if i > closed else [part for line in item.lines for part in _split(line)]
        start = 0
        for k in range(1, len(lines) + 1):
            if k < len(lines) and not _stands_alone(lines[k].text, signing=i > closed):
                continue
            found.append(Group(lines[start:k], item.flow, item.panel, first=item.first and start == 0))
            start = k
    return found


def closing(items: Sequence[Item]) -> int:
    """Where the signatures of a letter begin ("Yours sincerely"): below there are names, no headings."""
    for i in range(len(items) - 1, max(-1, len(items) - 25), -1):
        item = items[i]
        if isinstance(item, Group) and len(item.words) < 9 and headings.is_closing(item.lines[0].text):
            return i
    return len(items)


def _split(line: Segment) -> list[Segment]:
    """A line of an address in two where it names a second person, with a title, behind the first and what they are."""
    for k in range(4, len(line.words) - 2):
        opens = _TITLED.match(line.words[k].text) and PERSON.match(line.text)
        if opens and any(w.text.endswith(",") for w in line.words[:k]) and not line.words[k - 1].text.endswith(","):
            return [Segment(line.words[:k], line.row), Segment(line.words[k:], line.row)]
    return [line]


def _stands_alone(line: str, *, signing: bool) -> bool:
    return line[:1].isupper() if signing else bool(PERSON.match(line))
