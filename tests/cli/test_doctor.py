"""`docmine doctor`: what is there, what is missing, how to install it, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docmine import doctor
from docmine.settings import Settings
from tests.cli.conftest import Run


def named(run: Run, **options: object) -> tuple[dict[str, dict[str, object]], int]:
    result = run("doctor", "--format", "json", **options)
    return {row["name"]: row for row in json.loads(result.stdout)}, result.exit_code


def test_everything_that_is_required_is_here(run: Run) -> None:
    found, code = named(run)
    assert code == 0
    assert all(row["ok"] for row in found.values() if row["required"])
    assert [name for name, row in found.items() if not row["required"]] == ["Tesseract with English"]
    assert all(row["needed_for"] and (row["ok"] or row["install"]) for row in found.values())


def test_a_missing_tesseract_is_no_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = run("doctor")
    assert result.exit_code == 0
    assert "optional" in result.stdout
    for words in ("sudo apt install tesseract-ocr tesseract-ocr-eng", "brew install tesseract", "Windows: winget"):
        assert words in result.stdout


@pytest.mark.parametrize(
    ("variable", "name"),
    [("DOCMINE_SPACY_MODEL", "spaCy model"), ("DOCMINE_EMBEDDING_MODEL", "embedding model")],
)
def test_a_missing_model_is_a_failure(run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, name: str) -> None:
    monkeypatch.setenv(variable, "no_such_model")
    found, code = named(run)
    assert code == 1
    assert [n for n, row in found.items() if not row["ok"] and row["required"]] == [name]
    assert "no_such_model" in str(found[name]["found"])
    assert found[name]["install"]


def test_a_full_disk_and_a_locked_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_ROOM_MB", 10**12)
    monkeypatch.setattr(doctor.os, "access", lambda *_: False)
    found = {c.name: c for c in doctor.checks(Settings(index=tmp_path / "deep" / "index.duckdb"))}
    assert not found["space for the index"].ok
    assert not found["folder of the index"].ok
    assert "--index" in found["folder of the index"].install[0]
