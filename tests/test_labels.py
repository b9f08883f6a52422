"""The labels are well formed, and everything they name stands in its publication as read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from docmine.evaluate import NOT_DOCUMENTS
from tests.labels_check import check_labels, check_labels_stand, fold, is_date, labels_of, text_of

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "labelled"
FILES = {path.name: path for path in (ROOT / "corpus").iterdir() if path.name != "README.md"}
BY_STEM = {path.stem: path for path in FILES.values()}

RELATIONS = {"repeated", "progressed", "delivered", "slipped", "weakened", "contradicted", "dropped", "open"}
VERDICTS = RELATIONS | {"unsure"}


def lines(name: str) -> list[dict[str, Any]]:
    return labels_of(LABELS / f"{name}.jsonl")


def test_every_publication_is_labelled() -> None:
    assert {path.stem for path in LABELS.glob("*.jsonl")} - NOT_DOCUMENTS == set(BY_STEM)


@pytest.mark.parametrize("stem", sorted(BY_STEM))
def test_labels_stand_in_their_publication(stem: str) -> None:
    check_labels_stand(lines(stem), BY_STEM[stem])


@pytest.mark.parametrize("stem", sorted(BY_STEM))
def test_labels_are_well_formed(stem: str) -> None:
    check_labels(lines(stem), BY_STEM[stem])


def test_planted_findings_name_what_is_labelled_and_said() -> None:
    for link in lines("findings"):
        source, target = link["from"], link["to"]
        labelled = {r["text"] for r in lines(Path(source["doc"]).stem) if r["kind"] == "commitment"}
        assert source["text"] in labelled
        assert target is None or fold(target["text"]) in text_of(FILES[target["doc"]]), target
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
