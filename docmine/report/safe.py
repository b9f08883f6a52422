"""Text from documents, made harmless for a terminal and for a spreadsheet."""

from __future__ import annotations

import re

# C0 except tab and newline, DEL, C1, marks that turn the direction of writing, halves of surrogate pairs
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WHITE = re.compile(r"\s")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def lines(text: str) -> str:
    """The text with each control character replaced by "�"; line breaks and tabs stay. Every offset stays too."""
    return _CONTROL.sub("\ufffd", text)


def line(text: str) -> str:
    """The text on one line, each white-space character a blank, each control character "�". Every offset stays."""
    return _CONTROL.sub("\ufffd", _WHITE.sub(" ", text))


def escaped(encoded: str) -> str:
    """A JSON text with the control characters that `json` leaves raw written as escapes: same value when parsed."""
    return _CONTROL.sub(lambda match: f"\\u{ord(match.group()):04x}", encoded)


def cell(text: str) -> str:
    """A cell of a CSV file: what a spreadsheet would take for a formula gets an apostrophe in front."""
    text = lines(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
