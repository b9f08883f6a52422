"""How long an ingest takes, against reading, spaCy and embedding alone: what docmine itself costs."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import spacy

from docmine import embed, extract, segment
from docmine.index import Index
from docmine.pipeline import read_document, texts_of
from docmine.read.walk import find
from docmine.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SHARED = [ROOT.parent / "shared" / name for name in ("seeds", "street-manager", "inspections")]
LIMIT = 1.3
EVERY = 5
"""So manieth of the real documents: with all of them it takes minutes, and the ratio is the same."""
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def real_folders() -> list[Path]:
    return [folder for folder in SHARED if folder.is_dir()]


def test_ingest_takes_at_most_1_3_times_its_parts(tmp_path: Path) -> None:
    settings = Settings(index=tmp_path / "bench.duckdb")
    files = [*find([ROOT / "corpus"]), *(find(real_folders()) if real_folders() else [])[::EVERY]]
    ours, bare, encoder = (
        extract.load(settings.spacy_model),
        spacy.load(settings.spacy_model),
        embed.load_for_many(settings.embedding_model, settings.device),
    )
    bare.max_length = ours.max_length
    warm = read_document(files[0])
    encoder.encode([segment.passages(warm, segment.sentences(warm, extract.analyse(ours, warm)), 120)[0].context])

    reading, documents = timed(lambda: [read_document(file) for file in files])
    language, _ = timed(lambda: [bare(document.text) for document in documents])
    contexts: dict[str, None] = {}
    for document in documents:
        sentences = segment.sentences(document, extract.analyse(ours, document))
        passages = segment.passages(document, sentences, settings.passage_words)
        contexts |= dict.fromkeys(texts_of(passages, sentences))
    embedding, _ = timed(lambda: encoder.encode(list(contexts)))
    whole, summary = timed(lambda: Index(settings=settings).ingest(files))

    assert not summary.failed, summary.failed
    parts = reading + language + embedding
    words = sum(len(document.text.split()) for document in documents)
    print(f"\n{len(files)} files, {words:,} words, {len(contexts):,} different texts to embed")
    print(f"reading {reading:.1f} s   spaCy {language:.1f} s   embedding {embedding:.1f} s   together {parts:.1f} s")
    print(f"ingest {whole:.1f} s   ratio {whole / parts:.2f} (at most {LIMIT})")
    assert whole <= LIMIT * parts
