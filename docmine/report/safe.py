"""Text from documents, made harmless for a terminal and for a spreadsheet."""

from __future__ import annotations

import re

from docmine.characters import cell, escaped, harmless

__all__ = ["cell", "escaped", "line", "lines"]

_WHITE = re.compile(r"\s")


def lines(text: str) -> str:
    """The text with each control character replaced by "�"; line breaks and tabs stay. Every offset stays too."""
    return harmless(text)


def line(text: str) -> str:
    """The text on one line, each white-space character a blank, each control character "�". Every offset stays."""
    return harmless(_WHITE.sub(" ", text))
