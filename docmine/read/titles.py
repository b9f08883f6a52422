"""What a document is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import numbers, written
from docmine.read.organisations import is_organisation
from docmine.read.pieces import Content
from docmine.records import Block, Known

_ISSUE = re.compile(r"\b(?:newsletter|bulletin|e-?bulletin|update|briefing)\b", re.I)
_BARE_ISSUE = re.compile(r"^(?:newsletter|bulletin|issue|edition|update)\b", re.I)
_DESCRIBES = re.compile(r"^(?:an?|your|our|this|welcome)\b", re.I)
_MINUTES = re.compile(r"^(?:draft |confirmed )?(?:minutes|notes|agenda|action|meeting|\d+\.)", re.I)
_FILE_LIKE = re.compile(r"\.\w{2,4}$|_|^Microsoft|^untitled|^document\d*$|^\d+$", re.I)
FIRST = 15
"""Blocks in which a document introduces itself."""


def find(body: Sequence[Block], content: Content) -> Known | None:
    """The subject of a mail; else the heading that names the issue, else the largest of the first headings."""
    if "from" in content.metadata and content.metadata.get("subject"):
        return Known(re.sub(r"^(?:(?:re|fwd?|fw)\s*:\s*)+", "", content.metadata["subject"], flags=re.I), "metadata")
    first = [b for b in body[:FIRST] if b.page in (None, 1)]
    heads = [b for b in first if b.kind == "heading" and _says_more_than_when(b.text)]
    for block in _before_sections([*heads, *first], body):
        if len(block.text.split()) <= 14 and _is_issue(block.text):
            return Known(_with_masthead(block, heads), "text")
    greeting = next((i for i, b in enumerate(body[:30]) if b.text.lower().startswith("dear ")), None)
    if greeting is not None and (subject := _subject(body[greeting + 1 : greeting + 3])):
        return Known(subject, "text")
    if heads:
        top = min(b.level or 6 for b in heads)
        chosen = next(b for b in heads if (b.level or 6) == top)
        if is_organisation(chosen.text) and (below := _below_letterhead(chosen, heads)):
            chosen = below
        # A heading far below the first words of a letter is one of its sections.
        if first.index(chosen) <= 8 or content.metadata.get("page"):
            return Known(chosen.text, "text")
    given = content.metadata.get("title", "")
    if given and not _FILE_LIKE.search(given) and len(given.split()) <= 25:
        return Known(given, "metadata")
    return None


def _below_letterhead(head: Block, heads: Sequence[Block]) -> Block | None:
    """The title under a publisher's name in larger type; the name of a board is that of its minutes."""
    below = next((b for b in heads if b.start > head.start), None)
    return None if below is None or _MINUTES.match(below.text) or below.start > head.end + 2 else below


def _says_more_than_when(text: str) -> bool:
    """Whether a line is more than a date, an issue's number or a word such as "Press release"."""
    rest = numbers.without(written.without_date(text))
    return bool(re.sub(r"\W|\b(?:date|published|updated|press release|news release)\b", "", rest, flags=re.I))


def _before_sections(candidates: Sequence[Block], body: Sequence[Block]) -> list[Block]:
    """Those that may name the document: under its head and some prose, a lower heading is a section or an addition."""
    head = next((i for i, b in enumerate(body) if b.kind == "heading" and (b.level or 6) == 1), None)
    if head is None:
        return list(candidates)
    prose = next((b.start for b in body[head + 1 :] if b.kind == "paragraph" and len(b.text.split()) >= 20), None)
    return [b for b in candidates if prose is None or b.start < prose or (b.level or 6) == 1]


def _subject(below: Sequence[Block]) -> str | None:
    """The line under a letter's greeting that names its subject."""
    found = next((b for b in below if b.kind == "heading"), None)
    return re.sub(r"^re\s*:\s*", "", found.text, flags=re.I) if found else None


def _is_issue(text: str) -> bool:
    """Whether a line names one issue of a publication: its kind, with a number or a date."""
    return (
        bool(_ISSUE.search(text))
        and not _DESCRIBES.match(text)
        and (numbers.of_issue(text) is not None or written.has_date(text))
        and text[-1:] not in ".,;"
    )


def _with_masthead(block: Block, heads: Sequence[Block]) -> str:
    """ "Newsletter No 4: May 2020" under a masthead in larger type that alone says of what."""
    if not _BARE_ISSUE.match(block.text):
        return block.text
    top = [b for b in heads if b is not block and b.text.isupper() and len(b.text.split()) <= 5]
    top += [b for b in heads if b is not block and (b.level or 6) < (block.level or 6) and len(b.text.split()) <= 5]
    if not top:
        return block.text
    return f"{spelt(top[0].text)} {block.text}"


def spelt(name: str) -> str:
    """A masthead in capitals as it is spoken of: "HARBOUR NEWS" is "Harbour News", "SEND" stays."""
    return name.title() if name.isupper() and len(name) > 5 else name
