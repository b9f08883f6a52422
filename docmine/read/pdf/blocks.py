"""Lines in reading order → paragraphs, headings, bullets and rows, over all pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docmine.read import headings, markers
from docmine.read.pdf import rules
from docmine.read.pdf.lines import Segment
from docmine.read.pdf.parts import Flow, Part, Rows, Table
from docmine.read.pdf.text import Joiner
from docmine.read.pdf.words import Word
from docmine.read.pieces import Piece

_END = re.compile(r"[.!?:;…][”’\"')\]]*$")
_CAPTION = re.compile(r"^(?:figure|fig\.|table|chart|graph|photo|picture|image|source)\s*\d*\s*[:.–-]\s*\S", re.I)
_OPEN = re.compile(r"\b(?:a|an|and|as|at|by|for|from|in|is|of|on|or|that|the|their|to|which|who|with)$", re.I)
_NAMED = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Prof|Professor)\b|[A-Z][\w’'-]+ [A-Z][\w’'-]+, )"
)
"""The line of an address that names the next person."""
_NO_HEADING = re.compile(r"(?:https?://|www\.|@)|^\W*$")


@dataclass(slots=True)
class _Group:
    """Lines that belong together. `lead` is how many of the first line's words are the marker."""

    lines: list[Segment]
    flow: int
    panel: bool
    marker: str | None = None
    lead: int = 0
    left: float = 0.0
    """Of a bullet: how far its marker stands from the column's edge."""
    first: bool = False
    """It opens its column."""

    @property
    def words(self) -> list[Word]:
        return [w for line in self.lines for w in line.words][self.lead :]

    @property
    def text_x(self) -> float:
        words = self.lines[0].words
        return words[self.lead].x0 if self.lead < len(words) else words[0].x1

    @property
    def last(self) -> Segment:
        return self.lines[-1]


def pieces(pages: Sequence[Sequence[Part]]) -> list[Piece]:
    """The pieces of a document whose pages were put in reading order."""
    flows = [part for page in pages for part in page if isinstance(part, Flow)]
    body = _body_size(flows)
    leading = _leading(flows)
    groups: list[_Group | Table | Rows] = []
    for page in pages:
        for part in page:
            if isinstance(part, Flow):
                groups.extend(_groups(part, len(groups), leading))
            else:
                groups.append(part)
    groups = _names_apart(_run_on(groups))
    closed = _closing(groups)
    styles = [
        None if closed <= i else _heading_style(g, groups[i + 1] if i + 1 < len(groups) else None, body)
        for i, g in enumerate(groups)
    ]
    levels = headings.size_levels({s for s in styles if s}, body)
    joiner = Joiner([line.text for flow in flows for line in flow.lines])
    found: list[Piece] = []
    depths: list[tuple[float, str]] = []
    header: tuple[str, ...] = ()
    for group, style in zip(groups, styles, strict=True):
        if not isinstance(group, _Group):
            depths = []
            rows = _table(group, joiner, header, leading)
            header = next((r.headers for r in reversed(rows) if r.kind == "table_row"), ())
            found.extend(rows)
            continue
        header = ()
        text, boxes = joiner.join(group.words)
        page_number = group.lines[0].page
        if group.marker is None:
            depths = []
        if style:
            level = levels[style]
            found.append(Piece(kind="heading", text=text, level=level, page=page_number, boxes=boxes))
        elif group.marker is not None:
            depths = _depth(depths, group)
            item = Piece(
                kind="list_item", text=text, level=len(depths), marker=group.marker, page=page_number, boxes=boxes
            )
            found.append(item)
        else:
            kind = "caption" if _CAPTION.match(text) and len(text.split()) < 40 else "paragraph"
            found.append(Piece(kind=kind, text=text, page=page_number, boxes=boxes))  # type: ignore[arg-type]
    return found


def _names_apart(groups: Sequence[_Group | Table | Rows]) -> list[_Group | Table | Rows]:
    """Groups, with the people whom a letter is written to, and those who sign it, each on a line of their own."""
    openings = [i for i, g in enumerate(groups[:20]) if isinstance(g, _Group) and g.lines[0].text.startswith("Dear ")]
    greeting, closed = openings[0] if openings else 0, _closing(groups)
    found: list[_Group | Table | Rows] = []
    for i, group in enumerate(groups):
        short = isinstance(group, _Group) and group.marker is None and len(group.lines) <= 8
        if not isinstance(group, _Group) or not short or _END.search(group.last.text) or greeting <= i <= closed:
            found.append(group)
            continue
        start = 0
        for k in range(1, len(group.lines) + 1):
            if k < len(group.lines) and not _stands_alone(group.lines[k].text, signing=i > closed):
                continue
            found.append(_Group(group.lines[start:k], group.flow, group.panel, first=group.first and start == 0))
            start = k
    return found


def _stands_alone(line: str, *, signing: bool) -> bool:
    return line[:1].isupper() if signing else bool(_NAMED.match(line))


