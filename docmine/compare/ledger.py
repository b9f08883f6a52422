"""Statements about one commitment → how its date moved, and who was to do it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from docmine.compare.judge import Judged
from docmine.compare.moved import Move
from docmine.records import Commitment, Span
from docmine.store import StoredDocument
from docmine.store.partial import bounds

Entry = dict[str, str | int | None]
_NAMES_AN_OWNER = ("slipped", "repeated", "progressed", "weakened")


def due_history(
    home: StoredDocument,
    promise: Commitment,
    spoken: Sequence[Judged],
    later: Sequence[StoredDocument],
    moves: Sequence[Move] = (),
) -> tuple[Entry, ...]:
    """The date it was given at first, then each that a later statement gives, in order of the documents and in them.

    A statement gives one where it is the promise again, or where it moves its date (`moves`); a date in a report may be
    that of something else.
    """
    first: Entry = {**_source(home.published.value if home.published else None, promise), "due": promise.due, "days": 0}
    given = {(m.statement.doc, m.statement.start): (m.statement, m.published, m.due) for m in moves}
    for judged in spoken:
        statement, due = judged.pair.statement, judged.pair.later_due
        if judged.sure and judged.relation == "repeated" and due:
            given.setdefault((statement.doc, statement.start), (statement, judged.pair.published, due))
    order = {document.name: i for i, document in enumerate(later)}
    history = [first]
    seen: set[tuple[str, str]] = set()
    for statement, published, due in sorted(given.values(), key=lambda g: (order.get(g[0].doc, 0), g[0].start)):
        if (statement.doc, due) not in seen:
            seen.add((statement.doc, due))
            history.append({**_source(published, statement), "due": due, "days": _days(promise.due, due)})
    return tuple(history)


def revisions(history: Sequence[Entry]) -> int:
    """How often the date became another."""
    dues = [entry["due"] for entry in history if entry["due"]]
    return sum(a != b for a, b in pairwise(dues))


def days_slipped(history: Sequence[Entry]) -> int | None:
    """Days from the first date to the last that was given; None without both."""
    dues = [entry for entry in history if entry["due"]]
    if len(dues) < 2 or history[0]["due"] is None:
        return None
    last = dues[-1]["days"]
    return last if isinstance(last, int) else None


def owner_history(
    home: StoredDocument, promise: Commitment, spoken: Sequence[Judged], later: Sequence[StoredDocument]
) -> tuple[Entry, ...]:
    """Who was to do it at first, then each time that a statement of the same names somebody else.

    A statement that says "we" names nobody: its publisher stands for it, and is passed over.
    """
    history = [{**_source(home.published.value if home.published else None, promise), "owner": promise.owner}]
    for document in _speaking(later, spoken):
        for judged in spoken:
            owner = judged.pair.later.owner if judged.pair.later else None
            if judged.pair.statement.doc != document.name or not owner or not judged.sure:
                continue
            known = _one(_publisher(document), owner) or _one(history[-1]["owner"], owner)
            if judged.relation in _NAMES_AN_OWNER and not known:
                history.append({**_source(judged.pair.published, judged.pair.statement), "owner": owner})
    return tuple(history)


def _speaking(later: Sequence[StoredDocument], spoken: Sequence[Judged]) -> list[StoredDocument]:
    """Those of the later documents that any of the statements stands in."""
    names = {judged.pair.statement.doc for judged in spoken}
    return [document for document in later if document.name in names]


def _publisher(document: StoredDocument) -> str | None:
    return document.publisher.value if document.publisher else None


def _one(before: str | int | None, owner: str) -> bool:
    """Whether two names may be those of one: either is a part of the other."""
    mine, theirs = str(before or "").casefold(), owner.casefold()
    return bool(mine) and (mine in theirs or theirs in mine)


def _source(published: str | None, span: Span) -> Entry:
    return {"doc": span.doc, "published": published, "text": span.text, "start": span.start, "page": span.page}


def _days(first: str | None, due: str) -> int | None:
    before, after = bounds(first), bounds(due)
    return (after[1] - before[1]).days if before and after else None
