"""Text dumps of PDFs: page breaks, running heads and page numbers, columns side by side, tables set with blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docmine.outline import BULLETS

ADDRESS = re.compile(r"^\s*(?:https?://|www\.|mailto:)\S+\s*$", re.I)
_ZONE = 3
"""Lines at the top and at the foot of a page that may be running heads and page numbers."""
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*$", re.I)
_END = re.compile(r"[.!?:][”’\"')\]]*\s*$")
_LAST_WORDS = 4
"""Words of an unfinished last line of a page at most: in longer ones a sentence goes on."""
_SHORTER = 0.75
_SENTENCE = 8
_FEWEST_MARKS = 3
_GAP = 3
"""Blanks between two columns at least."""
_BOTH = 6
"""Lines with text in both columns from which a page has two."""
_SECOND_BULLET = re.compile(rf".*?\S.*?\s{{2,}}(?P<bullet>[{re.escape(BULLETS)}])\s")
_FEW = 2
"""The same, where nothing runs across and enough lines begin at the right column: a slide has few lines."""
_CELLS = re.compile(r"\s{2,}")
_ROWS = 3
_NEAR = 5
"""Lines between two bullets of one list at most."""
_HANGS = 8
"""Characters by which bullets are set in under the line above them at most."""
_CELL_WORDS = 6


@dataclass(frozen=True, slots=True)
class Dump:
    """A text without what stands around its pages."""

    pages: tuple[str, ...]
    furniture: tuple[str, ...] = ()
    """Running heads and feet and page numbers, in order."""


def unfold(text: str) -> Dump:
    """The pages of a dump in reading order; a text without form feeds is one page, and as it was."""
    text = text if "\f" in text else _with_breaks(text)
    if "\f" not in text:
        return Dump((text,))
    pages = [page.split("\n") for page in text.split("\f") if page.strip()]
    bodies, furniture = _apart(pages)
    return Dump(tuple("\n".join(_rows(_one_column(body))) for body in bodies), tuple(furniture))


def _with_breaks(text: str) -> str:
    """The text with form feeds, where a dump has one blank in place of each at the beginning of a line."""
    lines = text.split("\n")
    marks = [
        i
        for i in range(1, len(lines))
        if re.match(r" \S", lines[i])
        and (len(lines[i - 1].split()) <= _LAST_WORDS or _END.search(lines[i - 1]) or _is_alone(lines, i - 1))
    ]
    if not _FEWEST_MARKS <= len(marks) <= len(lines) / 10:
        return text
    filled = [i for i, line in enumerate(lines) if line.strip()]
    # Such a dump sets the addresses behind a page's links at its end.
    marks += [b for a, b in pairwise(filled) if b > a + 1 and ADDRESS.match(lines[a]) and not ADDRESS.match(lines[b])]
    return "\n".join(f"\f{line}" if i in marks else line for i, line in enumerate(lines))


def _is_alone(lines: Sequence[str], i: int) -> bool:
    """Whether a line is a title set below its text: alone under a blank line, and shorter than one that goes on."""
    line, below = lines[i], lines[i + 1].strip()
    alone = i > 0 and not lines[i - 1].strip() and line[:1].isupper()
    return alone and below[:1].isupper() and len(line) < _SHORTER * len(below) and len(below.split()) >= _SENTENCE


def _apart(pages: Sequence[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The lines of each page without those that recur at its edges; and those."""
    zones = [_zone(page) for page in pages]
    counts = Counter(form for page, zone in zip(pages, zones, strict=True) for form in {_form(page[i]) for i in zone})
    enough = max(2, 0.4 * sum(1 for zone in zones if zone))
    numbered = sum(any(_PAGE_NUMBER.match(page[i]) for i in zone) for page, zone in zip(pages, zones, strict=True))
    first = next((i for i, line in enumerate(pages[0]) if line.strip()), None)
    bodies: list[list[str]] = []
    furniture: list[str] = []
    for number, (page, zone) in enumerate(zip(pages, zones, strict=True)):
        out = {
            i
            for i in zone
            if (counts[_form(page[i])] >= enough and not (number == 0 and i == first))
            or (numbered >= enough and _PAGE_NUMBER.match(page[i]))
        }
        furniture += [page[i].strip() for i in sorted(out)]
        bodies.append([line for i, line in enumerate(page) if i not in out])
    return bodies, furniture


def _zone(page: Sequence[str]) -> list[int]:
    filled = [i for i, line in enumerate(page) if line.strip()]
    return sorted({*filled[:_ZONE], *filled[-_ZONE:]})


def _form(line: str) -> str:
    """A line as it recurs: whatever the number of the page."""
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())


