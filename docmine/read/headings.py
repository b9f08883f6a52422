"""Headings of a text without type sizes: told by their words and by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docmine.read import written

_LETTER = re.compile(
    r"^(?:dear\b|to whom\b|(?:(?:with|my|our|many|very|kind|best|warm)\s+)+(?:regards|wishes|thanks)\b|yours\b|"
    r"(?:kind|best|warm)?\s*regards\b|sincerely\b|thank(?:s| you)\b)",
    re.I,
)
_CLOSING = re.compile(
    r"^(?:(?:(?:with|my|our|very|kind|best|warm|all)\s+)+(?:regards|wishes)|regards|yours\s+(?:sincerely|faithfully|truly))\b",
    re.I,
)
_SPEAKS = re.compile(r"^(?:we|i|you|it|he|she|they|this|these|those|please|there)\b", re.I)
_OPEN_END = re.compile(
    r"(?:[,;:–—-]|\b(?:and|or|the|a|an|of|to|in|for|with|by|at|from|on|is|are|was|were|be|that|as))$", re.I
)
_HEAD = 4
"""Lines on top of which one is a letter's date; further down a date heads what was added then."""
_CAPTION = re.compile(r"^(?:table|figure|fig|chart|graph)\.?\s+\d+\b", re.I)
_CAPTIONED = re.compile(r"^(?:table|figure|fig|chart|graph)\.?\s+\d+(?:\.\d+)*\s*[:.–-]\s*\S", re.I)
_CAPTION_WORDS = 40
_TASK = re.compile(r"^(?:actions?|agreed|resolved|decision)\s*:\s*\S", re.I)
_INITIALS = r"(?:[A-Z]{2}|(?:[A-Z]\.?\s?){1,2}\s?[A-Z][\w’'-]+)"
_CHARGED = re.compile(rf"^{_INITIALS}(?:(?:/|,\s|\s(?:and|&)\s){_INITIALS})*\s+(?:to|will|must|shall)\s+[a-z]+\s+\S")
_NAMED = re.compile(r"^\s*(?:(?:[A-Z][\w’'.-]*|al|bin|d[aei]|de[lr]?|el|la|le|van|von) ){1,5}[A-Z][\w’'-]+, [A-Z]")
_AMOUNT = re.compile(r"^(?:[£$€]\s?)?\d[\d,.]*(?:%|[a-z]{1,2}\b)?(?P<unit>(?:\s+(?:of|[a-z%]+|\d[\d,.%]*)){0,3})$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_NO_WORDS = re.compile(r"(?:https?://|www\.|@|\d{5}|\d{3,4}\s\d{3,4})")


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line: the words of a paragraph, a bullet or a table's row. `group` counts blank lines before it.

    `inset`: it is set in under the line above, as bullets and labels are and headings are not.
    """

    text: str
    kind: Literal["text", "item", "row"]
    group: int
    inset: bool = False


def levels(lines: Sequence[Line]) -> list[int | None]:
    """The heading level of each line, None for all others: 1 for the title, 2 below it."""
    found: list[int | None] = [None] * len(lines)
    closed = False
    for i, line in enumerate(lines):
        closed = closed or bool(_CLOSING.match(line.text))
        if line.kind == "text" and not closed and (_title(lines, i) or _like_heading(lines, i)):
            found[i] = 2
    _drop_labels(lines, found)
    _drop_runs(lines, found)
    first = next((i for i, level in enumerate(found) if level), None)
    if first is not None and not any(line.kind != "text" or len(line.text.split()) > 25 for line in lines[:first]):
        found[first] = 1
    return found


def size_levels(styles: set[float], body: float) -> dict[float, int]:
    """Heading level per type size: sizes within an eighth of one another are one level, the body's own is the last."""
    found: dict[float, int] = {}
    level, top = 0, 0.0
    for size in sorted(styles, reverse=True):
        if size < top * 0.88 or not level or (size <= body < top):
            level, top = min(level + 1, 6), size
        found[size] = level
    return found


def is_closing(text: str) -> bool:
    """Whether a letter ends here ("Yours sincerely")."""
    return bool(_CLOSING.match(text))


def speaks(text: str) -> bool:
    """Whether a line begins a sentence of somebody ("We will ...")."""
    return bool(_SPEAKS.match(text))


def is_letter_part(text: str) -> bool:
    """Whether a line is a letter's greeting or closing."""
    return bool(_LETTER.match(text) or _CLOSING.match(text))


def is_caption(text: str) -> bool:
    """Whether a line names a table or a figure: "Table 3: Waiting times"."""
    return bool(_CAPTIONED.match(text)) and len(text.split()) < _CAPTION_WORDS


def is_task(text: str) -> bool:
    """Whether a line says who must do what, and so is no heading however bold it is.

    Minutes set such lines apart: a label and a colon with words after it ("Action: finance, by 31 January"), or a
    person by initials who is to act ("J Roe to write ..."). Without initials it may be a headline ("Council to ...").
    """
    return bool(_TASK.match(text) or _CHARGED.match(text))


def names_somebody(text: str) -> bool:
    """Whether a line looks like one of a list of people: "Dr Ewan Vale, Chief Executive"."""
    return bool(_NAMED.match(text))


def is_amount(text: str) -> bool:
    """Whether a line is a figure, set large over what it counts: "31%", "9 weeks", "£1.9m", "11 of 14"."""
    match = _AMOUNT.match(text)
    return match is not None and not (match["unit"] and _YEAR.match(text))


def _title(lines: Sequence[Line], i: int) -> bool:
    """The first line of all, when short and alone."""
    text = lines[i].text
    alone = len(lines) > 1 and lines[1].group != lines[0].group
    return i == 0 and alone and 2 <= len(text.split()) <= 14 and text[0].isupper() and not _LETTER.match(text)


def _like_heading(lines: Sequence[Line], i: int) -> bool:
    text = lines[i].text
    words = text.split()
    if not words or len(words) > 24 or not (text[0].isupper() or text[0].isdigit() or text[0] in "‘“'\""):
        return False
    if _CAPTION.match(text) or (i < _HEAD and _is_date(text)):
        return False
    if lines[i].inset or len(re.findall(r"\s[-–|•]\s", text)) >= 3:
        return False
    if is_task(text) or is_amount(text):
        return False
    if _LETTER.match(text) or _SPEAKS.match(text) or _NO_WORDS.search(text) or not any(c.isalpha() for c in text):
        return False
    following = lines[i + 1] if i + 1 < len(lines) else None
    if following is None:
        return False
    if names_somebody(text) and following.group == lines[i].group and names_somebody(following.text):
        return False
    if text.endswith("."):
        short = len(words) <= 5 and following.kind == "item" and following.group != lines[i].group
        return short and not text.endswith("..")
    if _OPEN_END.search(text) or text.endswith("!") or re.search(r"[.;]\s", text):
        return False
    if len(words) > 14 and not _mostly_capitals(words):
        return False
    in_group = sum(1 for line in lines if line.group == lines[i].group and line.kind == "text")
    first = i == 0 or lines[i - 1].group != lines[i].group
    if not first and len(lines[i - 1].text.split()) >= 5 and lines[i - 1].text[-1:] not in ".!?:;…”’":
        return False  # a sentence goes on
    return in_group <= 2 or (first and len(words) <= 10)


def _is_date(text: str) -> bool:
    return not re.sub(r"\W", "", written.without_date(text))


def _mostly_capitals(words: Sequence[str]) -> bool:
    long = [w for w in words if len(w) > 3]
    return bool(long) and sum(1 for w in long if not w[0].islower()) >= len(long) * 0.5


def _drop_labels(lines: Sequence[Line], found: list[int | None]) -> None:
    """Lines one under the other between headings are a list or the labels of a picture, but on top a title."""
    for start, line in enumerate(lines):
        if line.group == 0 or (start and lines[start - 1].group == line.group):
            continue
        end = next((k for k in range(start, len(lines)) if lines[k].group != line.group), len(lines))
        if end - start > 1 and all(found[start:end]) and (end == len(lines) or found[end]):
            found[start:end] = [None] * (end - start)


def _drop_runs(lines: Sequence[Line], found: list[int | None]) -> None:
    """Three or more headings in a row are a list of names or links, but the last that has text below it stays."""
    i = 0
    while i < len(lines):
        if not found[i]:
            i += 1
            continue
        end = i
        while end < len(lines) and found[end]:
            end += 1
        if end == len(lines):
            found[i:end] = [None] * (end - i)
        elif end - i > 3:
            found[i + 1 : end - 1] = [None] * (end - i - 2)
        i = end
