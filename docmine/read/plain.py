"""Plain text → pieces: bullets, rows with tabs, paragraphs whole, headings told from paragraphs.

Most text files hold one paragraph a line. Dumps of a PDF are wrapped: then the lines of a paragraph are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docmine.read import dumps, headings, markers, spaces
from docmine.read.decode import decode
from docmine.read.dumps import ADDRESS
from docmine.read.pieces import Content, Piece, clean

_LOOKED_AT = 200
"""Lines of a paragraph that tell how wide it is set."""
_END = re.compile(r"[.!?:;…][”’\"')\]]*\s*$")
_URL_TAIL = re.compile(r"^\s*[\w%?=&.-]*/[\w%?=&./-]*\s*$")
_LABEL = re.compile(r"^\s*[A-Z][\w’' ]{2,40}:\s+\S")
"""A line such as "Date of meeting: 4 July 2023"."""
_LABEL_WORDS = 8
_SHORT = 0.6
"""Share of the usual width under which the lines of a group are not wrapped ones."""
_FAR = 30
"""Groups: how far from its beginning the rest of a broken line is looked for."""


@dataclass(slots=True)
class _Part:
    """A logical line in the making. `listed`: one of a list whose bullets are lost."""

    lines: list[str]
    marker: str | None = None
    indent: int = 0
    row: bool = False
    group: int = 0
    listed: bool = False

    @property
    def text(self) -> str:
        return _join(self.lines)


def content(data: bytes) -> Content:
    """The pieces of a text file; no metadata."""
    return Content(pieces=tuple(pieces(decode(data))))


def pieces(text: str) -> list[Piece]:
    """The pieces of plain text, in order; running heads and page numbers of a dump come last."""
    dump = dumps.unfold(text)
    groups, starts = _groups(dump.pages)
    groups = [spaces.with_tabs(group) for group in groups]
    wrapped = _is_wrapped(groups)
    signed = _signed(groups)
    usual = _usual_width(groups)
    parts = [_parts(group, number, wrapped and number not in signed, usual) for number, group in enumerate(groups)]
    if wrapped:
        parts = _rejoined(parts)
    found = _pieces([part for group in parts for part in group], starts)
    return [*found, *(Piece(kind="furniture", text=line) for line in map(clean, dump.furniture) if line)]


def _groups(pages: Sequence[str]) -> tuple[list[list[str]], set[int]]:
    """Lines between blank lines, as they are: a blank at a line's end tells that it was wrapped. And the numbers of the
    groups with which a page begins, but the first."""
    groups: list[list[str]] = []
    starts: set[int] = set()
    for number, page in enumerate(pages):
        if number:
            starts.add(len(groups))
        open_group = False
        for line in page.replace("\u00a0", " ").split("\n"):
            if line.strip() and open_group:
                groups[-1].append(line)
            elif line.strip():
                groups.append([line])
            open_group = bool(line.strip())
    return groups, starts


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether lines break at a width and not at a paragraph's end: several go on in the next with a small letter."""
    lengths = sorted(len(line.rstrip()) for g in groups for line in g if not ADDRESS.match(line))
    if not lengths or lengths[int(len(lengths) * 0.97)] > 160:
        return False
    followed = [(a, b) for g in groups for a, b in pairwise(g) if "\t" not in a + b and not markers.split(b)]
    going_on = sum(1 for a, b in followed if b.lstrip()[:1].islower() and not _END.search(a))
    return going_on >= 2 and going_on >= len(followed) * 0.15


