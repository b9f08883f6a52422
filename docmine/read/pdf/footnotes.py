"""Footnotes: small lines at the foot of a page or column, opened by a raised number or one under a short rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from docmine.read.pdf.lines import Segment, whole
from docmine.read.pdf.parts import Note
from docmine.read.pdf.words import Word

_NUMBER = re.compile(r"^[⁰¹²³⁴⁵⁶⁷⁸⁹\d]{1,3}$|^[*†‡]{1,3}$|^\[\d{1,3}\]$")
_SUPERSCRIPT = re.compile(r"^[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_SMALL = 0.93
"""Times the body's size: footnotes are set smaller."""
_FARTHEST = 60.0
"""Points between the number of a note and its text."""
_UNDER = 120.0
"""Points: so far below their rule notes may begin."""

Rule = tuple[float, float, float]
"""(x0, x1, top) of a line across."""


def short_rules(page: Any) -> list[Rule]:
    """The short lines across a pdfplumber page: one of them may part the notes from the text."""
    return [
        (s["x0"], s["x1"], s["top"])
        for s in (*page.lines, *page.rects)
        if 30 < s["x1"] - s["x0"] < page.width * 0.5 and s["bottom"] - s["top"] < 2.5 and s["top"] > page.height * 0.4
    ]


def split(
    segments: Sequence[Segment], rules: Sequence[Rule], body: float, height: float
) -> tuple[list[Segment], list[Note]]:
    """(text, notes) of a page. `body`: the size of most of the document's type."""
    segments = _numbered(segments, rules, body)
    low = [s for s in segments if s.top > height * 0.4]
    starts = [s for s in low if _opens(s, rules, body)]
    taken: dict[int, Segment] = {}
    notes: list[Note] = []
    for start in sorted(starts, key=lambda s: (s.x0, s.middle)):
        if id(start) in taken:
            continue
        below = [s for s in low if s.middle >= start.middle - 1 and s.x1 > start.x0 and s.x0 < _reach(start, low)]
        if any(s.size > body * _SMALL + 0.2 for s in below):
            continue
        taken.update((id(s), s) for s in below)
        notes.extend(_notes(whole(below), rules, body))
    return [s for s in segments if id(s) not in taken], notes


def _numbered(segments: Sequence[Segment], rules: Sequence[Rule], body: float) -> list[Segment]:
    """The segments with each number that stands alone under a short rule, as the sign of a note, before its text."""
    found: list[Segment] = []
    joined: set[int] = set()
    for segment in segments:
        beside = [s for s in segments if s.row == segment.row and segment.x1 < s.x0 < segment.x1 + _FARTHEST]
        small = segment.size <= body * _SMALL + 0.2 and len(segment.words) == 1
        if small and beside and _NUMBER.match(segment.text) and _is_under(segment, rules):
            text = min(beside, key=lambda s: s.x0)
            joined.add(id(text))
            found.append(Segment((*segment.words, *text.words), segment.row))
        else:
            found.append(segment)
    return [s for s in found if id(s) not in joined]


def _is_under(segment: Segment, rules: Sequence[Rule]) -> bool:
    """Whether a segment stands below a short rule that begins where it begins."""
    return any(0 <= segment.top - top < _UNDER and abs(x0 - segment.x0) < 15 for x0, _, top in rules)


def _reach(start: Segment, low: Sequence[Segment]) -> float:
    """How far to the right the column of a note goes: the lines below it that begin there tell."""
    return max(s.x1 for s in low if s.middle >= start.middle - 1 and abs(s.x0 - start.x0) < start.size * 2)


def _opens(segment: Segment, rules: Sequence[Rule], body: float) -> bool:
    first = segment.words[0]
    if segment.size > body * _SMALL + 0.2:
        return False
    if _SUPERSCRIPT.match(first.text):
        return True
    if len(segment.words) < 2 or not _NUMBER.match(first.text):
        return False
    second = segment.words[1]
    raised = first.size < second.size * 0.85 and first.bottom < second.bottom - second.size * 0.08
    return raised or _is_under(segment, rules) or not first.text[0].isdigit()


def _notes(lines: Sequence[Segment], rules: Sequence[Rule], body: float) -> list[Note]:
    found: list[tuple[str, list[Word]]] = []
    for line in lines:
        words = list(line.words)
        glued = _SUPERSCRIPT.match(words[0].text)
        if _opens(line, rules, body) and not (glued and glued.end() < len(words[0].text)):
            found.append((words[0].text, words[1:]))
        elif found:
            found[-1][1].extend(words)
        else:
            found.append(("", words))
    return [Note(tuple(words), marker) for marker, words in found if words]
