"""When a document was published, and how that is known."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from datetime import date

from docmine.read.pieces import Content
from docmine.records import ASIDE, Block, Known

_MONTHS = tuple(name.lower() for name in month_name if name)
_MONTH = rf"(?P<month>{'|'.join(m[:3] + '(?:' + m[3:] + ')?' if len(m) > 3 else m for m in _MONTHS)}|sept)\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_FULL = re.compile(
    rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.I
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.I)
_SLASHED = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>20\d\d)\b")
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_SHORT = re.compile(rf"[–—-]\s*{_MONTH},?\s+['’]?(?P<year>[1-4]\d)\s*$", re.I)
_LABEL = (
    r"(?:date(?:\s+(?:of\s+issue|published|issued))?|published(?:\s+on)?"
    r"|issued|(?:last\s+)?updated(?:\s+on)?)\s*[:–-]?\s*"
)
_LABELLED = re.compile(rf"^\W*{_LABEL}(?=\S)", re.I)
_COPYRIGHT = re.compile(r"(?:©|\bcopyright)\D{0,40}(?P<year>20\d\d)", re.I)
_INSPECTED = re.compile(r"\binspection\s+(?:dates?|took\s+place)\b.*?(?P<year>20\d\d)", re.I)
_NAME_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:20)?[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_NAME_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)[-_.](?P<month>\d\d)(?:[-_.](?P<day>\d\d))?(?!\d)")
_ANY_MONTH = re.compile(rf"\b{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\w)", re.I)
_TO_COME = re.compile(r"\b(?:will|shall|going\s+to|plans?\s+to|planned|due|is\s+to|are\s+to)\b", re.I)
_AHEAD = 6
"""Months: a month without a year that is said to come is one of the next six, or the date before it is wrong."""
_HEAD_BLOCKS = 12
"""The date of a letter or an issue stands among the first blocks."""


def find(name: str, title: str | None, doc_type: str, blocks: Sequence[Block], content: Content) -> Known | None:
    """ISO date, perhaps partial. What the text states beats the file's name, and that the file's properties."""
    body = [b for b in blocks if b.kind not in ASIDE]
    head = body[:_HEAD_BLOCKS]
    if title and (value := _first(title) or _short(title, body)):
        return Known(value, "title")
    for block in head:
        text = _LABELLED.sub("", block.text)
        labelled = text != block.text
        value = _first(text)
        if value and (labelled or len(text.split()) <= 5 or _is_issue_line(block)) and not _is_event(block.text):
            return Known(value, "text")
    for block in head[:3]:
        if value := _short(block.text, body):
            return Known(value, "text")
    if "from" in content.metadata and "date" in content.metadata:
        return Known(content.metadata["date"], "metadata")
    if value := _in_name(name):
        return Known(value, "filename")
    if "page" in content.metadata and (value := _first(content.metadata.get("date", ""))):
        return Known(value, "metadata")
    if value := _year(blocks):
        return Known(value, "text")
    value = _property(content.metadata.get("date", ""))
    if value and not _contradicted(value, body):
        return Known(value, "metadata")
    if doc_type in ("letter", "update") and (value := _latest_year(body)):
        return Known(value, "text")
    return None


def _first(text: str) -> str | None:
    """The first date of a text, as precise as it is written."""
    found: list[tuple[int, str]] = []
    for pattern in (_FULL, _ISO, _SLASHED, _MONTH_YEAR):
        for match in pattern.finditer(text):
            value = _value(match)
            if value:
                found.append((match.start(), value))
                break
    # "12 May 2022" also matches as "May 2022": the earlier start is the longer match.
    return min(found)[1] if found else None


def without_date(text: str) -> str:
    """The text without any date in it."""
    for pattern in (_FULL, _ISO, _SLASHED, _MONTH_YEAR, _SHORT):
        text = pattern.sub("", text)
    return text


def has_date(text: str) -> bool:
    """Whether a month with a year, or a full date, stands in the text."""
    return _first(text) is not None or bool(_SHORT.search(text))


def _value(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    raw = groups["month"].lower()
    month = int(raw) if raw.isdigit() else next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(raw[:3]))
    year = int(groups["year"]) + (2000 if len(groups["year"]) == 2 else 0)
    day = groups.get("day")
    if not 1 <= month <= 12:
        return None
    if not day:
        return f"{year}-{month:02}"
    try:
        return date(year, month, int(day)).isoformat()
    except ValueError:
        return None


def _short(text: str, body: Sequence[Block]) -> str | None:
    """ "… – October 21" at the end of a title; the document must name that year, or the one before, in full."""
    match = _SHORT.search(text)
    if match is None:
        return None
    year = 2000 + int(match["year"])
    named = any(re.search(rf"\b{y}\b", b.text) for y in (year, year - 1) for b in body)
    return _value(match) if named else None


def _is_issue_line(block: Block) -> bool:
    return len(block.text.split()) <= 14 and bool(
        re.search(r"\b(?:newsletter|bulletin|issue|edition|update)\b", block.text, re.I)
    )


def _is_event(text: str) -> bool:
    """A date that names something else: when an inspection or a meeting took place, a deadline."""
    return bool(re.search(r"\b(?:inspect|previous|deadline|by|until|from|held|event|due)", text, re.I))


def _in_name(name: str) -> str | None:
    """A date in the file's name: yymmdd, yyyymmdd, yyyy-mm-dd, a month with a year."""
    stem = name.rsplit(".", 1)[0]
    for pattern in (_NAME_COMPACT, _NAME_ISO):
        match = pattern.search(stem)
        if match and (value := _value(match)):
            return value
    return _first(re.sub(r"[-_.]+", " ", stem))


