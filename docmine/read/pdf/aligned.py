"""Tables without rules that their own words give away, taken out before a page is cut into columns.

Minutes are such tables (number, paragraph, who acts), and so are pairs under two titles in line ("You said", "We did").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docmine.read.pdf.lines import Segment, may_mark, whole
from docmine.read.pdf.parts import Rows, Unit
from docmine.read.pdf.unruled import are_lists, columns_of

_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,2}\.?$")
_TITLE = re.compile(r"^(?:actions?|who|when|by whom|by when|owner|lead|item|no\.?|ref\.?|minutes?|discussion)\b", re.I)
_FEWEST = 3
"""Numbers one under the other, or rows under a header, that make a table."""
_FARTHEST = 80.0
"""Points between a number and the text that it counts."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A number at the left of a text. `rest`: what stands behind the number in the same stretch of the line."""

    segment: Segment
    rest: Segment

    @property
    def count(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.segment.words[0].text.rstrip(".").split("."))


def taken_out(segments: Sequence[Segment]) -> tuple[list[Unit], list[Segment]]:
    """(tables as units, the segments that stand in none). Numbers of paragraphs are joined to their first lines."""
    tables: list[Unit] = []
    rest = list(segments)
    for run in _runs(rest):
        table, rest = _counted(run, rest)
        tables += [table] if table is not None else []
    for header in _headers(rest):
        found = _headed(header, rest) if all(any(s is h for s in rest) for h in header) else None
        if found is not None:
            tables.append(found)
            inside = _words(found.table.rows) if isinstance(found.table, Rows) else set()
            rest = [s for s in rest if id(s.words[0]) not in inside]
    return tables, rest


def _words(rows: Sequence[Sequence[Sequence[Segment]]]) -> set[int]:
    return {id(w) for row in rows for cell in row for s in cell for w in s.words}


def _runs(segments: Sequence[Segment]) -> list[list[_Entry]]:
    """Numbers that stand one under the other and count on, at the left of a text each."""
    entries = [e for s in segments if (e := _entry(s, segments)) is not None]
    columns: list[list[_Entry]] = []
    for entry in sorted(entries, key=lambda e: (e.segment.x0, e.segment.middle)):
        if not columns or entry.segment.x0 - columns[-1][0].segment.x0 > 3:
            columns.append([])
        columns[-1].append(entry)
    found: list[list[_Entry]] = []
    for column in columns:
        run: list[_Entry] = []
        for entry in sorted(column, key=lambda e: e.segment.middle):
            if run and not _counts_on(run, entry, segments):
                found.append(run)
                run = []
            run.append(entry)
        found.append(run)
    return [run for run in found if len(run) >= _FEWEST]


def _entry(segment: Segment, segments: Sequence[Segment]) -> _Entry | None:
    first = segment.words[0]
    if not _NUMBER.match(first.text):
        return None
    if len(segment.words) > 1:
        rest = Segment(segment.words[1:], segment.row)
    else:
        beside = [s for s in segments if s.row == segment.row and s.x0 > first.x1]
        if not beside:
            return None
        rest = min(beside, key=lambda s: s.x0)
    apart = rest.x0 - first.x1
    return _Entry(segment, rest) if first.size * 0.5 < apart < _FARTHEST and rest.text[:1].isalpha() else None


def _counts_on(run: Sequence[_Entry], entry: _Entry, segments: Sequence[Segment]) -> bool:
    """Whether the entry is the next of a run: a higher number, its text in line, and nothing else between them."""
    last = run[-1]
    if entry.count <= last.count or abs(entry.rest.x0 - last.rest.x0) > 3:
        return False
    left = last.rest.x0 - 3
    between = (s for s in segments if last.segment.middle + 2 < s.middle < entry.segment.middle - 2)
    return not any(s.x0 < left and s.x1 > last.segment.x0 for s in between)


def _counted(run: Sequence[_Entry], segments: list[Segment]) -> tuple[Unit | None, list[Segment]]:
    """The run as a table where a narrow column stands behind its text; else its numbers joined to the text."""
    held = _rows_of_run(run, segments)
    inside = [s for row in held for s in row]
    columns = columns_of(inside)
    left = run[0].rest.x0
    heads = [e.rest.top for e in run]
    behind = [s for c in columns[1:] for s in c] if columns and columns[0][0].x0 < left + 3 else []
    level = sum(min(abs(s.top - top) for top in heads) < s.size * 0.4 for s in behind)
    starts = [s for s in behind if not any(0 < s.top - o.top < s.size * 1.6 and abs(s.x0 - o.x0) < 3 for o in behind)]
    narrow = sum(len(s.words) for s in behind) < sum(len(s.words) for s in columns[0]) * 0.6 if behind else False
    if not behind or not narrow or len(columns) > 4 or level < len(starts) * 0.8:
        return None, _joined(run, segments)
    edges = [min(s.x0 for s in column) for column in columns]
    header = _titles_over(run, edges, segments)
    numbers = [[Segment((e.segment.words[0],), e.segment.row)] for e in run]
    rows = [[n, *_in_columns(row, edges)] for n, row in zip(numbers, held, strict=True)]
    if header:
        rows.insert(0, _in_columns(header, [run[0].segment.x0, *edges]))
    taken = _words(rows)
    return _unit(rows), [s for s in segments if id(s.words[0]) not in taken]


