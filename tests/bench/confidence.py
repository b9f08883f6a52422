"""Makes the weights of `docmine.extract.confidence`, and shows how far its probabilities can be trusted.

    python -m tests.bench.confidence           the reliability table of docs/accuracy.md
    python -m tests.bench.confidence --write   into docs/accuracy.md, with new weights (`make weights`)

It learns from documents that no rule was tuned on, since on others docmine does better than it will on yours: those of
tests/labelled/voices/kept, and what was found in those of voices/open at first sight, before a rule was mended by them
(extraction/first_sight.jsonl: traits and truth of each record, kept as they were on that day).

A record is right where it pairs with a label, as `docmine evaluate` pairs them; one that pairs with an uncertain one is
left out. The table is made by leaving out one document at a time, so that no record is judged by weights that have seen
its document.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from docmine import evaluate
from docmine.evaluate.score import pair
from docmine.extract import analyse, confidence, load
from docmine.extract.traits import TRAITS, traits
from docmine.pipeline import read_document
from docmine.report.rows import record_row
from docmine.settings import Settings
from tests.bench.accuracy import PAGE, written

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "labelled" / "voices" / "kept"
FIRST_SIGHT = Path(__file__).with_name("extraction") / "first_sight.jsonl"
VERSION = 1
STRENGTH = 1.0
"""Of the evidence against the prior that no trait matters (scikit-learn's C): best by log loss of 0.03, 0.1, 0.3, 1."""
BOUNDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A record that docmine found: its traits, and whether a careful reader has it too."""

    doc: str
    kind: str
    traits: frozenset[str]
    right: bool


def judged(folder: Path) -> list[Judged]:
    """Every commitment, figure and owner that docmine finds in the labelled documents of a folder."""
    nlp = load(Settings().spacy_model)
    files = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix != ".jsonl"}
    found: list[Judged] = []
    for stem, labels in evaluate.load(folder).items():
        doc = analyse(nlp, read_document(files[stem]))
        for kind in TRAITS:
            records = getattr(doc._, f"{kind}s")
            for record_traits, right in zip(traits(doc, records), _right(kind, labels, records), strict=True):
                if right is not None:
                    found.append(Judged(stem, kind, record_traits, right))
    return found


def at_first_sight() -> list[Judged]:
    """What an earlier docmine found in documents that have been opened since."""
    rows = map(json.loads, FIRST_SIGHT.read_text(encoding="utf-8").splitlines())
    return [Judged(row["doc"], row["kind"], frozenset(row["traits"]), row["right"]) for row in rows]


def _right(kind: str, labels: Sequence[Any], records: Iterable[Any]) -> list[bool | None]:
    """Of each record whether a label has it; None where that label is an uncertain one."""
    labels = [label for label in labels if label["kind"] == kind]
    rows = [record_row(record) for record in records]
    label_of = {j: labels[i] for i, j in pair(labels, rows, evaluate.RULES[kind].likeness)}
    return [None if not label_of.get(j, {}).get("certain", True) else j in label_of for j in range(len(rows))]


def fitted(kind: str, seen: Sequence[Judged]) -> confidence.Weights:
    names = list(TRAITS[kind])
    x = np.array([[name in item.traits for name in names] for item in seen], dtype=float)
    y = np.array([item.right for item in seen])
    if y.all() or not y.any():  # nothing to tell apart: the share, as if one more of either kind had been seen
        share = (y.sum() + 1) / (len(y) + 2)
        return confidence.Weights(round(float(np.log(share / (1 - share))), 3), {})
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(x, y)
    weighed = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}
    return confidence.Weights(round(float(model.intercept_[0]), 3), {n: w for n, w in weighed.items() if w})


def left_out(kind: str, seen: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Each record's probability by the weights of the other documents, and whether it is right."""
    pairs = []
    for doc in sorted({item.doc for item in seen}):
        weights = fitted(kind, [item for item in seen if item.doc != doc])
        pairs += [(weights.probability(item.traits), item.right) for item in seen if item.doc == doc]
    return pairs


def table(pairs: dict[str, Sequence[tuple[float, bool]]]) -> str:
    """Markdown: per kind and band of confidence how many records, what was said, how many were right."""
    lines = ["| kind | confidence | records | mean confidence | right |", "| --- | --- | --: | --: | --: |"]
    for kind, values in pairs.items():
        for low, high in pairwise(BOUNDS):
            band = [(p, right) for p, right in values if low <= p < high or (p == high == 1)]
            if band:
                said, right = np.mean([p for p, _ in band]), np.mean([r for _, r in band])
                lines.append(f"| {kind} | {low:g} to {high:g} | {len(band)} | {said:.2f} | {right:.2f} |")
    return "\n".join(lines)


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    """Mean squared error of the probabilities: 0 is perfect."""
    return float(np.mean([(p - right) ** 2 for p, right in pairs]))


def log_loss(pairs: Sequence[tuple[float, bool]]) -> float:
    return float(-np.mean([np.log(p if right else 1 - p) for p, right in pairs]))


def main(write: bool) -> None:
    seen = [*at_first_sight(), *judged(KEPT)]
    by_kind = {kind: [item for item in seen if item.kind == kind] for kind in TRAITS}
    out = {kind: left_out(kind, items) for kind, items in by_kind.items()}
    told = table(out)
    print(told)
    for kind, pairs in out.items():
        share = float(np.mean([right for _, right in pairs]))
        print(
            f"{kind}: {len(pairs)} records, {share:.3f} right; Brier {brier(pairs):.4f} (the share alone"
            f" {share * (1 - share):.4f}), log loss {log_loss(pairs):.4f}"
        )
    if write:
        kinds = {kind: fitted(kind, items) for kind, items in by_kind.items()}
        stored = {
            "version": VERSION,
            "kinds": {kind: {"base": w.base, "traits": dict(sorted(w.traits.items()))} for kind, w in kinds.items()},
        }
        confidence.WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), f"{told}\n", "make weights"), encoding="utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
