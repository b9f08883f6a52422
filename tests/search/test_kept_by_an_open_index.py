"""A question is answered the same whether it is the first to an open index, or one of many."""

from __future__ import annotations

from docmine.index import Index

QUESTIONS = (
    "what was promised about FTB",
    "who is responsible for transport",
    "which promises were dropped",
    "how many childrens were waiting in 2024",
)


def test_the_first_and_the_fifth_time_the_answer_is_the_same(sample_index: Index) -> None:
    alone = [Index(sample_index.path).search(question) for question in QUESTIONS]
    with Index(sample_index.path) as index:
        for _ in range(3):
            assert [index.search(question) for question in QUESTIONS] == alone
    assert all(alone)
