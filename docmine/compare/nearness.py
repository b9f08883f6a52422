"""How near each later sentence is to each commitment of a document: a few readable features, in matrices.

`nearness` says how sure it is that both speak of one matter, `rank` which of the near ones a person should see first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from docmine.compare.terms import Terms, leans, points_back, telling
from docmine.compare.weights import RANK
from docmine.records import Commitment, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Floats: TypeAlias = "NDArray[np.float32]"
Rows: TypeAlias = "NDArray[np.intp]"

CONTEXT = 0.4
"""What a word of the commitment's heading or stem weighs beside one of its own."""

ANTECEDENT = 0.8
"""What a word weighs of the sentence that the commitment points back to."""

HEADING = 0.5
"""What a word weighs that stands in the heading above the later sentence, not in it."""


FEW = 8
"""Sentences from which their mean is mostly what they have in common."""


@dataclass(frozen=True)
class Sides:
    """What is known of the sentences on both sides: one row each."""

    sentences: Sequence[Sentence]
    vectors: Floats
    topics: Floats
    """The vectors of the passages that they stand in, headings included."""
    terms: Terms
    told: Floats
    """1 where a sentence reports something as done or begun."""
    reported: Floats
    """1 where it stands below words that announce what was done."""


@dataclass(frozen=True)
class Near:
    """Features of the candidates (rows) beside the commitments (columns), each 0 to 1."""

    rows: Rows
    meaning: Floats
    topic: Floats
    words: Floats
    rare: Floats
    nearness: Floats
    rank: Floats
    rarity: Floats
    """Of each word, 0 to 1."""


def near(
    sides: Sides, promises: Sequence[tuple[Commitment, int]], candidates: Rows, ages: Floats, around: Rows
) -> Near:
    """The features of every pair. `promises` with the row of their sentence, `ages` of the candidates in issues,
    `around` the rows by which the rarity of words is judged."""
    import numpy as np

    own = np.array([row for _, row in promises], dtype=np.intp)
    rarity = sides.terms.rarity(around)
    said = sides.terms.said[candidates].tocsc()
    headed = sides.terms.headed[candidates].tocsc()
    meaning = np.maximum(0, sides.vectors[candidates] @ _meant(sides, promises).T)
    topic = np.maximum(0, _apart(sides.topics, around, candidates, own))
    words, rare = np.zeros_like(meaning), np.zeros_like(meaning)
    for i, (promise, row) in enumerate(promises):
        columns, weights = _weighed(sides, promise, row, rarity)
        if not columns:
            continue
        here, above = said[:, columns].toarray(), headed[:, columns].toarray()
        total = float(weights.sum()) or 1.0
        words[:, i] = (here @ weights + HEADING * (np.maximum(0, above - here) @ weights)) / total
        rare[:, i] = (here * weights).max(axis=1)
    nearness = (meaning + topic + words) / 3
    told, reported = sides.told[candidates][:, None], sides.reported[candidates][:, None]
    rank = (
        RANK["meaning"] * meaning
        + RANK["topic"] * topic
        + RANK["words"] * words
        + RANK["rare"] * rare
        + RANK["told"] * told
        + RANK["reported"] * reported
        - RANK["age"] * np.log1p(ages)[:, None]
        + RANK["next"] * (ages == 0)[:, None]
    )
    return Near(candidates, meaning, topic, words, rare, nearness, np.asarray(rank, dtype=np.float32), rarity)


def _apart(vectors: Floats, around: Rows, rows: Rows, own: Rows) -> Floats:
    """How near the vectors of `rows` are to those of `own`, each without what all around them have in common: the
    series, its subject, its voice.

    Of a few sentences the mean is no more than they themselves, and little of it is taken away. Products are taken
    apart rather than the many vectors moved: (a - m)·(b - m) = a·(b - m) - m·(b - m).
    """
    import numpy as np

    everything, theirs, mine = vectors[around], vectors[rows], vectors[own]
    mean = everything.sum(axis=0) / (np.count_nonzero(_squares(everything)) + FEW)
    moved = mine - mean
    products = theirs @ np.vstack([moved, mean]).T
    squares = _squares(theirs)
    left = np.sqrt(np.maximum(0, squares - 2 * products[:, -1] + mean @ mean))
    lengths = np.outer(left, np.linalg.norm(moved, axis=1))
    there = (squares[:, None] > 0) & (_squares(mine) > 0) & (lengths > 0)
    return np.asarray(np.where(there, (products[:, :-1] - moved @ mean) / np.where(there, lengths, 1), 0), np.float32)


def _squares(vectors: Floats) -> Floats:
    import numpy as np

    return np.asarray(np.einsum("ij,ij->i", vectors, vectors), np.float32)


def _meant(sides: Sides, promises: Sequence[tuple[Commitment, int]]) -> Floats:
    """The vector of each commitment's sentence; of one that points back, half way to that of the sentence before."""
    import numpy as np

    found = []
    for promise, row in promises:
        vector = sides.vectors[row]
        if antecedent(sides.sentences, promise, row) is not None:
            both = vector + sides.vectors[row - 1]
            vector = both / (float(np.linalg.norm(both)) or 1.0)
        found.append(vector)
    return np.array(found, dtype=np.float32)


def _weighed(sides: Sides, promise: Commitment, row: int, rarity: Floats) -> tuple[list[int], Floats]:
    """The columns of the commitment's telling words and what each weighs."""
    import numpy as np

    own = telling(promise.text)
    around = {**telling(promise.headings[-1] if promise.headings else ""), **telling(promise.stem or "")}
    before = antecedent(sides.sentences, promise, row)
    known = sides.terms.column
    found: dict[int, float] = {}
    for stems, weight in ((own, 1.0), (telling(before or ""), ANTECEDENT), (around, CONTEXT)):
        for stem in stems:
            if stem in known:
                found.setdefault(known[stem], weight)
    columns = sorted(found)
    weights = np.array([found[c] * float(rarity[c]) for c in columns], dtype=np.float32)
    return columns, weights


def antecedent(sentences: Sequence[Sentence], promise: Commitment, row: int) -> str | None:
    """The sentence before, where the commitment or its sentence points back to it."""
    if row == 0 or not (leans(sentences[row].text) or points_back(promise.text)):
        return None
    before = sentences[row - 1]
    same = before.doc == promise.doc and before.headings == sentences[row].headings
    return before.text if same else None
