"""What becomes of commitments: `docmine track` on the labelled series, those that rules were mended by and the unseen.

A commitment counts by its certain links alone. A mention is found where a labelled later sentence stands among the
first five pieces of evidence; its relation is right where one of these has a relation that was labelled.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from docmine.evaluate import alike
from docmine.index import Index
from docmine.records import Finding
from tests.bench.track_weights import same_text

SERIES = Path(__file__).resolve().parents[1] / "labelled" / "series"
SHOWN = 5
Links = Sequence[Mapping[str, Any]]


def test_what_became_of_it(tmp_path: Path) -> None:
    totals: dict[str, Counter[str]] = {}
    print(f"\n{'':22} commitments  dropped P     R  mention  relation  slip dates")
    for seen in ("open", "kept"):
        totals[seen] = Counter()
        for folder in sorted((SERIES / seen).iterdir()):
            index = Index(tmp_path / f"{folder.name}.duckdb")
            index.ingest(folder)
            counts = counted(folder / "links.jsonl", index.track())
            totals[seen] += counts
            print(_row(f"{seen} {folder.name}", counts))
        print(_row(f"{seen}, all", totals[seen]))
    assert totals["open"]["accused"] == totals["open"]["rightly"] + totals["open"]["wrongly"]
    assert totals["open"]["wrongly"] <= totals["open"]["rightly"] / 9, "more than one accusation in ten is false"


def counted(labels: Path, findings: Sequence[Finding]) -> Counter[str]:
    """How often what was labelled was found; a commitment that is in no finding is missed."""
    counts: Counter[str] = Counter()
    for (doc, text), links in _threads(labels):
        gone = any(link["relation"] == "dropped" for link in links)
        own = [f for f in findings if Path(f.doc).name == doc and same_text(text, f.text)]
        finding = max(own, key=lambda f: alike(text, f.text), default=None)
        counts["commitments"] += 1
        counts["gone" if gone else "heard"] += 1
        if finding is None:
            continue
        if finding.verdict == "dropped":
            counts["accused"] += 1
            counts["rightly" if gone else "wrongly"] += 1
        if gone:
            continue
        found = [
            link["relation"] == evidence.relation
            for link in links
            for evidence in finding.evidence[:SHOWN]
            if Path(evidence.doc).name == link["to"]["doc"] and same_text(link["to"]["text"], evidence.text)
        ]
        counts["mentioned"] += bool(found)
        counts["related"] += any(found)
        dues = {str(entry["due"])[:7] for entry in finding.due_history}
        for link in links:
            if link["relation"] == "slipped" and link["new_due"]:
                counts["slips"] += 1
                counts["dated"] += link["new_due"][:7] in dues
    return counts


def _threads(labels: Path) -> Iterator[tuple[tuple[str, str], Links]]:
    threads: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for line in labels.read_text(encoding="utf-8").splitlines():
        link = json.loads(line)
        if link["certain"]:
            threads[link["from"]["doc"], link["from"]["text"]].append(link)
    yield from threads.items()


def _row(name: str, n: Counter[str]) -> str:
    shares = (("rightly", "accused"), ("rightly", "gone"), ("mentioned", "heard"), ("related", "mentioned"))
    told = [f"{n[part] / n[whole]:.2f}" if n[whole] else "–" for part, whole in (*shares, ("dated", "slips"))]
    return f"{name:22} {n['commitments']:11}  {told[0]:>9}  {told[1]:>4}  {told[2]:>7}  {told[3]:>8}  {told[4]:>10}"


if __name__ == "__main__":
    pytest.main([__file__, "-s", "-q"])
