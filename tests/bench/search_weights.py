"""Makes the weights of search: how much each trait of a sentence counts (docmine/search/weights.json).

    python -m tests.bench.search_weights [INDEX QUESTIONS.jsonl ...]           how well they do on questions left out
    python -m tests.bench.search_weights --write [INDEX QUESTIONS.jsonl ...]   and keep them (`make search-weights`)

It learns from the questions that may be looked at, over the sample publications and the labelled series, and from any
others that are named with their index. For each question it makes the sentences that answer it likelier than all other
candidates (the log of a softmax), and holds every weight towards nothing, or towards what PRIOR says where few
questions can teach it.

Each question is learnt from twice: as it is, and without the table of everyday words (lexicon.txt). The table was
written by somebody who had seen these questions, so that it knows more of their words than it will of yours; with
weights that lean on it less, questions whose words it does not have are answered better, and the others no worse.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

import docmine.search.weights as kept
from docmine.index import Index
from docmine.search import chosen
from docmine.search.fold import shown
from docmine.search.judge import judged, read
from docmine.search.traits import NAMES, WITHOUT_LEXICON
from docmine.settings import load
from docmine.store import Store
from tests.search.asking import (
    DEPTH,
    QUESTIONS,
    Asked,
    Scores,
    by_folder,
    labelled,
    mean,
    plain,
    score,
    stands_for,
)

ROOT = Path(__file__).resolve().parents[2]
FILE = Path(kept.__file__).with_name("weights.json")
HELD = 0.3
"""How strongly weights are held: best by nDCG@10 of 0.1, 0.2, 0.3, 0.5, 1."""
LEAST_SPREAD = 0.03
"""Standard deviation that a trait is taken to have at least: few questions know rare ones, which would grow large."""
PRIOR = {"wants_verdict": 3.0, "in_period": 1.0, "wants_speaker": 1.5, "wants_quote": 1.0, "wants_ask": 0.7}
"""By judgement: what a question asks for in so many words speaks for a sentence that has it."""
AGAINST = {"row", "long", "short", "echo", "wants_date_none", "wants_figure_none"}
AGAINST |= {"unwanted_promise", "unwanted_figure", "leads_in"}
EITHER = {"bullet", "length", "contact", "refers", "refers_paragraph"}
EITHER |= {"bm25", "names", "names_above", "names_heading", "names_document"}
"""Traits that may only speak against a sentence, and those that may do either; all others may only speak for it."""


@dataclass(frozen=True)
class Lesson:
    """A question with its candidates: their traits, and which of them answer."""

    asked: Asked
    texts: tuple[str, ...]
    traits: np.ndarray
    without: np.ndarray
    """The same without the table of everyday words."""
    right: np.ndarray


def lessons(index: Path, questions: Sequence[Asked]) -> Iterator[Lesson]:
    settings = load({})
    with Store.open(index, read_only=True) as store:
        for asked in questions:
            if not asked.relevant:
                continue
            question, own = read(store, asked.question, asked.today)
            found = chosen(judged(store, question, own, settings), question)
            texts = tuple(shown(j.candidate, 0.0, ()).text for j in found)
            right = [any(stands_for(plain(text), r) for r in asked.relevant) for text in texts]
            traits = [j.traits for j in found]
            without = [{**t, **{n: t[other] if other else 0.0 for n, other in WITHOUT_LEXICON.items()}} for t in traits]
            yield Lesson(asked, texts, _matrix(traits), _matrix(without), np.array(right, dtype=bool))


def _matrix(traits: Sequence[Mapping[str, float]]) -> np.ndarray:
    return np.array([[t[name] for name in NAMES] for t in traits]).reshape(len(traits), len(NAMES))


def learnt(given: Sequence[Lesson]) -> np.ndarray:
    """The weights that make right candidates likeliest."""
    spread = np.maximum(np.concatenate([one.traits for one in given]).std(axis=0), LEAST_SPREAD)
    prior = np.array([PRIOR.get(name, 0.0) for name in NAMES]) * spread
    pages = [(x / spread, one.right) for one in given if one.right.any() for x in (one.traits, one.without)]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total = HELD * len(pages) / 2 * float((w - prior) @ (w - prior))
        slope = HELD * len(pages) * (w - prior)
        for x, right in pages:
            weighed = x @ w
            odds = np.exp(weighed - weighed.max())
            share = odds / odds.sum()
            total -= float(np.log(share[right]).mean())
            slope -= x.T @ (right / right.sum() - share)
        return total, slope

    bounds = [(None, None) if n in EITHER else (None, 0.0) if n in AGAINST else (0.0, None) for n in NAMES]
    return minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=bounds).x / spread


def answered(one: Lesson, weights: np.ndarray, *, lexicon: bool = True) -> Scores:
    weighed = (one.traits if lexicon else one.without) @ weights
    best = [one.texts[i] for i in np.argsort(-weighed, kind="stable")]
    return score(list(dict.fromkeys(map(plain, best)))[:DEPTH], one.asked.relevant)


def left_out(given: Mapping[str, Sequence[Lesson]], *, lexicon: bool = True) -> dict[str, list[Scores]]:
    """Index → scores of its questions, with weights that were learnt from those of all others."""
    scores: dict[str, list[Scores]] = {}
    for name, own in given.items():
        weights = learnt([one for other, lessons in given.items() if other != name for one in lessons])
        scores[name] = [answered(one, weights, lexicon=lexicon) for one in own]
    return scores


def table(given: Sequence[Lesson]) -> dict[str, object]:
    """What is kept: weights, and what makes a probability of their sum."""
    weights = learnt(given)
    summed = np.concatenate([one.traits @ weights for one in given])
    right = np.concatenate([one.right for one in given])
    scale = LogisticRegression(C=1e6).fit(summed.reshape(-1, 1), right)
    return {
        "made_by": "python -m tests.bench.search_weights --write",
        "questions": len(given),
        "factor": round(float(scale.coef_[0][0]), 4),
        "added": round(float(scale.intercept_[0]), 4),
        "weights": {name: round(float(w), 4) for name, w in zip(NAMES, weights, strict=True)},
    }


def main(*arguments: str) -> None:
    files = [Path(argument) for argument in arguments if argument != "--write"]
    given = {files[i].stem: list(lessons(files[i], labelled(files[i + 1]))) for i in range(0, len(files), 2)}
    with tempfile.TemporaryDirectory() as home:
        for folder, questions in {ROOT / "corpus": labelled(*QUESTIONS), **by_folder()}.items():
            index = Index(Path(home) / f"{len(given)}.duckdb")
            index.ingest(folder)
            index.track()
            given[str(folder.relative_to(ROOT))] = list(lessons(index.path, questions))
    for what, lexicon in (("each index left out", True), ("the same without the lexicon", False)):
        scores = left_out(given, lexicon=lexicon)
        print(what)
        every = [one for found in scores.values() for one in found]
        for name, found in {**scores, "all": every}.items():
            s = mean(found)
            print(f"  {name:40} {len(found):3} {s.success1:.3f} {s.success3:.3f} {s.ndcg10:.3f}")
    if "--write" in arguments:
        all_of_them = [one for lessons_of in given.values() for one in lessons_of]
        FILE.write_text(json.dumps(table(all_of_them), indent=1) + "\n", encoding="utf-8")
        print(f"{FILE.relative_to(ROOT)}: {len(all_of_them)} questions")


if __name__ == "__main__":
    main(*sys.argv[1:])
