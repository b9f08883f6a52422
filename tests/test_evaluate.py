"""Extracted records against labels: what counts as found, and as right."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from docmine.errors import UsageError
from docmine.evaluate import Score, evaluate, load, name_key

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
    [("{not json}", "Line 1 of"), ('{"kind": "ask"}', "a kind and a text"), ("[]", "a kind and a text")],
)
def test_labels_that_are_none(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(content)
    with pytest.raises(UsageError, match=message):
        load(file)


def test_labels_that_are_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "none.jsonl")


def test_agrees_with_the_reference_scorer(shared: Path) -> None:
    """On real labels, with predictions that are wrong in every way that the scorer can see."""
    reference = _module(shared / "eval" / "score.py")
    gold = load(shared / "eval" / "gold")
    for step in (2, 3, 7):
        predicted = {doc: _spoiled(records, step) for doc, records in gold.items()}
        assert {kind: found.row() for kind, found in evaluate(gold, predicted).items()} == reference.evaluate(
            gold, predicted
        )


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _spoiled(records: list[Mapping[str, Any]], step: int) -> list[Fields]:
    """The same records with some left out, some cut short, some with the next one's fields, some twice."""
    spoiled: list[Fields] = []
    for i, (one, following) in enumerate(zip(records, records[1:] + records[:1], strict=True)):
        if i % step == 0:
            continue
        words = one["text"].split()
        changed = dict(one)
        if i % 4 == 1:
            changed["text"] = " ".join(words[: max(1, len(words) // 2)])
        if i % 4 == 2:
            changed.update((k, v) for k, v in following.items() if k not in {"kind", "text", "value", "name"})
        spoiled += [changed] * (1 + (i % 11 == 5))
    return spoiled
