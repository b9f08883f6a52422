"""The labels are well formed, and everything they name stands in its publication as read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docmine.evaluate import NOT_DOCUMENTS
from docmine.read import read
from docmine.records import RECORD_TYPES

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "labelled"
FILES = {path.name: path for path in (ROOT / "corpus").iterdir() if path.name != "README.md"}
BY_STEM = {path.stem: path for path in FILES.values()}

PLACE = {"doc", "text", "start", "end", "page"}
DERIVED = {"headings", "stem", "confidence"}
FIELDS = {t.kind: {f.name for f in fields(t)} - PLACE - DERIVED for t in RECORD_TYPES}
STRENGTHS = {"firm", "planned", "ongoing", "aspirational", "required"}
ROLES = {"published", "deadline", "event", "as_of", "period", "other"}
QUALIFIERS = {"average", "max", "min", "over", "under", "about", "none"}
UNITS = {"percent", "count", "weeks", "months", "years", "days", "hours", "minutes", "gbp", "ratio"}
RELATIONS = {"repeated", "progressed", "delivered", "slipped", "weakened", "contradicted", "dropped", "open"}
VERDICTS = RELATIONS | {"unsure"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def text_of(name: str) -> str:
    return fold(read(FILES[name]).text)


def fold(text: str) -> str:
    return " ".join(text.split())


def is_date(value: str | None) -> bool:
    return value is None or DATE.fullmatch(value) is not None


def is_period(value: str | None) -> bool:
    return value is None or all(is_date(part) for part in value.split("/"))


def test_every_publication_is_labelled() -> None:
    assert {path.stem for path in LABELS.glob("*.jsonl")} - NOT_DOCUMENTS == set(BY_STEM)


@pytest.mark.parametrize("stem", sorted(BY_STEM))
def test_labels_stand_in_their_publication(stem: str) -> None:
    missing = [r["text"] for r in lines(stem) if fold(r["text"]) not in text_of(BY_STEM[stem].name)]
    assert not missing


@pytest.mark.parametrize("stem", sorted(BY_STEM))
def test_labels_are_well_formed(stem: str) -> None:
    labels = lines(stem)
    assert [r["kind"] for r in labels].count("document") == 1
    for r in labels:
        assert r["doc"] == BY_STEM[stem].name
        assert set(r) - {"kind", "doc", "text", "certain"} == FIELDS[r["kind"]], r
        assert r.get("certain", True) in (True, False)
        if r["kind"] in CHECKS:
            CHECKS[r["kind"]](r)


def check_document(r: dict[str, Any]) -> None:
    assert r["text"] == ""
    assert is_date(r["published"])


def check_figure(r: dict[str, Any]) -> None:
    assert isinstance(r["value"], int | float)
    assert r["unit"] in UNITS, r
    assert r["qualifier"] in QUALIFIERS
    assert is_period(r["period"]), r
    assert len(r["metric"].split()) <= 12


def check_date(r: dict[str, Any]) -> None:
    assert is_period(r["value"]), r
    assert r["role"] in ROLES


def check_commitment(r: dict[str, Any]) -> None:
    assert r["strength"] in STRENGTHS
    assert is_date(r["due"]), r
    assert len(r["action"].split()) <= 15
    assert r["owner"]


CHECKS: dict[str, Callable[[dict[str, Any]], None]] = {
    "document": check_document,
    "figure": check_figure,
    "date": check_date,
    "commitment": check_commitment,
}


def test_planted_findings_name_what_is_labelled_and_said() -> None:
    for link in lines("findings"):
        source, target = link["from"], link["to"]
        labelled = {r["text"] for r in lines(Path(source["doc"]).stem) if r["kind"] == "commitment"}
        assert source["text"] in labelled
        assert target is None or fold(target["text"]) in text_of(target["doc"]), target
        assert (target is None) == (link["relation"] in {"dropped", "open"})
        assert link["relation"] in RELATIONS
        assert link["verdict"] in VERDICTS
        assert is_date(link["old_due"])
        assert is_date(link["new_due"])


def test_a_commitment_has_one_verdict() -> None:
    verdicts: dict[tuple[str, str], set[str]] = {}
    for link in lines("findings"):
        verdicts.setdefault((link["from"]["doc"], link["from"]["text"]), set()).add(link["verdict"])
    assert all(len(found) == 1 for found in verdicts.values())


def test_planted_percentages_and_totals_are_what_they_are_said_to_be() -> None:
    for check in lines("checks"):
        if check["check"] == "percentage":
            part, whole = (int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", check["counts"]))
            said = float(re.findall(r"[\d.]+", check["text"])[0])
            assert check["exact"] == pytest.approx(100 * part / whole, abs=0.006)
            assert check["fits"] == (round(100 * part / whole) == said)
        if check["check"] == "total":
            assert check["exact"] == sum(map(int, check["parts"]))
            assert check["fits"] == (check["exact"] == int(check["text"]))
