"""The arithmetic that a reader can verify within one document.

sentences ─ amounts ─ percentages, shares, changes, differences, parts, averages ─┐
blocks ─ tables, announced lists ─────────────────────────────────────────────────┴▶ sum, tolerance, verdict

A check never guesses: where the values may be of something else it says "cannot tell", and where a number may be
rounded or cut off it says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docmine.compare.checks.amounts import Statement
from docmine.compare.checks.averages import averages
from docmine.compare.checks.changes import Pair, changes, pairs
from docmine.compare.checks.differences import differences
from docmine.compare.checks.lists import announced
from docmine.compare.checks.parts import rests, sums
from docmine.compare.checks.percentages import percentages
from docmine.compare.checks.record import KINDS, VERDICTS, Check
from docmine.compare.checks.shares import shares
from docmine.compare.checks.tables import tables
from docmine.records import Block, Sentence

__all__ = ["KINDS", "VERDICTS", "Check", "check"]


def check(sentences: Sequence[Sentence], blocks: Sequence[Block]) -> tuple[Check, ...]:
    """Every sum of one document, in the order of its text."""
    if not sentences:
        return ()
    doc = sentences[0].doc
    found = [*_of_sentences(sentences, blocks), *tables(blocks, doc), *announced(blocks, doc)]
    return tuple(sorted(found, key=lambda c: (c.start, c.text.find(c.stated), c.check, c.counts)))


def _of_sentences(sentences: Sequence[Sentence], blocks: Sequence[Block]) -> Iterator[Check]:
    before: Statement | None = None
    above: list[Pair] = []
    for sentence in (cell for s in sentences for cell in _cells(s)):
        block = blocks[sentence.block]
        statement = Statement(sentence)
        near = before is not None and before.sentence.block == sentence.block
        if block.kind == "heading":
            above = []
        if statement.amounts:
            yield from percentages(statement)
            yield from shares(statement)
            yield from changes(statement, above if block.kind == "list_item" or near else ())
            yield from differences(statement)
            yield from rests(statement, before if near else None)
            yield from sums(statement)
            yield from averages(statement)
        if own := pairs(statement):
            above = own
        elif block.kind == "paragraph" and not near:
            above = []
        before = statement


def _cells(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or each of the cells where it is a row of a table: what they say together is for `tables`."""
    at = sentence.start
    for text in sentence.text.split("\t"):
        if text.strip():
            yield replace(sentence, text=text, start=at, end=at + len(text))
        at += len(text) + 1
