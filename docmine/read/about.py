"""What a document says of itself, and how that is known: title, type, publisher, addressee, signatory, series, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docmine.read import published, publisher
from docmine.read.pieces import Content
from docmine.records import ASIDE, Block, DocType, Known

_ISSUE = re.compile(r"\b(?:newsletter|bulletin|e-?bulletin|update|briefing)\b", re.I)
_NUMBER = re.compile(
    r"[\s,:–—-]*\b(?:no|nr|number|issue|edition|volume|vol)\.?\s*[:#]?\s*\d+(?:\.\d+)?\b|\s*#\d+", re.I
)
_BARE_ISSUE = re.compile(r"^(?:newsletter|bulletin|issue|edition|update)\b", re.I)
_DEAR = re.compile(r"^(?:Dear|DEAR|dear)\s+(?P<who>[A-Z][^.!?]{1,80}?)[\s,:]*$")
_INSPECTION = re.compile(r"^(?P<kind>.{3,60}?\binspection)\b(?:\s+report)?\s+(?:of|in|for)\b", re.I)
_PERSON = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|Professor|Prof)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]*){1,3}$"
)
_ROLE = re.compile(
    r"\s+(?=(?:National|Regional|Executive|Interim|Deputy|Assistant|Senior|Chief|Director|Head|Manager|Chair|Leader|His|Her|HM)\b)"
)
_FILE_LIKE = re.compile(r"\.\w{2,4}$|_|^Microsoft|^untitled|^document\d*$|^\d+$", re.I)
_FIRST = 15
"""Blocks in which a document introduces itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a document says of itself; None where it does not."""

    title: Known | None = None
    doc_type: Known | None = None
    publisher: Known | None = None
    addressee: Known | None = None
    signatory: Known | None = None
    series: Known | None = None
    published: Known | None = None


def find(name: str, media_type: str, blocks: Sequence[Block], content: Content) -> Facts:
    """The facts of the document in a file called `name`."""
    body = [b for b in blocks if b.kind not in ASIDE]
    title = _title(body, content)
    words = title.value if title else None
    kind = _type(words, media_type, body)
    letter = kind is not None and kind.value == "letter"
    return Facts(
        title=title,
        doc_type=kind,
        publisher=publisher.find(words, kind.value if kind else "other", blocks, content),
        addressee=_addressee(body, content),
        signatory=_signatory(body) if letter else None,
        series=_series(words, kind.value if kind else "other"),
        published=published.find(name, words, kind.value if kind else "other", blocks, content),
    )


def _title(body: Sequence[Block], content: Content) -> Known | None:
    """The subject of a mail; else the heading that names the issue, else the largest of the first headings."""
    if "from" in content.metadata and content.metadata.get("subject"):
        return Known(re.sub(r"^(?:(?:re|fwd?|fw)\s*:\s*)+", "", content.metadata["subject"], flags=re.I), "metadata")
    first = [b for b in body[:_FIRST] if b.page in (None, 1)]
    heads = [b for b in first if b.kind == "heading" and published.without_date(b.text).strip()]
    for block in _before_sections([*heads, *first], body):
        if len(block.text.split()) <= 14 and _is_issue(block.text):
            return Known(_with_masthead(block, heads), "text")
    greeting = next((i for i, b in enumerate(body[:30]) if b.text.lower().startswith("dear ")), None)
    if greeting is not None and (subject := _subject(body[greeting + 1 : greeting + 3])):
        return Known(subject, "text")
    if heads:
        top = min(b.level or 6 for b in heads)
        chosen = next(b for b in heads if (b.level or 6) == top)
        # A heading far below the first words of a letter is one of its sections.
        if first.index(chosen) <= 8 or content.metadata.get("page"):
            return Known(chosen.text, "text")
    given = content.metadata.get("title", "")
    if given and not _FILE_LIKE.search(given) and len(given.split()) <= 25:
        return Known(given, "metadata")
    return None


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
        and (bool(_NUMBER.search(text)) or published.has_date(text))
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
    name = top[0].text
    return f"{name.title() if name.isupper() and len(name) > 5 else name} {block.text}"


def _type(title: str | None, media_type: str, body: Sequence[Block]) -> Known | None:
    words = (title or "").casefold()
    found: DocType | None = None
    if re.search(r"\b(?:newsletter|e?-?bulletin)\b", words):
        found = "newsletter"
    elif re.search(r"\bminutes\b", words):
        found = "minutes"
    if found:
        return Known(found, "title")
    if media_type == "message/rfc822" or _is_letter(body):
        return Known("letter", "text")
    if re.search(r"\b(?:inspection|report|review|evaluation|audit|strategy)\b", words) and media_type != "text/html":
        return Known("report", "title")
    if media_type == "text/html" or (media_type == "text/plain" and _has_link_words(body)):
        return Known("web page", "text")
    if re.search(r"\b(?:update|briefing)\b", words):
        return Known("update", "title")
    if any(
        re.search(r"\b(?:apologies|matters arising|actions? from the last meeting)\b", b.text, re.I) for b in body[:30]
    ):
        return Known("minutes", "text")
    return Known("other", "text") if title else None


def _is_letter(body: Sequence[Block]) -> bool:
    if any(re.search(r"\bwe,? the undersigned\b|\bopen letter\b", b.text, re.I) for b in body[:6]):
        return True
    return any(b.text.lower().startswith("dear ") and len(b.text.split()) < 15 for b in body[:_FIRST]) and (
        bool(publisher.after_closing(body)) or any("this letter" in b.text.lower() for b in body)
    )


def _has_link_words(body: Sequence[Block]) -> bool:
    """A line that points with "here" at a link that the text no longer has: copied from a web page."""
    return any(re.search(r"\bhere$", b.text) and len(b.text.split()) <= 10 for b in body)


def _addressee(body: Sequence[Block], content: Content) -> Known | None:
    for block in body[:_FIRST]:
        match = _DEAR.match(block.text) if block.text.lower().startswith("dear ") else None
        if match:
            return Known(match["who"].strip(), "text")
    if "to" in content.metadata:
        return Known(re.sub(r"\s*<[^>]*>", "", content.metadata["to"]).strip('" '), "metadata")
    return None


def _signatory(body: Sequence[Block]) -> Known | None:
    """The first person under the closing words of a letter."""
    for line in publisher.after_closing(body):
        name = _ROLE.split(re.split(r"[,\t]", line)[0])[0].strip()
        if _PERSON.match(name) and not publisher.is_organisation(name):
            return Known(name, "signature")
    return None


def _series(title: str | None, doc_type: str) -> Known | None:
    """The title without number and date, where it has one of them or its kind comes out in issues."""
    if not title:
        return None
    inspection = _INSPECTION.match(title)
    if inspection and doc_type in ("report", "letter"):
        return Known(f"{inspection['kind']} {doc_type}", "title")
    bare = _NUMBER.sub("", published.without_date(title))
    bare = re.sub(r"\(\s*\)", "", bare).strip(" ,:;–—-|")
    if bare and (bare != title or doc_type in ("newsletter", "update")) and doc_type not in ("letter", "web page"):
        return Known(bare, "title")
    return None
