"""Runs of characters as one line with its links."""

from __future__ import annotations

import pytest

from docmine.read.inline import Run, line, split
from docmine.read.pieces import clean

LINES = [
    # what, runs, the text, what is linked
    (
        "spaces at both ends of a link",
        [("See", ""), (" our page ", "x"), ("now", "")],
        "See our page now",
        ["our page"],
    ),
    ("a space in either run", [("See ", ""), (" here", "x")], "See here", ["here"]),
    ("a link in pieces is one", [("our ", "x"), ("page", "x")], "our page", ["our page"]),
    ("two links side by side", [("one", "x"), ("two", "y")], "onetwo", ["one", "two"]),
    ("spelt ligatures before a link", [("ﬁrst ", ""), ("oﬃce", "x")], "first office", ["office"]),
    (
        "soft hyphens and marks of no width",
        [("co\u00ad", ""), ("op\u200b", "x"), ("eration", "")],
        "cooperation",
        ["op"],
    ),
    ("a link of white space", [("a", ""), (" \u00a0 ", "x"), ("b", "")], "a b", []),
    ("nothing", [(" ", ""), ("\n", "x")], "", []),
    ("control characters", [("a\x07", ""), ("b", "x")], "ab", ["b"]),
]


@pytest.mark.parametrize(("what", "runs", "text", "linked"), LINES, ids=[c[0] for c in LINES])
def test_line(what: str, runs: list[tuple[str, str]], text: str, linked: list[str]) -> None:
    found, links = line(Run(part, target or None) for part, target in runs)
    assert found == text == clean("".join(part for part, _ in runs))
    assert [found[k.start : k.end] for k in links] == linked


def test_split_keeps_empty_lines() -> None:
    assert split([Run("a\n\nb", "x"), Run("c")]) == [[Run("a", "x")], [], [Run("b", "x"), Run("c")]]
