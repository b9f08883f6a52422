"""Of which publication a document is one issue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.read import written
from docmine.read.about import numbers
from docmine.read.about.organisations import spelt
from docmine.records import Block, Known

_INSPECTION = re.compile(r"^(?P<kind>.{3,60}?\binspection)\b(?:\s+report)?\s+(?:of|in|for)\b", re.I)
_MINUTES = re.compile(
    r"\s*[:,–—|-]*\s*\b(?:draft\s+|confirmed\s+)?(?:minutes|action notes|notes)\b"
    r"(?:\s+of\s+(?:the|a)\s+(?:last\s+)?meeting)?(?:\s+held(?:\s+on)?)?\s*$",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:q[1-4]|quarter\s+(?:[1-4]|one|two|three|four))\b(?:,?\s+(?:20)?\d\d(?:[/-](?:20)?\d\d)?)?", re.I
)
_MONTH = "|".join(m[:3] + (f"(?:{m[3:]})?" if len(m) > 3 else "") for m in written.MONTHS)
_SPAN = re.compile(
    rf"(?:\bfrom\s+)?(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+)?\b(?:{_MONTH})\b\.?(?:\s+20\d\d)?\s*(?:to|and|until|[/–—-])\s*"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH})\b\.?\s+20\d\d\b",
    re.I,
)
"""From one month to another: "October to December 2025"."""
_RECURRING = re.compile(r"\b(?:quarterly|annual|monthly|weekly|termly|half-yearly)\b", re.I)
_YEARS = re.compile(r"[\s,:–—-]*\b20\d\d(?:\s*(?:/|-|–|to)\s*(?:20)?\d\d)?\s*$")
_NO_NAME = re.compile(
    r"(?:(?:the|and|of|public|notice|meeting|agenda|minutes|draft|report|summons|update|newsletter|bulletin|progress"
    r"|annual|quarterly|monthly|weekly|latest|news|issue|edition|item)\W*)+",
    re.I,
)
"""What any body calls its papers: two documents that share no more than that are not of one series."""
_STANDS_ALONE = ("letter", "web page")


def find(title: str | None, doc_type: str, body: Sequence[Block]) -> Known | None:
    """The title without number, period and date, where it has one of them or its kind comes out in issues."""
    if not title:
        return None
    inspection = _INSPECTION.match(title)
    if inspection and doc_type in ("report", "letter"):
        return Known(f"{inspection['kind']} {doc_type}", "title")
    if doc_type in _STANDS_ALONE:
        return None
    if doc_type == "minutes":
        name = _MINUTES.sub("", written.without_date(title)).strip(" ,:–—-|()")
        return Known(spelt(name), "title") if name and not _NO_NAME.fullmatch(name) else None
    named = _SPAN.sub("", numbers.without_topic(title))
    bare = _PERIOD.sub("", numbers.without(written.without_date(named)))
    bare = re.sub(r"\(\s*\)", "", bare)
    bare = re.sub(r"\s{2,}", " ", re.sub(r"([·|])(?:\s*[·|])+", r"\1", bare)).strip(" ,:–—-|·")
    bare = re.sub(
        r"\b(?:spring|summer|autumn|winter)(?:\s+term)?\s+(?=(?:e-?)?(?:newsletter|bulletin|update|edition)\b)",
        "",
        bare,
        flags=re.I,
    )
    issues = doc_type in ("newsletter", "update") and not re.match(r"you said", title, re.I)
    issues = issues or bare != title or bool(_RECURRING.search(title))
    issues = issues or (doc_type == "report" and any(_PERIOD.match(b.text) for b in body[:5]))
    if issues and doc_type in ("report", "newsletter", "update"):
        bare = _YEARS.sub("", bare)
    bare = re.sub(r"[\s,–—|-]*\b(?:w/c|week\s+(?:commencing|beginning|ending))\W*$", "", bare, flags=re.I)
    return Known(spelt(bare), "title") if bare and issues and not _NO_NAME.fullmatch(bare) else None
