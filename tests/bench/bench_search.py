"""How well questions are answered: docmine beside other methods; and how fast, once the model is loaded."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from docmine.index import Index
from docmine.store import Store
from tests.bench.questions import OWN, by_trait, compared, table
from tests.search.asking import QUESTIONS, Scores, by_folder, labelled, mean

WARM = 0.1
"""Seconds that a question may take when the model is loaded."""
KEPT = QUESTIONS[0].with_name("questions_kept.jsonl")


def test_scores_on_labelled_questions(sample_index: Index) -> None:
    best: dict[str, str] = {}
    with Store.open(sample_index.path, read_only=True) as store:
        for name, files in {"seen while search was written": QUESTIONS, "kept unseen": (KEPT,)}.items():
            questions = labelled(*files)
            found, missing = compared(store, questions)
            print(f"\n{len(questions)} questions, {name}\n{table(found, missing)}\n{by_trait(questions, found[OWN])}")
            best[name] = max(found, key=lambda method: mean(found[method]).ndcg10)
    assert set(best.values()) == {OWN}


def test_scores_on_questions_over_the_series(tmp_path: Path) -> None:
    found: dict[str, list[Scores]] = {}
    for number, (folder, questions) in enumerate(by_folder().items()):
        index = Index(tmp_path / f"{number}.duckdb")
        index.ingest(folder)
        index.track()
        with Store.open(index.path, read_only=True) as store:
            for method, scores in compared(store, questions, quick=True)[0].items():
                found.setdefault(method, []).extend(scores)
    print(f"\n{len(found[OWN])} questions over labelled series, which taught the weights\n{table(found, {})}")
    assert max(found, key=lambda method: mean(found[method]).ndcg10) == OWN


def test_a_warm_search_answers_at_once(sample_index: Index) -> None:
    times: list[float] = []
    with sample_index as index:
        for asked in labelled(*QUESTIONS) * 2:
            began = time.perf_counter()
            index.search(asked.question)
            times.append(time.perf_counter() - began)
    warm = statistics.median(times[len(times) // 2 :])
    print(f"\na warm search: median {warm:.3f} s")
    assert warm <= WARM
