"""A text as it is compared: what a printer changes is no change."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": None})
_BETWEEN = re.compile(r"(?!(?<=\d)[.,:/](?=\d))[^\w£$€%+]|_")
"""Signs that a printer sets: not those inside a number, or that make it a share or a sum."""


def plain(text: str) -> str:
    """One kind of quotation mark and dash, single spaces, no bullet, no closing stop."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return " ".join(text.split()).strip(" .;•*·")


def letters(text: str) -> str:
    """Letters and numbers alone, to tell whether two pieces are one text that was divided."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()
