"""What kind of publication a document is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import written
from docmine.read.about import additions, numbers, parties
from docmine.records import ASIDE, Block, DocType, Known

_CALLS_ITSELF = re.compile(
    r"\b(?:(?:this|our|the|your|latest|first|next|new)\s+(?:\w+\s+){0,2}|edition\s+of\s+(?:our|the|this)\s+(?:\w+\s+){0,3}"
    r"|^an?\s+(?:\w+\s+){0,2})(?:newsletter|bulletin)\b",
    re.I,
)
_ISSUE_LINE = re.compile(
    r"^(?:(?:issue|edition|volume|vol|no|number)\b[\s.:#–-]*\d+|(?:spring|summer|autumn|winter)\b.{0,20}\b(?:edition|issue)\b)",
    re.I,
)
_NOT_IN_ISSUES = re.compile(
    r"\b(?:report|plan|strategy|policy|guidance|statement|notice|procedure|inspection|review)\b", re.I
)
_UPDATE_LINE = re.compile(
    r"^(?:(?!(?:an?|any|for|please|last|next|further|see|to)\b)[\w’'-]+\s+){0,3}(?:update|briefing)\b(?!:)(?:\s+(?:for|on|to|no)\b.{0,60})?"
    r"[\s,\d–-]*(?:\w+\s+20\d\d)?$",
    re.I,
)
_REPORT_LINE = re.compile(
    r"^(?:an?\s+|the\s+|final\s+)?report\s+(?:of|by|to|from|author)\b|^(?:[\w’'-]+\s+){0,5}report(?:,\s+\w+\s+20\d\d)?$"
    r"|^(?:executive\s+summary)$|^(?:(?:joint|area|local|thematic|short|full)\s+){0,2}inspection\s+of\b",
    re.I,
)
_RUNNING_REPORT = re.compile(
    r"^(?:[\w’'&:–-]+\s+){0,10}(?<!\bthe )(?<!\ba )(?<!\bthis )"
    r"(?:(?:annual|final|progress|performance|monitoring|quarterly)\s+report|report|strategy)"
    r"(?:\s+(?:on|of|for)\b[^.:;|]{0,60})?(?:[\s,|/–-]|to|page|of|\d)*$",
    re.I,
)
"""A head or foot of the pages that names the whole: "Annual report on roads 2024", "Homes Strategy 2020 to 2025"."""
_CONTENTS_OF_ISSUE = re.compile(
    r"(?:also\s+)?(?:in|inside)\s+this\s+(?:issue|edition|newsletter|month[’']s\s+issue)\b\W*", re.I
)
TRAIL = re.compile(r"[A-Z][^>›»]{2,40}(?:\s[>›»]\s[A-Z][^>›»]{2,40}){2,}")
"""The way to a web page from the first one: "Council > Environment > Trees"."""
_ISSUE_BEHIND = re.compile(r"(?<=\w)(?:\s*[:,|(·•–—-]\s*)(?:issue|edition)\b", re.I)
_DESCRIPTION = re.compile(
    r"(?:an?\s+|the\s+|your\s+|our\s+)?(?:[\w’'&-]+,?\s+){0,6}?(?:(?P<kind>news|newsletter|bulletin|magazine|briefing|update)"
    r"\s+(?:[^.:;|]{0,60}?\s)?(?:from|by)|(?P<paper>newsletter|bulletin|magazine)\s+of)\s+(?:the\s+)?(?-i:[A-Z])",
    re.I,
)
_RENEWED = re.compile(r"\b(?:updated|reviewed|modified|changed)\b", re.I)
_LINE = 25
_SHORT = 10
_FIRST = 15


def find(title: str | None, media_type: str, blocks: Sequence[Block]) -> Known | None:
    """One of `DocType`; None where nothing tells."""
    body = [b for b in blocks if b.kind not in ASIDE]
    words = (title or "").casefold()
    if re.search(r"\b(?:newsletter|e?-?bulletin)\b", words):
        return Known("newsletter", "title")
    if re.search(r"\b(?:minutes|action notes|notes of (?:the|a) meeting)\b", words):
        return Known("minutes", "title")
    if re.match(r"(?:[\w’'-]+\s+){0,4}update\s+(?:no\.?\s*)?\d{1,3}\b", words) or _is_issue_of_update(title or ""):
        return Known("update", "title")
    if media_type == "message/rfc822" or _is_letter(body):
        return Known("letter", "text")
    if _says(body[:6], r"^(?:draft\s+)?(?:minutes|notes) of (?:the|a)\b"):
        return Known("minutes", "text")
    if _is_newsletter(words, body):
        return Known("newsletter", "text")
    if _numbers_its_issues(title or ""):
        return Known("newsletter", "title")
    if re.search(r"\byou said,?\s+we\b", words) and media_type != "text/html":
        return Known("update", "title")
    if media_type == "text/html" and _is_dated_update(title or "", body):
        return Known("update", "title")
    report = r"\b(?:inspection|report|review|evaluation|audit|strategy)\b"
    if re.search(report, words) and media_type != "text/html":
        return Known("report", "title")
    if media_type != "text/html" and (described := _described(body)):
        return Known(described, "text")
    trail = any(TRAIL.fullmatch(b.text) for b in body[:4])
    if media_type == "text/html" or trail or (media_type == "text/plain" and _has_link_words(body)):
        return Known("web page", "text")
    if re.search(r"\b(?:update|briefing)\b", words):
        return Known("update", "title")
    if any(b.kind == "furniture" and _RUNNING_REPORT.match(b.text) for b in blocks):
        return Known("report", "text")
    return _by_its_parts(body) or (Known("other", "text") if title else None)


def _is_issue_of_update(title: str) -> bool:
    """Whether a title names one issue of an update: "Homes: update 3", "Homes update, March 2024" or "Homes update"
    behind its month.
    """
    if not re.search(r"\b(?:update|briefing)\b", title, re.I):
        return False
    name = numbers.without(written.without_date(title)).strip(" ,:–—-|()")
    whole = (numbers.of_issue(title) or written.has_date(title)) and len(name.split()) > 1
    return bool(whole) and bool(re.search(r"\b(?:update|briefing)$", name, re.I))


def _is_dated_update(title: str, body: Sequence[Block]) -> bool:
    """Whether a web page is called an update and dated once, under its title: one that is renewed says when it was."""
    if not re.search(r"\w\W+(?:update|briefing)$", title, re.I):
        return False
    dated = [b for b in body if len(b.text.split()) <= _SHORT and written.has_date(b.text)]
    under = [b for b in body[1:3] if b in dated and not _RENEWED.search(b.text)]
    return bool(under) and not any(additions.is_date(b) for b in dated if b not in under)


def _numbers_its_issues(title: str) -> bool:
    """Whether a title names a publication and the issue: "Little Feet: issue 3, March 2024"."""
    match = _ISSUE_BEHIND.search(title)
    if match is None or _NOT_IN_ISSUES.search(title):
        return False
    return not re.search(r"\w", numbers.without(written.without_date(title[match.start() :])))


def _described(body: Sequence[Block]) -> DocType | None:
    """What a line under the title says that the document is: "Children’s news from Ash Council"."""
    for block in body[1:4]:
        if particular := _among_particulars(block):
            return particular
        match = _DESCRIPTION.match(block.text) if len(block.text.split()) <= _LINE else None
        if match and block.text[-1] not in ".!?" and (block.kind != "heading" or written.has_date(block.text)):
            return "update" if (match["kind"] or "").lower() in ("update", "briefing") else "newsletter"
    return None


def _by_its_parts(body: Sequence[Block]) -> Known | None:
    parts: tuple[tuple[str, DocType], ...] = (
        (r"\b(?:apologies|matters arising|actions? from the last meeting)\b", "minutes"),
        (r"^decision\s*:|\bdecision on behalf of the ombudsman\b|^decision notice\b", "report"),
    )
    for (pattern, kind), blocks in zip(parts, (body[:30], body), strict=True):
        if _says(blocks, pattern):
            return Known(kind, "text")
    if any(_REPORT_LINE.search(b.text.split("\t")[0].rstrip(" :")) for b in body[:6] if b.text[-1:] not in ".;,"):
        return Known("report", "text")
    if any(len(b.text.split()) <= 10 and _UPDATE_LINE.search(b.text) for b in body[:4]):
        return Known("update", "text")
    return None


def _says(blocks: Sequence[Block], pattern: str) -> bool:
    return any(re.search(pattern, b.text, re.I) for b in blocks)


def _is_newsletter(title: str, body: Sequence[Block]) -> bool:
    """Whether it calls itself one, alone on a line or in a sentence, or is called news and numbers its issues."""
    if not _NOT_IN_ISSUES.search(title) and any(
        (len(b.text.split()) <= 8 and _ISSUE_LINE.search(b.text)) or _has_issue_and_date(b) for b in body[:4]
    ):
        return True
    if any(_CONTENTS_OF_ISSUE.fullmatch(b.text) for b in body[: 2 * _FIRST]):
        return True
    if any(_among_particulars(b) == "newsletter" for b in body[:4]):
        return True
    if _says(body[:4], r"^(?:e-?)?(?:newsletter|bulletin)\b.{0,12}$"):
        return True
    if re.search(r"\bnews\b", title) and _says(body[:4], r"^(?:issue|edition|no|number|vol|volume)\b\W*\w+"):
        return True
    return any(len(b.text.split()) <= 60 and _CALLS_ITSELF.search(b.text) for b in body[:4])


def _has_issue_and_date(block: Block) -> bool:
    """Whether a line of particulars gives an issue's number and a date: "From the parks team | Issue 4 | May 2024"."""
    if len(block.text.split()) > _LINE or not written.has_date(block.text):
        return False
    return any(numbers.issue_words(part) for part in re.split(r"\s*[|·•,]\s*", block.text) if _ISSUE_LINE.match(part))


