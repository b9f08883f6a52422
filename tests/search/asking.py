"""How well a ranking answers labelled questions: the figures that docmine and every other method are held to."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from docmine.settings import Settings
from docmine.store import Store

LABELLED = Path(__file__).resolve().parents[1] / "labelled"
QUESTIONS = (LABELLED / "questions.jsonl", LABELLED / "questions_new.jsonl")
"""Those that may be looked at; `questions_kept.jsonl` is for measuring only."""
SERIES = LABELLED / "questions_series.jsonl"
"""Those over the labelled series and voices, which may be looked at too."""

DEPTH = 10
LEAST_WORDS = 5
"""Words that a stretch of a relevant sentence must have to stand for it."""

SAME = 95.0
"""Likeness (of 100) from which on two sentences with the same numbers say the same."""


@dataclass(frozen=True)
class Asked:
    """A labelled question. `relevant`: what answers it, each text once; none where nothing does."""

    question: str
    relevant: tuple[str, ...]
    traits: tuple[str, ...] = ()
    today: date | None = None
    """The day on which it is asked, where its words depend on that."""


Ranking = Callable[[Asked], Sequence[str]]
"""A question → the texts of its hits, best first."""


@dataclass(frozen=True)
class Scores:
    """Means over questions."""

    success1: float
    success3: float
    ndcg10: float


def labelled(*files: Path) -> list[Asked]:
    """The questions of these files, in order."""
    return [_asked(row) for path in files for row in _rows(path)]


def by_folder(file: Path = SERIES) -> dict[Path, list[Asked]]:
    """Folder of documents → the questions of a file over these, in order."""
    found: dict[Path, list[Asked]] = {}
    for row in _rows(file):
        found.setdefault(LABELLED / row["folder"], []).append(_asked(row))
    return found


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _asked(row: dict[str, Any]) -> Asked:
    return Asked(
        row["question"],
        tuple(_distinct(plain(r["text"]) for r in row["relevant"])),
        tuple(row.get("traits", ())),
        date.fromisoformat(row["asked"]) if row.get("asked") else None,
    )


def own(store: Store, settings: Settings) -> Ranking:
    """docmine's own hits."""
    from docmine.search import search

    return lambda asked: [h.text for h in search(store, asked.question, settings, DEPTH, today=asked.today)]


def each(rank: Ranking, questions: Iterable[Asked]) -> list[Scores]:
    """Of every question that has an answer, in order."""
    return [score(rank(asked), asked.relevant) for asked in questions if asked.relevant]


def mean(scores: Sequence[Scores]) -> Scores:
    columns = zip(*((s.success1, s.success3, s.ndcg10) for s in scores), strict=True)
    return Scores(*(sum(values) / len(scores) for values in columns))


def measure(rank: Ranking, questions: Iterable[Asked]) -> Scores:
    return mean(each(rank, questions))


def score(texts: Sequence[str], relevant: Sequence[str]) -> Scores:
    """Of one question. What repeats an earlier hit gains nothing."""
    seen: set[str] = set()
    gains: list[float] = []
    for text in map(plain, texts[:DEPTH]):
        found = {r for r in relevant if stands_for(text, r)} - seen
        gains.append(float(bool(found)))
        seen |= found
    ideal = sum(1 / math.log2(place + 2) for place in range(min(DEPTH, len(relevant))))
    gained = sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))
    return Scores(max(gains[:1], default=0.0), max(gains[:3], default=0.0), gained / ideal)


def stands_for(text: str, relevant: str) -> bool:
    """Whether a hit holds a relevant sentence, is a good stretch of it, or says the same."""
    return relevant in text or (len(text.split()) >= LEAST_WORDS and text in relevant) or _same(text, relevant)


def _distinct(texts: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for text in texts:
        if not any(_same(text, k) for k in kept):
            kept.append(text)
    return kept


def _same(a: str, b: str) -> bool:
    return re.findall(r"\d+", a) == re.findall(r"\d+", b) and fuzz.ratio(a, b) >= SAME


def plain(text: str) -> str:
    """A text as texts are compared: in lower case, its white space evened."""
    return " ".join(text.lower().split())
