"""Paragraphs set apart without marks, which only the dash and the name under them show to be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docmine.extract.quotations import Quotation
from docmine.records import ASIDE, Block

_DASHES = ("—", "–")
_OF_SELF = re.compile(r"\b(?:I|my|me|we|our|us)\b|\bI['’]", re.IGNORECASE)
_ONE_SELF = re.compile(r"\b(?:I|my|me)\b|\bI['’]")
_MARKS = re.compile(r"[“”\"]")
_OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_TO_YOU = re.compile(r"\b[Yy]ou\b")
_NAME_WORDS = 16
_NAME_IN_BRACKETS = re.compile(r"\([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}, [^()]+\)")
_NAME_AND_AGE = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]*)?, \d\d?(?:,|$)")
""" "Leon, 34, released in November"."""


def find(blocks: Sequence[Block]) -> Iterator[Quotation]:
    """The quotations that end right above "— Jane Hill, Chair": paragraphs that speak of themselves, without marks."""
    shown = [(i, block) for i, block in enumerate(blocks) if block.kind not in ASIDE]
    for at, (_, block) in enumerate(shown):
        if not _is_signature(block) or at == 0:
            continue
        first = last = at - 1
        if not _speaks(shown[last][1], _OF_SELF):
            continue
        while first > 0 and (_speaks(shown[first - 1][1], _ONE_SELF) or _runs_on(shown, first)):
            first -= 1
        start, end = shown[first][1].start, shown[last][1].end
        yield Quotation(start, end, start, end, shown[first][0], shown[last][0], "—")


def _runs_on(shown: Sequence[tuple[int, Block]], at: int) -> bool:
    """Whether the paragraph above breaks off in a sentence that goes on here, or ends one that speaks to a "you"."""
    above, here = shown[at - 1][1], shown[at][1]
    if above.kind != "paragraph" or _MARKS.search(above.text) or _OURS.search(above.text):
        return False
    broken = above.text.rstrip()[-1:].isalnum() or above.text.rstrip().endswith(",")
    whole = above
    if not broken and at > 1 and shown[at - 2][1].text.rstrip()[-1:].isalnum() and shown[at - 2][1].kind == "paragraph":
        whole = shown[at - 2][1]  # the line on which the sentence above begins
    return (broken and here.text[:1].islower()) or _TO_YOU.search(whole.text) is not None


def _is_signature(block: Block) -> bool:
    dashed = block.text.startswith(_DASHES) or (block.marker or "").strip() in _DASHES
    signed = dashed or _NAME_IN_BRACKETS.fullmatch(block.text) or _NAME_AND_AGE.match(block.text)
    return bool(signed) and len(block.text.split()) <= _NAME_WORDS and not block.text.rstrip().endswith((".", ":", "?"))


def _speaks(block: Block, pattern: re.Pattern[str]) -> bool:
    return block.kind == "paragraph" and pattern.search(block.text) is not None and not _MARKS.search(block.text)
