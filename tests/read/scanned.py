"""Scanned copies of PDFs, made at test time: the same every time; and how much of the text was recognised."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from docmine.records import ASIDE, Document

DPI = 200
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed; 'docmine doctor' says how to install it"
)


def pictures(path: Path, pages: Sequence[int] | None = None) -> list[Image.Image]:
    """Grey pictures of the pages of a PDF (from 1; None for all), 200 dots an inch."""
    with pypdfium2.PdfDocument(path) as pdf:
        numbers = pages or range(1, len(pdf) + 1)
        return [pdf[n - 1].render(scale=DPI / 72).to_pil().convert("L") for n in numbers]


def askew(picture: Image.Image, seed: int = 1, degrees: float = 2.0) -> Image.Image:
    """As a poor scanner gives it: turned a little, on greyish paper, with grain (sigma 18 of 255) and specks (0.2%)."""
    random = np.random.default_rng(seed)
    turned = picture.rotate(degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    pixels = np.asarray(turned).astype(float) * 0.92 + random.normal(0, 18, (turned.height, turned.width))
    specks = random.random(pixels.shape)
    pixels[specks < 0.001] = 0
    pixels[specks > 0.999] = 255
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def turned(picture: Image.Image, quarters: int) -> Image.Image:
    """Laid on the glass with its head to the left (1), down (2) or to the right (3)."""
    return picture.rotate(90 * quarters, expand=True)


def as_pdf(pages: Sequence[Image.Image], dpi: int = DPI) -> bytes:
    """A PDF whose pages are these pictures, as a scanner writes it; a poor one does not know its `dpi`."""
    out = io.BytesIO()
    pages[0].save(out, format="PDF", save_all=True, append_images=list(pages[1:]), resolution=dpi, quality=85)
    return out.getvalue()


def words(document: Document, pages: Sequence[int] | None = None) -> list[str]:
    """The words of a document in reading order, without running heads and page numbers."""
    blocks = [b for b in document.blocks if b.kind not in ASIDE and (pages is None or b.page in pages)]
    return [word for block in blocks for word in block.text.split()]


def accuracy(truth: Sequence[str], recognised: Sequence[str]) -> float:
    """1 less the words to be changed, put in or left out, in reading order, by the words that there are.

    Words differ where any character does, be it a dash or a quotation mark.
    """
    return 1 - Levenshtein.distance(truth, recognised) / len(truth)
