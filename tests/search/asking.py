"""How well a ranking answers the labelled questions about the sample publications."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docmine.index import Index

QUESTIONS = Path(__file__).resolve().parents[1] / "labelled" / "questions.jsonl"
DEPTH = 10
POOL = 100
LEAST_WORDS = 5
"""Words that a stretch of a relevant sentence must have to stand for it."""

Ranking = Callable[[str], Sequence[str]]
"""A question → the texts of its hits, best first."""


@dataclass(frozen=True)
class Scores:
    success1: float
    success3: float
    ndcg10: float


def labelled() -> list[tuple[str, list[str]]]:
    """Each question with the texts that are relevant to it; a sentence that stands in several documents counts once."""
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [(row["question"], sorted({_plain(r["text"]) for r in row["relevant"]})) for row in rows]


def measure(rank: Ranking, questions: Iterable[tuple[str, list[str]]]) -> Scores:
    """Means over the questions. What repeats an earlier hit gains nothing."""
    each = [_one(rank(question), relevant) for question, relevant in questions]
    return Scores(*(sum(values) / len(each) for values in zip(*each, strict=True)))


def rankings(index: Index) -> dict[str, Ranking]:
    """docmine's own, and what it is made of: words alone, meaning alone, and both fused by reciprocal ranks."""
    from docmine import embed
    from docmine.store import Store

    model = index.settings.embedding_model

    def ranked(question: str, *, words: bool, meaning: bool) -> list[str]:
        with Store.open(index.path, read_only=True) as store:
            lists = [store.bm25(question, POOL)] if words else []
            if meaning:
                lists.append(store.nearest(embed.load(model).encode([question])[0], POOL, model))
            fused: dict[str, float] = {}
            for found in lists:
                for place, (key, _) in enumerate(found, 1):
                    fused[key] = fused.get(key, 0.0) + 1 / (60 + place)
            best = sorted(fused, key=lambda key: (-fused[key], key))
            return list(dict.fromkeys(p.text for p in store.passages_by_id(best)))

    return {
        "BM25 alone": lambda question: ranked(question, words=True, meaning=False),
        "dense alone": lambda question: ranked(question, words=False, meaning=True),
        "naive fusion": lambda question: ranked(question, words=True, meaning=True),
        "docmine": lambda question: [hit.text for hit in index.search(question, limit=DEPTH)],
    }


def _one(texts: Sequence[str], relevant: Sequence[str]) -> tuple[float, float, float]:
    seen: set[str] = set()
    gains: list[float] = []
    for text in map(_plain, texts[:DEPTH]):
        stands_for = len(text.split()) >= LEAST_WORDS
        found = {r for r in relevant if r in text or (stands_for and text in r)} - seen
        gains.append(float(bool(found)))
        seen |= found
    ideal = sum(1 / math.log2(place + 2) for place in range(min(DEPTH, len(relevant))))
    gained = sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))
    return max(gains[:1], default=0.0), max(gains[:3], default=0.0), gained / ideal


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
