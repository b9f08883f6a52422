"""How much of what careful readers found docmine finds: precision, recall and F1 for each kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from docmine import evaluate
from docmine.pipeline import mine, read_document
from docmine.report.rows import record_row
from docmine.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
FLOORS = {"figure": 0.75, "date": 0.80, "commitment": 0.65, "owner": 0.80, "acronym": 0.75}


def scored(labels: Path, folders: Iterable[Path]) -> dict[str, evaluate.Score]:
    """The scores of the documents that `labels` has, found by their stem in `folders`; printed as a table."""
    gold = evaluate.load(labels)
    files = {file.stem: file for folder in folders for file in folder.iterdir()}
    predicted: Mapping[str, list[dict[str, Any]]] = {
        stem: [record_row(record) for record in mine(read_document(files[stem]), Settings()).records] for stem in gold
    }
    scores = evaluate.evaluate(gold, predicted)
    print(f"\n{labels.relative_to(ROOT.parent)}: {len(gold)} documents")
    print(f"{'kind':12} {'labels':>6} {'P':>6} {'R':>6} {'F1':>6}  fields that agree")
    for kind, score in scores.items():
        agreed = "  ".join(f"{name} {right}/{total}" for name, (right, total) in score.agreed.items())
        print(f"{kind:12} {score.gold:6} {score.precision:6.2f} {score.recall:6.2f} {score.f1:6.2f}  {agreed}")
    return scores


def test_scores_on_the_sample_corpus() -> None:
    scores = scored(ROOT / "tests" / "labelled", [ROOT / "corpus"])
    assert {kind: scores[kind].f1 for kind, floor in FLOORS.items() if scores[kind].f1 < floor} == {}


def test_scores_on_real_publications() -> None:
    shared = ROOT.parent / "shared"
    if not (shared / "eval" / "gold").is_dir():
        pytest.skip("the labelled publications are not beside this checkout (../shared)")
    folders = [shared / name for name in ("seeds", "street-manager", "inspections")]
    scores = scored(shared / "eval" / "gold", folders)
    assert {kind: scores[kind].f1 for kind, floor in FLOORS.items() if scores[kind].f1 < floor} == {}
