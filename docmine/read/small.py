"""A picture of a page → one a tenth of its size: print on paper has few colours."""

from __future__ import annotations

import io
from dataclasses import dataclass

_COLOURS = 24
"""Ink, paper, the highlighter, and the shades that smooth the edges of letters."""


@dataclass(frozen=True, slots=True)
class Small:
    data: bytes
    """WebP, without further loss."""
    width: int
    height: int


def small(picture: bytes) -> Small:
    """Of a PNG that `docmine.read.pdf.picture` made."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as image:
        few = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).convert("RGB")
    out = io.BytesIO()
    few.save(out, format="WEBP", lossless=True, quality=60, method=4)
    return Small(out.getvalue(), few.width, few.height)
