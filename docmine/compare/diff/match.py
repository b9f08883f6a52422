"""Statements of two documents → those that are equal, those that only moved, and what is left of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docmine.compare.diff.folded import letters, plain
from docmine.compare.diff.model import Statement

DIVIDED = 4
"""Sentences at most that one may have been divided into."""


@dataclass(frozen=True, slots=True)
class Matched:
    unchanged: int
    moved: tuple[tuple[int, int], ...]
    """Places in the old and in the new document."""
    old: tuple[int, ...]
    """What the new document has not."""
    new: tuple[int, ...]


def match(old: Sequence[Statement], new: Sequence[Statement]) -> Matched:
    """Equal statements in the same order are unchanged, equal ones elsewhere moved.

    A statement that was divided, or several that were joined, are unchanged too.
    """
    from rapidfuzz.distance import LCSseq

    mine, theirs = [_key(s) for s in old], [_key(s) for s in new]
    old_left = {i for i, text in enumerate(mine) if text}
    new_left = {j for j, text in enumerate(theirs) if text}
    unchanged = 0
    for block in LCSseq.opcodes(mine, theirs):
        if block.tag == "equal":
            in_place = range(block.src_end - block.src_start)
            unchanged += sum(bool(mine[block.src_start + k]) for k in in_place)
            old_left -= {block.src_start + k for k in in_place}
            new_left -= {block.dest_start + k for k in in_place}
    joined = [
        *_divided(mine, theirs, old_left, new_left),
        *((i, j) for j, i in _divided(theirs, mine, new_left, old_left)),
    ]
    moved = []
    places: dict[str, list[int]] = {}
    for i in sorted(old_left):
        places.setdefault(mine[i], []).append(i)
    for j in sorted(new_left):
        if places.get(theirs[j]):
            i = places[theirs[j]].pop(0)
            moved.append((i, j))
    old_left -= {i for i, _ in moved}
    new_left -= {j for _, j in moved}
    return Matched(unchanged + len(joined), tuple(moved), tuple(sorted(old_left)), tuple(sorted(new_left)))


def _key(statement: Statement) -> str:
    """What must be equal: a reader of pages may see blanks where there are none."""
    return plain(statement.sentence.text).replace(" ", "")


def _divided(
    whole: Sequence[str], parts: Sequence[str], whole_left: set[int], parts_left: set[int]
) -> list[tuple[int, int]]:
    """Statements of the one that stand in pieces, one after the other, in the other; they are struck out."""
    starts: dict[str, list[int]] = {}
    for i in sorted(whole_left):
        starts.setdefault(letters(whole[i]), []).append(i)
    found = []
    for j in sorted(parts_left):
        for length in range(2, DIVIDED + 1):
            pieces = range(j, j + length)
            if not all(k in parts_left for k in pieces):
                break
            at = starts.get("".join(letters(parts[k]) for k in pieces))
            if at:
                i = at.pop(0)
                whole_left.discard(i)
                parts_left.difference_update(pieces)
                found.append((i, j))
                break
    return found
