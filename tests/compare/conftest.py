"""A small series of newsletters in an index, made from sentences and commitments."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from docmine.records import Block, Commitment, Document, Finding, Known, Passage, Sentence
from docmine.settings import Settings
from docmine.store import Store

Issue = tuple[str, str | None, Sequence[str]]
"""Name, date, and sentences; one that begins with "!" is a commitment, "!2024-05 " gives its due date."""


def write(store: Store, issue: Issue, *, series: str | None, publisher: str, doc_type: str) -> None:
    name, published, lines = issue
    texts = [_words(line) for line in lines]
    text = " ".join(texts)
    document = Document(
        name=name,
        path=f"/nowhere/{name}",
        sha256=hashlib.sha256((name + text).encode()).hexdigest(),
        media_type="application/pdf" if name.endswith(".pdf") else "text/plain",
        text=text,
        blocks=(Block(kind="paragraph", text=text, start=0, end=len(text)),),
        published=Known(published, "text") if published else None,
        publisher=Known(publisher, "text"),
        series=Known(series, "title") if series else None,
        doc_type=Known(doc_type, "text"),
    )
    sentences, passages, promises, position = [], [], [], 0
    for line, words in zip(lines, texts, strict=True):
        place = {"doc": name, "text": words, "start": position, "end": position + len(words)}
        sentences.append(Sentence(**place, block=0))
        passages.append(Passage(**place, block=0))
        if line.startswith("!"):
            promises.append(Commitment(**place, owner="Council", due=line[1:].split(" ")[0] or None, strength="firm"))
        position += len(words) + 1
    store.write(document, sentences, passages, promises, {}, model=Settings().embedding_model, run=1)


def _words(line: str) -> str:
    return line.split(" ", 1)[1] if line.startswith("!") else line


@pytest.fixture
def follow(tmp_path: Path) -> Callable[..., tuple[Finding, ...]]:
    """`follow(issue, issue, ...)`: the findings on an index of these."""
    from docmine.compare import track

    def run(
        *issues: Issue,
        series: str | None = "Harbour News",
        publisher: str = "Port Council",
        doc_type: str = "newsletter",
        as_of: str | None = None,
    ) -> tuple[Finding, ...]:
        with Store.open(tmp_path / "i.duckdb", create=True) as store:
            for issue in issues:
                write(store, issue, series=series, publisher=publisher, doc_type=doc_type)
            return track(store, Settings(), as_of=as_of)

    return run
