"""What docmine needs on this computer: whether it is there, what it is for, and how to install it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docmine.errors import DocmineError
from docmine.settings import Settings

_ROOM_MB = 500
"""Of free space. The index of a hundred publications takes about 100 MB, and twice that while it is written."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that docmine needs."""

    name: str
    ok: bool
    required: bool
    found: str
    """Which version or where; what is wrong where it is not `ok`."""
    needed_for: str
    install: tuple[str, ...] = ()
    """How to get it, one sentence or command for each kind of system."""


_PYTHON = (
    "Debian, Ubuntu: sudo apt install python3.11 python3.11-venv",
    "macOS: brew install python@3.11",
    "Windows: winget install Python.Python.3.11",
)
_PACKAGES = (
    "All systems: run 'make install' again in the folder of docmine",
    "or: python -m pip install --constraint constraints.txt --editable .",
)
_TESSERACT = (
    "Debian, Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-eng",
    "macOS: brew install tesseract",
    "Windows: winget install UB-Mannheim.TesseractOCR",
)


def checks(settings: Settings) -> tuple[Check, ...]:
    """Everything that docmine needs. The models are loaded, the embedding model prepared, and an index is made in
    earnest, which takes seconds."""
    return (
        _python(),
        _check("spaCy model", "finding commitments, figures, dates and people", _PACKAGES, lambda: _spacy(settings)),
        _check("embedding model", "search and track, by meaning", _PACKAGES, lambda: _embedding(settings)),
        _check("DuckDB with full text", "the index, and search by words", _PACKAGES, _duckdb),
        _check("Tesseract with English", "reading scanned pages", _TESSERACT, _tesseract, required=False),
        _folder(settings.index),
        _space(settings.index),
    )


class _Absent(Exception):
    """What is wrong, for people."""


def _check(
    name: str, needed_for: str, install: tuple[str, ...], find: Callable[[], str], *, required: bool = True
) -> Check:
    try:
        return Check(name, True, required, find(), needed_for)
    except (DocmineError, ImportError, _Absent) as error:
        return Check(name, False, required, str(error), needed_for, install)


def _python() -> Check:
    fits = (3, 11) <= sys.version_info[:2] < (3, 13)
    found = platform.python_version() if fits else f"{platform.python_version()}, which is not 3.11 or 3.12"
    return Check("Python", fits, True, found, "running docmine", () if fits else _PYTHON)


def _spacy(settings: Settings) -> str:
    from docmine.extract import load

    return f"{settings.spacy_model} {load(settings.spacy_model).meta['version']}"


def _embedding(settings: Settings) -> str:
    from docmine import embed

    encoder = embed.load(settings.embedding_model)
    return f"{encoder.name}, {encoder.dimensions} dimensions, run by {encoder.run_by}"


def _duckdb() -> str:
    from docmine.store import Store

    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "trial.duckdb", create=True):
        return "an index was made and removed"


def _tesseract() -> str:
    from docmine.read.scan import Missing, version

    try:
        return version()
    except Missing as error:
        raise _Absent(f"{error} is not installed") from error


def _folder(index: Path) -> Check:
    folder = _nearest(index)
    found = f"{folder.resolve()} may be written to"
    ok = folder.is_dir() and os.access(folder, os.W_OK) and (not index.exists() or os.access(index, os.W_OK))
    if not ok:
        found = f"you may not write to {index if index.exists() else folder}"
    install = () if ok else ("Name an index elsewhere: docmine --index FILE, or DOCMINE_INDEX",)
    return Check("folder of the index", ok, True, found, "keeping what was read", install)


def _space(index: Path) -> Check:
    free = shutil.disk_usage(_nearest(index)).free // 1_000_000
    ok = free >= _ROOM_MB
    found = f"{free / 1000:,.1f} GB free"
    install = () if ok else (f"Make {_ROOM_MB} MB free, or name an index elsewhere: docmine --index FILE",)
    return Check("space for the index", ok, True, found, "keeping what was read", install)


def _nearest(path: Path) -> Path:
    """The folder of the path, or the first above it that exists."""
    folders = path.expanduser().absolute().parents
    return next(folder for folder in folders if folder.exists())
