"""What a document is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import headings, written
from docmine.read.about import numbers, parties
from docmine.read.about.organisations import is_organisation, is_role, names_a_person, spelt
from docmine.read.pieces import Content
from docmine.records import ASIDE, Block, Known

_ISSUE = re.compile(r"\b(?:newsletter|bulletin|e-?bulletin|update|briefing)\b", re.I)
_PAPER = re.compile(r"\b(?:newsletter|bulletin|magazine) (?:for|of|from)\b", re.I)
"""In a line under the title: what greets its readers with "Dear all" is no letter then."""
_BARE_ISSUE = re.compile(r"^(?:newsletter|bulletin|issue|edition|update)\b", re.I)
_DESCRIBES = re.compile(
    r"^(?:an?|your|our|this|welcome)\b|^the\s+(?:[\w’'-]+\s+){0,3}(?:newsletter|bulletin|update|briefing)\s+(?:of|for|from|by)\b",
    re.I,
)
_MINUTES = re.compile(r"^(?:draft |confirmed )?(?:minutes|notes|agenda|action|meeting|\d+\.)", re.I)
_NO_TITLE = re.compile(
    r"\b(?:date|published|updated|(?:press|news|media)\s+(?:release|statement)|for\s+immediate\s+release|for\s+release|(?:not\s+for|embargoed?)\b.*"
    r"|purpose\s+of\s+(?:the\s+|this\s+)?report|executive\s+summary|private\s+and\s+confidential|by\s+e-?mail|contents"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_LABELLED = re.compile(r"^(?:(?:report\s+)?title|subject|report\s+subject|re)\s*(?::\s*|\t\s*)(?P<title>\S.*)$", re.I)
_FILE_LIKE = re.compile(r"\.\w{2,4}$|_|^Microsoft|^untitled|^document\d*$|^\d+$", re.I)
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})*\s+[A-Z]")
_WORK = re.compile(r"\b(?:report|strategy|plan|review|policy|guide|statement|evaluation|assessment|handbook)\b", re.I)
_SENTENCE = 8
_PROSE = 12
_LINES = 6
_TITLE_WORDS = 14
_DESCRIPTION = 25
_NAME_WORDS = 3
FIRST = 15
"""Blocks in which a document introduces itself."""


def find(blocks: Sequence[Block], content: Content) -> Known | None:
    """The subject of a mail; else the heading that names the issue, else the largest of the first headings."""
    body = [b for b in blocks if b.kind not in ASIDE]
    if "from" in content.metadata and content.metadata.get("subject"):
        return Known(re.sub(r"^(?:(?:re|fwd?|fw)\s*:\s*)+", "", content.metadata["subject"], flags=re.I), "metadata")
    first = [b for b in body[:FIRST] if b.page in (None, 1)]
    heads = [b for b in first if b.kind == "heading" and _says_more_than_when(b.text)]
    for block in _before_sections([*heads, *first], body):
        if len(block.text.split()) <= 14 and _is_issue(block.text) and not _is_particulars(block, heads):
            return Known(_with_masthead(block, heads), "text")
    greeting = next((i for i, b in enumerate(body[:30]) if b.text.lower().startswith("dear ")), None)
    if greeting is not None and (subject := _subject(body[greeting + 1 : greeting + 3])):
        return Known(subject, "text")
    labelled = next((m for b in first if (m := _LABELLED.match(b.text)) and len(b.text.split()) <= 25), None)
    if labelled:
        return Known(labelled["title"], "text")
    paper = any(_PAPER.search(b.text) and len(b.text.split()) <= _DESCRIPTION for b in first[1:3])
    heads = [b for b in heads if _may_be_title(b, greeting is not None and not paper)]
    opening = _opening(first)
    if heads and opening is not None and opening < heads[0].start and not content.metadata.get("page"):
        heads = []  # under the first words a heading is one of a section
    if heads:
        top = min(b.level or 6 for b in heads)
        chosen = next(b for b in heads if (b.level or 6) == top)
        if is_organisation(chosen.text) and (below := _below_letterhead(chosen, heads)):
            chosen = below
        if _SECTION.match(chosen.text) and (running := _running_title(blocks, chosen)):
            return Known(running, "text")
        # A heading far below the first words of a letter is one of its sections.
        if first.index(chosen) <= 8 or content.metadata.get("page"):
            return Known(chosen.text, "text")
    if plain := _plain(first, body, greeting is not None):
        return Known(plain, "text")
    given = content.metadata.get("title", "")
    if given and not _FILE_LIKE.search(given) and len(given.split()) <= 25:
        return Known(given, "metadata")
    return None


def _may_be_title(head: Block, letter: bool) -> bool:
    """Not the heading of a numbered section, nor the name of who writes a letter."""
    if re.match(r"\d{1,2}\.\s", head.text) or re.fullmatch(r"\d{1,2}\.?", head.marker or ""):
        return False
    return not (letter and (parties.person(head.text) or is_role(head.text)))


def _running_title(blocks: Sequence[Block], section: Block) -> str | None:
    """The head of the pages, or the line above the section, that names a whole work: its chapter does not."""
    lines = [b for b in blocks if b.kind == "furniture" or (b.kind == "paragraph" and b.start < section.start)]
    return next(
        (
            b.text
            for b in lines
            if _WORK.search(b.text)
            and len(b.text.split()) <= _TITLE_WORDS
            and b.text[0].isupper()
            and not re.search(r"[.;:|\t]|\bpage\b", b.text, re.I)
            and not is_organisation(b.text)
            and _says_more_than_when(b.text)
        ),
        None,
    )


def _opening(first: Sequence[Block]) -> int | None:
    """Where the first words begin that somebody is told: a greeting, or a paragraph of a sentence or more."""
    for block in first:
        told = block.kind == "paragraph" and len(block.text.split()) >= _PROSE and block.text[-1:] in ".?!"
        if told or block.text.lower().startswith("dear "):
            return block.start
    return None


def _plain(first: Sequence[Block], body: Sequence[Block], letter: bool) -> str | None:
    """The title of a document that sets it in no larger type: a line above the first words that is nothing else.

    Minutes are called by their board. A letter has a letterhead there, unless it is an open one.
    """
    opening = _opening(first)
    lines = [b.text for b in first if b.kind == "paragraph" and (opening is None or b.start < opening)][:_LINES]
    if any(re.match(r"(?:draft\s+)?minutes\b", line, re.I) for line in lines):
        boards = [line for line in lines if is_organisation(line)]
        return next((b for b in boards if not re.search(r"\bcouncil$", b, re.I)), boards[0] if boards else None)
    if found := next((line for line in lines if re.match(r"(?:an?\s+)?open letter\b", line, re.I)), None):
        return found
    issue = any(numbers.of_issue(line) or written.has_date(line) for line in lines[1:])
    if (letter and not any(numbers.of_issue(line) for line in lines)) or not issue:
        return None
    return next((line for line in lines if _says_more_than_when(line) and _names_something(line)), None)


def _names_something(line: str) -> bool:
    """Whether a line may be a title, and is no organisation, person, label or part of an address."""
    person = parties.person(line) and len(line.split()) <= _NAME_WORDS
    no_title = is_organisation(line) or person or names_a_person(line) or re.search(r"[:@]|\d{3}", line)
    return _is_subject(line) and len(line.split()) <= _TITLE_WORDS and not no_title


def _below_letterhead(head: Block, heads: Sequence[Block]) -> Block | None:
    """The title under a publisher's name in larger type; the name of a board is that of its minutes."""
    below = next((b for b in heads if b.start > head.start), None)
    return None if below is None or _MINUTES.match(below.text) or below.start > head.end + 2 else below


