"""How much of what careful readers found docmine finds, on documents that its rules were mended by and on others.

    python -m tests.bench.accuracy            the table of docs/accuracy.md
    python -m tests.bench.accuracy --write    into docs/accuracy.md (`make accuracy`)

Of the unseen documents only totals are made: nobody who writes a rule looks at their records.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docmine import evaluate
from docmine.evaluate import Fields, Score
from docmine.pipeline import mine, read_document
from docmine.report.rows import record_row
from docmine.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
LABELLED = ROOT / "tests" / "labelled"
PAGE = ROOT / "docs" / "accuracy.md"
SET_ASIDE = frozenset(
    ("180927_Street Manager Newsletter 5", "Street-Manager-Newsletter-16-January-2020", "jtai-islington")
)
"""Set aside before any rule was written."""
TARGETS: dict[str, dict[str, float]] = {
    "commitment": {"F1": 0.85, "due": 0.95, "owner": 0.85, "strength": 0.85},
    "figure": {"F1": 0.95, "metric": 0.80, "period": 0.80},
    "date": {"F1": 0.96, "role": 0.85},
    "owner": {"F1": 0.95, "role": 0.90, "organisation": 0.90},
    "quote": {"F1": 0.90, "speaker": 0.95},
    "acronym": {"F1": 0.95, "long": 0.95},
    "ask": {"F1": 0.85},
}
"""By kind: of F1, and of the share of pairs that agree on a field."""
LEEWAY = 0.05
"""By so much an unseen document may fall behind a target."""
Scores = dict[str, Score]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labelled documents that are measured together."""

    name: str
    seen: bool
    """Whether rules were mended by them."""
    files: Mapping[str, Path]
    labels: Mapping[str, Sequence[Fields]]

    def records(self) -> dict[str, list[Fields]]:
        settings = Settings()
        return {
            name: [record_row(record) for record in mine(read_document(self.files[name]), settings).records]
            for name in self.labels
        }

    def scores(self) -> Scores:
        return evaluate.evaluate(self.labels, self.records())


def sets() -> Iterator[Labelled]:
    """Those that are there: the real publications are not shipped with docmine."""
    yield _labelled("sample", True, LABELLED, [ROOT / "corpus"])
    yield _labelled("voices", True, LABELLED / "voices" / "open", [LABELLED / "voices" / "open"])
    if SHARED.is_dir():
        folders = [SHARED / name for name in ("seeds", "street-manager", "inspections")]
        real = _labelled("real", True, SHARED / "eval" / "gold", folders)
        yield _only(real, set(real.labels) - SET_ASIDE, seen=True)
        yield _only(real, SET_ASIDE, seen=False)
    yield _labelled("voices", False, LABELLED / "voices" / "kept", [LABELLED / "voices" / "kept"])


def table(found: Sequence[tuple[Labelled, Scores]]) -> str:
    """In Markdown: a row a measure, a column a set of documents."""
    names = [f"{labelled.name}, {'seen' if labelled.seen else 'unseen'}" for labelled, _ in found]
    rows = [["", "asked for", *names], ["---", *["---:"] * (len(names) + 1)]]
    rows.append(["documents", "", *(str(len(labelled.labels)) for labelled, _ in found)])
    for kind, measures in TARGETS.items():
        rows.append([f"**{kind}**: labels", "", *(str(s[kind].gold) if kind in s else "0" for _, s in found)])
        for measure, target in measures.items():
            values = (measured(scores, kind, measure) for _, scores in found)
            cells = ["–" if value is None else f"{value:.2f}" for value in values]
            rows.append([f"{kind}: {measure}", f"{target:.2f}", *cells])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def measured(scores: Scores, kind: str, measure: str) -> float | None:
    """F1 or the share of pairs that agree on a field; None where there is nothing to measure."""
    score = scores.get(kind, Score())
    if measure == "F1":
        return score.f1 if score.gold else None
    return score.accuracy(measure) if measure in score.agreed else None


def written(page: str, told: str, command: str = "make accuracy") -> str:
    """The page with the table between the marks of the command that makes it."""
    begin, end = f"<!-- begin: {command} -->", f"<!-- end: {command} -->"
    return re.sub(f"(?s){begin}.*{end}", lambda _: f"{begin}\n\n{told}\n{end}", page)


def _labelled(name: str, seen: bool, labels: Path, folders: Sequence[Path]) -> Labelled:
    files = {file.stem: file for folder in folders for file in folder.iterdir() if file.suffix != ".jsonl"}
    return Labelled(name, seen, files, evaluate.load(labels))


def _only(labelled: Labelled, names: set[str] | frozenset[str], *, seen: bool) -> Labelled:
    return Labelled(labelled.name, seen, labelled.files, {name: labelled.labels[name] for name in sorted(names)})


def main(*options: str) -> None:
    told = table([(labelled, labelled.scores()) for labelled in sets()])
    print(told, end="")
    if "--write" in options:
        if not SHARED.is_dir():
            sys.exit("Not written: the real publications are not beside this checkout (../shared).")
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), told), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
