"""Plain text → pieces: bullets, rows with tabs, paragraphs whole, headings told from paragraphs.

Most text files hold one paragraph a line. Dumps of a PDF are wrapped: then the lines of a paragraph are joined again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from docmine.read import headings, markers
from docmine.read.decode import decode
from docmine.read.pieces import Content, Piece, clean

_URL = re.compile(r"^\s*(?:https?://|www\.|mailto:)\S+\s*$", re.I)
_END = re.compile(r"[.!?:;…][”’\"')\]]*$")


@dataclass(slots=True)
class _Part:
    """A logical line in the making. `alone`: blank lines before and after it."""

    lines: list[str]
    marker: str | None = None
    indent: int = 0
    row: bool = False
    group: int = 0

    @property
    def text(self) -> str:
        return _join(self.lines)


def content(data: bytes) -> Content:
    """The pieces of a text file; no metadata."""
    return Content(pieces=tuple(pieces(decode(data))))


def pieces(text: str) -> list[Piece]:
    """The pieces of plain text, in order."""
    groups = _groups(text)
    wrapped = _is_wrapped(groups)
    parts: list[_Part] = []
    for number, group in enumerate(groups):
        parts.extend(_parts(group, number, wrapped))
    return _pieces(parts)


def _groups(text: str) -> list[list[str]]:
    """Lines between blank lines. A form feed is a blank line."""
    groups: list[list[str]] = [[]]
    for line in text.replace("\f", "\n\n").replace("\u00a0", " ").split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return [g for g in groups if g]


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether lines break at a width and not at a paragraph's end: several go on in the next with a small letter."""
    lengths = sorted(len(line) for g in groups for line in g if not _URL.match(line))
    if not lengths or lengths[int(len(lengths) * 0.97)] > 160:
        return False
    followed = [(a, b) for g in groups for a, b in pairwise(g) if "\t" not in a + b and not markers.split(b)]
    going_on = sum(1 for a, b in followed if b.lstrip()[:1].islower() and not _END.search(a))
    return going_on >= 2 and going_on >= len(followed) * 0.15


def _parts(group: list[str], number: int, wrapped: bool) -> list[_Part]:
    parts: list[_Part] = []
    width = max((len(line) for line in group if not _URL.match(line)), default=0)
    for line in group:
        found = markers.split(line)
        indent = len(line) - len(line.lstrip())
        if found is not None:
            parts.append(_Part([found[1]] if found[1] else [], found[0], indent, group=number))
        elif "\t" in line.strip():
            parts.append(_Part([line.strip()], row=True, group=number))
        elif parts and wrapped and not parts[-1].row and _goes_on(parts[-1], line, width):
            parts[-1].lines.append(line)
        else:
            parts.append(_Part([line], indent=indent, group=number))
    return parts


def _goes_on(part: _Part, line: str, width: int) -> bool:
    """Whether `line` belongs to the same paragraph as the one before it."""
    if not part.lines:
        return True
    last = part.lines[-1]
    if _URL.match(line) or _URL.match(last):
        return False
    if line.lstrip()[:1].islower():
        return True
    first_word = len(line.split()[0])
    return len(last.rstrip()) + 1 + first_word > width * (0.98 if _END.search(last) else 0.9)


def _join(lines: list[str]) -> str:
    """The lines as one; a word that a hyphen breaks at a line's end stays as it is written (co-\\nproduced)."""
    text = ""
    for line in lines:
        line = clean(line)
        glued = text.endswith(("-", "/")) and not text.endswith((" -", " –")) and line[:1].isalnum()
        text += ("" if not text or glued else " ") + line
    return text


def _pieces(parts: list[_Part]) -> list[Piece]:
    found: list[Piece] = []
    lines = [
        headings.Line(
            text=p.text,
            kind="item" if p.marker is not None else "row" if p.row else "text",
            group=p.group,
        )
        for p in parts
    ]
    levels = headings.levels(lines)
    depths: list[int] = []
    header: tuple[str, ...] = ()
    for i, part in enumerate(parts):
        text = part.text
        if part.marker is not None and text:
            depths = [d for d in depths if d < part.indent] + [part.indent]
            found.append(Piece(kind="list_item", text=text, level=len(depths), marker=part.marker))
            continue
        depths = []
        if part.row:
            cells = tuple(clean(c) for c in part.lines[0].split("\t"))
            first = i == 0 or not parts[i - 1].row or parts[i - 1].group != part.group
            if first:
                header = cells if _is_header(parts[i : i + 2]) else ()
            found.append(Piece(kind="table_row", text="\t".join(cells), headers=header))
        elif levels[i]:
            found.append(Piece(kind="heading", text=text, level=levels[i]))
        elif text:
            found.append(Piece(kind="paragraph", text=text))
    return found


def _is_header(rows: list[_Part]) -> bool:
    """Whether the first of two rows names the columns: as many cells, all short, no digits, no full stop."""
    if len(rows) < 2 or not rows[1].row or rows[0].group != rows[1].group:
        return False
    cells = rows[0].lines[0].split("\t")
    same = len(cells) == len(rows[1].lines[0].split("\t"))
    return same and all(c.strip() and len(c.split()) <= 6 and not re.search(r"\d{2}|\.$", c.strip()) for c in cells)
