"""Light print on dark ground (banners, heads of tables) → dark print on white, which Tesseract does not miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

_BLOCK = 16
"""Pixels. The ground is measured block by block, each with its neighbours, so that no letter is taken for it."""
_AROUND = 7
DARK = 140
"""Ground below this step of grey carries light print."""


def righted(pixels: Pixels) -> Pixels:
    """The picture with its dark grounds white, and what is lighter on them dark."""
    import numpy as np
    from PIL import Image, ImageFilter

    high, wide = (n // _BLOCK * _BLOCK for n in pixels.shape)
    if not high or not wide:
        return pixels
    blocks = pixels[:high, :wide].reshape(high // _BLOCK, _BLOCK, wide // _BLOCK, _BLOCK)
    medians = np.median(blocks[:, ::2, :, ::2], axis=(1, 3)).astype(np.uint8)
    if not (medians < DARK).any():
        return pixels
    smooth = np.asarray(Image.fromarray(medians).filter(ImageFilter.MedianFilter(_AROUND)))
    ground = np.full(pixels.shape, 255, dtype=np.int16)
    ground[:high, :wide] = smooth.repeat(_BLOCK, axis=0).repeat(_BLOCK, axis=1)
    turned = 255 - np.clip(pixels.astype(np.int16) - ground, 0, 255)
    return np.where(ground < DARK, turned, pixels).astype(np.uint8)
