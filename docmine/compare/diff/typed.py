"""Two wordings of one statement → what a reader asks about: figures, dates, owners, strength, the promise itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from docmine.compare.diff.model import Statement, TypedKind
from docmine.records import DateMention, Figure, Strength

T = TypeVar("T", Figure, DateMention)
Typed = tuple[TypedKind, str | None, str | None]
"""The kind of a change, what was there, and what is there now."""

_RANK: dict[Strength, int] = {"aspirational": 0, "ongoing": 1, "planned": 2, "required": 3, "firm": 3}


def typed(old: Statement, new: Statement) -> Iterator[Typed]:
    figures = _exchanged(_newest(old.figures), _newest(new.figures), lambda f: (f.value, f.unit, f.of))
    yield from (("figure changed", before, after) for before, after in figures)
    dates = [
        (before, after)
        for before, after in _exchanged(_days(old), _days(new), lambda d: d.value)
        if (before and after) or old.commitments
    ]
    yield from (("date moved", before, after) for before, after in dates)
    both = list(zip(old.commitments, new.commitments, strict=False))
    for before, after in both:
        if not dates and before.due != after.due:
            yield "date moved", before.due, after.due
        if _fold(before.owner) != _fold(after.owner) and not _named_in_both(old, new, before.owner, after.owner):
            yield "owner changed", before.owner, after.owner
        if _RANK[before.strength] != _RANK[after.strength]:
            fell = _RANK[after.strength] < _RANK[before.strength]
            yield "strength fell" if fell else "strength rose", before.strength, after.strength
    for gone in old.commitments[len(both) :]:
        yield "commitment gone", gone.text, None
    for come in new.commitments[len(both) :]:
        yield "commitment new", None, come.text


def alone(statement: Statement, kind: TypedKind) -> Iterator[Typed]:
    """Of a statement that only one of the documents has: its commitments."""
    for commitment in statement.commitments:
        gone = kind == "commitment gone"
        yield kind, commitment.text if gone else None, None if gone else commitment.text


def _exchanged(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], object]
) -> Iterator[tuple[str | None, str | None]]:
    """What stands in only one of the two wordings, paired in order."""
    left = list(new)
    gone = []
    for one in old:
        same = next((other for other in left if key(other) == key(one)), None)
        if same is None:
            gone.append(one)
        else:
            left.remove(same)
    for before, after in zip(gone, left, strict=False):
        yield before.text, after.text
    common = min(len(gone), len(left))
    for before in gone[common:]:
        yield before.text, None
    for after in left[common:]:
        yield None, after.text


def _newest(figures: Sequence[Figure]) -> list[Figure]:
    """Without the earlier values that are told beside newer ones."""
    quoted = {f.compared_to for f in figures}
    return [f for f in figures if f.text not in quoted]


def _days(statement: Statement) -> list[DateMention]:
    """The dates on or by which something is to be; of what a figure is, that tells with the figure."""
    return [d for d in statement.dates if d.role in ("deadline", "event", "other")]


def _named_in_both(old: Statement, new: Statement, *owners: str | None) -> bool:
    """Whether both wordings name one of the owners: then how it was read differs, not who is to do it."""
    return any(_fold(o) in _fold(old.sentence.text) and _fold(o) in _fold(new.sentence.text) for o in owners if o)


def _fold(owner: str | None) -> str:
    text = " ".join((owner or "").casefold().split())
    return text.removeprefix("the ")
