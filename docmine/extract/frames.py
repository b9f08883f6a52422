"""What a document's layout says of the time: table headers, captions, stems, headings, sections, what a report covers.

A frame dates the figures under it that have no date of their own. Where a section names two times, it frames nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from docmine.extract.context import Sent, layout, published
from docmine.extract.date_roles import aside, role
from docmine.extract.dates import Dated
from docmine.records import Block

_INSPECTED = r"(?:inspection|fieldwork|visit|audit|assessment)s?"
_INSPECTION = re.compile(
    rf"\b{_INSPECTED}\s+dates?\b|\bdates?\s+of\s+(?:the\s+)?{_INSPECTED}\b|\b{_INSPECTED}\s+(?:of\s+[^.]{{1,80}}\s)?"
    rf"(?:took\s+place|ran|was\s+(?:carried\s+out|conducted|held|undertaken))\b"
    rf"|\b(?:carried\s+out|conducted|undertook)\s+(?:an?|the|this|our|their)\s+[^.]{{0,80}}\b{_INSPECTED}\b"
    r"|^\s*(?:fieldwork|site\s+visits?|on-?site(?:\s+work)?|inspected|inspection)\s*:"
    r"|\binspectors\s+(?:visited|were\s+on\s+site)\b|\binspected\s+(?:\w+\s+){0,6}(?:from|between|on)\b",
    re.I,
)
_EARLIER = re.compile(r"\b(?:previous|last|earlier|next|original)\b", re.I)
_COVERS = re.compile(
    r"\b(?:report|paper|update|bulletin|dashboard|newsletter|statement|summary|data|figures|review)\b[^.]{0,40}"
    r"\b(?:covers?|covering|relates?\s+to|is\s+for|are\s+for|reports?\s+on)\s",
    re.I,
)
_REPORT_OF = re.compile(
    r"\b(?:annual|quarterly|monthly|half-?year(?:ly)?|year-end|performance|self-?assessment)\s+(?:\w+\s+){0,2}(?:report|review|update|statement|accounts)\b",
    re.I,
)
"""A title that tells what time the document is about: "Annual report 2023/24"."""
_OCCASION = re.compile(
    r"\b(?:letter|e-?mail|meeting|visit|survey|event|session|workshop|audit|review|report)s?\s+(?:of|on|dated|held\s+on)\s+(?:\w+day,?\s+)?(?:the\s+)?$",
    re.I,
)
_SET_AGAINST = re.compile(
    r"\b(?:than|compared\s+\w+|previously)\s+(?:\w+\s+){0,3}$|\bfrom\s+[^,;.]{0,15}\d[^,;.]{0,30}\s(?:in|at)\s+(?:the\s+)?$",
    re.I,
)
"""Before a date: it is that of an older count, "up from 62 in the first quarter"."""
_BEGINS = re.compile(
    r"\b(?:set\s+up|founded|began|begun|formed|established|created|elected|appointed|started|launched)\s+(?:(?:in|on|at)\s+)?(?:early\s+|late\s+|mid-?)?$",
    re.I,
)
"""Before a date: it is that of a beginning, and of no count after it."""
_SPANS = frozenset({"quarter", "years", "academic_year", "financial_year", "year"})
_SURVEY = re.compile(r"\b(survey|questionnaire|poll|consultation|ballot)s?\b", re.I)
_SINCE = re.compile(r"\b(?:since|from|after|before|until)\s+(?:the\s+)?(?:start\s+of\s+|end\s+of\s+)?$", re.I)
_OPENING = 12
"""Blocks at the head of a document in which it says what it covers, and when its authors looked."""
_AS_AT = re.compile(
    r"(?:[\d.]+\s+)?(?:as\s+(?:at|of|on)\s+(?:the\s+)?(?:close\s+of\s+|end\s+of\s+)?"
    r"|(?:according\s+to|on|in|from)\s+(?:[\w’'-]+\s+){0,4}(?:figures|data|returns|records|statistics)\s+(?:for|from|of|at)\s+(?:the\s+)?(?:end\s+of\s+)?"
    r"|in\s+(?:the|our|a|this)\s+(?:[\w’'-]+\s+){0,3}(?:survey|poll|audit|census|ballot|questionnaire)\s+(?:(?:held|carried\s+out|conducted)\s+)?(?:of|in|from|on)\s+)",
    re.I,
)
SHORT = 120
"""Characters of a line that only names a time."""
_RECENT = 2
"""Years before the document's own beyond which a date is history and frames nothing."""