def _one_column(page: list[str]) -> list[str]:
    """The lines with the left column before the right one, between the lines that run across both."""
    x = _gutter(page)
    if x is None:
        return _lists_apart(page)
    found: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for line in [*page, None]:
        if line is None or _crosses(line, x):
            found += [*_closed(left), "", *_closed(right), ""] if left or right else []
            left, right = [], []
            found += [] if line is None else [line]
        else:
            left.append(line[:x].rstrip() if line[:x].strip() else "")
            right.append(line[x:].rstrip())
    return found


def _closed(lines: list[str]) -> list[str]:
    """The lines of a column without the blank ones amid a sentence, where only the other column has a line."""
    width = max((len(line) for line in lines), default=0)
    found: list[str] = []
    for i, line in enumerate(lines):
        before = found[-1] if found else ""
        full = len(before) >= 0.8 * width and len(before.split()) >= 5 and not _END.search(before)
        if line.strip() or not full or not any(later.strip() for later in lines[i + 1 : i + 2]):
            found.append(line)
    return found


def _lists_apart(page: list[str]) -> list[str]:
    """The lines with lists side by side put one below the other: bullets at one place of lines near each other."""
    beside = {i: m.start("bullet") for i, line in enumerate(page) if (m := _SECOND_BULLET.match(line))}
    run: list[int] = []
    for i in sorted(beside):
        if run and (i - run[-1] > _NEAR or abs(beside[i] - beside[run[-1]]) > 1):
            if len(run) >= _ROWS:
                break
            run = []
        run.append(i)
    if len(run) < _ROWS:
        return page
    bullet, first, last = min(beside[i] for i in run), run[0], run[-1]
    while last + 1 < len(page) and page[last + 1].strip() and not _crosses(page[last + 1], bullet):
        last += 1
    x = min(_beginnings(page[max(0, first - 1) : last + 1], bullet))
    while first and page[first - 1].strip() and not _crosses(page[first - 1], x):
        first -= 1
    lines = page[first : last + 1]
    if any(_crosses(line, x) for line in lines):
        return page
    left, right = [line[:x].rstrip() for line in lines], [line[x:].rstrip() for line in lines]
    return [*page[:first], *left, "", *_lists_apart([*right, "", *page[last + 1 :]])]


def _beginnings(lines: Sequence[str], bullet: int) -> list[int]:
    """Where the right list begins: at its bullets, or a little before them, as the line above a list does."""
    starts = [m.end() for line in lines for m in re.finditer(rf"\s{{{_GAP},}}(?=\S)", line)]
    return [bullet, *(x for x in starts if bullet - _HANGS <= x < bullet)]


def _gutter(page: Sequence[str]) -> int | None:
    """The column of characters where the right one of two columns of prose begins."""
    width = max((len(line.rstrip()) for line in page), default=0)
    best: tuple[int, int] | None = None
    for x in range(width // 4, 3 * width // 4):
        both = [line for line in page if line[:x].strip() and line[x : x + 1].strip() and _is_gap(line, x)]
        beside = [line for line in page if line[:x].strip() and line[x:].strip() and _is_gap(line, x)]
        crossing = sum(1 for line in page if _crosses(line, x))
        aligned = sum(1 for line in page if line[x : x + 1].strip() and _is_gap(line, x))
        clear = len(both) >= _BOTH and crossing <= len(beside) / 4
        clear = clear or (len(both) >= _FEW and aligned >= _BOTH and not crossing)
        if clear and _is_prose(beside, x):
            best = max(best or (0, 0), (len(both), -x))
    return -best[1] if best else None


def _is_gap(line: str, x: int) -> bool:
    return not line[max(0, x - _GAP) : x].strip()


def _crosses(line: str, x: int) -> bool:
    """Whether a line runs through the gap before `x`."""
    return bool(line[x:].strip()) and not _is_gap(line, x)


def _is_prose(lines: Sequence[str], x: int) -> bool:
    """Whether both sides are running text and not the cells of a table."""
    sides = [side for line in lines for side in (line[:x], line[x:])]
    wide = sum(1 for side in sides if len(side.split()) >= 4)
    return wide >= 0.6 * len(sides)


def _rows(page: list[str]) -> list[str]:
    """The lines, with tabs between the cells of what is set as a table."""
    cells = [_CELLS.split(line.strip()) if line.strip() else [] for line in page]
    found = list(page)
    start = 0
    while start < len(page):
        end = start
        while end < len(page) and len(cells[end]) == len(cells[start]) and _are_cells(cells[end]):
            end += 1
        if end - start >= _ROWS:
            found[start:end] = ["\t".join(row) for row in cells[start:end]]
        start = max(end, start + 1)
    return found


def _are_cells(row: Sequence[str]) -> bool:
    return len(row) >= 3 and all(len(cell.split()) <= _CELL_WORDS for cell in row)
