"""Lines of a column → groups that belong together: a paragraph, a heading, a bullet with its wrapped lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docmine.read import headings, markers
from docmine.read.pdf.lines import Segment
from docmine.read.pdf.parts import Flow
from docmine.read.pdf.words import Word

ENDED = re.compile(r"[.!?:;…][”’\"')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
PERSON = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Prof|Professor)\b|[A-Z][\w’'-]+ [A-Z][\w’'-]+, )"
)
"""The line of an address or of a list that names the next person."""

_GOES_ON = re.compile(rf"{ENDED.pattern}|[-–]$")
"""Ends of lines below which other rules decide: of a sentence, or with a hyphen."""
_LABELLED = re.compile(r"^(?:[A-Z][\w-]*)(?: [\w-]+){0,2}: ?\S")
"""A line that says what it is: "Telephone: 01632 960 113"."""
_LISTED = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Prof)\.? )?(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+, \w")
"""A person and what they are: "Ada Brook OBE, lead inspector"."""


@dataclass(slots=True)
class Group:
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

    @property
    def page(self) -> int:
        return self.lines[0].page


def leading_of(flows: Sequence[Flow]) -> dict[int, float]:
    """Per type size the usual distance from line to line, in points."""
    seen: dict[int, Counter[float]] = {}
    for flow in flows:
        for a, b in pairwise(flow.lines):
            apart = b.middle - a.middle
            if abs(a.size - b.size) < 0.6 and 0 < apart < a.size * 2.6:
                seen.setdefault(round(a.size), Counter())[round(apart * 2) / 2] += 1
    found = {size: max(counts, key=lambda d: (counts[d], -d)) for size, counts in seen.items()}
    # A wide distance that is seen but a few times is that between two headings.
    return {size: apart for size, apart in found.items() if apart < size * 1.6 or seen[size][apart] > 4}


def grouped(flow: Flow, number: int, leading: dict[int, float]) -> list[Group]:
    """The groups of a column. `number` tells it from the others; `leading` is what `leading_of` found."""
    found: list[Group] = []
    edge, reach = min(line.x0 for line in flow.lines), max(flow.right, *(line.x1 for line in flow.lines))
    edges = _edges(flow)
    for i, line in enumerate(flow.lines):
        near = flow.lines[max(0, i - 6) : i + 6]
        right = max((o.x1 for o in near if abs(o.size - line.size) < 0.6), default=line.x1)
        right = max(right, edges.get(round(line.size), 0.0))
        previous = found[-1] if found else None
        fresh = previous is None or _ends(previous, line, right, leading) or _is_short(previous, line, reach)
        marker = _marker(line, previous, fresh)
        if marker is not None:
            lead = next((k for k, w in enumerate(line.words) if not w.bullet), 1) or 1
            left = line.words[lead - 1].x0 - edge
            found.append(Group([line], number, flow.panel, marker, lead, left, first=i == 0))
        elif previous is not None and not fresh:
            previous.lines.append(line)
        else:
            found.append(Group([line], number, flow.panel, first=i == 0))
    return [g for g in found if g.words]


def _edges(flow: Flow) -> dict[int, float]:
    """Per type size the right edge of the column, where so many lines end there that all of them may."""
    found: dict[int, float] = {}
    for size in {round(line.size) for line in flow.lines}:
        ends = [line.x1 for line in flow.lines if round(line.size) == size]
        if sum(x > max(ends) - size * 2 for x in ends) > max(2, len(ends) * 0.35):
            found[size] = max(ends)
    return found


def _marker(line: Segment, previous: Group | None, fresh: bool) -> str | None:
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


def _ends(group: Group, line: Segment, right: float, leading: dict[int, float]) -> bool:
    """Whether the group is complete before `line`. `right`: how far the lines around it reach."""
    last = group.last
    usual = leading.get(round(last.size), last.size * 1.25)
    apart = line.middle - last.middle if line.page == last.page else usual
    if abs(line.size - last.size) > max(0.6, last.size * 0.06) or apart > usual * 1.28 + 0.5 or apart < 0:
        return True
    if abs(apart) < line.size * 0.5 and line.x0 > last.x1:
        return True  # far to the right on the same line
    if _is_entry(last):
        return True
    if len(line.words) < 9 and headings.is_closing(line.text) and ENDED.search(last.text):
        return True
    room = right - last.x1 - (line.words[0].x1 - line.words[0].x0) - line.size * 0.3
    ended = bool(ENDED.search(last.text))
    small = line.text[:1].islower() or bool(re.search(r"\w-$", last.text))
    if last.bold != line.bold and not (room < 0 and not ended):
        return True
    if group.marker is not None and line.x0 >= group.text_x - 2:
        return False
    if _names_next(group, line) or (_LABELLED.match(last.text) and _LABELLED.match(line.text)) or _is_lead(group, line):
        return True
    if group.marker is not None:
        return not (small or (room < 0 and not ended))
    # A ragged line may end a little early before a long word; much earlier it ends what it says.
    early = 0.04 if last.x1 - last.x0 < (right - last.x0) * 0.7 else 0.1
    if room > 0 and (ended or (not small and room > (right - line.x0) * early)):
        return True
    return ended and line.x0 > last.x0 + line.size and len(group.lines) > 1


def _is_entry(line: Segment) -> bool:
    """Whether a line of contents ends in its page, far behind the title."""
    return (
        len(line.words) > 1 and line.words[-1].text.isdigit() and line.words[-1].x0 - line.words[-2].x1 > line.size * 2
    )


def _is_short(group: Group, line: Segment, reach: float) -> bool:
    """Whether a line ends long before the column does, and another begins below it: a list without bullets."""
    last = group.last
    first = line.words[0]
    begins = first.text[:1].isupper() or first.text[:1].isdigit()
    if not begins or group.marker is not None or first.link is not None or _GOES_ON.search(last.text):
        return False
    return last.x1 - last.x0 < (reach - last.x0) * 0.5 and last.x1 + first.x1 - first.x0 + last.size < reach


def _names_next(group: Group, line: Segment) -> bool:
    """A list of people, one a line."""
    return len(group.lines) == 1 and bool(_LISTED.match(group.last.text)) and bool(_LISTED.match(line.text))


def _is_lead(group: Group, line: Segment) -> bool:
    """Whether the group so far is a heading in bold over a text that is not."""
    if line.text[:1].islower() or any(w.bold for w in line.words) or len(group.words) > 12:
        return False
    return all(w.bold for w in group.words) and not re.search(r"[,–-]$", group.last.text)