def _says_more_than_when(text: str) -> bool:
    """Whether a line is more than a date, an issue's number or a word such as "Press release"."""
    rest = _NO_TITLE.sub("", numbers.without(written.without_date(text)))
    return bool(re.sub(r"\W", "", rest))


def _before_sections(candidates: Sequence[Block], body: Sequence[Block]) -> list[Block]:
    """Those that may name the document: under its head and some prose, a lower heading is a section or an addition."""
    head = next((i for i, b in enumerate(body) if b.kind == "heading" and (b.level or 6) == 1), None)
    if head is None:
        return list(candidates)
    prose = next((b.start for b in body[head + 1 :] if b.kind == "paragraph" and len(b.text.split()) >= 20), None)
    return [b for b in candidates if prose is None or b.start < prose or (b.level or 6) == 1]


def _subject(below: Sequence[Block]) -> str | None:
    """The line under a letter's greeting that names its subject."""
    told = bool(below) and len(below[0].text.split()) >= _SENTENCE and below[0].text[-1:] in ".:"
    found = None if told else next((b for b in below if b.kind == "heading"), None)
    if found is None and len(below) > 1 and _is_subject(below[0].text) and below[1].text[-1:] in ".?!:":
        found = below[0]
    return re.sub(r"^(?:re|subject|ref)\s*:\s*", "", found.text, flags=re.I) if found else None


def _is_subject(line: str) -> bool:
    """A short line without a stop that says nothing by itself."""
    return (
        2 <= len(line.split()) <= 20
        and line[0].isupper()
        and line[-1] not in ".,;!:"
        and not headings.speaks(line)
        and not headings.is_letter_part(line)
    )


def _is_issue(text: str) -> bool:
    """Whether a line names one issue of a publication: its kind, with a number or a date."""
    return (
        bool(_ISSUE.search(text))
        and not _DESCRIBES.match(text)
        and (numbers.of_issue(text) is not None or written.has_date(text))
        and text[-1:] not in ".,;"
    )


def _is_particulars(block: Block, heads: Sequence[Block]) -> bool:
    """Whether a line under a heading has the body among its parts: "Ash Council | Roads | Update 6, May 2024"."""
    parts = re.split(r"\s*[|·•]\s*|\s+[–—]\s+", block.text)
    above = any(b.start < block.start and not is_organisation(b.text) for b in heads)
    return (
        above
        and block.kind != "heading"
        and any(is_organisation(re.split(r"[’']s?\s", part.strip(" *_"))[0]) for part in parts)
    )


def _with_masthead(block: Block, heads: Sequence[Block]) -> str:
    """ "Newsletter No 4: May 2020" under a masthead in larger type that alone says of what."""
    if not _BARE_ISSUE.match(block.text):
        return block.text
    above = [b for b in heads if b.start < block.start]
    heads = above or heads  # those below it are of sections
    top = [b for b in heads if b is not block and b.text.isupper() and len(b.text.split()) <= 5]
    top += [b for b in heads if b is not block and (b.level or 6) < (block.level or 6) and len(b.text.split()) <= 5]
    if not top:
        return block.text
    if _ISSUE.search(top[0].text):
        return spelt(top[0].text)
    return f"{spelt(top[0].text)} {block.text}"
