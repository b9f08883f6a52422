"""Every sum and every answer that was planted in the sample publications, and no alarm besides; none in real ones."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from docmine import settings
from docmine.compare import Answer, Check
from docmine.index import Index

LABELS = Path(__file__).resolve().parent.parent / "labelled" / "checks.jsonl"
PLANTED: list[dict[str, Any]] = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
SUMS = [p for p in PLANTED if p["check"] in ("percentage", "total")]
ANSWERS = [p for p in PLANTED if p["check"] == "answer"]
ALARMS = ("does not agree", "agrees if truncated")


@pytest.fixture(scope="module")
def found(sample_index: Index) -> tuple[Check, ...]:
    return sample_index.check()


def _counts(planted: dict[str, Any]) -> str:
    return " ".join(planted.get("parts") or re.findall(r"[\d,]+", planted["counts"]))


@pytest.mark.parametrize("planted", SUMS, ids=lambda p: f"{p['text']} of {p['doc']}")
def test_planted_sums_are_found(found: tuple[Check, ...], planted: dict[str, Any]) -> None:
    numbers = [
        c
        for c in found
        if (c.doc, c.check, c.stated) == (planted["doc"], planted["check"], planted["text"])
        and " ".join(re.findall(r"[\d,]+", " ".join(c.counts))) == _counts(planted)
    ]
    assert len(numbers) == 1
    assert (numbers[0].verdict not in ALARMS) == planted["fits"]
    assert numbers[0].exact == pytest.approx(planted["exact"], abs=0.01)


def test_nothing_else_is_alarmed_about(found: tuple[Check, ...]) -> None:
    wrong = {(p["doc"], p["text"]) for p in SUMS if not p["fits"]}
    assert {(c.doc, c.stated) for c in found if c.verdict in ALARMS} == wrong


@pytest.fixture(scope="module")
def answered(sample_index: Index) -> dict[str, Answer]:
    letter, reply = ANSWERS[0]["ask"]["doc"], ANSWERS[0]["reply"]["doc"]
    return {answer.text: answer for answer in sample_index.answers(letter, reply)}


@pytest.mark.parametrize("planted", ANSWERS, ids=lambda p: p["ask"]["text"])
def test_planted_answers_are_found(answered: dict[str, Answer], planted: dict[str, Any]) -> None:
    answer = answered[planted["ask"]["text"]]
    assert answer.verdict == {"ignored": "unanswered"}.get(planted["answer"], planted["answer"])
    if planted["reply"]:
        assert planted["reply"]["text"] in answer.replies[0].text


SEEDS = [
    ("001_20c88802c1b60e52.txt", {"91%"}),  # 121 of 132, cut off
    ("002_629ab7868042be04.txt", set()),
    ("004_0e84e22cf81ed540.txt", set()),
]


@pytest.mark.parametrize(("name", "alarms"), SEEDS)
def test_real_publications_raise_no_false_alarm(shared: Path, tmp_path: Path, name: str, alarms: set[str]) -> None:
    found = Index(tmp_path / "none.duckdb", settings.load({})).check(shared / "seeds" / name)
    assert {c.stated for c in found if c.verdict in ALARMS} == alarms
    assert found
