"""How well a text answers a question: what it names, where it names it, and how the three rankings are fused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docmine.search.understand import Concept, Question
from docmine.words import Word, is_function_word, words

_SKIPPED = frozenset(("and", "of", "the", "for", "in", "on", "to"))

COSINE_FLOOR, COSINE_TOP = 0.15, 0.75
"""Cosines taken as unrelated and as the same; between them the scale is even. Judgement, not measurement."""

WEIGHTS = {"dense": 0.45, "named": 0.35, "bm25": 0.20}
"""Dense finds paraphrase, names decide between paraphrases, BM25 adds rare words. Judged by reading answers to a dozen
questions, not measured against labels."""

KIND_BONUS = 0.25
"""For a commitment when a promise is asked for: enough to stand above the passage around it."""

RECORD_BONUS = 0.08
"""For a text that holds an owner, a date or a figure when one is asked for: a nudge, never a reason by itself."""


BARE = 0.5
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
    run = [w for w in words(text) if w.stem not in _SKIPPED]
    found = {
        (run[i].start, run[i + len(form) - 1].end)
        for form in concept.forms
        for i in range(len(run) - len(form) + 1)
        if form and _is(run[i : i + len(form)], form)
    }
    return sorted(found)


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


def closeness(cosine: float) -> float:
    """A cosine as 0 to 1 between unrelated and the same."""
    return min(1.0, max(0.0, (cosine - COSINE_FLOOR) / (COSINE_TOP - COSINE_FLOOR)))


def fuse(dense: float, share: float, bm25: float) -> float:
    """One score of the three, each 0 to 1."""
    return WEIGHTS["dense"] * dense + WEIGHTS["named"] * share + WEIGHTS["bm25"] * bm25


def echo(text: str, question: Question) -> float:
    """What to multiply a score with: BARE where the text only says what the question said."""
    ranges = matches(text, question)
    beyond = [
        w
        for w in words(text)
        if not is_function_word(w.text) and not any(start <= w.start < end for start, end in ranges)
    ]
    return BARE if len(beyond) < FEWEST_NEW else 1.0