def _among_particulars(block: Block) -> DocType | None:
    """What a part of a dated line calls the document: "Ash Partnership | bulletin for schools | June 2024"."""
    parts = re.split(r"\s*[|·•]\s*|\s+[–—]\s+", block.text)
    if len(parts) == 1 or len(block.text.split()) > _LINE or not written.has_date(block.text):
        return None
    if any(re.match(r"(?:[\w’'-]+\s+){0,3}(?:newsletter|e?-?bulletin)\b", part, re.I) for part in parts):
        return "newsletter"
    bare = [numbers.without(written.without_date(part)).strip(" ,:*_") for part in parts]
    return "update" if any(re.fullmatch(r"(?:[\w’'-]+\s+){0,3}(?:update|briefing)", p, re.I) for p in bare) else None


def _is_letter(body: Sequence[Block]) -> bool:
    if any(re.search(r"\bwe,? the undersigned\b|\bopen letter\b", b.text, re.I) for b in body[:6]):
        return True
    return any(b.text.lower().startswith("dear ") and len(b.text.split()) < 15 for b in body[:_FIRST]) and (
        bool(parties.after_closing(body)) or any("this letter" in b.text.lower() for b in body)
    )


def _has_link_words(body: Sequence[Block]) -> bool:
    """A line that points with "here" at a link that the text no longer has: copied from a web page."""
    return any(re.search(r"\bhere$", b.text) and len(b.text.split()) <= 10 for b in body)
