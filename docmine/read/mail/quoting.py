"""Where earlier mail begins in a message, who wrote it and when; by the words that mail programs put above it.

Libraries for this (mail-parser-reply, email-reply-parser) work on plain text only, take a bullet "- one" for a
signature, and tell neither author nor date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docmine.read import written
from docmine.read.pieces import clean

_WROTE = re.compile(
    r"^\W*(?:on\b.{6,180}|.{0,80}\b(?:19|20)\d\d\b.{0,80}|.{0,80}[\w.-]+@[\w.-]+.{0,10})\b(?:wrote|writes)\s*:\W*$",
    re.I,
)
_WROTE_BEGINS = re.compile(r"^\W*on\b.{6,}(?:\d|,)", re.I)
_SEPARATOR = re.compile(
    r"^\W*(?:-{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|by .{1,60})|reply message)\s*-{2,}"
    r"|begin forwarded message:?)\W*$",
    re.I,
)
_RULE = re.compile(r"^\s*(?:_{10,}|-{20,}|={20,})\s*$")
_HEAD = re.compile(
    r"^[\s*>]*(?P<name>from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments)\s*:[\s*]*(?P<value>.*)$", re.I
)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:GMT|BST|UTC|[+-]\d{4}))?|\b(?:19|20)\d\d\b", re.I
)
_WHEN = re.compile(
    rf"(?:\W*(?:\d|noon\b|midday\b|today\b|now\b|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b|{written.MONTH}\s+\d))(?!.*@)",
    re.I,
)
_ADDRESS = re.compile(r"<[^>]*>|\[mailto:[^\]]*\]|\(?\bvia\b.*$", re.I)
_HEAD_LINES = 8


@dataclass(slots=True)
class Part:
    """Lines that follow one another; `quoted` where they are earlier mail, of its author and date as far as known."""

    quoted: bool
    lines: list[str] = field(default_factory=list)
    author: str | None = None
    date: str | None = None
    """ISO, perhaps partial."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What announces earlier mail, over `lines` lines."""

    lines: int
    author: str | None = None
    date: str | None = None
    is_intro: bool = False
    """ "... wrote:", after which the writer may go on between quoted lines."""


def parts(text: str) -> list[Part]:
    """A plain text in its own and its quoted parts, in their order; without the signs of quoting (">")."""
    lines = text.split("\n")
    found: list[Part] = [Part(False)]
    mark: Mark | None = None
    below = False
    """Whether all that follows is earlier mail."""
    i = 0
    while i < len(lines):
        line = lines[i]
        depth, bare = _depth(line)
        here = mark_at([_depth(x)[1] for x in lines[i : i + _HEAD_LINES + 2]])
        if here is not None:
            mark = here
            below = below or (depth == 0 and not (here.is_intro and _is_marked(lines[i + here.lines :])))
            said = [_depth(x)[1] for x in lines[i : i + here.lines]]
            _append(found, True, ["", " ".join(x.strip() for x in said), ""] if here.is_intro else said, mark)
            i += here.lines
            continue
        if not line.strip():
            found[-1].lines.append("")
        elif depth or below:
            _append(found, True, [bare], mark)
        else:
            _append(found, False, [line], None)
        i += 1
    return [part for part in found if any(line.strip() for line in part.lines)]


def mark_at(lines: Sequence[str]) -> Mark | None:
    """Whether earlier mail is announced at the first of these lines."""
    first = lines[0].strip()
    if not first:
        return None
    for count in (1, 2, 3):
        joined = " ".join(line.strip() for line in lines[:count])
        if (
            (count == 1 or _WROTE_BEGINS.match(first))
            and _WROTE.match(joined)
            and all(x.strip() for x in lines[:count])
        ):
            return Mark(count, *_who_and_when(joined), is_intro=True)
    if _SEPARATOR.match(first) or _RULE.match(first):
        blank = next((n for n, line in enumerate(lines[1:], 1) if line.strip()), None)
        head = _heads(lines[blank:]) if blank is not None else None
        if head is not None and blank is not None:
            return Mark(blank + head.lines, head.author, head.date)
        return Mark(1) if _SEPARATOR.match(first) else None
    return _heads(lines)


def _heads(lines: Sequence[str]) -> Mark | None:
    """From, Sent, To, Subject: three of them below one another, the first being From or a date."""
    found: dict[str, str] = {}
    count = 0
    for number, line in enumerate(lines[: _HEAD_LINES + 2]):
        match = _HEAD.match(line)
        if match is None:
            if line.strip() and not (found and number < _HEAD_LINES and line[:1] in " \t;"):
                break
            continue
        found.setdefault(match["name"].lower(), clean(match["value"]))
        count = number + 1
    known = {"from", "sent", "date", "to", "cc", "subject"} & found.keys()
    if _WHEN.match(found.get("from", "")):  # of an invitation: "From: 10am", "To: 3pm"
        return None
    starts = _HEAD.match(lines[0]) if lines else None
    if (
        starts is None
        or starts["name"].lower() not in ("from", "date", "sent")
        or "from" not in found
        or len(known) < 3
    ):
        return None
    return Mark(count, _name(found["from"]), written.first(found.get("sent") or found.get("date") or ""))


def head_in_one(text: str) -> Mark | None:
    """The same where all heads stand in one line ("From: A Sent: 2 May 2022 To: B Subject: C")."""
    split = re.split(r"\s+(?=\*?(?:Sent|Date|To|Cc|Subject)\s*:)", text)
    found = _heads(split) if len(split) >= 3 else None
    return Mark(1, found.author, found.date) if found else None


def _who_and_when(text: str) -> tuple[str | None, str | None]:
    """ "On Mon, 2 May 2022 at 09:00, Sam Hill <sam@example.org> wrote:" → the name, the date."""
    bare = re.sub(r"\s*\b(?:wrote|writes)\s*:\W*$", "", re.sub(r"^\W*on\b\s*", "", text, flags=re.I), flags=re.I)
    times = list(_TIME.finditer(bare))
    behind = bare[times[-1].end() :] if times else bare
    before = bare[: times[0].start()] if times else ""
    who = _name(behind) or _name(re.split(r",|\b\d", before)[0])
    return who, written.first(bare)


def _name(text: str) -> str | None:
    """A person's name without the address; the address where there is no name."""
    name = clean(_ADDRESS.sub(" ", text)).strip(" ,;:*\"'()-")
    if re.search(r"\w", name):
        return name
    address = re.search(r"[\w.+'-]+@[\w.-]+\w", text)
    return address.group() if address else None


def _depth(line: str) -> tuple[int, str]:
    """How often a line is quoted, and the line without the signs of it."""
    match = re.match(r"^\s{0,2}((?:>\s?)+)", line)
    return (match[1].count(">"), line[match.end() :]) if match else (0, line)


def _is_marked(lines: Sequence[str]) -> bool:
    """Whether the first lines of text that follow are marked as quoted."""
    return any(_depth(line)[0] for line in [x for x in lines if x.strip()][:1])


def _append(found: list[Part], quoted: bool, lines: Sequence[str], mark: Mark | None) -> None:
    author, date = (mark.author, mark.date) if mark else (None, None)
    last = found[-1]
    if last.quoted != quoted or (quoted and (last.author, last.date) != (author, date)):
        found.append(Part(quoted, [], author, date))
    found[-1].lines.extend(lines)
