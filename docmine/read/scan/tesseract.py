"""The words that Tesseract finds in a picture. The only file that knows Tesseract."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "eng"
_WINDOWS = Path(r"C:\Program Files\Tesseract-OCR\tesseract.exe")
"""Where its installer for Windows puts it, without telling the search path."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A word in a picture: its place in pixels from the top left corner, and 0 to 1 how sure it is."""

    text: str
    confidence: float
    line: tuple[int, int, int]
    """Block, paragraph and line."""
    x0: int
    top: int
    x1: int
    bottom: int


class Missing(Exception):
    """Tesseract or its English data is not there; the message is what is missing, as the subject of a sentence."""


class Failed(Exception):
    """Tesseract gave up on a picture; the message goes on after "The page"."""


def words(picture: Image, dpi: float, seconds: float, *, columns: bool = True) -> list[Reading]:
    """The words of a picture of `dpi` pixels an inch, in the order in which Tesseract reads them.

    Without `columns` the picture is taken for one column of lines.

    Raises Missing, and Failed after `seconds` or where Tesseract itself fails.
    """
    import pytesseract

    pytesseract.pytesseract.tesseract_cmd = program()
    try:
        with _one_thread():
            table = pytesseract.image_to_data(
                picture,
                lang=LANGUAGE,
                config=f"--psm {3 if columns else 6} --dpi {round(dpi)}",
                timeout=seconds,
                output_type=pytesseract.Output.DICT,
            )
    except pytesseract.TesseractNotFoundError:
        raise Missing("Tesseract") from None
    except pytesseract.TesseractError as error:
        if "load" in str(error.message) and LANGUAGE in str(error.message):
            raise Missing("Tesseract's English data") from error
        raise Failed("made Tesseract fail") from error
    except RuntimeError as error:  # what pytesseract makes of a time limit
        raise Failed("took longer than it may") from error
    names = ("text", "conf", "block_num", "par_num", "line_num", "left", "top", "width", "height")
    rows = zip(*(table.get(name, ()) for name in names), strict=True)
    return [
        Reading(text, confidence / 100, (block, paragraph, line), x, y, x + width, y + height)
        for text, confidence, block, paragraph, line, x, y, width, height in rows
        if text.strip() and confidence >= 0
    ]


def program() -> str:
    """The command to call; its bare name where it is nowhere to be found."""
    found = shutil.which("tesseract")
    return found or (str(_WINDOWS) if sys.platform == "win32" and _WINDOWS.is_file() else "tesseract")


def version() -> str:
    """Of Tesseract, once it is sure that its English data is there too. Raises Missing."""
    import pytesseract

    pytesseract.pytesseract.tesseract_cmd = program()
    try:
        found = str(pytesseract.get_tesseract_version())
        languages = pytesseract.get_languages()
    except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError, SystemExit):
        raise Missing("Tesseract") from None
    if LANGUAGE not in languages:
        raise Missing("Tesseract's English data")
    return found


@contextmanager
def _one_thread() -> Iterator[None]:
    """Tesseract's threads cost more than they gain on one page; other libraries must keep theirs."""
    before = os.environ.get("OMP_THREAD_LIMIT")
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_THREAD_LIMIT"]
        else:
            os.environ["OMP_THREAD_LIMIT"] = before