def _rows_of_run(run: Sequence[_Entry], segments: Sequence[Segment]) -> list[list[Segment]]:
    """For each number the segments to its right, down to the next; those of the last end where white begins."""
    left = run[0].rest.x0 - 3
    tops = [e.segment.middle - e.segment.size * 0.6 for e in run]
    split = [s for s in segments if s.x0 >= left and not any(s is e.segment for e in run)]
    split += [e.rest for e in run if len(e.segment.words) > 1]
    rows: list[list[Segment]] = [[] for _ in run]
    bottom = run[-1].segment.bottom
    for segment in sorted(split, key=lambda s: s.middle):
        at = sum(top <= segment.middle for top in tops) - 1
        if at < 0:
            continue
        if at == len(run) - 1:
            across = [s for s in segments if s.x0 < left and abs(s.middle - segment.middle) < 3]
            others = [s for s in across if not any(s is e.segment for e in run)]
            if segment.top - bottom > segment.size * 0.45 or others:
                break
            bottom = max(bottom, segment.bottom)
        rows[at].append(segment)
    return rows


def _titles_over(run: Sequence[_Entry], edges: Sequence[float], segments: Sequence[Segment]) -> list[Segment]:
    """The titles of the columns, on the line above the first number."""
    first = run[0].segment
    above = [s for s in segments if s.middle < first.middle - 2 and first.top - s.bottom < first.size * 2]
    if not above:
        return []
    row = max(above, key=lambda s: s.middle).row
    titles = [s for s in above if s.row == row]
    places = [first.x0, *edges]
    told = all((s.bold or _TITLE.match(s.text)) and any(abs(s.x0 - x) < 6 for x in places) for s in titles)
    return titles if told and any(abs(s.x0 - x) < 6 for s in titles for x in edges[1:]) else []


def _joined(run: Sequence[_Entry], segments: Sequence[Segment]) -> list[Segment]:
    """The segments with each number that stands alone in front of its text."""
    alone = {id(e.segment): e for e in run if len(e.segment.words) == 1}
    texts = {id(e.rest) for e in alone.values()}
    found: list[Segment] = []
    for segment in segments:
        if id(segment) in texts:
            continue
        entry = alone.get(id(segment))
        found.append(Segment((*segment.words, *entry.rest.words), segment.row) if entry else segment)
    return found


def _headers(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Rows of two to six short titles in bold, with nothing else beside them."""
    rows: dict[int, list[Segment]] = {}
    for segment in segments:
        rows.setdefault(segment.row, []).append(segment)
    return [
        sorted(row, key=lambda s: s.x0)
        for row in rows.values()
        if 2 <= len(row) <= 6 and all(s.bold and len(s.words) <= 6 and not may_mark(s.words[0]) for s in row)
    ]


def _headed(header: Sequence[Segment], segments: Sequence[Segment]) -> Unit | None:
    """The table under a header, None where what stands below are columns: their lines do not begin together."""
    edges = [s.x0 for s in header]
    bands = _bands(header, edges, segments)
    cells = [cell for row in bands for cell in row]
    lines = [s for cell in cells for s in cell]
    if len(bands) < _FEWEST - 1 or any(may_mark(s.words[0]) for s in lines):
        return None
    if header[0].size > lines[0].size * 1.15 or max(s.size for s in lines) - min(s.size for s in lines) > 1.5:
        return None
    if are_lists([[s for row in bands for s in row[c]] for c in range(len(edges))]):
        return None
    # In columns of prose the shorter text would go on where a cell leaves white.
    uneven = any(len({len(cell) for cell in row if cell}) > 1 for row in bands[:-1]) or any(
        not all(row) for row in bands
    )
    flat = all(len(cell) <= 1 for cell in cells) and len(bands) >= _FEWEST
    return _unit([[[s] for s in header], *bands]) if uneven or flat else None


def _bands(header: Sequence[Segment], edges: Sequence[float], segments: Sequence[Segment]) -> list[list[list[Segment]]]:
    """The rows under a header as far as they keep to its columns, begin with their first cell, and level."""
    bands: list[list[Segment]] = []
    bottom = max(s.bottom for s in header)
    start = bottom
    for segment in sorted((s for s in segments if s.middle > start and s.x1 > edges[0]), key=lambda s: s.top):
        at = sum(segment.x0 >= x - 3 for x in edges) - 1
        if at < 0 or (at + 1 < len(edges) and segment.x1 > edges[at + 1] - 1):
            break
        white = segment.top - bottom
        if white > segment.size * 2.5:
            break
        if not bands or white > segment.size * 0.3:
            bands.append([])
        bands[-1].append(segment)
        bottom = max(bottom, segment.bottom)
    rows: list[list[list[Segment]]] = []
    for band in bands:
        cells = _in_columns(band, edges)
        heads = [min(s.top for s in cell) for cell in cells if cell]
        if not cells[0] or len(heads) < 2 or max(heads) - min(heads) > band[0].size * 0.4:
            break
        rows.append(cells)
    return rows


def _in_columns(segments: Sequence[Segment], edges: Sequence[float]) -> list[list[Segment]]:
    """The segments of a row by the column in which they begin, each column's from the top."""
    cells: list[list[Segment]] = [[] for _ in edges]
    for segment in sorted(segments, key=lambda s: (s.middle, s.x0)):
        cells[max(0, sum(segment.x0 >= x - 6 for x in edges) - 1)].append(segment)
    return cells


def _unit(rows: Sequence[Sequence[Sequence[Segment]]]) -> Unit:
    lines = [s for row in rows for cell in row for s in cell]
    return Unit(
        min(s.x0 for s in lines),
        min(s.top for s in lines),
        max(s.x1 for s in lines),
        max(s.bottom for s in lines),
        len(rows),
        table=Rows(tuple(tuple(tuple(whole(cell)) for cell in row) for row in rows)),
    )
