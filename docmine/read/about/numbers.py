"""The number of an issue in its series, as written in words or digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docmine.read import written
from docmine.read.about import filenames
from docmine.records import ASIDE, Block, Known

_CARDINALS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty"
)
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)
_WORDS = {word: i for words in (_CARDINALS, _ORDINALS) for i, word in enumerate(words.split("|"), 1)}
_DIGITS = r"(?P<number>\d{1,3})(?:\.\d+)?"
_NOT_A_DATE = (
    rf"(?![\d/]|[-.]\d|(?:(?:st|nd|rd|th),?)?(?:\s+|-)(?:of\s+)?(?:{'|'.join(m[:3] for m in written.MONTHS)})|\s*%)"
)
_COUNT = rf"(?:{_DIGITS}{_NOT_A_DATE}|(?P<word>{_CARDINALS})\b)"
_ISSUE = re.compile(rf"\b(?:issue|edition|number|no|nr)\b[\s.:#–-]*{_COUNT}|#\s?(?P<hash>\d{{1,3}})\b", re.I)
_KIND = re.compile(
    rf"\b(?:newsletter|e-?bulletin|bulletin|update|briefing)\b[\s.:_–-]*{_DIGITS}{_NOT_A_DATE}(?!\s*(?:of\b|things|ways))",
    re.I,
)
_VOLUME = re.compile(rf"\b(?:volume|vol)\b[\s.:]*{_COUNT}", re.I)
_SAYS = re.compile(
    rf"\b(?:this|our|the)\b(?:\s+is)?(?:\s+(?:our|the|your))?\s+(?:very\s+)?(?:(?P<word>{_ORDINALS})"
    r"|(?P<number>\d{1,3})(?:st|nd|rd|th))\s+(?:edition|issue|newsletter|bulletin)\b(?!\s+(?:of\s+the\s+year|for\s+20|for\s+the\s+))",
    re.I,
)
_OF_THE_YEAR = re.compile(
    r"\b(?:of|for|in)\s+(?:20\d\d|this\s+year|the\s+year|the\s+(?:new\s+)?(?:school\s+)?year)\b", re.I
)
_SERIAL = ("newsletter", "update")
"""Types that come out in issues; others have a number only where their title gives it."""
_HEAD = 12
_LINE = 14
"""Words of a line that may state the number."""


def find(name: str, title: str | None, doc_type: str, blocks: Sequence[Block]) -> Known | None:
    """Digits: from the title, the first lines, the running heads, what the text says of itself, or the file's name."""
    if doc_type == "letter":
        return None
    if title and (number := of_issue(title)):
        return Known(number, "title")
    if doc_type not in _SERIAL:
        return None
    body = [b for b in blocks if b.kind not in ASIDE]
    lines = [*body[:_HEAD], *(b for b in blocks if b.kind == "furniture")]
    for block in lines:
        if number := of_issue(issue_words(block.text) or ""):
            return Known(number, "text")
        if len(block.text.split()) <= _LINE and (number := of_issue(block.text)) and block.text[-1:] != ".":
            return Known(number, "text")
    for sentence in _first_sentences(body):
        match = _SAYS.search(sentence)
        if match and not _OF_THE_YEAR.search(sentence):
            return Known(_value(match), "text")
    number = of_issue(filenames.words(name))
    return Known(number, "filename") if number else None


def of_issue(text: str) -> str | None:
    """The number in a line that names an issue: "Newsletter No 16: December 2019" is "16"; of "Vol 3 Issue 2" "2"."""
    for pattern in (_ISSUE, _KIND, _VOLUME):
        if match := pattern.search(text):
            return _value(match)
    return None


def issue_words(text: str) -> str | None:
    """The words that a line begins with, if they are an issue's number and date and no more: "Issue 7, May 2026. News
    for carers" → "Issue 7, May 2026."
    """
    first = re.split(r"(?<=[.;|])\s+(?=[A-Z])", text, maxsplit=1)[0]
    rest = without(written.without_date(first))
    return first if of_issue(first) and not re.search(r"\w", rest) else None


def without(text: str) -> str:
    """The line without the number and the words that introduce it."""
    text = _VOLUME.sub("", _ISSUE.sub("", text))
    return _KIND.sub(lambda m: m.group()[: m.start("number") - m.start()], text)


def without_topic(text: str) -> str:
    """ "Staff Update 31: the new system" up to its number: what follows is of that issue alone."""
    for pattern in (_ISSUE, _KIND):
        match = pattern.search(text)
        if match and match.start() and re.match(r"\s*(?::|\s[–—-])\s+\S", text[match.end() :]):
            return text[: match.end()]
    return text


def _first_sentences(body: Sequence[Block]) -> Iterator[str]:
    for block in body[: 2 * _HEAD]:
        yield from re.split(r"(?<=[.!?])\s+", block.text)


def _value(match: re.Match[str]) -> str:
    groups = match.groupdict()
    digits = groups.get("number") or groups.get("hash")
    return str(int(digits)) if digits else str(_WORDS[groups["word"].lower()])
