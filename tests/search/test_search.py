"""Whole questions on a small index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docmine import embed
from docmine.errors import UsageError
from docmine.records import Acronym, Block, Commitment, Document, Known, Passage, Sentence
from docmine.search import search
from docmine.settings import Settings
from docmine.store import Store, text_hash

INTRO = "Within Forward to Better (FTB) the night team helps young people in crisis."
PROMISE = "This service is to be expanded to allow them to offer more support."
WAITS = "The average wait for physiotherapy fell from 29 to 27 weeks."
BINS = "Bins are collected on Tuesdays in the northern wards."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    paragraphs = [f"{INTRO} {PROMISE}", WAITS, BINS]
    text = "\n\n".join(paragraphs)
    starts = [text.index(p) for p in paragraphs]
    document = Document(
        name="update.txt",
        path=None,
        sha256="ab" * 32,
        media_type="text/plain",
        text=text,
        blocks=tuple(
            Block(kind="paragraph", text=p, start=s, end=s + len(p)) for p, s in zip(paragraphs, starts, strict=True)
        ),
        published=Known("2024-05", "text"),
    )
    passages = [
        Passage(doc="update.txt", text=p, start=s, end=s + len(p), block=i)
        for i, (p, s) in enumerate(zip(paragraphs, starts, strict=True))
    ]
    sentences = [
        Sentence(doc="update.txt", text=t, start=text.index(t), end=text.index(t) + len(t), block=i)
        for i, t in ((0, INTRO), (0, PROMISE), (1, WAITS), (2, BINS))
    ]
    at, short = text.index(PROMISE), text.index("FTB")
    records = [
        Commitment(doc="update.txt", text=PROMISE, start=at, end=at + len(PROMISE), strength="planned"),
        Acronym(doc="update.txt", text="FTB", start=short, end=short + 3, long="Forward to Better"),
    ]
    model = Settings().embedding_model
    texts = [*(p.context for p in passages), *(s.text for s in sentences)]
    vectors = embed.load(model).encode(texts)
    with Store.open(tmp_path_factory.mktemp("index") / "i.duckdb", create=True) as opened:
        keyed = {text_hash(t): v for t, v in zip(texts, vectors, strict=True)}
        opened.write(document, sentences, passages, records, keyed, model=model, run=1)
        opened.refresh_words()
        yield opened


def test_a_promise_is_found_though_its_sentence_does_not_name_the_subject(store: Store) -> None:
    hits = search(store, "what was promised about FTB", Settings())
    assert (hits[0].kind, hits[0].text) == ("commitment", PROMISE)
    assert [h.rank for h in hits] == list(range(1, len(hits) + 1))
    assert hits[0].published == "2024-05"


def test_no_sentence_is_shown_twice(store: Store) -> None:
    hits = search(store, "what was promised about FTB", Settings())
    assert sum(PROMISE in h.text for h in hits) == 1
    assert any(h.text == INTRO for h in hits)


def test_hits_are_verbatim_and_scores_fall_from_one_to_zero(store: Store) -> None:
    text = store.document_text("update.txt")
    hits = search(store, "how long is the wait for physiotherapy", Settings())
    assert hits[0].text == WAITS
    assert all(text[h.start : h.end] == h.text for h in hits)
    scores = [h.score for h in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= s <= 1 for s in scores)
    assert search(store, "how long is the wait for physiotherapy", Settings()) == hits


def test_limit_and_nothing_found(store: Store) -> None:
    assert len(search(store, "wait service bins", Settings(), 1)) == 1
    assert search(store, "quantum chromodynamics", Settings()) == ()


def test_an_empty_question(store: Store) -> None:
    with pytest.raises(UsageError):
        search(store, " ", Settings())


def test_an_empty_index(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.duckdb", create=True) as opened:
        assert search(opened, "anything at all", Settings()) == ()


def test_the_seeds_answer_for_a_service_by_its_short_form(shared: Path, tmp_path: Path) -> None:
    from docmine.pipeline import ingest

    with Store.open(tmp_path / "seeds.duckdb", create=True) as opened:
        ingest(opened, sorted((shared / "seeds").glob("*.txt")), Settings())
        hits = search(opened, "what was promised about FTB", Settings(), 3)
    assert any("This service is to be expanded" in " ".join(h.text.split()) for h in hits)
