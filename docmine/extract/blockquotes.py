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
_NAME_WORDS = 16


def find(blocks: Sequence[Block]) -> Iterator[Quotation]:
    """The quotations that end right above "— Jane Hill, Chair": paragraphs that speak of themselves, without marks."""
    shown = [(i, block) for i, block in enumerate(blocks) if block.kind not in ASIDE]
    for at, (_, block) in enumerate(shown):
        if not _is_signature(block) or at == 0:
            continue
        first = last = at - 1
        if not _speaks(shown[last][1], _OF_SELF):
            continue
        while first > 0 and _speaks(shown[first - 1][1], _ONE_SELF):
            first -= 1
        start, end = shown[first][1].start, shown[last][1].end
        yield Quotation(start, end, start, end, shown[first][0], shown[last][0], "—")


def _is_signature(block: Block) -> bool:
    dashed = block.text.startswith(_DASHES) or (block.marker or "").strip() in _DASHES
    return dashed and len(block.text.split()) <= _NAME_WORDS and not block.text.rstrip().endswith((".", ":", "?"))


def _speaks(block: Block, pattern: re.Pattern[str]) -> bool:
    return block.kind == "paragraph" and pattern.search(block.text) is not None and not _MARKS.search(block.text)
