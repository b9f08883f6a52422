"""What docmine finds beside what other tools find in the same documents, by the same labels and the same scorer."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping

from docmine import evaluate
from docmine.evaluate import Fields, Score
from docmine.pipeline import read_document
from docmine.records import ASIDE, Document
from tests.bench.accuracy import ROOT, Labelled, sets

BENCH_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
OTHERS = ROOT / "tests" / "bench" / "extraction" / "others.py"
KINDS = {
    "quantulum3": ("figure",),
    "dateparser.search": ("date",),
    "timexy": ("date",),
    "spaCy entities": ("date", "figure", "owner"),
    "modal verbs": ("commitment",),
    "follow-through": ("commitment",),
    "cogext-primitive": ("commitment",),
}
"""What each of them claims to find."""
Found = Mapping[str, Iterable[Fields]]


def test_docmine_is_ahead_of_every_other_tool() -> None:
    labelled = list(sets())
    told = _others([_given(one) for one in labelled])
    ours = [one.records() for one in labelled]
    names = [f"{one.name}, {'seen' if one.seen else 'unseen'}" for one in labelled] + ["all unseen", "all"]
    print(f"\n{'F1':28}" + "".join(f"{name:>17}" for name in names))
    behind = []
    for kind in ("commitment", "figure", "date", "owner"):
        rows = {"docmine": _scores(kind, labelled, ours)}
        for tool, kinds in KINDS.items():
            if kind in kinds and isinstance(theirs := told[tool], list):
                rows[tool] = _scores(kind, labelled, theirs)
        for tool, scores in rows.items():
            print(f"{kind + ': ' + tool:28}" + "".join(f"{score.f1:17.3f}" for score in scores))
            both = zip(names, rows["docmine"], scores, strict=True)
            behind += [
                f"{tool} on {name}: {kind}" for name, our, their in both if tool != "docmine" and their.f1 >= our.f1
            ]
    for tool, reason in told.items():
        if isinstance(reason, str):
            print(f"skipped: {tool}: {reason}")
    assert behind == [], "\n".join(behind)


def _given(labelled: Labelled) -> dict[str, dict[str, object]]:
    """The documents as docmine reads them, so that every tool works on the same text."""
    return {name: _document(read_document(labelled.files[name])) for name in labelled.labels}


def _document(document: Document) -> dict[str, object]:
    blocks = [block.text for block in document.blocks if block.kind not in ASIDE]
    return {"published": document.published.value if document.published else None, "blocks": blocks}


def _others(given: list[dict[str, dict[str, object]]]) -> dict[str, list[Found] | str]:
    """By tool what it finds in each set of documents, or why it was not run."""
    if not BENCH_PYTHON.exists():
        return dict.fromkeys(KINDS, "not installed; 'make bench-others' does that")
    command = [str(BENCH_PYTHON), str(OTHERS)]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, check=True, text=True, timeout=900)
    told: dict[str, list[Found] | str] = json.loads(done.stdout)
    return told


def _scores(kind: str, labelled: list[Labelled], found: Iterable[Found]) -> list[Score]:
    """Of each set of documents, then of all that are unseen, then of all."""
    scores = [
        sum((evaluate.compare(kind, labels, list(records.get(doc, ()))) for doc, labels in one.labels.items()), Score())
        for one, records in zip(labelled, found, strict=True)
    ]
    unseen = [score for one, score in zip(labelled, scores, strict=True) if not one.seen]
    return [*scores, sum(unseen, Score()), sum(scores, Score())]