def _closing(groups: Sequence[_Group | Table | Rows]) -> int:
    """Where the signatures of a letter begin ("Yours sincerely"): below there are names, no headings."""
    for i in range(len(groups) - 1, max(-1, len(groups) - 25), -1):
        group = groups[i]
        if isinstance(group, _Group) and len(group.words) < 9 and headings.is_closing(group.lines[0].text):
            return i
    return len(groups)


def _body_size(flows: Sequence[Flow]) -> float:
    """The size of most characters of the document."""
    counts: Counter[float] = Counter()
    for flow in flows:
        for line in flow.lines:
            counts[line.size] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size)) if counts else 10.0


def _leading(flows: Sequence[Flow]) -> dict[int, float]:
    """Per type size the usual distance from line to line, in points."""
    seen: dict[int, Counter[float]] = {}
    for flow in flows:
        for a, b in pairwise(flow.lines):
            apart = b.middle - a.middle
            if abs(a.size - b.size) < 0.6 and 0 < apart < a.size * 2.6:
                seen.setdefault(round(a.size), Counter())[round(apart * 2) / 2] += 1
    return {size: max(counts, key=lambda d: (counts[d], -d)) for size, counts in seen.items()}


def _groups(flow: Flow, number: int, leading: dict[int, float]) -> list[_Group]:
    found: list[_Group] = []
    edge = min(line.x0 for line in flow.lines)
    for i, line in enumerate(flow.lines):
        near = flow.lines[max(0, i - 6) : i + 6]
        right = max((o.x1 for o in near if abs(o.size - line.size) < 0.6), default=line.x1)
        previous = found[-1] if found else None
        fresh = previous is None or _ends(previous, line, right, leading)
        marker = _marker(line, previous, fresh)
        if marker is not None:
            lead = next((k for k, w in enumerate(line.words) if not w.bullet), 1) or 1
            left = line.words[lead - 1].x0 - edge
            found.append(_Group([line], number, flow.panel, marker, lead, left, first=i == 0))
        elif previous is not None and not fresh:
            previous.lines.append(line)
        else:
            found.append(_Group([line], number, flow.panel, first=i == 0))
    return [g for g in found if g.words]


def _marker(line: Segment, previous: _Group | None, fresh: bool) -> str | None:
    """The bullet or number that opens the line; a number inside running text is none."""
    first = line.words[0]
    if first.bullet:
        return first.text if first.text.isprintable() and ord(first.text[0]) < 0xE000 else "•"
    if len(line.words) < 2:
        return None
    found = markers.split(f"{first.text} x")
    if found is None or found[0] != first.text:
        return None
    gap = line.words[1].x0 - first.x1
    if first.text == "o":
        return first.text if gap > first.size * 0.6 else None
    among = previous is not None and previous.marker is not None
    return first.text if gap > first.size * 0.2 and (fresh or (among and gap > first.size * 0.5)) else None


def _ends(group: _Group, line: Segment, right: float, leading: dict[int, float]) -> bool:
    """Whether the group is complete before `line`."""
    last = group.last
    apart = line.middle - last.middle
    usual = leading.get(round(last.size), last.size * 1.25)
    if abs(line.size - last.size) > max(0.6, last.size * 0.06) or apart > usual * 1.28 + 0.5 or apart < 0:
        return True
    if len(line.words) < 9 and headings.is_closing(line.text) and _END.search(last.text):
        return True
    room = right - last.x1 - (line.words[0].x1 - line.words[0].x0) - line.size * 0.3
    ended = bool(_END.search(last.text))
    small = line.text[:1].islower() or bool(re.search(r"\w-$", last.text))
    if last.bold != line.bold and not (room < 0 and not ended):
        return True
    if group.marker is not None and line.x0 >= group.text_x - 2:
        return False
    if group.marker is not None:
        return not (small or (room < 0 and not ended))
    if room > 0 and (ended or (not small and room > (right - line.x0) * 0.04)):
        return True
    return ended and line.x0 > last.x0 + line.size and len(group.lines) > 1


def _run_on(groups: Sequence[_Group | Table | Rows]) -> list[_Group | Table | Rows]:
    """Joins a paragraph that breaks off at the foot of a column or page with its rest at the head of the next."""
    found: list[_Group | Table | Rows] = []
    for group in groups:
        before = found[-1] if found else None
        if isinstance(group, _Group) and isinstance(before, _Group) and _goes_on(before, group):
            before.lines.extend(group.lines)
        elif isinstance(group, Table) and isinstance(before, Table) and _row_goes_on(before, group):
            found[-1] = _with_rest(before, group)
        else:
            found.append(group)
    return found


def _goes_on(before: _Group, group: _Group) -> bool:
    if not group.first or group.marker is not None or before.flow == group.flow:
        return False
    last, first = before.last, group.lines[0]
    if abs(last.size - first.size) > 0.6 or last.bold != first.bold or _END.search(last.text):
        return False
    if first.text[:1].islower() or _OPEN.search(last.text):
        return True
    if before.panel != group.panel:
        return False
    widest = max(line.x1 for line in before.lines)
    full = len(before.lines) > 1 and last.x1 > widest - last.size * 5
    return full and len(group.words) > 3


