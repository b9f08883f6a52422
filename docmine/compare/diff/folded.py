"""A text as it is compared: what a printer changes is no change."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": None})
_LETTERS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """One kind of quotation mark and dash, single spaces, no bullet, no closing stop."""
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return re.sub(r"\s+", " ", text).strip(" .;•*·")


def letters(text: str) -> str:
    """Letters and digits alone, to tell whether two pieces are one text that was divided."""
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()
