"""Pictures of letters (PNG, JPEG, TIFF with its pages) → pieces: a PDF is made of them, and read as any scan."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docmine.read.pieces import Content, Unreadable
from docmine.settings import Settings

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 150_000_000
"""Of one picture: A3 at 800 dots an inch. In memory that is 450 MB."""
_TOO_LARGE = f"The picture has more than {_MOST_PIXELS // 1_000_000} million points. Save it with fewer and try again."
_LONGEST = 24.0
"""Inches. A picture that says it is larger does not know its resolution: cameras write 72 dots an inch."""
_A4 = 11.7
"""Inches of the longer side."""


def content(data: bytes) -> Content:
    """The pieces of a picture of a page, or of several. Raises Unreadable."""
    from docmine.read import pdf

    return pdf.content(as_pdf(data))


def as_pdf(data: bytes) -> bytes:
    """A PDF with a page for each picture in the file, in its size on paper. Raises Unreadable."""
    from PIL import Image, UnidentifiedImageError

    out = io.BytesIO()
    try:
        with _opened(data) as file:
            if file.width * file.height > _MOST_PIXELS:
                raise Unreadable(_TOO_LARGE)
            pages = getattr(file, "n_frames", 1)
            if pages > Settings().read_pages:
                raise Unreadable(f"The file holds {pages:,} pictures, more than docmine reads from one file.")
            dots = _dots(file)
            frames = _frames(file)
            next(frames).save(out, format="PDF", save_all=True, append_images=frames, resolution=dots, quality=95)
    except Image.DecompressionBombError as error:
        raise Unreadable(_TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise Unreadable(f"The picture is damaged, or no PNG, JPEG or TIFF file ({_said(error)}).") from error
    return out.getvalue()


def _opened(data: bytes) -> Image:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower than its error
        return Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))


def _frames(file: Image) -> Iterator[Image]:
    """Its pictures in grey, as they are meant to be looked at."""
    from PIL import ImageOps, ImageSequence

    from docmine.read.scan import grey

    for frame in ImageSequence.Iterator(file):
        if frame.width * frame.height > _MOST_PIXELS:
            raise Unreadable(_TOO_LARGE)
        yield grey(ImageOps.exif_transpose(frame))


def _dots(file: Image) -> float:
    """Dots an inch: what the file says if it can be, else as if it were a sheet of A4."""
    longer = max(file.size)
    said = float(max(file.info.get("dpi", (0, 0))))
    return said if said > 0 and 2 < longer / said < _LONGEST else longer / _A4


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:120].rstrip(".") or type(error).__name__
