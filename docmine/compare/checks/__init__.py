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
from docmine.compare.paper import Paper
from docmine.records import Block, Sentence, Span

__all__ = ["KINDS", "VERDICTS", "Check", "check"]


def check(paper: Paper) -> tuple[Check, ...]:
    """Every sum of one document, in the order of its text."""
    found = [
        *_of_sentences(paper.sentences, paper.blocks),
        *tables(paper.blocks, paper.name),
        *announced(paper.blocks, paper.name),
    ]
    return tuple(sorted(found, key=lambda c: (c.start, c.text.find(c.stated), c.check, c.counts)))


def _of_sentences(sentences: Sequence[Sentence], blocks: Sequence[Block]) -> Iterator[Check]:
    before: Statement | None = None
    above: list[Pair] = []
    for whole, sentence in ((s, cell) for s in sentences for cell in _cells(s)):
        block = blocks[sentence.block]
        statement = Statement(sentence)
        near = before if before and before.sentence.block == sentence.block else None
        if block.kind == "heading":
            above = []
        for found in _stated(statement, near, above if block.kind == "list_item" or near else []):
            beside = tuple(Span(doc=e.doc, text=e.text, start=e.start, end=e.end, page=e.page) for e in found.evidence)
            yield replace(found, text=whole.text, start=whole.start, end=whole.end, evidence=beside)
        if own := pairs(statement):
            above = own
        elif block.kind == "paragraph" and not near:
            above = []
        before = statement


def _stated(statement: Statement, before: Statement | None, above: Sequence[Pair]) -> Iterator[Check]:
    if statement.amounts:
        yield from percentages(statement)
        yield from shares(statement)
        yield from changes(statement, above)
        yield from differences(statement)
        yield from rests(statement, before)
        yield from sums(statement)
        yield from averages(statement)


def _cells(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or each of the cells where it is a row of a table: what they say together is for `tables`."""
    at = sentence.start
    for text in sentence.text.split("\t"):
        if text.strip():
            yield replace(sentence, text=text, start=at, end=at + len(text))
        at += len(text) + 1
