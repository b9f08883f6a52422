"""Fit what each feature adds to the rank of a piece of evidence (docmine/compare/weights.py) to labelled links.

    python tests/bench/track_weights.py INDEX LINKS.jsonl [INDEX LINKS.jsonl ...]

LINKS: one link a line, as in tests/labelled/findings.jsonl. Prints the weights fitted on all threads, and for each
index how often a labelled statement stands among the first five by what the other indexes teach; of one index alone,
when each eighth of its threads is ranked by what the others of it teach.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from docmine import settings
from docmine.compare import evidence
from docmine.compare.landscape import Landscape
from docmine.compare.nearness import Near, near
from docmine.compare.scene import Scene
from docmine.compare.weights import RANK
from docmine.evaluate import alike, covered
from docmine.store import Store

NAMES = ("meaning", "topic", "words", "rare", "told", "reported", "age", "next")
PARTS = 8
RIDGE = 0.03
"""Of weights over features of unit spread: few threads must not move them far."""

Thread = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, float]
"""Features (candidates by names), which are labelled, rows, ages, weight of the thread."""


def threads(index: Path, links: Path) -> tuple[Scene, list[Thread]]:
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for line in links.read_text(encoding="utf-8").splitlines():
        link = json.loads(line)
        if link["to"] is not None:
            grouped[_stem(link["from"]["doc"]), link["from"]["text"]].append(link)
    with Store.open(index, read_only=True) as store:
        land = Landscape.of(store, None)
        scene = Scene.of(store, settings.load({}), land, list(land.homes))
        promises = store.records("commitment")
    found: list[Thread] = []
    for (doc, text), own in grouped.items():
        same = [p for p in promises if _stem(p.doc) == doc and same_text(text, p.text)]
        promise = max(same, key=lambda p: alike(text, p.text), default=None)
        row = scene.row_of(promise) if promise else None
        if promise is None or row is None:
            continue
        rows, ages = evidence.candidates(scene, land.homes[promise.doc])
        around = evidence.around(scene, land.homes[promise.doc], rows)
        labelled = np.array(
            [
                any(
                    _stem(scene.sides.sentences[r].doc) == _stem(link["to"]["doc"])
                    and same_text(link["to"]["text"], scene.sides.sentences[r].text)
                    for link in own
                )
                for r in rows
            ]
        )
        if labelled.any():
            features = _features(scene, near(scene.sides, [(promise, row)], rows, ages, around), ages)
            weight = 1.0 if any(link["certain"] for link in own) else 0.6
            found.append((features, labelled, rows, ages, weight))
    return scene, found


def _features(scene: Scene, pair: Near, ages: np.ndarray) -> np.ndarray:
    columns = [pair.meaning, pair.topic, pair.words, pair.rare]
    sides = [scene.sides.told[pair.rows], scene.sides.reported[pair.rows], -np.log1p(ages), ages == 0]
    return np.stack([*(c[:, 0] for c in columns), *sides], axis=1)


def fit(found: list[Thread]) -> np.ndarray:
    """The weights that make the labelled statements likeliest among all candidates of their threads."""
    spread = np.concatenate([t[0] for t in found]).std(axis=0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = RIDGE * len(found) * float(weights @ weights), 2 * RIDGE * len(found) * weights
        for features, labelled, _, _, importance in found:
            scaled = features / spread
            score = scaled @ weights
            every, right = _softmax(score), _softmax(np.where(labelled, score, -np.inf))
            total -= importance * (_logsum(score[labelled]) - _logsum(score))
            slope = slope - importance * (right - every) @ scaled
        return total, slope

    return np.asarray(minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B").x / spread)


def shown(scene: Scene, found: list[Thread], weights: np.ndarray) -> list[bool]:
    """For each thread whether a labelled statement is among the first five."""
    hits = []
    for features, labelled, rows, ages, _ in found:
        order = evidence.chosen(scene, features @ weights, rows, ages)
        hits.append(bool(labelled[order[:5]].any()))
    return hits


def main(*paths: str) -> None:
    series = [threads(Path(i), Path(links)) for i, links in zip(paths[::2], paths[1::2], strict=True)]
    every = [thread for _, found in series for thread in found]
    fitted = dict(zip(NAMES, fit(every).round(2).tolist(), strict=True))
    print(f"{len(every)} threads; fitted on all", fitted)
    now = np.array([RANK[name] for name in NAMES])
    for i, (scene, found) in enumerate(series):
        print(paths[2 * i], f"now {_certain(found, shown(scene, found, now))}", end="; ")
        if len(series) > 1:
            weights = fit([thread for j, (_, own) in enumerate(series) if j != i for thread in own])
            print(f"by the others {_certain(found, shown(scene, found, weights))}")
            continue
        hits = [False] * len(found)
        for part in range(PARTS):
            weights = fit([t for j, t in enumerate(found) if j % PARTS != part])
            hits[part::PARTS] = shown(scene, found[part::PARTS], weights)
        print(f"left out {_certain(found, hits)}")


def _certain(found: list[Thread], hits: list[bool]) -> str:
    sure = [hit for thread, hit in zip(found, hits, strict=True) if thread[4] == 1.0]
    return f"{sum(sure)} of {len(sure)} certain, {sum(hits)} of {len(hits)} in all"


def _softmax(score: np.ndarray) -> np.ndarray:
    powers = np.exp(score - score.max())
    return np.asarray(powers / powers.sum())


def _logsum(score: np.ndarray) -> float:
    return float(score.max() + np.log(np.exp(score - score.max()).sum()))


def same_text(a: str, b: str) -> bool:
    """Whether two texts stand for one statement, as labels and findings cut it."""
    return covered(a, b) >= 0.6 and alike(a, b) >= 0.3


def _stem(name: str) -> str:
    return Path(name).stem


if __name__ == "__main__":
    main(*sys.argv[1:])
