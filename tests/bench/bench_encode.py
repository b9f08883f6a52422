"""Sentences encoded a second, against sentence-transformers' own `encode`: the same sentences, by turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from docmine import embed, extract, segment
from docmine.embed import whole
from docmine.pipeline import read_document, texts_of
from docmine.read.walk import find
from docmine.settings import Settings

if TYPE_CHECKING:
    from docmine.embed.encoder import Vectors

ROOT = Path(__file__).resolve().parents[2]
LEAST = 1.5
TEXTS, ROUNDS = 600, 3


def sentences() -> list[str]:
    """What an ingest of the sample publications encodes: passages and sentences, each once."""
    settings = Settings()
    nlp = extract.load(settings.spacy_model)
    texts: dict[str, None] = {}
    for path in find([ROOT / "corpus"]):
        document = read_document(path)
        found = segment.sentences(document, extract.analyse(nlp, document))
        texts |= dict.fromkeys(texts_of(segment.passages(document, found, settings.passage_words), found))
        if len(texts) >= TEXTS:
            break
    return list(texts)[:TEXTS]


def rate(encode: Callable[[Sequence[str]], Vectors], texts: Sequence[str]) -> float:
    began = time.perf_counter()
    encode(texts)
    return len(texts) / (time.perf_counter() - began)


def test_encoding_is_at_least_half_as_fast_again_as_sentence_transformers() -> None:
    model = Settings().embedding_model
    ours, texts = embed.load_for_many(model, "cpu"), sentences()
    original = whole.transformer(embed.model_folder(model))

    def theirs(texts: Sequence[str]) -> Vectors:
        return np.asarray(original.encode(list(texts), show_progress_bar=False))  # in batches as it comes, of 32

    def in_eights(texts: Sequence[str]) -> Vectors:
        return np.asarray(original.encode(list(texts), batch_size=8, show_progress_bar=False))

    def by_document(texts: Sequence[str]) -> Vectors:
        """As at an ingest, where a document has some dozens of them."""
        return np.concatenate([ours.encode(texts[i : i + 60]) for i in range(0, len(texts), 60)])

    for encode in (ours.encode, theirs):
        encode(texts[:32])
    runs = [[rate(e, texts) for e in (ours.encode, by_document, theirs, in_eights)] for _ in range(ROUNDS)]
    together, documents, default, eights = (median(rates) for rates in zip(*runs, strict=True))
    cosine = (ours.encode(texts) * theirs(texts)).sum(axis=1).min()
    print(f"\n{len(texts)} passages and sentences, a second: docmine {together:.0f}, by documents {documents:.0f};")
    print(f"sentence-transformers {default:.0f}, in batches of 8 {eights:.0f}; least cosine {cosine:.7f}")
    print(f"ratio {documents / max(default, eights):.2f} (at least {LEAST})")
    assert cosine >= 0.999
    assert documents >= LEAST * max(default, eights)
