"""How well a text answers a question: what it names, where it names it, and how the three rankings are fused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docmine.search.question import Concept, Question
from docmine.words import Word, is_function_word, words

_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+|\S+@\S+|\b0\d{2,4}[ \d]{6,}\b")
"""Links, mail addresses and telephone numbers, which say nothing of the subject."""
_SKIPPED = frozenset(("and", "of", "the", "for", "in", "on", "to"))

COSINE_FLOOR, COSINE_TOP = 0.15, 0.75
"""Cosines taken as unrelated and as the same; between them the scale is even. Judgement, not measurement."""

WEIGHTS = {"dense": 0.55, "named": 0.35, "bm25": 0.10}
"""Dense finds paraphrase, names decide between paraphrases, BM25 adds rare words.

Chosen among nine mixtures on 30 of 60 labelled questions (40 over real publications, 20 over the sample corpus), which
they answered with an nDCG@10 between 0.76 and 0.78: the mixture matters little. On the other 30 (success@1, success@3,
nDCG@10), real: BM25 0.40 0.75 0.52, dense 0.35 0.65 0.52, naive reciprocal rank fusion 0.50 0.80 0.62, this 0.65 0.90
0.70; sample: BM25 0.60 0.80 0.73, dense 0.60 1.00 0.79, naive 0.60 0.90 0.79, this 0.70 1.00 0.78. The questions and
labels are by the hand that wrote this code, all of them were seen while the rules on names were made, and 30 questions
tell no difference below a tenth. Showing fewer hits (`candidates.NEAR_BEST`) costs about 0.01 of nDCG@10.
"""

KIND_BONUS = 0.25
"""For a commitment when a promise is asked for: enough to stand above the passage around it."""

RECORD_BONUS = 0.08
"""For a text that holds an owner, a date or a figure when one is asked for: a nudge, never a reason by itself."""


BARE = 0.35
"""Kept of the score of a text that holds hardly a word beyond the question's own: a heading, a name in a list."""

FEWEST_NEW = 3
"""Telling words beyond the question's that make a text an answer rather than an echo."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text around a candidate, and how much a name in it counts for the candidate."""

    text: str
    weight: float


def occurrences(text: str, concept: Concept) -> list[tuple[int, int]]:
    """Where `text` names the concept, in any of its forms."""
    run, stems = _telling(text)
    found = {
        (run[i].start, run[i + len(form) - 1].end)
        for form in concept.forms
        if stems.issuperset(form)
        for i in range(len(run) - len(form) + 1)
        if form and _is(run[i : i + len(form)], form)
    }
    return sorted(found)


@lru_cache(maxsize=20_000)
def _telling(text: str) -> tuple[tuple[Word, ...], frozenset[str]]:
    """The words of a text that names are made of, and their stems; kept, since each text is looked at many times."""
    run = tuple(w for w in words(text) if w.stem not in _SKIPPED)
    return run, frozenset(w.stem for w in run)


def _is(run: Sequence[Word], form: tuple[str, ...]) -> bool:
    return all(word.stem == stem for word, stem in zip(run, form, strict=True))


def matches(text: str, question: Question) -> tuple[tuple[int, int], ...]:
    """Ranges of `text` that name something the question names, in order and without overlap."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(r for concept in question.concepts for r in occurrences(text, concept)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def named(zones: Sequence[Zone], question: Question, rarity: Mapping[Concept, float]) -> float:
    """Share of what the question names that the zones name, 0 to 1; each concept counts by its best zone."""
    total = sum(rarity[c] for c in question.concepts)
    if not total:
        return 0.0
    got = 0.0
    for concept in question.concepts:
        got += rarity[concept] * max((z.weight for z in zones if occurrences(z.text, concept)), default=0.0)
    return got / total


def unnamed(zones: Sequence[Zone], question: Question) -> tuple[str, ...]:
    """The names in the question that no zone names, as the question writes them."""
    return tuple(c.name for c in question.names if c.name and not any(occurrences(z.text, c) for z in zones))


def closeness(cosine: float) -> float:
    """A cosine as 0 to 1 between unrelated and the same."""
    return min(1.0, max(0.0, (cosine - COSINE_FLOOR) / (COSINE_TOP - COSINE_FLOOR)))


def fuse(dense: float, share: float, bm25: float) -> float:
    """One score of the three, each 0 to 1."""
    return WEIGHTS["dense"] * dense + WEIGHTS["named"] * share + WEIGHTS["bm25"] * bm25


def echo(text: str, question: Question) -> float:
    """What to multiply a score with: BARE where the text only says what the question said."""
    text = _ADDRESS.sub(" ", text)
    ranges = matches(text, question)
    beyond = [
        w
        for w in words(text)
        if not is_function_word(w.text) and not any(start <= w.start < end for start, end in ranges)
    ]
    return BARE if len(beyond) < FEWEST_NEW else 1.0
