"""Extracted records against labels: what counts as found, and as right."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from docmine.errors import UsageError
from docmine.evaluate import KINDS, Score, differences, evaluate, load, matched, name_key
from tests.expected import generated

Fields = dict[str, Any]


def record(kind: str, text: str, **fields: Any) -> Fields:
    return {"kind": kind, "text": text, **fields}


def score(label: Fields, *records: Fields) -> Score:
    return evaluate({"a": [label]}, {"a": records})[label["kind"]]


@pytest.mark.parametrize(
    ("label", "found", "hit"),
    [
        # figures: same number, same whole, same unit
        (record("figure", "65%", value=65, unit="percent"), record("figure", "65 %", value=65.0, unit="%"), True),
        (record("figure", "65%", value=65, unit="percent"), record("figure", "65", value=65, unit="count"), False),
        (record("figure", "3 of 9", value=3, of=9), record("figure", "3", value=3), False),
        (record("figure", "a week", value=1, unit="weeks"), record("figure", "1 week", value=1, unit="week"), True),
        (record("figure", "5", value=5, unit="families"), record("figure", "5", value=5, unit="count"), True),
        # dates: same value
        (record("date", "May 2024", value="2024-05"), record("date", "in May 2024", value="2024-05"), True),
        (record("date", "May 2024", value="2024-05"), record("date", "May 2024", value="2024-05-01"), False),
        # statements: half of the shorter text's words, and not a whole page
        (record("ask", "please publish the review"), record("ask", "Please publish the review in full by May"), True),
        (record("ask", "please publish the review"), record("ask", "we were promised a review"), False),
        (record("ask", "publish it"), record("ask", "publish it " + "and much else besides " * 9), False),
        # quotes: the opening words
        (record("quote", "It is late.", speaker="Dr A Bee"), record("quote", "it is late, and", speaker="A Bee"), True),
        (record("quote", "It is late."), record("quote", "It was late."), False),
        # people by name without titles, acronyms as written
        (record("owner", "Dr Ann Bee", name="Ann Bee"), record("owner", "Ann Bee", name="Ann Bee"), True),
        (record("acronym", "FTB"), record("acronym", "ftb"), False),
    ],
)  # fmt: skip
def test_what_counts_as_found(label: Fields, found: Fields, hit: bool) -> None:
    assert score(label, found).hit == hit


def test_an_uncertain_label_is_neither_required_nor_wrong() -> None:
    label = record("acronym", "FTB", certain=False)
    both = {"a": [label, record("acronym", "OT")]}
    missing, finding = evaluate(both, {"a": [both["a"][1]]})["acronym"], evaluate(both, {"a": both["a"]})["acronym"]
    assert (missing.hit, missing.missed, missing.extra, missing.optional) == (1, 0, 0, 0)
    assert (finding.hit, finding.missed, finding.extra, finding.optional) == (1, 0, 0, 1)


def test_each_label_takes_the_likeliest_record_and_leaves_the_others() -> None:
    label = record("figure", "20%", value=20, unit="percent", metric="plans issued in time", period="2024-05")
    near = record("figure", "20%", value=20, unit="percent", metric="plans issued in time", period="2024-05")
    found = score(label, {**near, "period": None, "metric": "cases"}, near)
    assert (found.hit, found.extra) == (1, 1)
    assert (found.accuracy("metric"), found.accuracy("period")) == (1.0, 1.0)


def test_people_and_acronyms_count_once_a_document() -> None:
    assert score(record("acronym", "FTB"), record("acronym", "FTB"), record("acronym", "FTB")).extra == 0


def test_a_field_that_both_leave_empty_says_nothing() -> None:
    label = record("commitment", "we will call you", due=None, owner="the council", strength="firm")
    found = score(label, {**label, "strength": "planned"})
    assert found.agreed == {"owner": (1, 1), "strength": (0, 1)}


def test_a_document_that_was_not_extracted_counts_as_empty() -> None:
    found = evaluate(
        {"a": [record("acronym", "FTB")], "b": [record("acronym", "FTB")]}, {"a": [record("acronym", "FTB")]}
    )
    assert found["acronym"].row() == {
        "gold": 2, "hit": 1, "missed": 1, "extra": 0, "optional": 0, "precision": 1.0, "recall": 0.5, "f1": 0.667,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [("Dr Sinead Mulcair", "sinead mulcair"), ("Councillor Leonard Asante OBE", "leonard asante"), (None, "")],
)
def test_names_without_titles(name: str | None, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{not json}", "Line 1 of"),
        ('{"kind": "ask"}', "a kind and a text"),
        ('{"kind": "ask", "text": null}', "a kind and a text"),
        ("[]", "a kind and a text"),
        ('{"kind": "ask", "text": "a"}\n\n{"kind": "ask", "text": 7}', "Line 3 of .* has the text 7, which is no text"),
        ('{"kind": "owner", "text": "A Bee", "role": ["chair"]}', "has the role"),
        ("\n", "holds no labels"),
    ],
)
def test_labels_that_are_none(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(content)
    with pytest.raises(UsageError, match=message):
        load(file)


def test_labels_that_are_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file or folder"):
        load(tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="holds no labels"):
        load(tmp_path)


def test_one_file_may_hold_several_documents(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    lines = [record("ask", "a", doc="a.pdf"), record("ask", "b", doc="b.pdf"), record("ask", "c", doc="a.pdf")]
    file.write_text("\n".join(map(json.dumps, lines)))
    assert {name: [r["text"] for r in records] for name, records in load(file).items()} == {"a": ["a", "c"], "b": ["b"]}


@pytest.mark.parametrize(
    ("labels", "names", "found"),
    [
        ({"a": "a.pdf", "b": "b.pdf"}, ["b.pdf", "a.pdf", "c.pdf"], {"a": 1, "b": 0}),
        ({"a": None}, ["a.html"], {"a": 0}),
        ({"a.v2": None}, ["a.v2.pdf", "a.pdf"], {"a.v2": 0}),
        ({"draft": "a.pdf"}, ["b.pdf", "a.pdf"], {"draft": 1}),  # by what its records name
        ({"a": "a.html"}, ["a.pdf", "a.html"], {"a": 1}),
        ({"Caf\u00e9": None, "x": None}, ["Cafe\u0301.pdf"], {"Caf\u00e9": 0}),  # as a Mac writes file names
    ],
)
def test_labels_find_their_document(labels: dict[str, str | None], names: list[str], found: dict[str, int]) -> None:
    gold = {name: [record("ask", "a", doc=doc)] for name, doc in labels.items()}
    assert matched(gold, names, "the index") == found


@pytest.mark.parametrize(
    ("labels", "names", "message"),
    [
        (["a"], ["b.pdf"], "the document that a labels is not in the index"),
        (["a", "b", "c", "d"], ["e.pdf"], r"none of the 4 labelled documents \(a, b, c and 1 more\)"),
        (["a"], ["a.pdf", "a.html"], "several documents in the index: a.pdf, a.html"),
    ],
)
def test_labels_that_find_none_or_several(labels: list[str], names: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        matched({name: [record("ask", "a")] for name in labels}, names, "the index")


def test_differences_say_what_and_what_about() -> None:
    gold = {"a": [record("figure", "65%", value=65, unit="percent", period="2024"), record("figure", "7", value=7)]}
    found = {"a": [record("figure", "65%", value=65, unit="percent", period="2025"), record("figure", "8", value=8)]}
    told = [
        (d.what, d.label and d.label["text"], d.record and d.record["text"]) for d in differences("figure", gold, found)
    ]
    assert told == [("missed", "7", None), ("extra", None, "8"), ("period", "65%", "65%")]


# Agreement with the reference scorer ---------------------------------------------------------------------------------

STORED = json.loads((Path(__file__).parent / "expected" / "scores.json").read_text(encoding="utf-8"))
"""Labels of the sample publications with predictions that are wrong in many ways, and their scores by the reference."""


@pytest.mark.parametrize("case", STORED, ids=[case["name"] for case in STORED])
def test_scores_are_those_that_the_reference_gave(case: dict[str, Any]) -> None:
    assert rows(case["gold"], case["predicted"]) == case["scores"]


@pytest.mark.parametrize("case", STORED, ids=[case["name"] for case in STORED])
def test_the_stored_scores_are_the_references(case: dict[str, Any], shared: Path) -> None:
    reference = _module(shared / "eval" / "score.py")
    assert reference.evaluate(case["gold"], case["predicted"]) == case["scores"]


def test_agrees_on_generated_records(shared: Path) -> None:
    reference = _module(shared / "eval" / "score.py")
    for seed in range(400):
        gold, predicted = generated.pair(seed)
        assert rows(gold, predicted) == reference.evaluate(gold, predicted), seed


@pytest.mark.parametrize("kind", KINDS)
def test_differences_are_those_that_the_reference_prints(
    kind: str, shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reference = _module(shared / "eval" / "score.py")
    for seed in range(40):
        gold, predicted = generated.pair(seed)
        reference.evaluate(gold, predicted, kind)
        printed = [line.split()[1] for line in capsys.readouterr().out.splitlines() if line.startswith("- ")]
        assert [d.what for d in differences(kind, gold, predicted) if d.what in ("missed", "extra")] == printed


def rows(gold: dict[str, list[Fields]], predicted: dict[str, list[Fields]]) -> dict[str, dict[str, float]]:
    return {kind: found.row() for kind, found in evaluate(gold, predicted).items()}


def test_agrees_with_the_reference_scorer(shared: Path) -> None:
    """On real labels, with predictions that are wrong in every way that the scorer can see."""
    reference = _module(shared / "eval" / "score.py")
    gold = load(shared / "eval" / "gold")
    for step in (2, 3, 7):
        predicted = {doc: generated.spoiled(records, step) for doc, records in gold.items()}
        assert rows(gold, predicted) == reference.evaluate(gold, predicted)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
