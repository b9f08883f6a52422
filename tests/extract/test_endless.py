"""Patterns that are searched in whole texts pass an endless word or gap once, and not from each of its characters."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from docmine.extract import acronyms, masks, mentions, shouting

LENGTH = 50_000
SEARCHES: dict[str, Callable[[str], object]] = {
    "addresses": mentions.EMAIL.findall,
    "masks": masks.find,
    "links": shouting.LINK.findall,
    "short forms": acronyms._NAMED.findall,
}


@pytest.mark.parametrize("piece", ["1", "a", "a-", "a.", "A", " ", " ,", "a@", "1,"])
@pytest.mark.parametrize("search", SEARCHES)
def test_an_endless_word_takes_no_time(search: str, piece: str) -> None:
    text = "x" + piece * (LENGTH // len(piece)) + "!"
    began = time.perf_counter()
    SEARCHES[search](text)
    assert time.perf_counter() - began < 1.0


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (mentions.EMAIL, "To jane.o'hara@anytown.gov.uk, a@b, c.d@e.org.", ["jane.o'hara@anytown.gov.uk", "c.d@e.org"]),
        (shouting.LINK, "See a.b/c, (anytown.gov.uk) or x@y.org", ["anytown.gov.uk", "x@y.org"]),
        (acronyms._NAMED, "the team ,  known as the FTB", [",  known as the FTB"]),
        (acronyms._NAMED, "the team  called FTB, or FT", ["  called FTB", ", or FT"]),
    ],
)  # fmt: skip
def test_what_they_find(pattern: re.Pattern[str], text: str, found: list[str]) -> None:
    assert [match.group() for match in pattern.finditer(text)] == found