@dataclass(frozen=True, slots=True)
class Frames:
    """The dates of a document by place, and what its opening says."""

    dated: tuple[Dated, ...]
    own: str | None
    """The time at which the document tells how things stand."""
    covers: str | None
    headings: tuple[int, ...]
    """Indices of the blocks that are headings."""
    inspected: bool = False
    """Whether `own` is the time at which inspectors looked: what they tell in the past held then."""


def frames(doc: Doc, dated: tuple[Dated, ...]) -> Frames:
    """The frames of a document, from its dates in reading order."""
    headings = tuple(i for i, b in enumerate(layout(doc).blocks) if b.kind == "heading")
    seen = _seen_at(doc, dated)
    return Frames(dated, seen or _stands_at(doc, dated), _covered(doc, dated), headings, seen is not None)


def _seen_at(doc: Doc, dated: tuple[Dated, ...]) -> str | None:
    """The month in which inspectors looked, where the document's opening tells it."""
    blocks = layout(doc).blocks[:_OPENING]
    told = {b.start for b in blocks if _INSPECTION.search(b.text)}
    for d in dated:
        if d.sent is None or not blocks or d.start >= blocks[-1].end:
            break
        before = d.sent.block.text[: max(0, d.start - d.sent.block.start)]
        if d.sent.block.start in told and not _EARLIER.search(before) and len(d.value) >= 7 and d.value[4:5] == "-":
            return d.value.split("/")[-1][:7]
    return None


def _stands_at(doc: Doc, dated: tuple[Dated, ...]) -> str | None:
    """The document's date; where it gives only a year, a month that its opening names."""
    own = published(doc)
    if own is None or len(own) > 4:
        return own
    opening = [b for b in layout(doc).blocks[:5] if len(b.text) <= SHORT]
    values = [d.value.split("/")[-1][:7] for d in dated if any(b.start <= d.start < b.end for b in opening)]
    months = sorted({v for v in values if v.startswith(own) and len(v) == 7})
    return months[-1] if months else own


def _covered(doc: Doc, dated: tuple[Dated, ...]) -> str | None:
    blocks = layout(doc).blocks[:_OPENING]
    titles = [b for b in blocks[:4] if len(b.text) <= SHORT and _REPORT_OF.search(b.text)]
    for d in dated:
        if d.expression.unit in _SPANS and any(b.start <= d.start < b.end for b in titles):
            return d.value
    for d in dated:
        if d.sent is None or not blocks or d.start >= blocks[-1].end:
            break
        block = d.sent.block
        before = block.text[: max(0, d.start - block.start)]
        if _COVERS.search(before[-90:]) or (
            d.expression.unit == "quarter" and len(block.text) <= SHORT // 2 and block in blocks[:5]
        ):
            return d.value
    return None


def as_at(doc: Doc, all_: Frames, start: int, sent: Sent) -> str | None:
    """The day that a paragraph opens with, "As at 31 October there were ...", for what it goes on to tell."""
    for d in dates_in(doc, all_, sent.block.start, start):
        if _AS_AT.fullmatch(layout(doc).text[sent.block.start : d.start]) and not aside(doc, d):
            return d.value
    return None


