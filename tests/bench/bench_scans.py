"""How much of scanned copies of the sample corpus is recognised, clean and poor, and what a page costs.

Accuracy is 1 less the words changed, put in or left out, by the words of the PDF as docmine reads it; in reading order,
and regardless of order.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from docmine.read import read
from tests.read.scanned import accuracy, as_pdf, askew, needs_tesseract, pictures, words

Copy = Callable[[int, Image.Image], Image.Image]


@needs_tesseract
@pytest.mark.parametrize(
    ("name", "copy", "least"),
    [
        ("clean", lambda i, page: page, 0.98),
        ("2 degrees, grain and specks", lambda i, page: askew(page, i, 2 if i % 2 else -2), 0.95),
    ],
)
def test_words_of_scanned_copies(name: str, copy: Copy, least: float, corpus: Path, tmp_path: Path) -> None:
    total = wrong = missed = pages = 0
    seconds = 0.0
    for path in sorted(corpus.glob("*.pdf")):
        copied = [copy(i, page) for i, page in enumerate(pictures(path), 1)]
        scan = tmp_path / path.name
        scan.write_bytes(as_pdf(copied))
        began = time.perf_counter()
        truth, found = words(read(path)), words(read(scan))
        seconds += time.perf_counter() - began
        errors = round((1 - accuracy(truth, found)) * len(truth))
        lost = (Counter(truth) - Counter(found)).total()
        print(f"{name}: {path.name}: {1 - errors / len(truth):.3f} in order, {1 - lost / len(truth):.3f} in any order")
        total, wrong, missed, pages = total + len(truth), wrong + errors, missed + lost, pages + len(copied)
    print(
        f"{name}: {1 - wrong / total:.4f} in order, {1 - missed / total:.4f} in any order, of {total} words;"
        f" {seconds / pages:.1f} s a page"
    )
    assert 1 - wrong / total >= least
