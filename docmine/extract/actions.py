"""Tables of actions: what, who and by when, which is a commitment that somebody has been given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from docmine.extract import minutes
from docmine.extract.context import Sent, make
from docmine.extract.due import limit, of_words
from docmine.extract.voices import body
from docmine.records import Block, Commitment

_WHAT = re.compile(
    r"\b(?:actions?|tasks?|what|commitments?|promises?|next steps?|milestones?|recommendations?|activity|"
    r"activities|deliverables?|agreed)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:owners?|leads?|who|responsib\w+|officer|by whom|assigned|accountable)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:due|when|deadline|by|date|target|timescale|timeframe|complete\w*)\b", re.IGNORECASE)
_TO_DO = re.compile(
    r"\b(?:actions?|tasks?|commitments?|promises?|next steps?|milestones?|recommendations?|deliverables?|will|do|"
    r"agreed)\b",
    re.IGNORECASE,
)
"""A column of these holds what is to be done; "what" and "activity" may hold events."""
_NEXT_STEP = re.compile(r"\b(?:next (?:steps?|milestones?)|still to do|what (?:is|comes) next)\b", re.IGNORECASE)
"""A column that says of itself that its cells are still to come."""
_OWN = re.compile(r"\b(?:promises?|commitments?|pledges?|next steps?|milestones?|we will)\b", re.IGNORECASE)
"""What the body has set itself, in place of a task given to somebody."""
_SINCE = re.compile(r"\b(?:since|after|not before)\s+(?:the\s+)?$", re.IGNORECASE)
_OWNER_WORDS = 15
_FEWEST_WORDS = 3
_STATE = re.compile(
    r"\b(?:status|rag|progress|outcome|result|update|where (?:it|we|this|things) (?:stands?|are|is))\b", re.IGNORECASE
)
_DONE = re.compile(r"^\s*(?:complete[d]?|done|closed|delivered|achieved)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What a row of a table of actions gives to whom. `is_done`: the row says that it has been done."""

    tasks: tuple[Commitment, ...] = ()
    owner: str | None = None
    due: str | None = None
    cell: tuple[int, int] = (0, 0)
    """Where what is to be done begins and ends in the document."""
    is_done: bool = False

    def told(self, other: Commitment) -> Commitment:
        """Another commitment of the row, of which the row says whose it is and by when."""
        within = self.cell[0] <= other.start < self.cell[1]
        return replace(other, owner=other.owner or self.owner, due=other.due or (self.due if within else None))

    def covers(self, sent: Sent) -> bool:
        """Whether a sentence of the row needs no look of its own: all short cells, said already, or done."""
        whole = sent.span.start_char <= sent.block.start + 1 and sent.span.end_char >= sent.block.end - 1
        told = any(c.start < sent.span.end_char and sent.span.start_char < c.end for c in self.tasks)
        return whole or told or self.is_done


def given(doc: Doc, sents: Sequence[Sent]) -> Given:
    """What one row, by its sentences, gives somebody to do; nothing where the table is not one of actions.

    What somebody has to do is one commitment, with the bullets that say to what; bullets that each begin with a verb
    are one each.
    """
    block = sents[0].block
    columns = _columns(block.headers)
    cells = block.text.split("\t")
    if columns is None or cells == list(block.headers):
        return Given()
    what, who, when, status = columns
    if what >= len(cells):
        return Given()
    if any(i is not None and i < len(cells) and _DONE.match(cells[i]) for i in (status, when)):
        return Given(is_done=True)
    named = cells[who].strip() if who is not None and who < len(cells) else ""
    owner = minutes.named(doc, named) if named and len(named.split()) <= _OWNER_WORDS else None
    own = bool(_OWN.search(block.headers[what]))
    if own and who is None:
        owner = body(doc)
    due = _due(doc, block, when, cells)
    start_of_cell = block.start + sum(len(c) + 1 for c in cells[:what])
    tasks = (
        make(
            doc,
            Commitment,
            start,
            end,
            owner=owner,
            action=" ".join(block.text[start - block.start : end - block.start].split()[:15]),
            due=due or of_words(doc, sents[0], start, end),
            strength="planned" if own else "required",
            topic=sents[0].heading,
            headings=sents[0].headings,
        )
        for start, end in _tasks(sents, start_of_cell, cells[what])
        if who is not None or _TO_DO.search(block.headers[what]) or _begins_with_a_verb(sents, start)
    )
    return Given(tuple(tasks), owner, due, (start_of_cell, start_of_cell + len(cells[what])))


def _begins_with_a_verb(sents: Sequence[Sent], start: int) -> bool:
    """Whether what stands at `start` is something to do: in a table of events without owners it is an event."""
    return any(t.idx == start and t.tag_ in ("VB", "VBP") for sent in sents for t in sent.span)


def _tasks(sents: Sequence[Sent], start: int, cell: str) -> list[tuple[int, int]]:
    """Where each task of a cell begins and ends, without its full stop."""
    end = start + len(cell)
    inside = [s for s in sents if start <= s.span.start_char < end]
    bullets = [s for s in inside if s.item is not None and s.opens]
    if bullets and (bullets[0].stem is None or 2 * sum(map(_acts, bullets)) >= len(bullets)):
        places = [(s.item.start, s.item.end) for s in bullets if s.item is not None and _acts(s)]
    elif bullets or len(inside) < 2:
        places = [(start, end)] if not inside or _is_task(inside[0]) else []
    else:
        places = [(inside[0].span.start_char, inside[0].span.end_char)] if _is_task(inside[0]) else []
    cut = [(at, at + len(_words(sents[0], at, stop).rstrip(" .;"))) for at, stop in places]
    return [(at, stop) for at, stop in cut if len(_words(sents[0], at, stop).split()) >= _FEWEST_WORDS]


def _words(sent: Sent, start: int, end: int) -> str:
    return sent.block.text[start - sent.block.start : end - sent.block.start]


def _acts(sent: Sent) -> bool:
    """Whether a bullet says what is to be done, rather than to what: it begins with a verb."""
    return any(t.tag_ in ("VB", "VBP") for t in sent.span[:2]) and _is_task(sent)


def _is_task(sent: Sent) -> bool:
    """Whether words give a task without being a statement, which speaks for itself: no subject, or "X to write"."""
    root = sent.span.root
    if not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in root.children):
        return True
    return root.tag_ == "VB" and any(c.tag_ == "TO" for c in root.children)


def _columns(headers: tuple[str, ...]) -> tuple[int, int | None, int | None, int | None] | None:
    """Which column tells what, who, when and the state; None without a what beside a who or a when."""
    what = next((i for i, h in enumerate(headers) if _WHAT.search(h)), None)
    who = next((i for i, h in enumerate(headers) if i != what and _WHO.search(h)), None)
    when = next((i for i, h in enumerate(headers) if i not in (what, who) and _WHEN.search(h)), None)
    status = next(
        (i for i, h in enumerate(headers) if _STATE.search(h)),
        None,
    )
    if what is not None and who is None and when is None and not _NEXT_STEP.search(headers[what]):
        return None
    if what is None:
        return None
    return what, who, when, status


def _due(doc: Doc, block: Block, when: int | None, cells: list[str]) -> str | None:
    if when is None or when >= len(cells):
        return None
    start = block.start + sum(len(c) + 1 for c in cells[:when])
    for date in doc._.dates:
        if start <= date.start and date.end <= start + len(cells[when]):
            if _SINCE.search(cells[when][: date.start - start]):
                return None
            return limit(date)
    return None
