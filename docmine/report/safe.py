"""Text from documents, made harmless for a terminal and for a spreadsheet."""

from __future__ import annotations

import re

from docmine.characters import cell, escaped, harmless

__all__ = ["cell", "escaped", "line", "lines", "link"]

SCHEMES = ("http://", "https://", "mailto:")
"""Where a link of a document may lead; every other target stays text."""
_WHITE = re.compile(r"\s")


def lines(text: str) -> str:
    """The text with each control character replaced by "�"; line breaks and tabs stay. Every offset stays too."""
    return harmless(text)


def line(text: str) -> str:
    """The text on one line, each white-space character a blank, each control character "�". Every offset stays."""
    return harmless(_WHITE.sub(" ", text))


def link(target: str) -> str | None:
    """Where a link of a document leads, without what no address has; None where nobody should follow it."""
    bare = harmless(re.sub(r"[\s<>]", "", target))
    return bare if bare.lower().startswith(SCHEMES) else None