def _row_goes_on(before: Table, table: Table) -> bool:
    """Whether the first row of a table is the rest of a row that the foot of a page cut off."""
    last, first = before.rows[-1], table.rows[0]
    if len(last) != len(first) or len(first) < 2 or first[0] or not any(first):
        return False
    return all(cell and not _END.search(cell[-1].text) for cell, rest in zip(last, first, strict=True) if rest)


def _with_rest(before: Table, table: Table) -> Table:
    joined = tuple((*cell, *rest) for cell, rest in zip(before.rows[-1], table.rows[0], strict=True))
    return Table(before.area, (*before.rows[:-1], joined, *table.rows[1:]))


def _heading_style(group: _Group | Table | Rows, following: _Group | Table | Rows | None, body: float) -> float | None:
    """The type size of a heading (the body's for a bold or capital one), None for anything else."""
    if not isinstance(group, _Group) or len(group.lines) > 4:
        return None
    words = group.words
    text = " ".join(w.text for w in words)
    if not any(c.isalpha() for c in text) or _NO_HEADING.search(text) or len(words) > 30:
        return None
    bold = all(line.bold for line in group.lines)
    size = group.lines[0].size
    capitals = text.isupper() and sum(c.isalpha() for c in text) > 3
    ends = bool(re.search(r"[.;,][”’\"')\]]*$", text))
    if size >= body * 1.14 and group.marker is None:
        return size if not (ends and len(words) > 12) else None
    if following is None or ends or text[0].islower() or len(words) > 18 or size < body * 0.85:
        return None
    numbered = group.marker is None or markers.is_number(group.marker)
    if len(group.lines) <= 3 and numbered and (bold or (capitals and len(words) >= 2)) and not text.endswith(":"):
        return body
    return None


def _depth(depths: Sequence[tuple[float, str]], group: _Group) -> list[tuple[float, str]]:
    """The open levels of a list after one more item: by its indent, across pages by the form of its number."""
    shape = re.sub(r"\d+", "1", re.sub(r"[a-z](?=[.)])", "a", group.marker or ""))
    if group.first and markers.is_number(shape):
        for i, (_, other) in enumerate(depths):
            if other == shape:
                return [*depths[:i], (group.left, shape)]
    return [d for d in depths if d[0] < group.left - 4] + [(group.left, shape)]


def _table(part: Table | Rows, joiner: Joiner, before: tuple[str, ...], leading: dict[int, float]) -> list[Piece]:
    """The rows of a table, the bullets of a cell after its row. `before`: the headers of the table just before, which
    may go on here."""
    rows: list[tuple[list[list[Word]], bool, list[_Group]]] = []
    if isinstance(part, Table):
        for row in part.rows:
            cells, below = _unlisted(row, leading)
            rows.append((cells, all(line.bold for cell in row for line in cell), below))
    else:
        rows = [
            ([[w for s in cell for w in s.words] for cell in row], all(s.bold for cell in row for s in cell), [])
            for row in part.rows
        ]
    texts = [tuple(joiner.join(cell)[0] for cell in cells) for cells, _, _ in rows]
    header: tuple[str, ...] = ()
    ruled = isinstance(part, Table)
    if len(texts[0]) > 1 and (ruled or rows[0][1]) and rules.is_header(texts[0], texts[1:], rows[0][1]):
        header = texts[0]
    elif ruled and len(before) == len(texts[0]):
        header = before
    found: list[Piece] = []
    for cells, _, below in rows:
        if any(cells):
            text, boxes = joiner.cells(cells)
            headers = header if len(header) == len(cells) else ()
            page = next(w.page for cell in cells for w in cell)
            found.append(Piece(kind="table_row", text=text, headers=headers, page=page, boxes=boxes))
        for group in below:
            text, boxes = joiner.join(group.words)
            page = group.lines[0].page
            if group.marker is None:
                found.append(Piece(kind="paragraph", text=text, page=page, boxes=boxes))
            else:
                item = Piece(kind="list_item", text=text, level=1, marker=group.marker, page=page, boxes=boxes)
                found.append(item)
    return found


def _unlisted(row: Sequence[Sequence[Segment]], leading: dict[int, float]) -> tuple[list[list[Word]], list[_Group]]:
    """The words of a row's cells without the bullets of the one cell that has any; those bullets and what follows."""
    listed = [i for i, cell in enumerate(row) if any(line.words[0].bullet for line in cell)]
    cells = [[w for line in cell for w in line.words] for cell in row]
    if len(listed) != 1:
        return cells, []
    groups = _groups(Flow(tuple(row[listed[0]]), panel=False), 0, leading)
    first = next((i for i, g in enumerate(groups) if g.marker is not None), len(groups))
    cells[listed[0]] = [w for g in groups[:first] for w in g.words]
    return cells, groups[first:]