def of_stem(doc: Doc, all_: Frames, sent: Sent, due: bool = False) -> str | None:
    """The date of the words that lead into a list: "Between January and March:", "Waits have fallen since April:".

    The deadline that they set ("By the end of June:") where `due`.
    """
    if not sent.stem:
        return None
    blocks, index = layout(doc).blocks, sent.block_index
    while index > 0 and blocks[index].text != sent.stem:
        index -= 1
    if blocks[index].text != sent.stem:
        return None
    if due:
        ends = {
            d.value for d in dates_in(doc, all_, blocks[index].start, blocks[index].end) if role(doc, d) == "deadline"
        }
        return ends.pop() if len(ends) == 1 else None
    return _under(doc, all_, blocks[index], sent)


def _over_line(doc: Doc, all_: Frames, sent: Sent) -> str | None:
    """The date of the nearest words before that end in a colon, past lines as short as this one."""
    blocks = layout(doc).blocks
    for index in range(sent.block_index - 1, max(-1, sent.block_index - 8), -1):
        if blocks[index].text.rstrip().endswith(":"):
            return _under(doc, all_, blocks[index], sent)
        if blocks[index].text.rstrip().endswith(".") or blocks[index].kind == "heading":
            return None
    return None


def _under(doc: Doc, all_: Frames, stem: Block, sent: Sent) -> str | None:
    dates = dates_in(doc, all_, stem.start, stem.end)
    since = [d for d in dates if _SINCE.search(layout(doc).text[stem.start : d.start])]
    if len(since) == 1:
        last = _last_count(doc, all_, since[0]) or sent.block.date or all_.own
        return until(since[0].value, last)
    values = {d.value for d in dates if role(doc, d) not in ("deadline", "published")}
    return values.pop() if len(values) == 1 else None


def until(first: str, last: str | None) -> str | None:
    """From one time to another, as precise as the first; null where the second is not after it."""
    first = first.split("/")[0]
    if last is None or last < first[: len(last)]:
        return None
    return f"{first}/{last[: max(len(first), 7)]}"


def _last_count(doc: Doc, all_: Frames, since: Dated) -> str | None:
    """The latest time of which the block before, or the same one, tells how many there were."""
    if since.sent is None:
        return None
    at = bisect_left(all_.dated, since.start, key=lambda d: d.start)
    near = [d for d in all_.dated[max(0, at - 12) : at] if d.sent is not None]
    near = [d for d in near if d.sent is not None and since.sent.block_index - d.sent.block_index <= 1]
    counts = [d.value.split("/")[-1] for d in near if tells(doc, all_, d) and d.value > since.value]
    return max(counts, default=None)


def of_section(doc: Doc, all_: Frames, start: int, sent: Sent, is_line: bool) -> str | None:
    """The one time that the sentence, the paragraph or the section tells of before; null where it names two.

    A line without a verb (`is_line`) stands under the words before it that end in a colon.
    """
    if is_line and (above := _over_line(doc, all_, sent)):
        return above
    low = _section_start(doc, all_, sent)
    at = bisect_left(all_.dated, start, key=lambda d: d.start)
    ahead = [d for d in all_.dated[max(0, at - 40) : at] if d.start >= low and not _leads_elsewhere(d, sent)]
    ahead = [d for d in ahead if not _is_sibling(d, sent)]
    scopes = (
        [d for d in ahead if d.sent is sent],
        [d for d in ahead if d.start >= sent.block.start],
        [d for d in ahead if role(doc, d) != "as_of"],  # that is of another count
    )
    for scope in scopes:
        values = {d.value for d in scope if tells(doc, all_, d) and (scope is scopes[0] or _is_told_of(doc, d))}
        if values:
            return values.pop() if len(values) == 1 else None
    return None


def _is_told_of(doc: Doc, d: Dated) -> bool:
    """Whether a date can be that of more than its own sentence: a stretch of time, a count, a letter, a meeting.

    A single day is else when one thing happened: "The statement was signed on 30 June".
    """
    if len(d.value) < len("2024-05-07") or "/" in d.value or role(doc, d) == "as_of":
        return True
    return _OCCASION.search(layout(doc).text[max(0, d.start - 40) : d.start]) is not None


