"""The sample publications, from their sources to what docmine finds in them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docmine.evaluate import Fields, Score, alike, covered, evaluate, load
from docmine.index import Index
from docmine.records import Evidence, Finding, as_dict

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "labelled"

Thread = tuple[str, str]
"""A planted commitment: the name of its document, its text."""


def test_the_publications_are_what_their_sources_say(tmp_path: Path, corpus: Path) -> None:
    subprocess.run([sys.executable, ROOT / "tests" / "corpus" / "build.py", tmp_path], check=True, capture_output=True)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in corpus.iterdir() if path.name != "README.md"}
    assert built.keys() == kept.keys()
    assert [name for name in built if built[name] != kept[name]] == []


# What docmine finds in them ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found(sample_index: Index) -> dict[str, list[Fields]]:
    """Records by document, as stored."""
    records: dict[str, list[Fields]] = {}
    with sample_index as index:
        lists = (index.commitments, index.asks, index.figures, index.dates, index.owners, index.quotes, index.acronyms)
        for record in (r for list_ in lists for r in list_(limit=None)):
            records.setdefault(Path(record.doc).stem, []).append(as_dict(record))
    return records


@pytest.fixture(scope="module")
def scores(found: dict[str, list[Fields]]) -> dict[str, Score]:
    return evaluate(load(LABELS), found)


@pytest.mark.parametrize(
    ("kind", "floor"),
    [
        ("figure", 0.92),
        ("date", 0.93),
        ("commitment", 0.94),
        ("ask", 0.9),
        ("owner", 0.9),
        ("quote", 0.85),
        ("acronym", 0.95),
    ],
)
def test_records_are_found(scores: dict[str, Score], kind: str, floor: float) -> None:
    assert scores[kind].f1 >= floor, scores[kind].row()


@pytest.mark.parametrize(
    ("kind", "name", "floor"),
    [
        ("figure", "metric", 0.85),
        ("figure", "period", 0.35),
        ("date", "role", 0.77),
        ("commitment", "due", 0.87),
        ("commitment", "owner", 0.72),
        ("commitment", "strength", 0.93),
        ("owner", "role", 0.88),
        ("quote", "speaker", 0.9),
        ("acronym", "long", 0.95),
    ],
)
def test_their_fields_are_right(scores: dict[str, Score], kind: str, name: str, floor: float) -> None:
    assert scores[kind].accuracy(name) >= floor, scores[kind].row()


@pytest.mark.parametrize(
    ("name", "floor"),
    [("title", 11), ("doc_type", 13), ("published", 13), ("publisher", 11), ("addressee", 12), ("series", 12)],
)
def test_a_document_says_what_it_is(sample_index: Index, name: str, floor: int) -> None:
    labels = {doc: records[0] for doc, records in load(LABELS).items()}
    stored = {Path(d.name).stem: getattr(d, name) for d in sample_index.documents()}
    said = {doc: known.value if known else None for doc, known in stored.items()}
    wrong = {doc: (label[name], said[doc]) for doc, label in labels.items() if label[name] != said[doc]}
    assert len(labels) - len(wrong) >= floor, wrong


def test_every_record_is_verbatim(sample_index: Index) -> None:
    assert [problem for problem in sample_index.verify() if problem.fault] == []


# What becomes of the promises ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def planted() -> dict[Thread, list[dict[str, Any]]]:
    """The certain links from each planted commitment."""
    threads: dict[Thread, list[dict[str, Any]]] = {}
    for line in (LABELS / "findings.jsonl").read_text(encoding="utf-8").splitlines():
        link = json.loads(line)
        if link["certain"]:
            threads.setdefault((link["from"]["doc"], link["from"]["text"]), []).append(link)
    return threads


@pytest.fixture(scope="module")
def findings(sample_index: Index, planted: dict[Thread, Any]) -> dict[Thread, Finding]:
    """What docmine says of each planted commitment that it found."""
    said = sample_index.track()
    matched = {}
    for doc, text in planted:
        near = [f for f in said if f.doc == doc and _same(text, f.text)]
        if near:
            matched[doc, text] = max(near, key=lambda f: alike(text, f.text))
    return matched


def test_planted_commitments_are_tracked(planted: dict[Thread, Any], findings: dict[Thread, Finding]) -> None:
    assert sorted(set(planted) - set(findings)) == []


def test_what_was_quietly_dropped_is_called_dropped(
    planted: dict[Thread, Any], findings: dict[Thread, Finding]
) -> None:
    dropped = [thread for thread, links in planted.items() if links[0]["relation"] == "dropped"]
    assert {thread: findings[thread].verdict for thread in dropped} == dict.fromkeys(dropped, "dropped")


def test_nothing_that_was_spoken_of_again_is_called_dropped(
    planted: dict[Thread, Any], findings: dict[Thread, Finding]
) -> None:
    """A false accusation destroys trust."""
    accused = [t for t, finding in findings.items() if finding.verdict == "dropped" and planted[t][0]["to"] is not None]
    assert accused == []


def test_silence_alone_drops_nothing(planted: dict[Thread, Any], findings: dict[Thread, Finding]) -> None:
    silent = [thread for thread, links in planted.items() if links[0]["relation"] == "open"]
    assert [thread for thread in silent if findings[thread].verdict == "dropped"] == []


def test_nothing_is_called_delivered_that_was_not(planted: dict[Thread, Any], findings: dict[Thread, Finding]) -> None:
    kept = [thread for thread, finding in findings.items() if finding.verdict == "delivered"]
    assert [t for t in kept if not any(link["relation"] == "delivered" for link in planted[t])] == []


def test_what_is_not_yet_due_is_open(planted: dict[Thread, Any], findings: dict[Thread, Finding]) -> None:
    for thread, links in planted.items():
        if links[0]["verdict"] == "open":
            assert findings[thread].verdict == "open"


def test_later_statements_are_the_evidence(planted: dict[Thread, Any], findings: dict[Thread, Finding]) -> None:
    """Of the commitments that are mentioned again, most show a right mention among the first five."""
    mentioned = {thread: links for thread, links in planted.items() if links[0]["to"] is not None}
    shown = [
        thread
        for thread, links in mentioned.items()
        if thread in findings and any(_is(e, link) for e in findings[thread].evidence[:5] for link in links)
    ]
    assert len(shown) >= 0.8 * len(mentioned), sorted(set(mentioned) - set(shown))


def _is(evidence: Evidence, link: dict[str, Any]) -> bool:
    return bool(evidence.doc == link["to"]["doc"]) and _same(link["to"]["text"], evidence.text)


def _same(a: str, b: str) -> bool:
    return covered(a, b) >= 0.6 and alike(a, b) >= 0.3
