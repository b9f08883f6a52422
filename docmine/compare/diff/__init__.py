"""Two documents → what changed between them, statement by statement.

statements ─ match: equal ones, in place or moved, divided or joined ─ reworded: the likest of what is left
           ─ typed: figures, dates, owners, strength, commitments ─ one list, typed changes first
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docmine.compare.diff.folded import plain
from docmine.compare.diff.match import match
from docmine.compare.diff.model import KINDS, Change, ChangeKind, Diff, Statement
from docmine.compare.diff.reworded import pairs, words
from docmine.compare.diff.typed import alone, typed
from docmine.records import Commitment, DateMention, Figure, Record, Sentence

__all__ = ["KINDS", "Change", "Diff", "Statement", "diff", "plain", "statements"]


def diff(old: Sequence[Statement], new: Sequence[Statement], names: tuple[str, str] = ("", "")) -> Diff:
    """Typed changes first, then reworded, moved, new and gone statements; each kind in the order of the documents.

    Splitting a paragraph or a sentence, joining two, white space, dashes and quotation marks are no change.
    """
    found = match(old, new)
    changes = [*_of_pairs(old, new, found.old, found.new)]
    changes += [Change(change="moved", old=old[i].sentence, new=new[j].sentence) for i, j in found.moved]
    place = {kind: n for n, kind in enumerate(KINDS)}
    ordered = sorted(changes, key=lambda c: (place[c.change], *_at(c, old, new)))
    return Diff(old=names[0], new=names[1], unchanged=found.unchanged, changes=tuple(ordered))


def statements(sentences: Sequence[Sentence], records: Sequence[Record]) -> tuple[Statement, ...]:
    """The sentences of one document, each with the records that begin in it."""
    found = []
    for s in sentences:
        inside = [r for r in records if s.start <= r.start < s.end]
        found.append(
            Statement(
                s,
                tuple(r for r in inside if isinstance(r, Figure)),
                tuple(r for r in inside if isinstance(r, DateMention)),
                tuple(r for r in inside if isinstance(r, Commitment)),
            )
        )
    return tuple(found)


def _of_pairs(
    old: Sequence[Statement], new: Sequence[Statement], old_left: Sequence[int], new_left: Sequence[int]
) -> Iterator[Change]:
    gone, come = [old[i] for i in old_left], [new[j] for j in new_left]
    paired = pairs(gone, come)
    for i, j, score in paired:
        before, after = gone[i].sentence, come[j].sentence
        marked = words(before.text, after.text)
        kinds: list[tuple[ChangeKind, str | None, str | None]] = [*typed(gone[i], come[j])]
        for kind, was, now in kinds or [("reworded", None, None)]:
            yield Change(
                change=kind,
                old=before,
                new=after,
                before=was,
                after=now,
                words=marked,
                score=score,
            )
    olds, news = {i for i, *_ in paired}, {j for _, j, _ in paired}
    for statement in (s for i, s in enumerate(gone) if i not in olds):
        lost = list(alone(statement, "commitment gone"))
        yield from (Change(change=kind, old=statement.sentence, before=was) for kind, was, _ in lost)
        if not lost:
            yield Change(change="gone", old=statement.sentence)
    for statement in (s for j, s in enumerate(come) if j not in news):
        made = list(alone(statement, "commitment new"))
        yield from (Change(change=kind, new=statement.sentence, after=now) for kind, _, now in made)
        if not made:
            yield Change(change="new", new=statement.sentence)


def _at(change: Change, old: Sequence[Statement], new: Sequence[Statement]) -> tuple[float, int]:
    """How far into its document a change stands, 0 to 1, so that the changes of two can be told in one order."""
    side, among = (change.new, new) if change.new is not None else (change.old, old)
    assert side is not None
    end = among[-1].sentence.end if among else 1
    return side.start / max(1, end), side.start
