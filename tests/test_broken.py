"""Some hundred broken files among good ones: none is lost, none hangs, and each reason is one for people."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import numpy as np
import pytest

from docmine import embed, pipeline
from docmine.pipeline import Mined
from docmine.read import read
from docmine.records import Document, Passage, document_record
from docmine.settings import Settings
from docmine.store import Store
from tests.broken import build, samples

LIMITS = Settings(read_seconds=20, read_memory_mb=1000)
OURS = re.compile(
    r"docmine failed|Traceback|\b[A-Za-z]+(?:Error|Exception|Warning)\b|\bNone\b|0x[0-9a-f]{6}|object at|line \d+"
)
"""What a person can do nothing with."""
FACTS = ("The file is empty.", "The file has no text in it.", "There is no such file.", "There are no documents in the")
"""Reasons that need no advice."""
ADVICE = re.compile(
    r"\b(?:again|[Ss]ave|[Uu]npack|[Rr]aise|[Rr]emove|[Rr]ename|[Gg]ive|[Ss]plit|DOCMINE_\w+|[Oo]pen|as PDF)\b"
    r"|content is not text|in any encoding|no words were recognised|has no text|no web page|which docmine does not read"
)


def problem_with(reason: str) -> str | None:
    """What is wrong with a reason, if anything."""
    sentences = len(re.findall(r"[.!?](?:\s|$)", reason))
    if OURS.search(reason):
        return "speaks of docmine's insides"
    if not reason[:1].isupper() or not reason.endswith(".") or "\n" in reason:
        return "is no sentence"
    if sentences > 3 or len(reason) > 300:
        return "is too long"
    if not reason.startswith(FACTS) and not ADVICE.search(reason):
        return "does not say what to do"
    return None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("broken")
    build.write(folder, every=2)  # tests/bench/bench_broken.py reads them all
    return folder


class Analyser:
    """Stands in for spaCy and the embedding model, which see only what was read; keeps it."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}

    def mine(self, document: Document, settings: Settings) -> Mined:
        self.documents[document.sha256] = document
        passages = tuple(
            Passage(doc=document.name, text=block.text, start=block.start, end=block.end, block=number)
            for number, block in enumerate(document.blocks[:3])
        )
        return Mined(document, (), passages, (document_record(document),))

    def encode(self, texts: list[str]) -> np.ndarray:
        return np.ones((len(texts), 2), dtype=np.float32)


def test_one_ingest_over_all_of_them(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analyser = Analyser()
    monkeypatch.setattr(pipeline, "mine", analyser.mine)
    monkeypatch.setattr(embed, "load_for_many", lambda name, device: analyser)
    files = [path for path in folder.iterdir() if path.name not in SLOW]
    assert len(files) > 300
    with Store.open(tmp_path / "index.duckdb", create=True) as store:
        summary = pipeline.ingest(store, files, LIMITS)
        failures = {Path(f.path): f.reason for f in store.failures()}
        faults = [p for p in store.verify() if p.fault and "no vector" not in p.message]
    assert faults == []
    wrong = {path.name: (why, reason) for path, reason in failures.items() if (why := problem_with(reason))}
    assert wrong == {}

    accounted = {*summary.new, *summary.unchanged, *(path for path, _ in summary.failed), *summary.passed_over}
    lost = [str(f) for f in files if not any(a == str(f) or a.startswith(f"{f}/") for a in accounted)]
    assert lost == []

    for name, data in samples.good().items():  # one that stands there under another name too is read once
        assert str(folder / name) in {*summary.new, *summary.unchanged}
        alone = tmp_path / name
        alone.write_bytes(data)
        assert analyser.documents[hashlib.sha256(data).hexdigest()].text == read(alone).text
    for document in analyser.documents.values():
        assert document.text.strip()
        assert all(document.text[block.start : block.end] == block.text for block in document.blocks)


SLOW = {
    # Each takes a second or many that no test of every day can spare; tests/bench/bench_broken.py reads them.
    "many bullets.txt",
    "many short lines.txt",
    "notes lists deep.md",
    "page many words.html",
    "rtf bomb.rtf",
    "pdf bomb of lines.pdf",
    "pdf bomb of words.pdf",
    "pdf content loop.pdf",
    "pdf font table large.pdf",
    "pdf scan damaged.pdf",
    "pdf scan huge.pdf",
    "pdf scan noise.pdf",
    "mail many parts.eml",
    "word many paragraphs.docx",
    "archive many entries.zip",
    "archive in archives bomb.zip",
}


def test_slow_ones_are_there(folder: Path) -> None:
    assert {name for name in SLOW if not (folder / name).is_file()} == set()


def test_what_was_read_of_broken_files_can_be_analysed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With spaCy, and all that follows: what is left of a file is text that they can bear."""
    monkeypatch.setattr(embed, "load", lambda name: Analyser())
    whole = [path for path in sorted(folder.iterdir()) if path.name not in SLOW and path.is_file()]
    small = [path for path in whole if path.stat().st_size < 3_000]
    files = [*small[::16], folder / next(iter(samples.good()))]
    with Store.open(tmp_path / "index.duckdb", create=True) as store:
        summary = pipeline.ingest(store, files, LIMITS)
        assert not [reason for _, reason in summary.failed if problem_with(reason)]
        assert str(files[-1]) in summary.new
        assert len(summary.new) > 8
        assert [p for p in store.verify() if p.fault] == []
