"""Which characters of a document's text may not go on as they are, and how a CSV file is kept from running it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CONTROL = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 except tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of writing
    "\ud800-\udfff"  # halves of surrogate pairs
    "\ufffe\uffff"  # no characters, which XML forbids
    "]"
)
_ESCAPED = re.compile(f"{_CONTROL.pattern}|[\u2028\u2029]")
_FORMULA = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\n]")
"""Also behind blanks, which some programs skip, and in the full width of East Asian keyboards."""
_QUOTED = re.compile(r"[,;|\"\t\n\u2028\u2029]")
"""What begins or ends a cell in one program or another, so that a text with it stands between quotes."""


def harmless(text: str) -> str:
    """Each control character replaced by "�"; line breaks and tabs stay, and so does every offset."""
    return _CONTROL.sub("\ufffd", text)


def escaped(encoded: str) -> str:
    """A JSON text with the control characters and line separators that `json` leaves raw written as escapes: same value
    when parsed."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", encoded)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet that is given this text to type in may run it."""
    return bool(_FORMULA.match(text))


def cell(text: str) -> str:
    """Harmless text that a spreadsheet shows: what it would take for a formula gets an apostrophe in front."""
    text = harmless(text)
    return f"'{text}" if is_formula(text) else text


def csv_line(values: Iterable[str | int | float]) -> str:
    """A line of a CSV file, ended. Every text goes through `cell`; numbers stay numbers.

    Not by `csv.writer`, which cannot be told to quote what other programs separate cells by: "a;=1+1" would be a
    formula to one that goes by semicolons.
    """
    return ",".join(map(_csv, values)) + "\n"


def _csv(value: str | int | float) -> str:
    if not isinstance(value, str):
        return str(value)
    text = cell(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
