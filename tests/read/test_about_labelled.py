"""What documents say of themselves, beside labels made from the documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docmine.read import read

LABELS = Path(__file__).parent.parent / "labelled" / "about"
FIELDS = ("title", "doc_type", "publisher", "addressee", "signatory", "series", "number", "published")
MUST = ("doc_type", "publisher", "series", "number", "published")
"""What has to be right of every document; the others have to be right of nine in ten."""


def _labels(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LABELS / name).read_text("utf-8").splitlines()]


REAL = _labels("real.jsonl")
OWN = _labels("corpus.jsonl")


def _wrong(path: Path, label: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """Field → (found, expected) where they differ; a label may be a list of values that are all right."""
    document = read(path)
    found = {name: known.value if (known := getattr(document, name)) else None for name in FIELDS}
    if label["by"] is not None and document.published is not None:
        found["by"] = document.published.by
    wanted = {name: label[name] for name in found}
    return {
        name: (found[name], want)
        for name, want in wanted.items()
        if found[name] not in (want if isinstance(want, list) else [want])
    }


@pytest.mark.parametrize("label", REAL, ids=[label["doc"] for label in REAL])
def test_real(shared: Path, label: dict[str, Any]) -> None:
    assert _wrong(shared / label["doc"], label) == {}


@pytest.mark.parametrize("label", OWN, ids=[label["doc"] for label in OWN])
def test_own(corpus: Path, label: dict[str, Any]) -> None:
    assert _wrong(corpus / label["doc"], label) == {}


def test_every_publication_is_labelled(corpus: Path) -> None:
    files = {path.name for path in corpus.iterdir() if path.is_file() and path.name != "README.md"}
    assert files == {label["doc"] for label in OWN}
