"""The labels of the fictional documents in many voices are well formed, and name what stands in their documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.labels_check import check_labels, check_labels_stand, labels_of

VOICES = Path(__file__).resolve().parent / "labelled" / "voices"
PARTS = ("open", "kept")
DOCUMENTS = sorted(path for part in PARTS for path in (VOICES / part).iterdir() if path.suffix != ".jsonl")


@pytest.mark.parametrize("part", PARTS)
def test_every_document_is_labelled(part: str) -> None:
    paths = list((VOICES / part).iterdir())
    assert {p.stem for p in paths if p.suffix == ".jsonl"} == {p.stem for p in paths if p.suffix != ".jsonl"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_labels_stand_in_their_document(document: Path) -> None:
    check_labels_stand(labels_of(document.with_suffix(".jsonl")), document)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_labels_are_well_formed(document: Path) -> None:
    check_labels(labels_of(document.with_suffix(".jsonl")), document)
