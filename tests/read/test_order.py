"""Pages of PDFs arrive whole and in the order in which a person reads them, as published and with their words shuffled.

The truth is in tests/labelled/reading, the scorer in tests/bench/reading; `make bench` sets other readers beside it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docmine.read import read
from tests.bench.reading import own
from tests.bench.reading.score import score, together
from tests.bench.reading.sources import Source, sources, text_of
from tests.bench.reading.truth import Page, pages

FOUND = TAU = 0.98
KINDS = {"heading": "heading", "bullet": "list_item", "row": "table_row", "footnote": "footnote"}
NUMBER = re.compile(r"^\d+(\.\d+)*\.? (?=[A-Z])")
"""A section's number, which the truth of its heading leaves out: it may be part of the text or stand apart."""
COPIES = ("published", "shuffled")
EXACT = [page for page in pages() if page.doc in own.LAYOUTS]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> list[Source]:
    return sources(tmp_path_factory.mktemp("own"), real=False)


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Source]:
    return sources(tmp_path_factory.mktemp("real"), real=True)


@pytest.mark.parametrize("copy", COPIES)
def test_our_own_pages(ours: list[Source], copy: str) -> None:
    check(ours, copy)


@pytest.mark.parametrize("copy", COPIES)
def test_real_pages(real: list[Source], copy: str) -> None:
    check(real, copy)


def check(found: list[Source], copy: str) -> None:
    scores = {}
    for source in found:
        document = read(source.published if copy == "published" else source.shuffled)
        for page in source.pages:
            scores[source.doc, page.number] = score(page.items, text_of(document, page.number))
    whole = together(scores.values())
    weak = {page: (s.found, s.tau) for page, s in scores.items() if min(s.found, s.tau) < 1}
    assert whole.found >= FOUND, weak
    assert whole.tau >= TAU, weak


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("page", EXACT, ids=lambda page: page.doc)
def test_kinds_and_exact_words_of_our_layouts(ours: list[Source], page: Page, copy: str) -> None:
    """Every heading is a heading's block, every bullet a whole item, every row a row, every footnote a footnote."""
    source = next(s for s in ours if s.doc == page.doc)
    document = read(source.published if copy == "published" else source.shuffled)
    told = {(block.kind, NUMBER.sub("", block.text.replace("\t", " "))) for block in document.blocks}
    wanted = {(KINDS[item.kind], item.text) for item in page.items if item.kind in KINDS}
    assert not sorted(wanted - told)
