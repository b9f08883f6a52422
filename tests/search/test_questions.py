"""Labelled questions over the sample publications keep being answered."""

from __future__ import annotations

import pytest

from docmine.index import Index
from docmine.store import Store
from tests.search.asking import QUESTIONS, labelled, measure, own

FLOORS = {"success1": 0.72, "success3": 0.86, "ndcg10": 0.75}


def test_answers_stay_above_their_floors(sample_index: Index) -> None:
    with Store.open(sample_index.path, read_only=True) as store:
        scores = measure(own(store, sample_index.settings), labelled(*QUESTIONS))
    assert {name: getattr(scores, name) for name, floor in FLOORS.items() if getattr(scores, name) < floor} == {}


def test_every_relevant_sentence_is_in_the_sample_publications(sample_index: Index) -> None:
    with sample_index as index:
        texts = index.sql("SELECT text FROM sentences").rows
    known = {" ".join(text.lower().split()) for (text,) in texts}
    assert [text for asked in labelled(*QUESTIONS) for text in asked.relevant if text not in known] == []


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("what was promised about FTB", ("FTB", "Find The Balance")),
        ("find the balance staff training", ("FTB", "Find The Balance")),
        ("what did Gareth Pennycook say", ("Pennycook",)),
        ("places at Tarn Valley Academy", ("Tarn Valley Academy",)),
        ("when do EHCs come", ("EHC", "education, health and care")),
    ],
)
def test_hits_name_what_the_question_names(sample_index: Index, question: str, name: tuple[str, ...]) -> None:
    hits = sample_index.search(question)
    assert hits
    with Store.open(sample_index.path, read_only=True) as store:
        passages = store.passages()
    for hit in hits:
        paragraphs = [p.text for p in passages if p.doc == hit.doc and p.start <= hit.start < p.end]
        around = " ".join(" ".join([hit.text, *hit.headings, *paragraphs]).split())
        assert any(form in around for form in name), hit
        assert hit.missing == ()


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("waiting times for therapy at XQZ", ("XQZ",)),
        ("opening hours of Fenwick Lodge", ("Fenwick Lodge",)),
        ("what did Fenwick say about FTB", ("Fenwick",)),
    ],
)
def test_what_nothing_names_is_said(sample_index: Index, question: str, missing: tuple[str, ...]) -> None:
    hits = sample_index.search(question)
    assert hits
    assert {hit.missing for hit in hits} == {missing}


@pytest.mark.parametrize("question", ["late taxis", "mobile advice bus", "brothers and sisters"])
def test_fillers_are_left_out(sample_index: Index, question: str) -> None:
    assert 1 <= len(sample_index.search(question)) <= 5


def test_the_same_sentence_elsewhere_is_noted_once(sample_index: Index) -> None:
    hits = sample_index.search("named case officer for every family with a plan")
    texts = [" ".join(hit.text.lower().split()) for hit in hits]
    assert len(texts) == len(set(texts))
    assert any(hit.also_in for hit in hits)
    assert all(hit.doc not in hit.also_in for hit in hits)
