"""Where quoted words begin and end: curly, straight and single marks, over one paragraph or several.

An apostrophe is no mark: a single mark opens only before a letter that follows a gap, and closes only behind a word or
a stop and before a gap. Where a quotation runs over paragraphs each opens with the mark again, or at least the last
one closes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docmine.records import ASIDE, Block

_PAIRS = {"“": "”", "„": "“", '"': '"', "‘": "’", "'": "'", "«": "»"}
_SINGLE = frozenset("‘'")
_FOLLOWING = 6
"""So many paragraphs a quotation may run on: more is a mark that was never closed."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `start` to `end` without the marks, `outer_start` to `outer_end` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    last_block: int
    mark: str


def find(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """The outermost quotations of a document in reading order; `text` is the document's, `blocks` its blocks."""
    found: list[Quotation] = []
    done = 0
    for i, block in enumerate(blocks):
        if block.kind in ASIDE:
            continue
        at = max(block.start, done)
        while at < block.end:
            opening = _opening(text, at, block.start, block.end)
            if opening is None:
                break
            mark = text[opening]
            closing = _closing(text, opening + 1, block.end, mark)
            last = i
            if closing is None:
                closing, last = _over_paragraphs(text, blocks, i, opening, mark)
            if closing is None:
                at = opening + 1
                continue
            found.append(_trimmed(text, opening, closing, i, last, mark))
            at = closing + 1
            done = at
            if last != i:
                break
    return found


def _opening(text: str, at: int, start: int, end: int) -> int | None:
    for i in range(at, end):
        if text[i] in _PAIRS and _can_open(text, i, start, end):
            return i
    return None


def _can_open(text: str, i: int, start: int, end: int) -> bool:
    if i + 1 >= end or text[i + 1].isspace():
        return False
    free = i == start or text[i - 1].isspace() or text[i - 1] in "([–—-“‘\"'/:"
    if text[i] in "“„«":
        return True
    if text[i] == "'" and re.match(r"'(?:\d\ds?\b|tis\b|til\b|em\b|cause\b)", text[i:end]):
        return False
    return free


def _closing(text: str, at: int, end: int, mark: str) -> int | None:
    """The mark that closes the quotation opened by `mark`."""
    close = _PAIRS[mark]
    for i in range(at, end):
        if text[i] == close and _can_close(text, i, end, mark):
            return i
    return None


def _can_close(text: str, i: int, end: int, mark: str) -> bool:
    if text[i - 1].isspace() or text[i - 1] in "(“‘":
        return False
    after = text[i + 1] if i + 1 < end else " "
    if mark in _SINGLE or mark == '"':
        if after.isalnum():
            return False
        if mark in _SINGLE and _plural_possessive(text, i, end):
            return False
    return True


def _plural_possessive(text: str, i: int, end: int) -> bool:
    """Whether a mark behind an "s" belongs to a plural: "parents’ views", and a later mark still closes."""
    if text[i - 1] not in "sz" or not re.match(r"[’'] [a-z]", text[i:end]):
        return False
    later = re.search(r"[\w.,!?…][’'](?=[\s.,;:)!?–—]|$)", text[i + 1 : end])
    reopened = re.search(r"(?:^|[\s(])[‘'](?=\w)", text[i + 1 : end])
    return later is not None and (reopened is None or reopened.start() > later.start())


def _over_paragraphs(text: str, blocks: Sequence[Block], i: int, opening: int, mark: str) -> tuple[int | None, int]:
    """Where a quotation that its own block leaves open is closed, and in which block."""
    if mark in "'\"" and opening != blocks[i].start and text[opening - 2 : opening - 1] not in (",", ":"):
        return None, i
    steps = 0
    for j in range(i + 1, len(blocks)):
        block = blocks[j]
        if block.kind in ASIDE:
            continue
        steps += 1
        if block.kind in ("heading", "table_row") or steps > _FOLLOWING:
            return None, i
        reopens = text[block.start] == mark
        closing = _closing(text, block.start + (1 if reopens else 0), block.end, mark)
        if (
            not reopens
            and closing is not None
            and mark in _SINGLE
            and closing != block.end - 1
            and text[closing - 1] not in ".!?,…"
        ):
            return None, i
        if not reopens and _opening_same(text, block, mark, closing):
            return None, i
        if closing is not None:
            return closing, j
    return None, i


def _opening_same(text: str, block: Block, mark: str, closing: int | None) -> bool:
    """Whether the block opens a quotation of its own before anything closes."""
    limit = closing if closing is not None else block.end
    return any(text[k] == mark and _can_open(text, k, block.start, block.end) for k in range(block.start, limit))


def _trimmed(text: str, opening: int, closing: int, block: int, last: int, mark: str) -> Quotation:
    start, end = opening + 1, closing
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, opening, closing + 1, block, last, mark)