def _year(blocks: Sequence[Block]) -> str | None:
    """The year of the copyright line; else of the inspection that a report is about."""
    for pattern in (_COPYRIGHT, _INSPECTED):
        years = [m["year"] for b in blocks if (m := pattern.search(b.text))]
        if years:
            return max(years)
    return None


def _property(raw: str) -> str | None:
    """A PDF's "D:20180704112229+00'00'" or an ISO date."""
    match = re.match(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)", raw)
    try:
        return date(*(int(g) for g in match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _contradicted(created: str, body: Sequence[Block]) -> bool:
    """Whether the text shows that the file was made long before or after it was written.

    It says of an earlier month that it is still to come, or of a later one that it is over: a file is often
    saved anew years later, or made from the file of another document.
    """
    made = (int(created[:4]), int(created[5:7]))
    sentences = (part for b in body for part in re.split(r"(?<=[.!?;])\s+", b.text))
    return any(_speaks_against(made, sentence) for sentence in sentences)


def _speaks_against(made: tuple[int, int], sentence: str) -> bool:
    """`made`: year and month of the file."""
    to_come = _TO_COME.search(sentence)
    for match in _ANY_MONTH.finditer(sentence):
        if not match["month"][0].isupper():
            continue
        month = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(match["month"].lower()[:3]))
        named = (int(match["year"]), month) if match["year"] else None
        if to_come is None:
            if named and named > made and re.search(r"\b(?:was|were|has|have|had)\b", sentence):
                return True
        elif match.start() > to_come.start() and (named < made if named else (month - made[1]) % 12 > _AHEAD):
            return True
    return False


def _latest_year(body: Sequence[Block]) -> str | None:
    """The latest year in which the document reports something: no later one can be its own with certainty."""
    dates = [
        value
        for b in body
        for pattern in (_FULL, _MONTH_YEAR)
        for m in pattern.finditer(b.text)
        if not re.search(r"\b(?:by|until|before|from)\s+(?:the\s+)?(?:end\s+of\s+)?$", b.text[: m.start()], re.I)
        and (value := _value(m))
    ]
    return max(dates)[:4] if dates else None
