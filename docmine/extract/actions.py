"""Tables of actions: a row with what, who and by when is a commitment that somebody has been given."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract.context import Sent, make
from docmine.records import Commitment

_WHAT = re.compile(
    r"\b(?:actions?|tasks?|what|commitments?|next steps?|milestones?|recommendations?|activity|"
    r"activities|deliverables?|agreed)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:owners?|leads?|who|responsib\w+|officer|by whom|assigned|accountable)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:due|when|deadline|by|date|target|timescale|timeframe|complete\w*)\b", re.IGNORECASE)
_DONE = re.compile(r"^\s*(?:complete[d]?|done|closed|delivered|achieved)\b", re.IGNORECASE)


def commitment(doc: Doc, sent: Sent) -> Commitment | None:
    """The commitment of one row; None where the table is not one of actions, or the row says that it is done."""
    columns = _columns(sent.block.headers)
    if columns is None:
        return None
    what, who, when, status = columns
    cells = sent.block.text.split("\t")
    if cells == list(sent.block.headers) or what >= len(cells) or len(cells[what].split()) < 3:
        return None
    if status is not None and status < len(cells) and _DONE.match(cells[status]):
        return None
    start = sent.block.start + sum(len(c) + 1 for c in cells[:what])
    text = cells[what].rstrip(" .")
    named = cells[who].strip() if who is not None and who < len(cells) else ""
    return make(
        doc,
        Commitment,
        start,
        start + len(text),
        owner=named or None,
        action=" ".join(text.split()[:15]),
        due=_due(doc, sent, when, cells),
        strength="required",
        topic=sent.heading,
        headings=sent.headings,
    )


def _columns(headers: tuple[str, ...]) -> tuple[int, int | None, int | None, int | None] | None:
    """Which column tells what, who, when and the state; None without a what beside a who or a when."""
    what = next((i for i, h in enumerate(headers) if _WHAT.search(h)), None)
    who = next((i for i, h in enumerate(headers) if i != what and _WHO.search(h)), None)
    when = next((i for i, h in enumerate(headers) if i not in (what, who) and _WHEN.search(h)), None)
    status = next(
        (i for i, h in enumerate(headers) if re.search(r"\b(?:status|rag|progress|outcome)\b", h, re.IGNORECASE)), None
    )
    if what is None or (who is None and when is None):
        return None
    return what, who, when, status


def _due(doc: Doc, sent: Sent, when: int | None, cells: list[str]) -> str | None:
    if when is None or when >= len(cells):
        return None
    start = sent.block.start + sum(len(c) + 1 for c in cells[:when])
    for date in doc._.dates:
        if start <= date.start and date.end <= start + len(cells[when]):
            value: str = date.value.split("/")[-1]
            return value
    return None
