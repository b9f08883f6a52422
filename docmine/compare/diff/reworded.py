"""Which of the statements that are left say the same in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docmine.compare.diff.folded import plain
from docmine.compare.diff.model import Statement, Word
from docmine.words import content, stems

REWORDED = 0.6
"""Likeness of two statements from which one replaces the other: more words were kept than changed."""
TELLING = 3
"""Words that carry meaning which both must have, where their order tells nothing."""
CONTAINED = 0.75
"""Share of the shorter one's words that a longer one must have to replace it."""
HALF = 0.5
"""Share of the words of both that are common, then."""
_MONTHS = frozenset(stems("January February March April June July August September October November December"))


def pairs(old: Sequence[Statement], new: Sequence[Statement]) -> list[tuple[int, int, float]]:
    """The likest, each used once; among equally like ones, those that stand alike come first."""
    from rapidfuzz.distance import Indel

    mine = [(plain(s.sentence.text).split(), _telling(s.sentence.text)) for s in old]
    theirs = [(plain(s.sentence.text).split(), _telling(s.sentence.text)) for s in new]
    ranked: list[tuple[float, float, int, int]] = []
    for i, (before, own) in enumerate(mine):
        for j, (after, others) in enumerate(theirs):
            alike = Indel.normalized_similarity(before, after, score_cutoff=REWORDED)
            score = max(alike, _same_words(own, others))
            if score >= REWORDED:
                away = abs(i / max(1, len(old)) - j / max(1, len(new)))
                ranked.append((-score, away, i, j))
    used_old: set[int] = set()
    used_new: set[int] = set()
    found: list[tuple[int, int, float]] = []
    for negative, _, i, j in sorted(ranked):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            found.append((i, j, round(-negative, 4)))
    return found


def words(old: str, new: str) -> tuple[Word, ...]:
    """The two texts as one, word by word."""
    from difflib import SequenceMatcher

    before, after = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
    mine, theirs = ([plain(word) or word.strip() for word in side] for side in (before, after))
    found: list[Word] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(after[j1:j2])))
            continue
        found += [("gone", "".join(before[i1:i2]))] if i2 > i1 else []
        found += [("new", "".join(after[j1:j2]))] if j2 > j1 else []
    return tuple(found)


def _telling(text: str) -> frozenset[str]:
    """Stems that carry meaning, without numbers and months: these are what changes."""
    return frozenset(s for s in content(text) if not s[0].isdigit() and s not in _MONTHS)


def _same_words(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """What both share, in whatever order; nearly all of the shorter and half of both is enough."""
    shared = len(mine & theirs)
    if shared < TELLING:
        return 0.0
    both = 2 * shared / (len(mine) + len(theirs))
    contained = shared > TELLING and shared / min(len(mine), len(theirs)) >= CONTAINED and both >= HALF
    return max(both, REWORDED) if contained else both
