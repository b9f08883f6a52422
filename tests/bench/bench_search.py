"""How well questions are answered: docmine beside what it is made of; and how fast, once the model is loaded."""

from __future__ import annotations

import statistics
import time

from docmine.index import Index
from tests.search.asking import labelled, measure, rankings

WARM = 0.1
"""Seconds that a question may take when the model is loaded."""


def test_scores_on_labelled_questions(sample_index: Index) -> None:
    questions = labelled()
    scores = {name: measure(rank, questions) for name, rank in rankings(sample_index).items()}
    print(f"\n{len(questions)} questions\n{'':14} success@1 success@3  nDCG@10")
    for name, score in scores.items():
        print(f"{name:14} {score.success1:9.2f} {score.success3:9.2f} {score.ndcg10:8.2f}")
    assert max(scores.values(), key=lambda score: score.ndcg10) == scores["docmine"]


def test_a_warm_search_answers_at_once(sample_index: Index) -> None:
    times: list[float] = []
    with sample_index as index:
        for question, _ in labelled() * 2:
            began = time.perf_counter()
            index.search(question)
            times.append(time.perf_counter() - began)
    warm = statistics.median(times[len(times) // 2 :])
    print(f"\na warm search: median {warm:.3f} s")
    assert warm <= WARM
