"""Two documents → the sentences that were added, removed or reworded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from docmine.records import Change, Sentence

REWORDED = 0.6
"""Likeness of two sentences, word by word, from which one replaces the other: more words were kept than changed."""

_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": None})


def diff(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Change, ...]:
    """Changes in the order of the new document; removed sentences stand where they stood.

    Moving a sentence or splitting a paragraph is no change, nor are white space, dashes and quotation marks.
    """
    old_left, new_left = _without_equal(old, new)
    pairs = _reworded(old_left, new_left)
    from_old = {i: (j, score) for i, j, score in pairs}
    to_new = {j for _, j, _ in pairs}
    changes = [
        (
            _place(new_left[j], new),
            1,
            Change(change="reworded", old=old_left[i], new=new_left[j], score=round(score, 4)),
        )
        for i, (j, score) in from_old.items()
    ]
    changes += [(_place(s, new), 1, Change(change="added", new=s)) for j, s in enumerate(new_left) if j not in to_new]
    changes += [
        (_place(s, old), 0, Change(change="removed", old=s)) for i, s in enumerate(old_left) if i not in from_old
    ]
    return tuple(change for *_, change in sorted(changes, key=lambda c: (c[0], c[1], _start(c[2]))))


def plain(text: str) -> str:
    """The text as it is compared: one kind of quotation mark and dash, single spaces, no bullet, no closing stop."""
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return re.sub(r"\s+", " ", text).strip(" .;•*·")


def _without_equal(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """What is left when every sentence has been struck out against an equal one, wherever that stands."""
    stock: dict[str, list[int]] = {}
    for i, sentence in enumerate(old):
        stock.setdefault(plain(sentence.text), []).append(i)
    struck: set[int] = set()
    left: list[Sentence] = []
    for sentence in new:
        equal = stock.get(plain(sentence.text))
        if equal:
            struck.add(equal.pop(0))
        elif plain(sentence.text):
            left.append(sentence)
    return [s for i, s in enumerate(old) if i not in struck and plain(s.text)], left


def _reworded(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[tuple[int, int, float]]:
    """Pairs of likest sentences, each used once; among equally like ones, those that stand alike come first."""
    from rapidfuzz.distance import Indel

    ranked: list[tuple[float, float, int, int]] = []
    for i, before in enumerate(old):
        for j, after in enumerate(new):
            score = Indel.normalized_similarity(
                plain(before.text).split(), plain(after.text).split(), score_cutoff=REWORDED
            )
            if score:
                away = abs(i / max(1, len(old)) - j / max(1, len(new)))
                ranked.append((-score, away, i, j))
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs: list[tuple[int, int, float]] = []
    for negative, _, i, j in sorted(ranked):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((i, j, -negative))
    return pairs


def _place(sentence: Sentence, among: Sequence[Sentence]) -> float:
    """How far into its document a sentence stands, 0 to 1, so that the changes of two can be told in one order."""
    end = among[-1].end if among else 1
    return sentence.start / max(1, end)


def _start(change: Change) -> int:
    sentence = change.new or change.old
    assert sentence is not None
    return sentence.start
