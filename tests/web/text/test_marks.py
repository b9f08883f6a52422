"""A text with spans that overlap in every way: the tokens nest, and their texts are the text."""

from __future__ import annotations

import itertools

import pytest

from docmine.records import Link
from docmine.web.text.marks import Mark, Token, tokens

TEXT = "We will open by May 2024, we hope."
SHORT = {"text": "", "mark": "<", "/mark": ">", "link": "[", "/link": "]", "tag": "#"}


def written(found: tuple[Token, ...]) -> str:
    return "".join(token.text if token.what == "text" else SHORT[token.what] for token in found)


def mark(start: int, end: int, letter: str = "") -> Mark:
    return Mark(start, end, "figure", letter, "Figure", "/record/1")


@pytest.mark.parametrize(
    ("marks", "links", "expected"),
    [
        ([], [], "We will open by May 2024, we hope."),
        ([(0, 24)], [], "<We will open by May 2024>, we hope."),
        ([(0, 24), (16, 24)], [], "<We will open by <May 2024>>, we hope."),
        ([(16, 24), (0, 24)], [], "<We will open by <May 2024>>, we hope."),
        ([(0, 7), (7, 12)], [], "<We will>< open> by May 2024, we hope."),
        ([(0, 12), (8, 24)], [], "<We will <open>>< by May 2024>, we hope."),
        ([(0, 12), (3, 19), (8, 34)], [], "<We <will <open>>><< by May> 2024, we hope.>"),
        ([(3, 7), (3, 7)], [], "We <<will>> open by May 2024, we hope."),
        ([(5, 5)], [], "We will open by May 2024, we hope."),
        ([(-9, 2), (30, 99)], [], "<We> will open by May 2024, we h<ope.>"),
        ([(-9, 99)], [], "<We will open by May 2024, we hope.>"),
        ([], [(8, 12, "https://a.example")], "We will [open] by May 2024, we hope."),
        ([], [(8, 12, "javascript:alert(1)")], "We will open by May 2024, we hope."),
        ([], [(8, 12, "data:text/html,x")], "We will open by May 2024, we hope."),
        ([], [(8, 12, "MAILTO:a@b.example")], "We will [open] by May 2024, we hope."),
        ([], [(3, 12, "http://a.example"), (8, 24, "http://b.example")], "We [will open][ by May 2024], we hope."),
        ([(0, 24)], [(8, 12, "https://a.example")], "<We will [open] by May 2024>, we hope."),
        ([(10, 24)], [(8, 12, "https://a.example")], "We will [op<en>]< by May 2024>, we hope."),
    ],
)
def test_spans_nest(marks: list[tuple[int, int]], links: list[tuple[int, int, str]], expected: str) -> None:
    found = tokens(TEXT, 0, [mark(*place) for place in marks], [Link(*link) for link in links])
    assert written(found) == expected


@pytest.mark.parametrize(
    ("places", "link", "expected"),
    [
        ([(16, 24)], None, "We will open by #<May 2024>, we hope."),
        ([(0, 12), (8, 24)], None, "#<We will #<open>>< by May 2024>, we hope."),  # one tag, though it is parted
        ([(10, 12), (11, 24)], (8, 12), "We will ##[op<e<n>>]< by May 2024>, we hope."),  # no link in a link
        ([(-5, 7)], None, "<We will> open by May 2024, we hope."),  # begins further up, and has its tag there
    ],
)
def test_tags(places: list[tuple[int, int]], link: tuple[int, int] | None, expected: str) -> None:
    links = [Link(*link, "https://a.example")] if link else []
    assert written(tokens(TEXT, 0, [mark(*place, "F") for place in places], links)) == expected


def test_every_pair_and_triple_of_spans_nests() -> None:
    text = "abcdef"
    places = list(itertools.combinations(range(7), 2))
    for chosen in itertools.product(places, repeat=3):
        found = tokens(text, 0, [mark(*place) for place in chosen])
        depth = 0
        for token in found:
            depth += {"mark": 1, "/mark": -1}.get(token.what, 0)
            assert depth >= 0
        assert depth == 0
        assert "".join(t.text for t in found if t.what == "text") == text
        for start, end in chosen:  # every letter of every span is marked at least once
            assert _marked(found) >= set(range(start, end))


def _marked(found: tuple[Token, ...]) -> set[int]:
    depth, at, inside = 0, 0, set()
    for token in found:
        depth += {"mark": 1, "/mark": -1}.get(token.what, 0)
        if token.what == "text":
            inside |= set(range(at, at + len(token.text))) if depth else set()
            at += len(token.text)
    return inside


def test_control_characters_are_replaced_and_offsets_stay() -> None:
    found = tokens("a\x1b[31mb\u202ec", 100, [mark(105, 107)])
    assert written(found) == "a\ufffd[31<mb>\ufffdc"