def _is_sibling(d: Dated, sent: Sent) -> bool:
    """Whether a date stands in another bullet: it tells nothing of this one."""
    return sent.is_listed and d.sent is not None and d.sent.is_listed and d.sent is not sent


def _leads_elsewhere(d: Dated, sent: Sent) -> bool:
    """Whether a date stands in the words over a list that the sentence is not part of."""
    block = d.sent.block if d.sent is not None else None
    return block is not None and block is not sent.block and block.text.rstrip().endswith(":") and not sent.is_listed


def of_heading(doc: Doc, all_: Frames, sent: Sent) -> str | None:
    """The time that a heading names, or an earlier section of the same heading tells of."""
    blocks, index = layout(doc).blocks, sent.block_index
    wanted = set(sent.headings)
    own_heading = sent.heading
    passed = False
    for at in reversed(all_.headings[: bisect_right(all_.headings, index)]):
        block = blocks[at]
        if block.text not in wanted:
            continue
        if not passed or block.text != own_heading:
            dates = dates_in(doc, all_, block.start, block.end)
            values = {
                d.value
                for d in dates
                if role(doc, d) in ("period", "as_of") and not _SINCE.search(layout(doc).text[block.start : d.start])
            }
            if len(values) == 1:
                return values.pop()
        elif block.text == own_heading:
            return _one(doc, all_, block.end, _section_end(blocks, at))
        passed = passed or block.text == own_heading
    return None


def of_survey(doc: Doc, all_: Frames, sent: Sent) -> str | None:
    """The time of the survey that a sentence speaks of, where others of the document tell it."""
    named = _SURVEY.search(sent.span.text)
    if named is None:
        return None
    noun = named[1].lower()
    values = {
        d.value
        for d in all_.dated
        if d.sent is not None and re.search(rf"\b{noun}s?\b", d.sent.span.text, re.I) and tells(doc, all_, d)
    }
    return values.pop() if len(values) == 1 else None


def _one(doc: Doc, all_: Frames, start: int, end: int) -> str | None:
    values = {d.value for d in dates_in(doc, all_, start, end) if tells(doc, all_, d)}
    return values.pop() if len(values) == 1 else None


def tells(doc: Doc, all_: Frames, d: Dated) -> bool:
    """Whether a date is one at which something was, that figures beside it can be of."""
    if d.sent is None or role(doc, d) not in ("event", "as_of", "period") or aside(doc, d):
        return False
    before = layout(doc).text[d.sent.span.start_char : d.start]
    if _SINCE.search(before) or _SET_AGAINST.search(before) or _BEGINS.search(before):
        return False
    if all_.own is None:
        return False
    first = d.value.split("/")[0]
    return first <= all_.own + "~" and int(first[:4]) >= int(all_.own[:4]) - _RECENT


def _section_start(doc: Doc, all_: Frames, sent: Sent) -> int:
    blocks, at = layout(doc).blocks, bisect_right(all_.headings, sent.block_index)
    return blocks[all_.headings[at - 1] if at else 0].start if blocks else 0


def _section_end(blocks: tuple[Block, ...], index: int) -> int:
    after = (b.start for b in blocks[index + 1 :] if b.kind == "heading")
    return next(after, blocks[-1].end)


def dates_in(doc: Doc, all_: Frames, start: int, end: int) -> list[Dated]:
    low = bisect_left(all_.dated, start, key=lambda d: d.start)
    high = bisect_left(all_.dated, end, key=lambda d: d.start)
    return list(all_.dated[low:high])


def within(doc: Doc, all_: Frames, start: int, end: int) -> list[str]:
    """The values of the dates in a stretch that say when something is or was."""
    return _values(doc, dates_in(doc, all_, start, end))


def _values(doc: Doc, dates: Iterable[Dated]) -> list[str]:
    return [d.value for d in dates if role(doc, d) not in ("deadline", "published")]