def _usual_width(groups: list[list[str]]) -> int:
    """Characters of the longest line of the middle one of all paragraphs of some lines."""
    widths = sorted(max(len(line.strip()) for line in group) for group in groups if len(group) > 2)
    return widths[len(widths) // 2] if widths else 0


def _signed(groups: list[list[str]]) -> set[int]:
    """Groups under a letter's closing words, up to the next prose: names, offices and bodies, one a line."""
    found: set[int] = set()
    closed = False
    for number, group in enumerate(groups):
        closed = closed and max(len(line.split()) for line in group) <= 12
        if closed:
            found.add(number)
        closed = closed or any(len(line.split()) <= 8 and headings.is_closing(line.strip()) for line in group)
    return found


def _parts(group: list[str], number: int, wrapped: bool, usual: int) -> list[_Part]:
    parts: list[_Part] = []
    width = max((len(line.rstrip()) for line in group if not ADDRESS.match(line)), default=0)
    if width < usual * _SHORT:
        width = usual  # lines of a title end where its writer ended them
    for line in group:
        found = markers.split(line)
        if found is not None and parts and not parts[-1].row and _runs_through(parts[-1], found[0]):
            parts[-1].lines.append(line)
            continue
        indent = len(line) - len(line.lstrip())
        if found is not None:
            parts.append(_Part([found[1]] if found[1] else [], found[0], indent, group=number))
        elif "\t" in line.strip():
            parts.append(_Part([line.strip()], row=True, group=number))
        elif parts and wrapped and not parts[-1].row and _goes_on(parts[-1], line, width):
            parts[-1].lines.append(line)
        else:
            alike = bool(parts) and wrapped and parts[-1].marker is None and _open_alike(parts[-1].lines[-1], line)
            if alike:
                parts[-1].listed = True
            parts.append(_Part([line], indent=indent, group=number, listed=alike))
    return parts


def _runs_through(part: _Part, marker: str) -> bool:
    """Whether what looks like a marker is the end of a bracket that opens in the text before it ("(in May\\n21)")."""
    text = part.text
    return marker.endswith(")") and not marker.startswith("(") and text.count("(") > text.count(")")


def _goes_on(part: _Part, line: str, width: int) -> bool:
    """Whether `line` belongs to the same paragraph as the one before it."""
    if not part.lines:
        return True
    last = part.lines[-1]
    if len(last.split()) <= 8 and headings.is_closing(last.strip()):
        return False
    if ADDRESS.match(last) and last.rstrip().endswith(("-", "_")) and _URL_TAIL.match(line):
        return True
    if ADDRESS.match(line) or ADDRESS.match(last):
        return False
    deeper = _indent(line) - _indent(last)
    if deeper > 0 and _END.search(last):
        return False
    if deeper > 1 and part.marker is None and not line.lstrip()[0].islower():
        return False
    if headings.names_somebody(part.lines[0]) and headings.names_somebody(line):
        return False
    if len(part.lines) == 1 and (_open_alike(last, line) or (_LABEL.match(last) and _LABEL.match(line))):
        return False
    if len(part.lines) > 1 and len(line.split()) <= 3:
        width = min(width, max(len(wrapped.rstrip()) for wrapped in part.lines[:_LOOKED_AT]))
    if line.lstrip()[:1].islower():
        return True
    first_word = len(line.split()[0])
    unfinished = 0.8 if len(last.split()) >= 7 else 0.9
    return len(last.rstrip()) + 1 + first_word > width * (0.98 if _END.search(last) else unfinished)


def _open_alike(line: str, other: str) -> bool:
    """Whether two lines begin with the same capitalised word, as bullets do and the lines of a paragraph do not."""
    first = line.split()[0]
    return len(first) > 4 and first[0].isupper() and first == other.split()[0]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _rejoined(groups: list[list[_Part]]) -> list[list[_Part]]:
    """Groups with the rests of broken lines back where the lines begin.

    A dump of slides tears paragraphs apart: some at a blank line, and the bullets of a list so that all first lines
    stand together, and all rests, set in, somewhere below. Rests go to the nearest row of as many unfinished lines.
    """
    found: list[list[_Part]] = []
    for group in groups:
        before = found[-1][-1] if found else None
        if before is not None and _is_rest(group, 0) and _indent(group[0].lines[0]) <= 1 and _breaks_off(before):
            before.lines.extend(group[0].lines)
            found[-1].extend(group[1:])
        else:
            found.append(group)
    begun: list[list[_Part]] = []
    i = 0
    while i < len(found):
        start = i
        while i < len(found) and _is_begun(found[i]):
            i += 1
        if i > start:
            begun.append([group[0] for group in found[start:i]])
            continue
        while i < len(found) and _is_rest(found[i], 4):
            i += 1
        fitting = [run for run in begun if len(run) == i - start and start - run[-1].group <= _FAR]
        if i > start and fitting:
            for part, group in zip(fitting[-1], found[start:i], strict=True):
                part.lines.extend(line for rest in group for line in rest.lines)
                part.listed = True
                group.clear()
            begun.remove(fitting[-1])
        i = max(i, start + 1)
    return [group for group in found if group]


def _is_rest(group: list[_Part], indent: int) -> bool:
    """Whether a group begins with the rest of a line, `indent` characters in at least."""
    part = group[0]
    if part.row or part.marker is not None or ADDRESS.match(part.lines[0]):
        return False
    return _indent(part.lines[0]) >= indent and part.text[:1].islower()


def _is_begun(group: list[_Part]) -> bool:
    """Whether a group is one line that a wrapping cut off: words for half a sentence, and a blank at the end."""
    part = group[0]
    if len(group) > 1 or part.row or part.marker is not None or len(part.lines) > 1:
        return False
    line = part.lines[0]
    return line != line.rstrip() and not _END.search(line) and len(line.split()) >= 5 and part.text[:1].isupper()


def _breaks_off(part: _Part) -> bool:
    """Whether a paragraph ends in the middle of a sentence."""
    if part.row or not part.lines or ADDRESS.match(part.lines[-1]):
        return False
    return len(part.text.split()) >= 8 and not _END.search(part.lines[-1])


def _join(lines: list[str]) -> str:
    """The lines as one; a word that a hyphen breaks at a line's end stays as it is written (co-\\nproduced)."""
    text = ""
    for line in lines:
        line = clean(line)
        glued = text.endswith(("-", "/")) and not text.endswith((" -", " –")) and line[:1].isalnum()
        text += ("" if not text or glued else " ") + line
    return text


def _pieces(parts: list[_Part], starts: set[int]) -> list[Piece]:
    found: list[Piece] = []
    lines = [
        headings.Line(
            text=p.text,
            kind="item" if p.marker is not None else "row" if p.row else "text",
            group=p.group,
            inset=i > 0 and _is_inset(p, parts[i - 1]),
        )
        for i, p in enumerate(parts)
    ]
    levels = headings.levels(lines)
    if starts:
        _drop_last_of_page(parts, levels, starts)
    _drop_among_rests(parts, levels)
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


def _drop_last_of_page(parts: list[_Part], levels: list[int | None], starts: set[int]) -> None:
    """A heading with nothing below it on its page heads nothing: in the dump of a slide it often follows its text."""
    last = True
    for i in reversed(range(len(parts))):
        drop = last and levels[i] not in (None, 1)
        if drop:
            levels[i] = None
        last = drop or (last and levels[i] is None and _is_label(parts[i]))
        last = last or any(parts[i].group >= start > (parts[i - 1].group if i else 0) for start in starts)


def _drop_among_rests(parts: list[_Part], levels: list[int | None]) -> None:
    """A heading that stood beside the rest of a paragraph torn apart heads nothing: its text stands elsewhere.

    The rests have gone back to their paragraphs, so that their groups are missing. Of headings in a row below a rest
    the last keeps its place, for it has text of its own.
    """
    left = {part.group for part in parts}

    def torn(i: int) -> bool:
        return any(group not in left for group in range(parts[i - 1].group + 1, parts[i].group))

    heads = [level not in (None, 1) for level in levels]
    for i in range(1, len(parts)):
        if not torn(i):
            continue
        above = i - 1
        while above > 0 and heads[above]:
            levels[above] = None
            above -= 1
        below = i
        while below + 1 < len(parts) and heads[below] and heads[below + 1]:
            levels[below] = None
            below += 1


def _is_label(part: _Part) -> bool:
    """Whether a line tells nothing by itself: an address, a few words that are no sentence."""
    words = part.text.split()
    if part.row or part.marker is not None:
        return False
    return (len(words) <= _LABEL_WORDS and not _END.search(part.text)) or ADDRESS.match(part.text) is not None


def _is_inset(part: _Part, before: _Part) -> bool:
    """Whether a line is set in under the line that introduces it or stands beside it, or is one of such a list."""
    if part.listed:
        return True
    if part.indent < 2 or part.indent <= before.indent:
        return False
    return before.group == part.group or before.text.endswith(":")


def _is_header(rows: list[_Part]) -> bool:
    """Whether the first of two rows names the columns: as many cells, all short, no digits, no full stop."""
    if len(rows) < 2 or not rows[1].row or rows[0].group != rows[1].group:
        return False
    cells = rows[0].lines[0].split("\t")
    same = len(cells) == len(rows[1].lines[0].split("\t"))
    return same and all(c.strip() and len(c.split()) <= 6 and not re.search(r"\d{2}|\.$", c.strip()) for c in cells)
